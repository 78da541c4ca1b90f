"""Figures that only a training run can give: cross-fitted over the articles that train.

They are read, not measured again: from `scores.json` beside the weights, which the training command
writes, or from the table of the model card.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

from claims.nlp.scoring.figures import Figure

WEIGHTS = Path(__file__).parents[1] / "weights" / "claims"
PROPOSITIONS = Path(__file__).parents[1] / "weights" / "propositions"
_TARGETS = {"it": (0.58, 0.72), "en": (0.66, 0.76)}
_CARD_ROW = re.compile(
    r"^\|\s*train, cross-fitted\s*\|(?P<it>[^|]+)\|(?P<en>[^|]+)\|", re.MULTILINE
)
_F1 = re.compile(r"\.\d+\s*/\s*\.\d+\s*/\s*(\.\d+)")


def claim_figures(folder: Path = WEIGHTS) -> Iterator[Figure]:
    """Cross-fitted claim F1@.8 of both languages, each with the day it was measured."""
    for language, (value, note) in sorted(_read(folder).items(), reverse=True):
        target, beyond = _TARGETS[language]
        yield Figure(f"gold_train_{language}", "claim F1@.8", value, target, beyond, note)


def proposition_figure(folder: Path = PROPOSITIONS) -> Figure:
    """Cross-fitted F1 of propositions: the shipped weights have seen all labelled sentences."""
    stored = json.loads((folder / "scores.json").read_text("utf-8"))
    value = float(stored["cross_fitted"]["en"])
    note = f"cross-fitted over topics, training of {stored['made']}"
    return Figure("propsegment_en", "proposition F1@.8", value, 0.42, 0.56, note)


def _read(folder: Path) -> dict[str, tuple[float, str]]:
    scores, card = folder / "scores.json", folder / "README.md"
    if scores.exists():
        stored = json.loads(scores.read_text("utf-8"))
        note = f"cross-fitted, training of {stored['made']}"
        return {code: (float(stored["cross_fitted"][code]), note) for code in _TARGETS}
    row = _CARD_ROW.search(card.read_text("utf-8")) if card.exists() else None
    if row is None:
        return {}
    day = dt.date.fromtimestamp((folder / "claims.npz").stat().st_mtime)
    note = f"cross-fitted, model card; weights of {day.isoformat()}"
    found = {code: _F1.search(row[code]) for code in _TARGETS}
    return {code: (float(cell[1]), note) for code, cell in found.items() if cell}
