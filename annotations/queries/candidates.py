"""Published claims that may say what a text says: the few worth comparing closely.

Three roads, each by an index: the very words, the rarest word stems, and where these find little
(words mistyped) the stems of the published words most like those of the text. What comes back is
ranked by `annotations.matching`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any
from uuid import UUID

from django.db import connection

from annotations.filter_keys import name_key, words_key, words_of
from annotations.models import PublishedClaim
from annotations.queries.public_words import SHORTEST
from claims.models import Article

EACH = 12
"""How many candidates a text gets by each road."""
FEW = 3
"""Below so many, words like those of the text are looked for too."""
ROWS = 20_000
"""About how many rows the stems of one text may touch: common ones are left out beyond."""
ALL_ROWS = 150_000
"""The same for all texts asked together, an article's claims: half a second of the database's."""
FEWEST_ROWS = 4_000
"""What each of many texts may touch all the same."""
NEWEST = 2_000
"""So many of the newest claims are looked at for a stem that is in too many."""
LONGEST_MISTYPED = 300
"""Beyond so many characters a text has words enough without those like them."""
LIKEST = 2
"""How many published words each word of a text may stand for."""

LEXEMES = """
WITH frequent AS (
  SELECT unnest(most_common_elems::text::text[]) AS lexeme,
         unnest(most_common_elem_freqs[:cardinality(most_common_elems::text::text[])]) AS share
  FROM pg_stats
  WHERE schemaname = current_schema() AND tablename = 'annotations_publishedclaim'
    AND attname = 'search'
), size AS (
  SELECT greatest(reltuples, 0) AS rows FROM pg_class
  WHERE oid = 'annotations_publishedclaim'::regclass
)
SELECT asked.place, asked.language, words.lexeme, coalesce(frequent.share, 0) * size.rows
FROM size, unnest(%s::int[], %s::text[], %s::text[]) AS asked (place, language, words),
     unnest(to_tsvector(('vaglio_' || asked.language)::regconfig, asked.words)) AS words
     LEFT JOIN frequent USING (lexeme)
WHERE asked.language IN (
  SELECT known FROM unnest(%s::text[]) AS known WHERE EXISTS (
    SELECT 1 FROM annotations_publishedclaim WHERE is_current AND language = known))
"""
BY_STEMS = """
SELECT asked.place, found.seq
FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[]) AS asked (place, language, rare, words)
CROSS JOIN LATERAL (
  SELECT seq FROM annotations_publishedclaim
  WHERE is_current AND act <> 'withdrawn' AND language = asked.language
    AND search @@ asked.rare::tsquery
  ORDER BY ts_rank(search, asked.words::tsquery) DESC, seq DESC LIMIT %s
) AS found
"""
BY_COMMON_STEM = """
SELECT asked.place, found.seq
FROM unnest(%s::int[], %s::text[], %s::text[]) AS asked (place, language, stem)
CROSS JOIN LATERAL (
  SELECT seq FROM (
    SELECT seq, language, search FROM annotations_publishedclaim
    WHERE is_current AND act <> 'withdrawn' ORDER BY seq DESC LIMIT %s
  ) AS newest
  WHERE language = asked.language AND search @@ asked.stem::tsquery LIMIT %s
) AS found
"""
BY_KEY = """
SELECT asked.place, seq FROM annotations_publishedclaim
JOIN unnest(%s::int[], %s::text[]) AS asked (place, key) ON claim_key = asked.key
WHERE is_current AND act <> 'withdrawn'
"""
LIKE_WORDS = """
SELECT asked.place, annotations_near_words(ARRAY[asked.word], %s)
FROM unnest(%s::int[], %s::text[]) AS asked (place, word)
"""
_PUBLISHED = re.compile(r"'(\w+)'")
"""A word in what annotations_near_words gives, a query for to_tsquery."""


@dataclass(frozen=True, slots=True)
class PublishedText:
    """A published claim as it is compared; `document` is its public JSON."""

    seq: int
    claim: UUID
    language: str
    text: str
    headline: str
    claim_key: str
    document: Mapping[str, Any]


def candidates_for(texts: Sequence[str]) -> list[list[int]]:
    """Give for each text the `seq` of published claims that may say the same, in no order."""
    found: dict[int, set[int]] = defaultdict(set)
    keys = [name_key(text) for text in texts]
    _collect(found, BY_KEY, list(range(len(texts))), [words_key(text) for text in texts])
    most = max(FEWEST_ROWS, min(ROWS, ALL_ROWS // max(len(texts), 1)))
    _by_stems(found, dict(enumerate(texts)), most)
    poor = {
        place: key
        for place, key in enumerate(keys)
        if len(found[place]) < FEW and len(key) <= LONGEST_MISTYPED
    }
    _by_stems(found, _as_published(poor), most)
    return [sorted(found[place]) for place in range(len(texts))]


def _as_published(keys: Mapping[int, str]) -> dict[int, str]:
    """Put the likest published words in place of a text's own; short ones are alike by chance."""
    words = [
        (place, word)
        for place, key in keys.items()
        for word in words_of(key)
        if len(word) >= SHORTEST
    ]
    if not words:
        return {}
    told: dict[int, list[str]] = defaultdict(list)
    for place, near in _rows(LIKE_WORDS, LIKEST, *map(list, zip(*words, strict=True))):
        told[place] += _PUBLISHED.findall(near or "")
    return {place: " ".join(near) for place, near in told.items() if near}


