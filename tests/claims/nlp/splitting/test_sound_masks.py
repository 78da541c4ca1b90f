"""A claim stands as a sentence, or is left out: titles before names, shared auxiliaries."""

from __future__ import annotations

import pytest

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import Tree
from claims.nlp.splitting.sound_masks import is_list_alone, is_sound
from claims.nlp.splitting.whole_masks import without_torn_nouns

FINITE = "Mood=Ind|VerbForm=Fin"
Row = tuple[str, str, str, int, str, str]  # form, part of speech, label, governor, morph, name


def tree(*rows: Row) -> Tree:
    """An Italian tree of one sentence."""
    forms = [row[0] for row in rows]
    starts = [sum(len(form) + 1 for form in forms[:i]) for i in range(len(forms))]
    return Tree(
        language="it",
        sentence=0,
        spans=[(start, start + len(form)) for start, form in zip(starts, forms, strict=True)],
        forms=forms,
        lemmas=[form.lower() for form in forms],
        pos=[row[1] for row in rows],
        morphs=[row[4] for row in rows],
        heads=[row[3] for row in rows],
        labels=[row[2] for row in rows],
        entities=[row[5] for row in rows],
        spaced=[True] * len(rows),
    )


def titled(span_holds_title: bool) -> Tree:
    """ "Il comandante Sergio Allori tace"; the tagger's span may hold the title too."""
    title = "PER" if span_holds_title else ""
    return tree(
        ("Il", "DET", "det", 1, "Number=Sing", title),
        ("comandante", "NOUN", "nsubj", 4, "Number=Sing", title),
        ("Sergio", "PROPN", "nmod", 1, "", "PER"),
        ("Allori", "PROPN", "flat:name", 2, "", "PER"),
        ("tace", "VERB", "ROOT", 4, FINITE, ""),
    )


@pytest.mark.parametrize("span_holds_title", [True, False])
def test_a_title_before_a_name_is_sound_however_far_the_span_of_the_name_goes(
    span_holds_title: bool,
) -> None:
    found = titled(span_holds_title)
    assert is_sound(found, 1, frozenset(range(4)))
    assert not is_sound(found, 1, frozenset({0, 1}))


def test_a_noun_that_another_leads_in_goes_with_it() -> None:
    found = tree(
        ("erano", "AUX", "cop", 1, FINITE, ""),
        ("9mila", "NUM", "ROOT", 1, "", ""),
        ("a", "ADP", "case", 3, "", ""),
        ("metà", "NOUN", "nmod", 1, "Number=Sing", ""),
        ("marzo", "NOUN", "nmod", 3, "Number=Sing", ""),
    )
    whole = frozenset(range(5))
    assert without_torn_nouns(found, 1, whole) == whole
    assert without_torn_nouns(found, 1, whole - {2, 3}) == {0, 1}


def test_a_joined_infinitive_is_finite_by_the_auxiliary_it_shares() -> None:
    found = tree(
        ("Il", "DET", "det", 1, "Number=Sing", ""),
        ("cantiere", "NOUN", "nsubj", 3, "Number=Sing", ""),
        ("dovrebbe", "AUX", "aux", 3, FINITE, ""),
        ("aprire", "VERB", "ROOT", 3, "VerbForm=Inf", ""),
        ("e", "CCONJ", "cc", 5, "", ""),
        ("durare", "VERB", "conj", 3, "VerbForm=Inf", ""),
        ("mesi", "NOUN", "obj", 5, "Number=Plur", ""),
    )
    assert Statement(found, 5, frozenset({0, 1, 2, 5, 6})).finite == {2}
    assert not Statement(found, 5, frozenset({0, 1, 5, 6})).finite
    assert is_sound(found, 5, frozenset({0, 1, 2, 5, 6}))


@pytest.mark.parametrize(("kind", "sound"), [("PERCENT", False), ("", True)])
def test_no_share_is_what_a_name_is(kind: str, sound: bool) -> None:
    """ "Secondo Tarvia, 8 per cento chiude": the comma parts no apposition."""
    parsed = tree(
        ("Tarvia", "PROPN", "nsubj", 4, "", "ORG"),
        (",", "PUNCT", "punct", 3, "", ""),
        ("ottava", "ADJ", "amod", 3, "", kind),
        ("parte", "NOUN", "appos", 0, "Number=Sing", kind),
        ("chiude", "VERB", "ROOT", 4, FINITE, ""),
    )
    assert is_sound(parsed, 3, frozenset({0, 2, 3})) == sound


def test_a_list_tells_nothing_of_its_first_member() -> None:
    found = tree(
        ("Aveva", "VERB", "ROOT", 0, FINITE, ""),
        ("mani", "NOUN", "obj", 0, "Number=Plur", ""),
        ("gonfie", "ADJ", "amod", 1, "", ""),
        ("e", "CCONJ", "cc", 4, "", ""),
        ("tagli", "NOUN", "conj", 1, "Number=Plur", ""),
    )
    assert is_list_alone(found, 1, frozenset({1, 2, 3, 4}))
    assert not is_list_alone(found, 0, frozenset(range(5)))
