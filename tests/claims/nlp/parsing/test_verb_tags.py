"""What an Italian verb's ending tells of its form."""

from __future__ import annotations

import pytest

from claims.nlp.parsing.verb_tags import with_verb_form

FIRST = "Mood=Ind|Number=Plur|Person=1|VerbForm=Fin"


@pytest.mark.parametrize(
    ("form", "morph"),
    [("andiamo", FIRST), ("vedremo", FIRST), ("fummo", FIRST), ("fermo", ""), ("infermo", "")],
)
def test_only_endings_of_we_make_a_first_person(form: str, morph: str) -> None:
    assert with_verb_form(form, "VERB", "", "advcl") == morph


def test_a_form_in_o_is_the_first_persons() -> None:
    assert "Person=1" in with_verb_form("Dipingo", "VERB", "", "ROOT")
    assert "Person=3" in with_verb_form("dipingono", "VERB", "", "ROOT")


@pytest.mark.parametrize(
    ("form", "mood"),
    [
        ("disse", "Ind"),
        ("sottoscrissero", "Ind"),
        ("elesse", "Ind"),
        ("estrasse", "Ind"),
        ("dicesse", "Sub"),
        ("tradisse", "Sub"),
        ("entrassero", "Sub"),
        ("servisse", "Sub"),
    ],
)
def test_a_remote_past_is_no_subjunctive(form: str, mood: str) -> None:
    taken = "Mood=Sub|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin"
    assert f"Mood={mood}" in with_verb_form(form, "VERB", taken, "ROOT")
