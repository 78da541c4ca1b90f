"""What a row is found by along the public order: its marks, all in one index.

The database's function `annotations_marks` (migration 0033) gives them. Of each word its language
and the word's stem (`itscuol`), once more for headline and claim alone (`^itscuol`), names
(`=roma`), sites (`/istat.it`) and the language itself (`it`): each with the row's large block of
the order, behind a tabulator, and with its huge one (`itscuol 12.244`, `itscuol 18.3`). Words that
stand in evidence alone say so (`-itscuol`). And where it lies within (` 10.97`, ` 7.781`). What
holds a word in a block is one entry of the index, so that nothing else of the word or the block is
read; and one question asks for whatever is wanted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotations.queries.public_filters import PublicFilter, name_and_site
from annotations.queries.public_relevance import Level
from annotations.queries.public_words import Manner, queries_of
from annotations.queries.statements import Given

MARKS = "annotations_marks(seq, language, search, entity_keys, source_domains)"
"""As the index has them."""
TINY, SMALL, LARGE, HUGE = 7, 10, 12, 18
"""Bits of a place within its block: of 128 places, of 1,024, of 4,096 or of 262,144."""
LONGEST = 500
"""Letters of a name that count."""
NAMED = "named"
"""What the value is called that holds the marks of names and sites."""
NONE = "''!''"
"""The mark of no row."""
_WEIGHED = r"E'(''\v([^\t]*)\t''):AB', E'(\\1 & !''-\\2\t'')', 'g'"
"""How a word that may not stand in evidence alone is told by two marks."""


def named_marks(wanted: PublicFilter) -> str | None:
    """Write the marks of the name and the site that are wanted; None for neither."""
    name, site = name_and_site(wanted)
    marks = [_quoted(f"={name}") if name else "", _quoted(f"/{site}") if site else ""]
    return " & ".join(filter(None, marks)) or None


def _quoted(mark: str) -> str:
    """Write a mark as a text search query has it, its place left open."""
    told = mark[: LONGEST + 1].replace("\\", "\\\\").replace("'", "''")
    return f"'{told}\t'"


def marks_sought(
    given: Given, manner: Manner | None, levels: Sequence[Level | None], *, is_named: bool
) -> list[str]:
    """Give what stands for the marks that are asked for at each level, as text.

    manner: how words are searched for, None where none are. Places are left open: see `placed`.
    """
    named = [given.once("%s::text", NAMED)] if is_named else []
    if manner is None:
        return named * len(levels)
    told = [
        given.made_of(_told(query, language, manner))
        for language, query in queries_of(given, manner).items()
    ]
    words = (_at(level, _either(told, manner), told_whole(given, manner)) for level in levels)
    return [given.made_last(" || ' & ' || ".join([each, *named])) for each in words]


def _told(query: str, language: str, manner: Manner) -> str:
    """Write a text search query with marks for words, their levels and places left open.

    Simple words need only be replaced; that function knows of phrases, words left out and spaces.
    """
    if not manner.is_simple:
        return f"annotations_marks_sought({query}, '{language}')"
    words = f"' ' || {query}::text || ' '"
    if manner.is_near:
        words = f"replace({words}, ''':AB ', E'\\t'':AB ')"
    ended = f"replace({words}, ''' ', E'\\t'' ')"
    return f"nullif(replace({ended}, ' ''', E' ''\\v{language}'), '  ')"


def told_whole(given: Given, manner: Manner) -> str:
    """Say whether marks tell all that is searched for: no word left out, no phrase."""
    if manner.is_simple:
        return "true"
    queries = queries_of(given, manner).values()
    return given.made_of(
        " AND ".join(f"replace({query}::text, ':AB', '') !~ '[!<:]'" for query in queries)
    )


def _either(told: Iterable[str], manner: Manner) -> str:
    """Ask for the words of any language. Those like words typed may not stand in evidence alone."""
    either = f"coalesce('(' || nullif(concat_ws(' | ', {', '.join(told)}), '') || ')', '{NONE}')"
    return f"regexp_replace({either}, {_WEIGHED})" if manner.is_near else either


def _at(level: Level | None, either: str, is_plain: str) -> str:
    """Ask for words in headline and claim, elsewhere or wherever."""
    anywhere, foremost = (f"replace({either}, E'\\v', '{mark}')" for mark in ("", "^"))
    if level is Level.FOREMOST:
        return foremost
    if level is Level.ELSEWHERE:
        return f"{anywhere} || CASE WHEN {is_plain} THEN ' & !' || {foremost} ELSE '' END"
    return anywhere


@dataclass(frozen=True, slots=True)
class Widths:
    """Places of the widest stretches that are told by tiny blocks, by small and by large ones."""

    tiny: int
    small: int
    large: int


def placed(told: str, low: str, high: str, widths: Widths) -> str:
    """Ask for marks in a stretch of the order alone, from its lowest to its highest place: a query.

    Stretches shorter than a large block are told by smaller ones within it as well.
    """
    width = f"{high} - {low}"
    around = f"CASE WHEN {width} <= {widths.large} THEN {LARGE} ELSE {HUGE} END"
    within = (
        f"CASE WHEN {width} < {widths.tiny} THEN {TINY}"
        f" WHEN {width} <= {widths.small} THEN {SMALL} END"
    )
    marks = r"'(' || replace(told, E'\t', E'\t' || around || '.' || block) || ')'"
    blocks = r"E'\'\t' || within || '.' || block || E'\''"
    return (
        f"SELECT '(' || {_each(marks, 'around')} || ')'"  # noqa: S608 - constants only
        f" || coalesce(' & (' || {_each(blocks, 'within')} || ')', '') FROM (SELECT {low} AS low,"
        f" {high} AS high, {told} AS told, {around} AS around, {within} AS within OFFSET 0) AS ends"
    )


def _each(mark: str, bits: str) -> str:
    """Join the marks of all blocks of a size."""
    blocks = f"generate_series(low >> {bits}, high >> {bits}) AS block"
    return f"(SELECT string_agg({mark}, ' | ') FROM {blocks})"  # noqa: S608 - constants only
