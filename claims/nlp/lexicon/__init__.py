"""Word lists of each language, kept as TOML beside this file so that an editor can read them."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=8)
def lexicon(language: str) -> dict[str, frozenset[str]]:
    """Lists by "section.name" ("attribution.verbs"), as sets; `language` is "it" or "en"."""
    path = Path(__file__).with_name(f"{language}.toml")
    sections = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        f"{section}.{name}": frozenset(words)
        for section, lists in sections.items()
        for name, words in lists.items()
    }


@lru_cache(maxsize=64)
def words(language: str, key: str) -> frozenset[str]:
    """One list; KeyError when it doesn't exist."""
    return lexicon(language)[key]
