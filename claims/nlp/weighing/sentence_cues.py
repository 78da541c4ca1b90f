"""Shallow cues of a sentence: what it counts, names and dates, and how it speaks.

They feed the check-worthiness model beside the sentence vector, and name its reasons.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from claims.nlp.weighing.cue_words import cue_words, languages_of, words_of

_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_MONEY_SIGN = re.compile(r"[€$£]")
# A capital inside a sentence, but for days, months, quarters of the compass and the like.
_NAME = re.compile(
    r"(?<=[^\W\d_,;:’'\"”»)]\s)"
    r"(?!I[’']|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March\b|April\b|May\b"
    r"|June\b|July\b|August\b|(?:Septem|Octo|Novem|Decem)ber|(?:Nord|Sud|Est|Ovest|Paes[ei]|Natale|Pasqua)\b)"
    r"[A-ZÀ-Þ][\w’'-]+"
)
_QUESTION = re.compile(r"\?[\s\"'»”’)]*$")
_EXCLAMATION = re.compile(r"![\s\"'»”’)]*$")
_QUOTE = re.compile(r"[«“”»\"]")
_OPENED = re.compile(r"^[«“\"‘]")
_CLOSED = re.compile(r"[»”\"][.,!?…]*$")
_STOPS = ".!?…»”\"'’)"


@dataclass(frozen=True, slots=True)
class Cues:
    """One number a cue, 0 to 1."""

    length: float
    short: float
    numbers: float
    spelled: float
    percent: float
    years: float
    names: float
    first_person: float
    second_person: float
    question: float
    exclamation: float
    quoted: float
    opened: float
    all_quoted: float
    past: float
    change: float
    movement: float
    comparison: float
    record: float
    institution: float
    money: float
    opinion: float
    future: float
    conditional: float
    exhortation: float
    hedged: float
    reported: float
    unfinished: float
    italian: float

    def as_row(self) -> list[float]:
        """The cues in the order of their fields."""
        return [float(getattr(self, name)) for name in NAMES]


NAMES = tuple(field.name for field in fields(Cues))


def cues_of(text: str) -> Cues:
    """Cues of one sentence, in the language that its function words show."""
    stripped = text.strip()
    words = words_of(text)
    languages = languages_of(words)
    met = _met(words, languages)
    return Cues(
        length=min(len(words), 60) / 60,
        short=float(len(words) < 6),
        numbers=_share(met["numbers"] + len(_DIGITS.findall(text)), 4),
        spelled=_share(met["spelled"], 3),
        percent=_share(met["percent"] + text.count("%"), 1),
        years=_share(len(_YEAR.findall(text)), 1),
        names=_share(len(_NAME.findall(text)), 5),
        first_person=_share(met["first"], 3),
        second_person=_share(met["second"], 1),
        past=_share(met["past"], 3),
        change=_share(met["change"], 1),
        movement=_share(met["movement"], 1),
        comparison=_share(met["comparison"], 1),
        record=_share(met["record"], 1),
        institution=_share(met["institution"], 3),
        money=_share(met["money"] + len(_MONEY_SIGN.findall(text)), 2),
        opinion=_share(met["opinion"], 3),
        future=_share(met["future"], 2),
        conditional=_share(met["conditional"], 1),
        exhortation=_share(met["exhortation"], 2),
        hedged=_share(met["hedged"], 2),
        reported=_share(met["reported"], 2),
        italian=float("it" in languages) - 0.5 * float(len(languages) > 1),
        **_marks(stripped),
    )


def _met(words: Sequence[str], languages: Sequence[str]) -> Mapping[str, int]:
    """How often each listed cue is met; 0 for one that isn't."""
    met: defaultdict[str, int] = defaultdict(int)
    for language in languages:
        for cue, count in cue_words(language).counts(words).items():
            met[cue] += count
    return met


def _marks(stripped: str) -> dict[str, float]:
    """Cues of punctuation."""
    opened, closed = _OPENED.search(stripped), _CLOSED.search(stripped)
    return {
        "question": float(_QUESTION.search(stripped) is not None),
        "exclamation": float(_EXCLAMATION.search(stripped) is not None),
        "quoted": float(_QUOTE.search(stripped) is not None),
        "opened": float(opened is not None),
        "all_quoted": float(opened is not None and closed is not None),
        "unfinished": float(stripped[-1:] not in _STOPS),
    }


def _share(count: int, most: int) -> float:
    return min(count, most) / most
