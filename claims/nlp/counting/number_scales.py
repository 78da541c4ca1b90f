"""A number as it stands in a text, and the words that make it larger ("mila", "milioni", "bn")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claims.nlp.lexicon import words


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in the text.

    `value` includes the scale; `scale` is 1 where no scale word stands. `form` is "figure",
    "word", "one" (an article that may count), "half", "part" (a fraction), "share" ("one in five")
    or "age".
    """

    start: int
    end: int
    value: float
    scale: float = 1.0
    form: str = "figure"


@lru_cache(maxsize=1)
def scales() -> dict[str, float]:
    """Scale words and their factors."""
    found: dict[str, float] = {}
    for entry in words("units", "scale.words"):
        factor, _, forms = entry.partition(" ")
        found.update((form, float(factor)) for form in forms.split("|"))
    return found
