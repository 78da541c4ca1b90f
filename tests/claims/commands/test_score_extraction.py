"""`score_extraction`: one table over the sets that are there."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

CASES = [
    {"id": 1, "text": "👍 trenta operai", "part": "trenta", "value": "30"},
    {"id": 2, "text": "la 3ª giornata", "part": "3", "value": "3"},
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "recognizers_it"
    folder.mkdir()
    for kind in ("number", "unit", "datetime"):
        lines = [json.dumps(as_case(row)) for row in CASES] if kind == "number" else []
        (folder / f"{kind}.dev.jsonl").write_text("\n".join(lines), "utf-8")
    return tmp_path


def as_case(row: dict[str, str]) -> dict[str, object]:
    start = row["text"].index(row["part"])
    entity = {"text": row["part"], "start": start, "end": start + len(row["part"])}
    entity |= {"type": "number", "value": row["value"], "values": None}
    return row | {"model": "NumberModel", "reference_datetime": None, "entities": [entity]}


def run(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("score_extraction", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_figures_stand_beside_their_targets(data: Path) -> None:
    table, _ = run("--data", str(data), "--only", "recognizers_it")
    [numbers] = [line.split() for line in table.splitlines() if " numbers " in line]
    assert numbers[:6] == ["recognizers_it", "numbers", "0.500", "0.800", "0.970", "below"]


def test_json_tells_the_same(data: Path) -> None:
    table, _ = run("--data", str(data), "--only", "recognizers_it", "--json")
    rows = json.loads(table)["figures"]
    assert next((r["measure"], r["value"]) for r in rows) == ("numbers", 0.5)


def test_a_set_that_is_not_there_is_named(tmp_path: Path) -> None:
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError):
        call_command(
            "score_extraction",
            "--data",
            str(tmp_path),
            "--only",
            "policlaim_en",
            stdout=out,
            stderr=err,
        )
    assert "policlaim_en: policlaim_en/train.jsonl" in err.getvalue()


def test_without_a_folder_nothing_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VAGLIO_DATA", raising=False)
    with pytest.raises(CommandError, match="--data"):
        run()
