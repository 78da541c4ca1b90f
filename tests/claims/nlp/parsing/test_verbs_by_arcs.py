"""A verb that the tagger took for something else is seen by what hangs on it."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claims.nlp.parsing.verbs_by_arcs import morph_of, pos_of

FORMLESS = "Gender=Fem|Number=Sing"
FINITE = "Mood=Ind|Number=Sing|Person=3|VerbForm=Fin"

# what the tagger says of the middle word, the labels beside it, and whether it acts
SEEN = [
    ("pareggia", "VERB", FORMLESS, ("nsubj", "obl"), True),
    ("chiuso", "VERB", FORMLESS, ("nsubj", "obl"), False),
    ("tragedia", "VERB", FORMLESS, ("det", "nmod"), False),
    ("vanta", "ADJ", FINITE, ("nsubj", "obj"), True),
    ("record", "NOUN", FORMLESS, ("nsubj", "obj"), False),
]


@pytest.mark.parametrize(("form", "pos", "morph", "beside", "acts"), SEEN)
def test_a_word_with_a_subject_acts(
    form: str, pos: str, morph: str, beside: tuple[str, str], acts: bool
) -> None:
    doc = Doc(
        Vocab(),
        words=["Lodi", form, "Tarvia"],
        pos=["PROPN", pos, "PROPN"],
        morphs=["", morph, ""],
        heads=[1, 1, 1],
        deps=[beside[0], "ROOT", beside[1]],
    )
    assert ("VerbForm=Fin" in morph_of(doc[1], "it")) == acts
    assert (pos_of(doc[1], "it") == "VERB") == (acts or pos == "VERB")
    assert pos_of(doc[1], "en") == pos


@pytest.mark.parametrize(
    ("thing", "number", "acts"), [("linee", "Plur", True), ("linea", "Sing", False)]
)
def test_what_looks_like_a_participle_acts_beside_a_verb_unless_it_agrees_with_its_object(
    thing: str, number: str, acts: bool
) -> None:
    """ "Il piano vale molto e porta le linee a dieci"; "letta la lista, parte" doesn't act."""
    doc = Doc(
        spacy.blank("it").vocab,
        words=["vale", "e", "porta", thing],
        pos=["VERB", "CCONJ", "VERB", "NOUN"],
        morphs=[FINITE, "", f"{FORMLESS}|Tense=Past|VerbForm=Part", f"Gender=Fem|Number={number}"],
        heads=[0, 2, 0, 2],
        deps=["ROOT", "cc", "conj", "obj"],
    )
    assert ("VerbForm=Fin" in morph_of(doc[2], "it")) == acts
