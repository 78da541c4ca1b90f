"""Joined verbs that act on one thing."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

BOTH = [
    (
        "it",
        "La cooperativa ha restaurato e riaperto due mulini.",
        ["La cooperativa ha restaurato due mulini.", "La cooperativa ha riaperto due mulini."],
    ),
    (
        "it",
        "L'archivio conserva e digitalizza le lettere dei minatori.",
        ["L'archivio conserva le lettere dei minatori."],
    ),
    (
        "it",
        "La fondazione non ha mai chiesto e non chiederà mai fondi pubblici.",
        ["La fondazione non ha mai chiesto fondi pubblici."],
    ),
    (
        "it",
        "L'officina produce, vende e noleggia biciclette.",
        ["L'officina produce biciclette.", "L'officina vende biciclette."],
    ),
    (
        "en",
        "The trust bought and restored two mills.",
        ["The trust bought two mills.", "The trust restored two mills."],
    ),
    (
        "en",
        "Engineers designed, built and tested the lock in two years.",
        ["Engineers designed the lock.", "Engineers built the lock."],
    ),
]


@pytest.mark.parametrize(("language", "text", "told"), BOTH)
def test_each_of_joined_verbs_has_the_object(language: str, text: str, told: list[str]) -> None:
    assert set(told) <= set(texts(text, language))


ALONE = [
    ("it", "Il custode è caduto e ha rotto due vasi.", "Il custode è caduto."),
    ("it", "Il pilota ha frenato e urtato il muro.", "Il pilota ha frenato."),
    ("en", "The runner fell and broke his wrist.", "The runner fell."),
    ("en", "He resigned and sold his shares.", "He resigned."),
]


@pytest.mark.parametrize(("language", "text", "told"), ALONE)
def test_a_verb_that_needs_no_object_gets_none(language: str, text: str, told: str) -> None:
    assert told in texts(text, language)
