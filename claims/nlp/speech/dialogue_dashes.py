"""Speech behind the dash of a dialogue: "— Vengo anch'io, disse Marco.", "– Why? – she asked."

A dash at the start of a line is mostly a bullet, so only a verb of saying within the line makes it
a dialogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.nlp.lexicon import words
from claims.nlp.speech.speech_verbs import speech_verbs

_LINE_DASH = re.compile(r"\s*(?P<dash>[–—―]|-(?=\s))\s*(?=\S)")
_BREAK = re.compile(r"\s(?P<dash>[–—―-])\s?(?=\S)|(?<=[,?!…])\s")
_WORD = re.compile(r"[^\W\d_]+['’]?")
_INNER_DASH = re.compile(r"(?:(?<=\s)|(?<=[.,;]))[–—―-]\s")
REACH = 600

_Span = tuple[int, int, int, bool]


def dash_stretches(text: str, start: int, end: int, language: str) -> Iterator[_Span]:
    """(where the dash stands, start, end, goes on) of each stretch of one paragraph's dialogue."""
    opening = _LINE_DASH.match(text, start, end)
    if opening is None:
        return
    for found in _BREAK.finditer(text, opening.end(), min(end, opening.end() + REACH)):
        if not _says(text, found.end(), end, language):
            continue
        yield opening.start("dash"), opening.end(), found.start(), False
        again = _INNER_DASH.search(text, found.end(), end)
        if again is not None:
            yield again.start(), again.end(), end, True
        return


def _says(text: str, at: int, end: int, language: str) -> bool:
    """Whether a verb of saying opens what follows, behind an auxiliary or a pronoun."""
    small = words(language, "attribution.lead") | words(language, "attribution.pronouns")
    for count, match in enumerate(_WORD.finditer(text, at, min(end, at + 60))):
        word = match.group().lower()
        if word in speech_verbs(language):
            return True
        if count > 2 or (language == "it" and word not in small):
            return False
    return False
