"""Who speaks in English sentences where a name stands nearer than the one who does."""

from __future__ import annotations

import pytest

from claims.nlp.naming.names import find_names
from claims.nlp.sentences import split_sentences
from claims.nlp.speech.quotes import find_quotes

Said = list[tuple[str, str | None]]


def found(text: str) -> Said:
    sentences = split_sentences(text, "en")
    quotes = find_quotes(text, "en", sentences, find_names(text, "en", sentences))
    return [(text[q.start : q.end], q.speaker and q.speaker.name) for q in quotes]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            (
                "Chile's coach Ana Ruiz praised the crowd. Denmark's coach complained about "
                'the court, which he described as "slower than wet sand".'
            ),
            [("slower than wet sand", "Denmark's coach")],
        ),
        (
            (
                "A copy of the report seen by this paper is unsigned and says that two of "
                'the cables were "corroded beyond repair". Tom Reed did not comment.'
            ),
            [("corroded beyond repair", "A copy of the report seen by this paper")],
        ),
        (
            'Anna Neri and Hugh Banks said: "We will vote against the bill."',
            [("We will vote against the bill.", "Anna Neri and Hugh Banks")],
        ),
        (
            '"We will vote against the bill," Anna Neri and Hugh Banks said.',
            [("We will vote against the bill,", "Anna Neri and Hugh Banks")],
        ),
    ],
)
def test_speech_belongs_to_its_grammatical_speaker(text: str, said: Said) -> None:
    assert found(text) == said
