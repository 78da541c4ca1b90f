"""`manage.py match_claims` prints a TREC run."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command


def written(path: Path, *rows: Any) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return written(
        tmp_path / "published.jsonl",
        {"id": "p1", "text": "Il faro di Capo Sten fu acceso nel 1911.", "language": "it"},
        {"id": "p2", "text": "Nel porto di Sten lavorano 900 persone."},
        {"id": 3, "text": "The lighthouse is 40 metres high.", "title": "How high is it?"},
    )


def test_each_query_has_its_ranked_lines(published: Path, tmp_path: Path) -> None:
    queries = written(
        tmp_path / "queries.jsonl",
        {"id": "a", "text": "Il faro fu acceso nel 1911"},
        "",
        {"id": "b", "text": "In porto sono in 900 a lavorare", "language": "it"},
    )
    out = StringIO()
    call_command("match_claims", published=published, queries=queries, top=2, stdout=out)
    rows = [line.split(" ") for line in out.getvalue().splitlines()]
    assert [(r[0], r[1], r[3], r[5]) for r in rows] == [
        (query, "Q0", rank, "vaglio") for query in "ab" for rank in "12"
    ]
    assert [row[2] for row in rows][::2] == ["p1", "p2"]
    assert all(
        float(one[4]) >= float(two[4]) for one, two in zip(rows[::2], rows[1::2], strict=True)
    )


def test_bad_lines_are_named_and_the_rest_goes_on(published: Path, tmp_path: Path) -> None:
    queries = written(
        tmp_path / "queries.jsonl",
        "{",
        [1],
        {"id": "a b", "text": "x"},
        {"id": "a", "text": " "},
        {"id": "a", "text": "x", "language": 1},
        {"id": "ok", "text": "Il faro di Sten"},
    )
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="5 of the lines"):
        call_command(
            "match_claims", published=published, queries=queries, top=1, stdout=out, stderr=err
        )
    assert out.getvalue().startswith("ok Q0 p1 1 ")
    assert [line.split(":")[0] for line in err.getvalue().splitlines()] == [
        f"queries.jsonl, line {number}" for number in range(1, 6)
    ]


def test_a_missing_file_and_no_matches_are_refused(published: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        call_command("match_claims", published=tmp_path / "none", queries=published)
    with pytest.raises(CommandError, match="--top"):
        call_command("match_claims", published=published, queries=published, top=0)
