"""How typed words find published claims: by word stems, and by likeness where these find little."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
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
_WORD = re.compile(r"\w+")


def holding(words: str, language: str = "") -> Fragment:
    """Search each language's claims (or those of one) with that language's word forms."""
    return _in_place(_query, (words,), language)


def sought(given: Given, words: str, near: str = "", language: str = "") -> str:
    """Search as `holding` does, or `resembling` where there is `near`, by a plan that is kept."""
    query, values = (_likened_query, (words, near)) if near else (_query, (words,))
    told = _Told(lambda sql: given.once(sql, *_for_each(sql, values)), "(SELECT {})")
    return _searching(query, told, language)


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
    sql = _searching(query, _Told(str, "{}"), language)
    return Fragment(sql, _for_each(sql, values))


def _for_each(sql: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return values * (sql.count("%s") // len(values))


@dataclass(frozen=True, slots=True)
class _Told:
    """How a statement says what is worked out: for each language, and of all together."""

    each: Callable[[str], str]
    together: str


def _searching(query: Callable[[str], str], told: _Told, language: str) -> str:
    """Search by a query for each language.

    With several languages one look at the index finds what holds any language's forms, and each row
    is then held to its own: asked one by one, each language costs a plan of its own.
    """
    languages = _known([language] if language else Article.Language.values)
    queries = {name: told.each(query(name)) for name in languages}
    if language:
        return f"language = '{language}' AND search @@ {queries[language]}"
    any_of = told.together.format(reduce(_either, queries.values()))
    own = " ".join(f"WHEN '{name}' THEN search @@ {each}" for name, each in queries.items())
    return f"search @@ {any_of} AND CASE language {own} ELSE false END"


def _either(one: str, other: str) -> str:
    """Ask for either; once where both are the same, as names are: the planner counts each."""
    return f"coalesce({one} || nullif({other}, {one}), {one})"


def relevance(given: Given, words: str, near: str = "") -> str:
    """Rank by where the words, or words like them, stand: headline and claim come first."""
    query = _near_query if near else _query
    ranks = " ".join(
        f"WHEN '{name}' THEN ts_rank(search, {given.once(query(name), near or words)})"
        for name in Article.Language.values
    )
    return f"coalesce(CASE language {ranks} END, 0)::float8"


def _known(languages: Iterable[str]) -> Iterator[str]:
    """Let through only names that may stand in SQL. Raises ValueError for any other."""
    for name in languages:
        yield Article.Language(name).value


def _query(language: str) -> str:
    return f"websearch_to_tsquery('vaglio_{language}'::regconfig, %s::text)"


def _near_query(language: str) -> str:
    return f"to_tsquery('vaglio_{language}'::regconfig, %s::text)"


def _likened_query(language: str) -> str:
    return f"({_query(language)} || {_near_query(language)})"
