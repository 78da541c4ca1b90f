"""The closed word lists of the claim rules, one set a language (lexicon/clauses_*.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "lexicon"


@dataclass(frozen=True, slots=True)
class ClauseLexicon:
    """Lower-case lemmas; `linking`, `connecting` and `relative` hold forms."""

    reporting: frozenset[str]
    attributing: frozenset[str]
    light: frozenset[str]
    hedging: frozenset[str]
    negating: frozenset[str]
    linking: frozenset[str]
    connecting: frozenset[str]
    relative: frozenset[str]
    personal: frozenset[str]
    composing: frozenset[str]


@lru_cache(maxsize=4)
def clause_lexicon(language: str) -> ClauseLexicon:
    """The lists of a language. Raises FileNotFoundError for one that isn't served."""
    with (FOLDER / f"clauses_{language}.toml").open("rb") as file:
        lists = tomllib.load(file)
    return ClauseLexicon(**{name: frozenset(words) for name, words in lists.items()})
