"""Marks that hold nobody's words, and notes that speak for themselves."""

from __future__ import annotations

import pytest

from claims.nlp.naming.names import find_names
from claims.nlp.sentences import split_sentences
from claims.nlp.speech.quotes import find_quotes


def found(text: str, language: str) -> list[tuple[str, str | None]]:
    sentences = split_sentences(text, language)
    quotes = find_quotes(text, language, sentences, find_names(text, language, sentences))
    return [(text[q.start : q.end], q.speaker.name if q.speaker else None) for q in quotes]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ugo Banti ha dichiarato la «guerra al fumo passivo» nelle scuole.", "it"),
        ("Il regista ricorda, dice Ugo Banti, «Il gatto e la volpe» (1959) e altri film.", "it"),
        ("Ugo Banti, ha detto Anna Neri, è una sorta di «Robin Hood delle valli».", "it"),
        ("Sul tabellone di Lodi Anna Neri dice 8'17\"40: nuovo primato degli 800.", "it"),
        ("The mayor, Jo Vex, declared a “state of local emergency” on Monday 👍.", "en"),
    ],
)
def test_titles_likenesses_and_declared_things_are_no_speech(text: str, language: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        (
            "Il sindaco Ugo Banti ha firmato. «Il ponte riaprirà a marzo», si legge in una nota.",
            "it",
            ("Il ponte riaprirà a marzo", "una nota"),
        ),
        ("Ugo Banti ha dichiarato: «La guerra è finita per tutti».", "it", None),
    ],
)
def test_a_note_without_an_author_speaks_for_itself(
    text: str, language: str, said: tuple[str, str] | None
) -> None:
    assert found(text, language) == [said or ("La guerra è finita per tutti", "Ugo Banti")]
