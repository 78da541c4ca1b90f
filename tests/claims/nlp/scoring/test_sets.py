"""Propositions, recognizers, treebank and the table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claims.nlp.scoring.figures import Figure, as_table
from claims.nlp.scoring.propositions import score_claims, score_propositions
from claims.nlp.scoring.recognizers import accepted, score_case
from claims.nlp.scoring.trained import claim_figures, proposition_figure
from claims.nlp.scoring.treebank import score_treebank

CONLLU = """\
# text = Anna parla della 👍 scuola.
1\tAnna\tAnna\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\tparla\tparlare\tVERB\t_\t_\t0\troot\t_\t_
3-4\tdella\t_\t_\t_\t_\t_\t_\t_\t_
3\tdi\tdi\tADP\t_\t_\t5\tcase\t_\t_
4\tla\til\tDET\t_\t_\t5\tdet\t_\t_
5\tscuola\tscuola\tNOUN\t_\t_\t2\tobl:arg\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


def case(text: str, part: str, **entity: Any) -> dict[str, Any]:
    start = text.index(part)
    fields = {"text": part, "start": start, "end": start + len(part), "value": None, "values": None}
    model = {"model": "NumberModel", "reference_datetime": "2024-07-15T00:00:00"}
    return {"text": text, "entities": [fields | {"type": "number"} | entity]} | model


def test_propositions_are_matched_as_sets_of_words() -> None:
    tokens = ["The", "firm", "hired", "forty", "workers", "."]
    row = {
        "text": "The firm hired forty workers .",
        "tokens": tokens,
        "offsets": [0, 4, 9, 15, 21, 29],
        "responses": [
            {"reference": False, "propositions": []},
            {"reference": True, "propositions": [{"tokens": [0, 1, 2, 3, 4, 5]}, {"tokens": [1]}]},
        ],
    }
    unjudged = row | {"responses": row["responses"][:1]}  # type: ignore[index]
    for score in (score_claims, score_propositions):
        counts = score([row, unjudged])
        assert (counts.right, counts.missed) == (1, 1)


@pytest.mark.parametrize(
    ("given", "kind", "right", "reason"),
    [
        (case("👍 sono 120 operai", "120", value="120"), "number", 1, None),
        (case("👍 sono 120 operai", "120", value="121"), "number", 0, None),
        (case("costa 1.500 euro", "1.500 euro", value="1500", type="currency"), "unit", 1, None),
        (case("da 20 a 30", "20 a 30", value="[20,30)", type="numberrange"), "number", 1, None),
        (case("un gatto", "un", value="1"), "number", 0, "article"),
        (case("2^3", "2^3", value="8"), "number", 0, "arithmetic"),
        (case("gradi", "gradi", type="temperature"), "unit", 0, "no_value"),
        (
            case(
                "nel 2019",
                "nel 2019",
                type="datetimeV2.daterange",
                values=[{"timex": "2019", "start": "2019-01-01", "end": "2020-01-01"}],
            ),
            "datetime",
            1,
            None,
        ),
        (
            case("alle 9", "alle 9", type="datetimeV2.time", values=[{"timex": "T09"}]),
            "datetime",
            0,
            "clock",
        ),
    ],
)
def test_a_case_counts_when_it_is_news(
    given: dict[str, Any], kind: str, right: int, reason: str | None
) -> None:
    share = score_case(given, "it", kind)
    assert (share.right, share.asked) == (right, 0 if reason else 1)
    assert list(share.left_out) == ([reason] if reason else [])


def test_either_end_of_a_range_is_asked_for() -> None:
    values = [{"timex": "(2014-01-01,2018-01-01,P4Y)", "start": "2014-01-01", "end": "2018-01-01"}]
    answers = accepted({"values": values, "text": "2014-2018"})
    assert {"2014", "2018"} in answers
    assert {"2014"} not in answers


def test_the_pipeline_is_judged_on_the_words_of_the_treebank(tmp_path: Path) -> None:
    path = tmp_path / "t.conllu"
    path.write_text(CONLLU + "\n" + CONLLU, "utf-8")
    scores = score_treebank(path)
    assert scores.uas == 1.0
    assert scores.las >= 0.7
    path.write_text(CONLLU.replace("\t2\tnsubj", "\t5\tnsubj"), "utf-8")
    assert score_treebank(path).uas == 3 / 4


def test_figures_of_training_are_read_with_their_day(tmp_path: Path) -> None:
    (tmp_path / "claims.npz").write_bytes(b"")
    card = "| train, cross-fitted | .521 / .494 / .507 (.733) | .604 / .623 / .613 (.777) |\n"
    (tmp_path / "README.md").write_text(card, "utf-8")
    assert [f.value for f in claim_figures(tmp_path)] == [0.507, 0.613]
    scores = {"made": "2026-11-26", "cross_fitted": {"it": 0.58, "en": 0.7}}
    (tmp_path / "scores.json").write_text(json.dumps(scores), "utf-8")
    figures = list(claim_figures(tmp_path))
    assert [f.value for f in figures] == [0.58, 0.7]
    assert all("2026-11-26" in f.note for f in figures)


def test_propositions_are_judged_by_what_the_training_measured(tmp_path: Path) -> None:
    scores = {"made": "2026-11-28", "cross_fitted": {"en": 0.43}}
    (tmp_path / "scores.json").write_text(json.dumps(scores), "utf-8")
    figure = proposition_figure(tmp_path)
    assert (figure.value, figure.verdict) == (0.43, "reached")
    assert "2026-11-28" in figure.note


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        (Figure("s", "m", 0.9), ""),
        (Figure("s", "m", 0.91, 0.9, 0.95), "reached"),
        (Figure("s", "m", 0.95, 0.9, 0.95), "beyond"),
        (Figure("s", "m", 0.89, 0.9, 0.95), "below"),
        (Figure("s", "m", 350, 700, 400, less_is_better=True), "beyond"),
        (Figure("s", "m", 701, 700, 400, less_is_better=True), "below"),
    ],
)
def test_a_figure_says_how_far_it_is(figure: Figure, verdict: str) -> None:
    assert figure.verdict == verdict
    assert as_table([figure]).splitlines()[1].split()[0] == "s"
