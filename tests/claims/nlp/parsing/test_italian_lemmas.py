"""Infinitives of Italian verb forms that the lemmatiser guesses."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.parsing.italian_lemmas import lemma_of
from claims.nlp.types import SplitRequest


@pytest.mark.parametrize(
    ("form", "guessed", "infinitive"),
    [
        ("precisa", "preciso", "precisare"),
        ("confermavano", "confermavare", "confermare"),
        ("aggiunse", "aggiunso", "aggiungere"),
        ("scrissero", "scrisdere", "scrivere"),
        ("avvertono", "avvertere", "avvertire"),
        ("smentì", "smentì", "smentire"),
        ("annuncerà", "annunciare", "annunciare"),
        ("giudicherà", "giudicherere", "giudicare"),
        ("propongono", "propongere", "proporre"),
        ("sostengono", "sostengere", "sostenere"),
        ("chiariscono", "chiariscire", "chiarire"),
        ("Rispondono", "rispondono", "rispondere"),
    ],
)
def test_a_form_of_one_known_verb_is_that_verbs(form: str, guessed: str, infinitive: str) -> None:
    assert lemma_of(form, guessed, "VERB") == infinitive


def test_other_words_keep_their_lemma() -> None:
    assert lemma_of("nota", "nota", "NOUN") == "nota"
    assert lemma_of("sbuffò", "sbuffare", "VERB") == "sbuffare"
    assert lemma_of("detto", "dire", "VERB") == "dire"


def test_what_a_verb_of_saying_holds_has_a_speaker_whatever_its_form() -> None:
    for verb in ("precisano", "osservavano", "avvertono", "conclusero"):
        text = f"I tecnici {verb} che il ponte regge 40 tonnellate."
        content = split_text(SplitRequest(text, "it")).claims[-1]
        assert content.text == "Il ponte regge 40 tonnellate."
        assert content.speaker is not None
        assert content.speaker.name == "I tecnici"