def published_texts(seqs: Iterable[int]) -> list[PublishedText]:
    """Read the claims to be compared."""
    columns = ("seq", "claim_id", "language", "headline", "claim_key", "document")
    rows = PublishedClaim.objects.filter(seq__in=set(seqs)).order_by("seq").values_list(*columns)
    return [
        PublishedText(
            seq, claim, language, document["claim"]["text"], headline, claim_key, document
        )
        for seq, claim, language, headline, claim_key, document in rows
    ]


def _by_stems(found: dict[int, set[int]], texts: Mapping[int, str], most: int) -> None:
    """Ask each language's claims for the rarest stems that the text has in that language.

    The rare ones find, all of them rank. Claims of one article are often alike: what they ask in
    common is asked once. A language in which nothing is published isn't asked.
    most: rows that one text may touch.
    """
    languages = Article.Language.values
    asked = [(place, name, text) for place, text in texts.items() for name in languages]
    if not asked:
        return
    stems: dict[tuple[int, str], list[tuple[float, str]]] = defaultdict(list)
    parts = map(list, zip(*asked, strict=True))
    for place, language, lexeme, rows in _rows(LEXEMES, *parts, languages):
        stems[place, language].append((rows, lexeme))
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    common: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for (place, language), lexemes in stems.items():
        every = _joined(" | ", sorted(lexeme for _, lexeme in lexemes))
        if rare := rarest(sorted(lexemes), most):
            alike[language, rare, every].append(place)
        else:
            common[language, every].append(place)
    _look_up(found, BY_STEMS, alike, EACH)
    _look_up(found, BY_COMMON_STEM, common, NEWEST, EACH)


def _look_up(
    found: dict[int, set[int]],
    statement: str,
    alike: Mapping[tuple[str, ...], Sequence[int]],
    *limits: int,
) -> None:
    """Ask each question once for all the places that ask it."""
    if not alike:
        return
    questions = map(list, zip(*alike, strict=True))
    numbered = list(alike.values())
    for number, seq in _rows(statement, list(range(len(alike))), *questions, *limits):
        for place in numbered[number]:
            found[place].add(seq)


def rarest(lexemes: Sequence[tuple[float, str]], most: int) -> str:
    """Ask for any of the rarest that touch no more than `most` rows; for the two rarest together
    where even one touches more, and for nothing where there is but that one.

    Of so many claims that hold it all would be ranked alike: the newest serve as well.
    """
    touched = list(accumulate(rows for rows, _ in lexemes))
    taken = [lexeme for (_, lexeme), so_far in zip(lexemes, touched, strict=True) if so_far <= most]
    if taken:
        return _joined(" | ", taken)
    return _joined(" & ", [lexeme for _, lexeme in lexemes[:2]]) if len(lexemes) > 1 else ""


def _joined(by: str, lexemes: Iterable[str]) -> str:
    """Write a tsquery for stems in headline or claim (weight A)."""
    quoted = (lexeme.replace("\\", "\\\\").replace("'", "''") for lexeme in lexemes)
    return by.join(f"'{lexeme}':A" for lexeme in quoted)


def _collect(found: dict[int, set[int]], statement: str, *parameters: Any) -> None:
    for place, seq in _rows(statement, *parameters):
        found[place].add(seq)


def _rows(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())
