"""Rows for benches: published claims in any number, put in place by COPY.

The table's triggers and foreign keys are put aside for good, so that a million take minutes: only
for a database that is thrown away. Rows are as the publishing service writes them.
"""

from __future__ import annotations

import hashlib
import random
import uuid
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection

from annotations.documents.public_document import (
    KeptCopy,
    PublicArticle,
    PublicClaim,
    PublicDocument,
    PublicEntity,
    PublicEvidence,
    PublicRating,
    PublicSource,
    rendered,
)
from annotations.filter_keys import filter_keys, search_keys

SUBJECTS = ["comune", "regione", "governo", "ministero", "ospedale", "porto", "ferrovia", "parco"]
ACTS = ["aperto", "chiuso", "comprato", "venduto", "costruito", "rinnovato", "demolito"]
THINGS = ["scuole", "treni", "alberi", "letti", "ponti", "strade", "biblioteche", "campi"]
PLACES = [f"Città{n}" for n in range(400)]
PEOPLE = [f"Persona {chr(65 + n % 26)}{n}" for n in range(1000)]
RATINGS = [("false", 1), ("misleading", 2), ("half_true", 3), ("true", 5)]
KINDS = ["quantity", "event", "date", "relation"]
COLUMNS = [
    "seq",
    "claim_id",
    "verdict_id",
    "version",
    "act",
    "severity",
    "notice",
    "is_current",
    "language",
    "rating_key",
    "kind",
    "speaker_key",
    "entity_keys",
    "publisher_key",
    "source_domains",
    "claim_key",
    "search_key",
    "first_published_at",
    "headline",
    "document",
    "body",
    "etag",
    "published_by_id",
    "created_at",
]
UNGUARDED = """
ALTER TABLE annotations_publishedclaim DISABLE TRIGGER USER;
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT conname FROM pg_constraint
    WHERE conrelid = 'annotations_publishedclaim'::regclass AND contype = 'f'
  LOOP EXECUTE 'ALTER TABLE annotations_publishedclaim DROP CONSTRAINT ' || name; END LOOP;
END $$
"""
BASE = 20_000
INDEXES = """
SELECT indexname, indexdef FROM pg_indexes
WHERE tablename IN ('annotations_publishedclaim', 'annotations_publishedword')
  AND indexname NOT IN (SELECT conname FROM pg_constraint)
"""
AGAIN = """
INSERT INTO annotations_publishedclaim (
  seq, claim_id, verdict_id, version, act, severity, notice, is_current, language, rating_key,
  kind, speaker_key, entity_keys, publisher_key, source_domains, claim_key, search_key,
  first_published_at, headline, document, body, etag, published_by_id, created_at, search)
SELECT seq + %s, new.id, verdict_id, version, act, severity, notice, is_current, language,
  rating_key, kind, speaker_key, entity_keys, publisher_key, source_domains, claim_key, search_key,
  first_published_at + %s * interval '40 s', headline, words::jsonb, convert_to(words, 'UTF8'),
  encode(sha256(convert_to(words, 'UTF8')), 'hex'), published_by_id,
  created_at + %s * interval '40 s', search
FROM annotations_publishedclaim AS old,
  LATERAL (SELECT ('00000000-0000-0007-0000-' || lpad(to_hex(seq + %s), 12, '0'))::uuid AS id) new,
  LATERAL (SELECT replace(convert_from(body, 'UTF8'), old.claim_id::text, new.id::text) AS words) w
WHERE seq <= least(%s, 20000)
"""
WORDS = r"""
INSERT INTO annotations_publishedword (word)
SELECT DISTINCT word
FROM annotations_publishedclaim, regexp_split_to_table(search_key, '\W+') AS word
WHERE seq <= 20000 AND word <> ''
"""
FOGLIO = "https://foglio.example.org/"
BEGIN = datetime(2024, 1, 1, tzinfo=UTC)


