"""Published claims that may say what a text says: the few worth comparing closely.

Three roads, each by an index: the very words, the rarest word stems, and runs of three letters
where the stems find little (words mistyped). What comes back is ranked by `annotations.matching`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from annotations.filter_keys import name_key, words_key
from annotations.models import PublishedClaim
from claims.models import Article

EACH = 12
"""How many candidates a text gets by each road."""
FEW = 3
"""Below so many, trigrams are asked too."""
ROWS = 20_000
"""About how many rows the stems of one text may touch: common ones are left out beyond."""
LONGEST_TRIGRAMS = 300
"""Beyond so many characters a text has words enough without trigrams."""

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
"""
BY_STEMS = """
SELECT asked.place, found.seq
FROM unnest(%s::int[], %s::text[], %s::text[]) AS asked (place, language, words)
CROSS JOIN LATERAL (
  SELECT seq FROM annotations_publishedclaim
  WHERE is_current AND act <> 'withdrawn' AND language = asked.language
    AND search @@ asked.words::tsquery
  ORDER BY ts_rank(search, asked.words::tsquery) DESC, seq DESC LIMIT %s
) AS found
"""
BY_KEY = """
SELECT asked.place, seq FROM annotations_publishedclaim
JOIN unnest(%s::int[], %s::text[]) AS asked (place, key) ON claim_key = asked.key
WHERE is_current AND act <> 'withdrawn'
"""
BY_TRIGRAMS = """
SELECT asked.place, found.seq
FROM unnest(%s::int[], %s::text[]) AS asked (place, key)
CROSS JOIN LATERAL (
  SELECT seq FROM annotations_publishedclaim
  WHERE is_current AND act <> 'withdrawn' AND search_key %%> asked.key
  ORDER BY word_similarity(asked.key, search_key) DESC, seq DESC LIMIT %s
) AS found
"""


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
    _by_stems(found, texts)
    poor = [
        place
        for place, key in enumerate(keys)
        if len(found[place]) < FEW and 0 < len(key) <= LONGEST_TRIGRAMS
    ]
    if poor:
        _collect(found, BY_TRIGRAMS, poor, [keys[place] for place in poor], EACH)
    return [sorted(found[place]) for place in range(len(texts))]


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


def _by_stems(found: dict[int, set[int]], texts: Sequence[str]) -> None:
    """Ask each language's claims for the rarest stems that the text has in that language."""
    asked = [
        (place, language, text)
        for place, text in enumerate(texts)
        for language in Article.Language.values
    ]
    stems: dict[tuple[int, str], list[tuple[float, str]]] = defaultdict(list)
    for place, language, lexeme, rows in _rows(LEXEMES, *map(list, zip(*asked, strict=True))):
        stems[place, language].append((rows, lexeme))
    if not stems:
        return
    places, languages = zip(*stems, strict=True)
    queries = [_any_of(_rarest(lexemes)) for lexemes in stems.values()]
    _collect(found, BY_STEMS, list(places), list(languages), queries, EACH)


def _rarest(lexemes: Iterable[tuple[float, str]]) -> list[str]:
    """Take the rarest until they would touch too many rows; always the first two."""
    taken: list[str] = []
    touched = 0.0
    for rows, lexeme in sorted(lexemes):
        touched += rows
        if len(taken) > 1 and touched > ROWS:
            break
        taken.append(lexeme)
    return taken


def _any_of(lexemes: Iterable[str]) -> str:
    """Write a tsquery for any of the stems in headline or claim (weight A)."""
    quoted = (lexeme.replace("\\", "\\\\").replace("'", "''") for lexeme in lexemes)
    return " | ".join(f"'{lexeme}':A" for lexeme in quoted)


def _collect(found: dict[int, set[int]], statement: str, *parameters: Any) -> None:
    for place, seq in _rows(statement, *parameters):
        found[place].add(seq)


def _rows(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())
