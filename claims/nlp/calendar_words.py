"""Names of months and weekdays as numbers, and the patterns that find them."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.nlp.lexicon import words


@lru_cache(maxsize=8)
def numbered(language: str, name: str) -> dict[str, int]:
    """Every form of a "calendar.<name>" list with its number ("luglio": 7, "lug": 7)."""
    found: dict[str, int] = {}
    for entry in words(language, f"calendar.{name}"):
        number, _, forms = entry.partition(" ")
        found.update((form, int(number)) for form in forms.split("|"))
    return found


@lru_cache(maxsize=16)
def pattern(language: str, name: str) -> str:
    """An alternation of all forms, longest first, with an optional point after short ones."""
    forms = sorted(numbered(language, name), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(f) + (r"\.?" if len(f) < 5 else "") for f in forms) + ")"


def number_of(language: str, name: str, form: str) -> int:
    """The number of one form, with or without its point; KeyError when there is none."""
    return numbered(language, name)[form.lower().rstrip(".")]
