"""Words that are written out and relatives that are told, each by its own rule."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.grammar.gerunds import finite_gerund
from claims.nlp.phrasing.sentence_marks import finish
from claims.nlp.types import SplitRequest


def texts(text: str, language: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, language)).claims]


@pytest.mark.parametrize(
    ("gerund", "lemma", "past"),
    [
        ("proponendo", "proponere", "ha proposto"),
        ("riducendo", "riducere", "ha ridotto"),
        ("traendo", "traere", "ha tratto"),
        ("vincendo", "vincere", "ha vinto"),
    ],
)
def test_contracted_infinitives_have_their_participle(gerund: str, lemma: str, past: str) -> None:
    found = finite_gerund(gerund, lemma, past=True, ending="o", has_object=True)
    assert found is not None
    assert found[0] == past


@pytest.mark.parametrize(
    ("rough", "done"),
    [("il Comune, nel 2020,. ha pagato", "Il Comune, nel 2020. ha pagato."), ("", "")],
)
def test_marks_are_not_doubled(rough: str, done: str) -> None:
    assert finish(rough) == done


def test_what_is_announced_in_a_meeting_is_no_relative_of_the_meeting() -> None:
    text = (
        "Il direttore Elmo Trasi ha annunciato ieri durante una riunione che si ritirerà a marzo."
    )
    assert not [found for found in texts(text, "it") if found.startswith("Una riunione")]


def test_a_name_that_a_preposition_leads_in_is_kept_whole() -> None:
    found = texts("La Manda, un'opera di Ercole Bassani, andò in scena nel 1946.", "it")
    assert not [claim for claim in found if claim.startswith("Bassani è")]


def test_each_of_a_relatives_verbs_is_told_of_the_thing_itself() -> None:
    text = (
        "The council will mend the pier, which burned in March and has cost the town two million "
        "pounds."
    )
    told = texts(text, "en")
    assert "The pier burned in March." in told
    assert "The pier has cost the town two million pounds." in told


def test_what_lasts_is_told_in_the_imperfect() -> None:
    assert finite_gerund("sapendo", "sapere", past=True, ending="o") == ("sapeva", "")
    assert finite_gerund("potendolo", "potere", past=True, ending="i") == ("potevano", "lo")
