"""Hedges, negation and what isn't asserted, in both languages."""

from __future__ import annotations

import pytest

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import tree_of
from claims.nlp.splitting.claim_marks import is_asserted, is_hedged, is_negated, kind_of
from claims.nlp.types import Kind


def statement(text: str, language: str, head: str) -> Statement:
    """The clause of one word, with all that hangs on it."""
    [[(offset, doc)]] = parse_sentences(text, language, [(0, len(text))])
    tree = tree_of(doc, language, 0, offset)
    word = tree.forms.index(head)
    return Statement(tree, word, tree.subtrees[word] & tree.words)


@pytest.mark.parametrize(
    ("text", "language", "head", "hedged"),
    [
        ("La ditta avrebbe perso tre milioni.", "it", "perso", True),
        ("Forse la ditta ha perso tre milioni.", "it", "perso", True),
        ("Secondo fonti sindacali la ditta ha perso tre milioni.", "it", "perso", True),
        ("Secondo indiscrezioni la ditta chiude.", "it", "chiude", True),
        ("A quanto pare la ditta ha perso tre milioni.", "it", "perso", True),
        ("La ditta potrebbe perdere tre milioni.", "it", "perdere", True),
        ("Sembra che la ditta abbia perso tre milioni.", "it", "perso", True),
        ("La ditta ha perso tre milioni.", "it", "perso", False),
        ("Secondo l'Istat i prezzi sono saliti.", "it", "saliti", False),
        ("The firm may have lost three million.", "en", "lost", True),
        ("The firm reportedly lost three million.", "en", "lost", True),
        ("According to sources the firm lost three million.", "en", "lost", True),
        ("The firm is believed to have lost three million.", "en", "believed", True),
        ("The firm lost three million 🐑.", "en", "lost", False),
        ("According to the police the firm lost three million.", "en", "lost", False),
    ],
)
def test_hedges(text: str, language: str, head: str, hedged: bool) -> None:
    assert is_hedged(statement(text, language, head)) is hedged


@pytest.mark.parametrize(
    ("text", "language", "head", "negated"),
    [
        ("La ditta non ha pagato.", "it", "pagato", True),
        ("La ditta non ha mai pagato.", "it", "pagato", True),
        ("Nessuno ha pagato la multa.", "it", "pagato", True),
        ("Non solo la ditta ha pagato la multa.", "it", "pagato", False),
        ("La ditta ha chiuso senza preavviso.", "it", "chiuso", False),
        ("Il sindaco dice che la ditta non ha pagato.", "it", "dice", False),
        ("The firm did not pay.", "en", "pay", True),
        ("The firm didn’t pay.", "en", "pay", True),
        ("Nobody paid the fine.", "en", "paid", True),
        ("The firm not only paid the fine.", "en", "paid", False),
        ("The mayor says that the firm never paid.", "en", "says", False),
    ],
)
def test_negation(text: str, language: str, head: str, negated: bool) -> None:
    assert is_negated(statement(text, language, head)) is negated


@pytest.mark.parametrize(
    ("text", "language", "head", "asserted"),
    [
        ("Se la ditta perde la gara, il sindaco si dimette.", "it", "perde", False),
        ("Se la ditta perde la gara, il sindaco si dimette.", "it", "dimette", True),
        ("Il giudice chiede se la ditta ha pagato.", "it", "pagato", False),
        ("Il sindaco spera che la ditta paghi.", "it", "paghi", False),
        ("Il sindaco dice che la ditta ha pagato.", "it", "pagato", True),
        ("The mayor resigns if the firm loses the race.", "en", "loses", False),
        ("The judge asked whether the firm paid.", "en", "paid", False),
        ("The mayor hopes that the firm pays.", "en", "pays", False),
        ("The mayor said that the firm paid.", "en", "paid", True),
    ],
)
def test_conditions_and_wishes_are_not_claimed(
    text: str, language: str, head: str, asserted: bool
) -> None:
    assert is_asserted(statement(text, language, head)) is asserted


def test_a_clause_that_hangs_on_a_condition_is_hedged() -> None:
    assert is_hedged(statement("If it rains, the race ends.", "en", "ends"))


@pytest.mark.parametrize("head", ["contiene", "comprende", "consta"])
def test_what_holds_and_what_is_held_is_composition(head: str) -> None:
    found = statement(f"L'archivio {head} lettere e diari.", "it", head)
    assert kind_of(found, has_quantity=False, has_date=False, quotes=False) == Kind.COMPOSITION
