"""Dumps: whole, parseable, streaming, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from itertools import count, islice

import orjson
import pytest
from django.core.management import call_command

from annotations.documents.dumps import FORMATS, csv_rows, json_lines
from annotations.documents.public_document import PublicDocument, rendered
from annotations.services.publishing.publication import withdraw
from tests.annotations.documents.test_claim_review import BY, DOCUMENT
from tests.annotations.publishing import make_published
from tests.factories import Cast, make_article


def stored(document: PublicDocument, seq: int = 7) -> tuple[int, bytes]:
    return seq, rendered(document)


def test_a_csv_row_is_read_back_as_it_was() -> None:
    nasty = replace(DOCUMENT, headline='Con "virgolette", virgole\ne a capo 👍')
    rows = list(csv.DictReader(io.StringIO(b"".join(csv_rows([stored(nasty)], BY)).decode())))
    assert len(rows) == 1
    assert rows[0]["headline"] == nasty.headline
    assert rows[0]["claim"] == nasty.claim.text
    assert rows[0]["rating"] == "false"
    assert rows[0]["sources"] == "https://comune.example.org/"


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_runs_as_a_formula(formula: str) -> None:
    document = replace(DOCUMENT, headline=formula)
    _, row = csv.reader(
        io.StringIO(b"".join(csv_rows([stored(document)], BY)).decode(), newline="")
    )
    assert f"'{formula}" in row


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_feed_gives_its_first_claims_before_it_has_read_the_last(name: str) -> None:
    endless = (stored(replace(DOCUMENT, id=str(number))) for number in count())
    assert len(list(islice(FORMATS[name](endless, BY), 5))) == 5


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_nothing_published_is_an_empty_feed(name: str) -> None:
    whole = b"".join(FORMATS[name]([], BY))
    if name == "claimreview":
        assert orjson.loads(whole)["dataFeedElement"] == []
    elif name in ("csv", "factcricis"):
        assert whole.count(b"\n") == 1
    else:
        assert whole == b""


def test_json_lines_are_the_stored_documents_with_their_place() -> None:
    (line,) = json_lines([stored(DOCUMENT, 12)], BY)
    assert line.endswith(rendered(DOCUMENT)[1:] + b"\n")
    assert orjson.loads(line) == {"seq": 12, **orjson.loads(rendered(DOCUMENT))}


def test_the_four_way_form_says_who_claimed_what_and_how_it_was_rated() -> None:
    text = b"".join(FORMATS["factcricis"]([stored(DOCUMENT)], BY)).decode()
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["rating"] in ("true", "mixture", "false", "other")
    assert row["rating"] == DOCUMENT.rating.export
    assert row["original_rating"] == DOCUMENT.rating.names[DOCUMENT.language]
    assert row["claim"] == DOCUMENT.claim.text
    assert (row["fact_checker"], row["seq"]) == (BY.name, "7")


def test_the_command_dumps_what_is_public(cast: Cast, capfdbinary) -> None:
    kept = make_published(cast, make_article("Uno parla. Fine."))
    gone = make_published(cast, make_article("Due parla. Fine."))
    withdraw(claim=gone.claim, by=cast.editor, notice="Errore.")
    call_command("publish_feed", format="jsonl")
    (line,) = capfdbinary.readouterr().out.splitlines()
    assert orjson.loads(line) == {"seq": kept.seq, **kept.document}
    call_command("publish_feed", format="claimreview")
    feed = orjson.loads(capfdbinary.readouterr().out)
    (element,) = feed["dataFeedElement"]
    assert element["item"][0]["claimReviewed"] == kept.document["claim"]["text"]