def fill(count: int) -> None:
    """Put `count` published claims in place of whatever is there; analyse the table.

    The first BASE are made one by one; the rest are these again under other ids, so that words and
    names keep their shares, made by the database itself.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute(UNGUARDED)
        cursor.execute("TRUNCATE annotations_publishedclaim, annotations_publishedword CASCADE")
        cursor.execute(INDEXES)
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
        put_rows(cursor, min(count, BASE))
        for first in range(BASE, count, BASE):
            cursor.execute(AGAIN, [first, first, first, first, count - first])
        cursor.execute(WORDS)
        for _, definition in indexes:
            cursor.execute(definition)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE) annotations_publishedclaim, annotations_publishedword")
        cursor.execute("SET statement_timeout = 15000")


def put_rows(cursor: Any, count: int) -> None:
    """Put `count` rows, and what finds them by their words, into a table that UNGUARDED opened."""
    names = ", ".join(COLUMNS)
    cursor.execute(
        "CREATE TEMP TABLE coming AS SELECT * FROM annotations_publishedclaim WITH NO DATA"
    )
    with cursor.copy(f"COPY coming ({names}) FROM STDIN") as copy:
        for row in rows(count):
            copy.write_row(row)
    cursor.execute(
        f"INSERT INTO annotations_publishedclaim ({names}, search) SELECT {names},"
        " setweight(to_tsvector('vaglio_it', headline || ' ' || (document->'claim'->>'text')), 'A')"
        " || setweight(to_tsvector('vaglio_it', concat_ws(' ', document->>'rationale',"
        "   document->'claim'->>'speaker', document->'claim'->'article'->>'title',"
        "   document->'claim'->'article'->>'publisher')), 'B')"
        " || setweight(to_tsvector('vaglio_it', (SELECT string_agg(concat_ws(' ',"
        "   part->'source'->>'title', part->'source'->>'publisher', part->>'excerpt'), ' ')"
        "   FROM jsonb_array_elements(document->'evidence') AS part)), 'C') FROM coming"
    )
    cursor.execute("DROP TABLE coming")


def rows(count: int) -> Iterator[tuple[Any, ...]]:
    """Give the rows in COLUMNS' order; the same ones for the same count."""
    chance = random.Random(7)
    verdict, person = uuid.UUID(int=1), 1
    for seq in range(1, count + 1):
        at = BEGIN + timedelta(seconds=40 * seq)
        document = published(seq, at, chance)
        body = rendered(document)
        yield (
            seq, document.id, verdict, 1, "published", "", "", True, document.language,
            document.rating.key, *asdict(filter_keys(document)).values(),
            *asdict(search_keys(document)).values(), at, document.headline, body.decode(), body,
            hashlib.sha256(body).hexdigest(), person, at,
        )  # fmt: skip


def published(seq: int, at: datetime, chance: random.Random) -> PublicDocument:
    """Make one document of about two kilobytes."""
    pick = chance.choice
    subject, act, thing, place = pick(SUBJECTS), pick(ACTS), pick(THINGS), pick(PLACES)
    key, value = pick(RATINGS)
    text = f"Il {subject} di {place} ha {act} {seq % 977} {thing} nel {2010 + seq % 15}"
    moment = at.isoformat(timespec="microseconds").replace("+00:00", "Z")
    name = str(uuid.UUID(int=(7 << 64) + seq))
    source = PublicSource(
        f"https://dati{seq % 50}.example.org/{seq}", f"Registro {subject}", place, None
    )
    copy = KeptCopy("0" * 64, moment)
    return PublicDocument(
        id=name,
        url=f"https://vaglio.example.org/affermazioni/{name}/",
        publication_state="published",
        version=1,
        language="it",
        headline=f"Quanti {thing} ha {act} il {subject} di {place}",
        claim=PublicClaim(
            text=text, exact=text, prefix="Prima. ", suffix=" Dopo.", start=7, end=7 + len(text),
            segments=((7, 7 + len(text)),), speaker=pick(PEOPLE), speaker_kind="person",
            made_on=at.date().isoformat(),
            article=PublicArticle(
                name, f"Cronaca di {place}", f"Il Foglio {seq % 30}", FOGLIO, moment
            ),
            kind=pick(KINDS), entities=(PublicEntity(place, "LOC"),),
        ),
        rating=PublicRating(key, {"it": key, "en": key}, value, "false"),
        rationale=" ".join(
            f"Il registro del {pick(SUBJECTS)} conta {pick(THINGS)} a {pick(PLACES)}."
            for _ in range(6)
        ),
        evidence=(PublicEvidence(source, f"{thing}: {seq % 900}", "refutes", True, copy),) * 2,
        one_source_reason="", no_primary_reason="", reviews=2, as_of=None, recheck_on=None,
        right_of_reply="", published_at=moment, updated_at=moment, corrections=(),
    )  # fmt: skip
