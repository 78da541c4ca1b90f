"""What the language code hands from one step to the next.

Every `start`/`end` is half-open, from 0, in Unicode code points of the text that was given to
the step; `extract.split_text` returns them for the text as its caller gave it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a sentence is (contract, section 1)."""

    CHECKABLE = "checkable"
    OPINION = "opinion"
    PREDICTION = "prediction"
    QUESTION = "question"
    EXHORTATION = "exhortation"
    HEADING = "heading"
    OTHER = "other"


class Kind(StrEnum):
    """What sort of fact a claim states."""

    QUANTITY = "quantity"
    DATE = "date"
    ATTRIBUTION = "attribution"
    COMPOSITION = "composition"
    RELATION = "relation"
    EVENT = "event"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open piece of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; the shares lie in [0, 1], `reasons` are keys of the interface's texts.

    check_worthiness: how much it deserves checking; checkable: how likely it states a fact that
    can be checked; subjective: how likely its writer judges rather than reports.
    """

    start: int
    end: int
    label: Label = Label.OTHER
    check_worthiness: float = 0.0
    reasons: tuple[str, ...] = ()
    checkable: float = 0.0
    subjective: float = 0.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts: "64mila GPU" is value 64000, unit "GPU".

    measure: the unit's one sign (ISO 4217 for money, else SI); None where people or things are
    counted. bound: about, over, under, at_least or at_most, where the text says so.
    """

    start: int
    end: int
    value: float
    unit: str | None = None
    measure: str | None = None
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A time expression; `edtf` is None where it is relative and no article date is known."""

    start: int
    end: int
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A name; `label` is PER, ORG, LOC, PRODUCT or MISC.

    `name` is the one form that stands for all mentions in the article ("Leoni": "Marta Leoni").
    """

    start: int
    end: int
    label: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the fullest name the article gives, and where the mention nearby stands."""

    name: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Direct speech: the words between the marks, who said them, and the cue ("scriveva")."""

    start: int
    end: int
    speaker: Speaker | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A word whose meaning the article leaves open, and what it may mean, the likeliest first.

    The span is the pronoun's or, where the subject is left out, the verb's.
    """

    start: int
    end: int
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim as the machine proposes it, not stored yet.

    `segments` are the article's own words that express it, in order, not overlapping; `text`
    stands alone. `sentence` is an index into the document's sentences.
    """

    text: str
    sentence: int
    segments: tuple[Span, ...]
    kind: Kind = Kind.OTHER
    check_worthiness: float = 0.0
    reasons: tuple[str, ...] = ()
    speaker: Speaker | None = None
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    entities: tuple[Entity, ...] = ()
    hedged: bool = False
    negated: bool = False
    unresolved: tuple[Unresolved, ...] = ()

    @property
    def start(self) -> int:
        """Where the first segment starts."""
        return self.segments[0].start

    @property
    def end(self) -> int:
        """Where the last segment ends."""
        return self.segments[-1].end


@dataclass(frozen=True, slots=True)
class SplitDocument:
    """All that was read out of one text."""

    language: str
    pipeline: str
    sentences: tuple[Sentence, ...] = ()
    claims: tuple[Candidate, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateExpression, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposition:
    """A smallest statement: the words of its segments, not made to stand alone."""

    text: str
    segments: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SplitRequest:
    """A text to split; `language` is "it", "en" or "auto"; `date` is the article's own."""

    text: str
    language: str = "auto"
    date: datetime.date | None = None


class SplitError(ValueError):
    """A text that can't be split; `code` names why (empty, too_long, unsupported_language, ...)."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
