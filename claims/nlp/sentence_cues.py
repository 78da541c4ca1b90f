"""Shallow cues of a sentence: what it counts, names and dates, and how it speaks.

They feed the check-worthiness model beside the sentence vector, and name its reasons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache

from claims.nlp.lexicon import words

_NUMBER = re.compile(
    r"\d|\b(?:milion|miliard|million|billion|per\s?cent|percent|metà|terz[oi]|half)\w*", re.I
)
_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_NAME = re.compile(r"(?<=[^\W\d_,;:’'\"”»)]\s)[A-ZÀ-Þ][\w’'-]+")
_FIRST_PERSON = re.compile(
    r"\b(?:we|i'm|i've|i'd|i'll|we're|we've|we'll|me|us|my|our|io|noi|mio|mia|nostro|nostra|nostri|nostre)\b"
    r"|\b\w{2,}iamo\b",
    re.I,
)
# "I" is a pronoun only in English: in Italian it is an article.
_ENGLISH = re.compile(r"\b(?:the|and|to|of|is|was|that|it|have|my|you|a|an|in|for|do)\b", re.I)
_ENGLISH_I = re.compile(r"\bI\b")
_SECOND_PERSON = re.compile(r"\b(?:you|your|you're|tu|voi|vostro|vostra)\b", re.I)
_QUESTION = re.compile(r"\?[\s\"'»”’)]*$")
_EXCLAMATION = re.compile(r"![\s\"'»”’)]*$")
_QUOTE = re.compile(r"[«“”»\"]")
_TOKEN = re.compile(r"\w+(?:['’]\w+)?")
_PAST = re.compile(
    r"\b(?:ha|hanno|aveva|avevano|è stat[oa]|sono stat[ie]|era|erano|fu|furono)\b"
    r"|\b(?:was|were|had|has been|have been)\b"
    r"|\b\w{3,}ed\b",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:aument|cresc|cal(?:a|at|o)|diminu|scend|sces|sal(?:e|it)|rise|rose|fall|fell|increas"
    r"|decreas|cut|grew|doubl|raddoppi|dimezz|halv)\w*",
    re.I,
)
_COMPARISON = re.compile(
    r"\b(?:più|meno|rispetto|primo|prima|ultimo|maggior|minor|more|less|than|most|largest|first|highest|lowest|record)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cues:
    """One number a cue, about 0 to 1."""

    length: float
    numbers: float
    years: float
    names: float
    first_person: float
    second_person: float
    question: float
    exclamation: float
    quoted: float
    past: float
    change: float
    comparison: float
    opinion: float
    future: float
    exhortation: float
    hedged: float
    reported: float
    unfinished: float

    def as_row(self) -> list[float]:
        """The cues in the order of their fields."""
        return [float(getattr(self, name)) for name in NAMES]


NAMES = tuple(field.name for field in fields(Cues))


def cues_of(text: str) -> Cues:
    """Cues of one sentence; both languages' word lists are looked at."""
    tokens = _TOKEN.findall(text)
    stripped = text.strip()
    return Cues(
        length=min(len(tokens), 60) / 60,
        numbers=min(len(_NUMBER.findall(text)), 4) / 4,
        years=float(_YEAR.search(text) is not None),
        names=min(len(_NAME.findall(text)), 5) / 5,
        first_person=min(_first_persons(text), 3) / 3,
        second_person=float(_SECOND_PERSON.search(text) is not None),
        question=float(_QUESTION.search(stripped) is not None),
        exclamation=float(_EXCLAMATION.search(stripped) is not None),
        quoted=float(_QUOTE.search(text) is not None),
        past=float(_PAST.search(text) is not None),
        change=float(_CHANGE.search(text) is not None),
        comparison=float(_COMPARISON.search(text) is not None),
        opinion=_hits(text, "opinion.words"),
        future=_hits(text, "stance.future"),
        exhortation=_hits(text, "stance.exhortation"),
        hedged=_hits(text, "hedges.words"),
        reported=_hits(text, "speech"),
        unfinished=float(stripped[-1:] not in ".!?…»”\"'’)"),
    )


def _first_persons(text: str) -> int:
    found = len(_FIRST_PERSON.findall(text))
    return found + (len(_ENGLISH_I.findall(text)) if len(_ENGLISH.findall(text)) > 1 else 0)


def _hits(text: str, key: str) -> float:
    return min(len(_list_pattern(key).findall(text)), 3) / 3


@lru_cache(maxsize=16)
def _list_pattern(key: str) -> re.Pattern[str]:
    listed: set[str] = set()
    for language in ("it", "en"):
        listed |= words(language, "attribution.verbs" if key == "speech" else key)
    if key == "speech":
        listed = {
            "said",
            "says",
            "told",
            "disse",
            "detto",
            "dice",
            "dichiarato",
            "afferma",
            "affermato",
        }
        listed |= {"spiega", "spiegato", "secondo", "according to", "sostiene", "added", "wrote"}
    longest_first = sorted(listed, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.I)
