"""What is said in a text and by whom, for the tests of speech."""

from __future__ import annotations

from claims.nlp.naming.names import find_names
from claims.nlp.sentences import split_sentences
from claims.nlp.speech.quotes import find_quotes

Said = list[tuple[str, str | None]]


def said_in(text: str, language: str) -> Said:
    """The words of each quotation, with its speaker's name."""
    sentences = split_sentences(text, language)
    quotes = find_quotes(text, language, sentences, find_names(text, language, sentences))
    return [(text[q.start : q.end], q.speaker.name if q.speaker else None) for q in quotes]
