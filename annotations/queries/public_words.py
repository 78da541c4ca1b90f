"""How typed words find published claims: by word stems, and by likeness where these find little."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce

from annotations.filter_keys import name_key
from annotations.queries.statements import Fragment, Given
from claims.models import Article

SHORTEST = 4
"""Shorter words are alike by chance; most say nothing either."""
MOST_WORDS = 8
LIKEST = 8
"""How many published words each typed one may stand for."""
SEARCHED = "search"
FOREMOST = "ts_filter(search, '{a}')"
"""The words of headline and claim alone."""
_WORD = re.compile(r"\w+")
_PLAIN = "(?:[A-Za-zÀ-ÖØ-öø-ÿ]+[0-9]*|[0-9]+)"
"""A word that text search takes for one: `8e7q` is a number and a word beside it, a phrase."""
_SIMPLE = re.compile(f" *{_PLAIN}(?: +{_PLAIN})* *")
_SIMPLE_NEAR = re.compile(rf"(?:[()|& ]|'{_PLAIN}':AB)*")


def holding(words: str, language: str = "") -> Fragment:
    """Search each language's claims (or those of one) with that language's word forms."""
    return _in_place(_query, (words,), language)


WORDS, NEAR = "words", "near"
"""What the values are called of a statement that is kept: as they were typed, and words like them
(what near_words gave)."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are searched for: in which language (or all), and whether words like them count.

    is_simple: whether they are such that nothing is a phrase or left out and no word's form holds
    a space.
    """

    language: str = ""
    is_near: bool = False
    is_simple: bool = False


def manner_of(words: str, near: str, language: str) -> Manner:
    """Say how words are searched for, and those like them: what near_words gave, empty for none."""
    is_simple = _SIMPLE.fullmatch(words) is not None and _SIMPLE_NEAR.fullmatch(near) is not None
    return Manner(language, bool(near), is_simple)


def queries_of(given: Given, manner: Manner) -> dict[str, str]:
    """Give what stands for the query of each language, by a plan that is kept."""
    query, names = (_likened_query, (WORDS, NEAR)) if manner.is_near else (_query, (WORDS,))
    told = {name: query(name) for name in _languages(manner.language)}
    return {name: given.once(sql, *_for_each(sql, names)) for name, sql in told.items()}


def held(given: Given, manner: Manner, vector: str = SEARCHED) -> str:
    """Say of a row that is at hand what `holding` or `resembling` does: no index is asked."""
    return _own(queries_of(given, manner), vector)


def likened_words(words: str) -> list[str]:
    """Give the words of a search that may be mistyped.

    None where nothing could be, or where the person was exact: "phrases" and -exclusions.
    """
    if '"' in words or re.search(r"(?:^|\s)-\S", words):
        return []
    asked = _WORD.findall(name_key(words))
    return [word for word in asked if len(word) >= SHORTEST][:MOST_WORDS]


def near_words(words: str) -> Fragment:
    """Select, as one text, the published words most like each of those typed.

    The text is a query for to_tsquery: of each typed word the likest, where they stand in headline,
    claim, reasons or names (what evidence quotes is found only as it was typed). NULL where one is
    like none. How like is the connection's pg_trgm.word_similarity_threshold (config.settings); two
    letters that changed places leave too few trigrams, and are tried in each place. A function of
    the database does it (migration 0024), so that only searches that find little plan for it.
    """
    return Fragment(
        "SELECT annotations_near_words(%s::text[], %s::int) AS words",
        (likened_words(words), LIKEST),
    )


def resembling(words: str, near: str, language: str = "") -> Fragment:
    """Search for claims that hold a word like each of those typed, or hold them all.

    near: what near_words gave. Given as a value, the planner knows how many claims hold it.
    """
    return _in_place(_likened_query, (words, near), language)


def _in_place(query: Callable[[str], str], values: tuple[str, ...], language: str) -> Fragment:
    sql = _searching(query, language)
    return Fragment(sql, _for_each(sql, values))


def _for_each(sql: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return values * (sql.count("%s") // len(values))


def _searching(query: Callable[[str], str], language: str) -> str:
    """Search by a query for each language.

    With several languages one look at the index finds what holds any language's forms, and each row
    is then held to its own: asked one by one, each language costs a plan of its own.
    """
    queries = {name: query(name) for name in _languages(language)}
    if language:
        return f"language = '{language}' AND {SEARCHED} @@ {queries[language]}"
    any_of = reduce(_either, queries.values())
    return f"{SEARCHED} @@ {any_of} AND {_own(queries, SEARCHED)}"


def _own(queries: Mapping[str, str], vector: str) -> str:
    """Hold a row to the query of its own language."""
    own = " ".join(f"WHEN '{name}' THEN {vector} @@ {each}" for name, each in queries.items())
    return f"CASE language {own} ELSE false END"


def _either(one: str, other: str) -> str:
    """Ask for either; once where both are the same, as names are: the planner counts each."""
    return f"coalesce({one} || nullif({other}, {one}), {one})"


def _languages(language: str) -> list[str]:
    """Give the one asked for, or all. Raises ValueError for a name that may not stand in SQL."""
    return [Article.Language(language).value] if language else Article.Language.values


def _query(language: str) -> str:
    return f"websearch_to_tsquery('vaglio_{language}'::regconfig, %s::text)"


def _near_query(language: str) -> str:
    return f"to_tsquery('vaglio_{language}'::regconfig, %s::text)"


def _likened_query(language: str) -> str:
    return f"({_query(language)} || {_near_query(language)})"
