"""Words that may come and go between a claim's own words and a text that stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claims.nlp.lexicon import words


@dataclass(frozen=True, slots=True)
class WordingLists:
    """Lower-case forms.

    ties: articles, "of", "and": they state nothing. pointing: pronouns and their kin, which a text
    may name or leave out. linking: what ties a clause to another. being: what makes a clause of an
    apposition or a participle.
    """

    ties: frozenset[str]
    pointing: frozenset[str]
    linking: frozenset[str]
    being: frozenset[str]


@cache
def wording_lists(language: str) -> WordingLists:
    """The lists of a language (lexicon, section "proposing")."""
    names = ("ties", "pointing", "linking", "being")
    return WordingLists(**{name: words(language, f"proposing.{name}") for name in names})
