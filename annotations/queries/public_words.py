"""How typed words find published claims: by word stems, and by likeness where these find little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.filter_keys import name_key
from annotations.queries.statements import Fragment, all_of
from claims.models import Article

SHORTEST = 4
"""Shorter words are alike by chance; most say nothing either."""
MOST_WORDS = 8
_WORD = re.compile(r"\w+")


def holding(words: str, language: str = "") -> Fragment:
    """Search each language's claims (or those of one) with that language's word forms."""
    languages = [language] if language else list(Article.Language.values)
    return Fragment(
        " OR ".join(
            f"language = '{name}' AND search @@ {_query(name)}" for name in _known(languages)
        ),
        (words,) * len(languages),
    )


def likened_words(words: str) -> list[str]:
    """Give the words of a search that may be mistyped.

    None where nothing could be, or where the person was exact: "phrases" and -exclusions.
    """
    if '"' in words or re.search(r"(?:^|\s)-\S", words):
        return []
    asked = _WORD.findall(name_key(words))
    return [word for word in asked if len(word) >= SHORTEST][:MOST_WORDS]


def resembling(words: str, language: str = "") -> Fragment:
    """Search for claims that have a word like each of those typed, or hold them all.

    How like is the connection's pg_trgm.word_similarity_threshold (config.settings).
    """
    alike = all_of(Fragment("search_key %%> %s", (word,)) for word in likened_words(words))
    held = holding(words, language)
    return Fragment(f"({held.sql}) OR ({alike.sql})", held.values + alike.values)


def relevance(words: str, *, is_similar: bool) -> Fragment:
    """Rank by where the words stand (headline and claim first), or by how like they are."""
    if is_similar:
        return Fragment("word_similarity(%s, search_key)::float8", (name_key(words),))
    ranks = " ".join(
        f"WHEN '{name}' THEN ts_rank(search, {_query(name)})" for name in Article.Language.values
    )
    return Fragment(
        f"(CASE language {ranks} ELSE 0 END)::float8", (words,) * len(Article.Language.values)
    )


def _known(languages: list[str]) -> Iterator[str]:
    """Let through only names that may stand in SQL. Raises ValueError for any other."""
    for name in languages:
        yield Article.Language(name).value


def _query(language: str) -> str:
    return f"websearch_to_tsquery('vaglio_{language}'::regconfig, %s)"
