"""Single sentences that people labelled: checkable or not, worth checking or not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claims.nlp.extract import score_sentences
from claims.nlp.scoring.counts import Counts, total

WORTHY = 0.5
JUDGING = 0.5


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def checkable_accuracy(rows: Sequence[dict[str, Any]]) -> float:
    """Share of sentences {"text", "label" 0|1} whose label agrees with `checkable`."""
    answers = [label == "checkable" for label in _labels(rows)]
    right = sum(said == bool(row["label"]) for said, row in zip(answers, rows, strict=True))
    return right / max(1, len(rows))


def objective_macro_f1(rows: Sequence[dict[str, Any]]) -> float:
    """Mean F1 of the classes OBJ and SUBJ; SUBJ where `subjective` is above a half.

    The label can't answer: a loaded sentence may hold a fact, a quoted opinion holds none.
    """
    scored = score_sentences([row["text"] for row in rows])
    pairs = [
        (row["label"] == "OBJ", sentence.subjective <= JUDGING)
        for row, sentence in zip(rows, scored, strict=True)
    ]
    turned = [(not wanted, not said) for wanted, said in pairs]
    return (_f1(pairs) + _f1(turned)) / 2


def worthy_f1(rows: Sequence[dict[str, Any]]) -> float:
    """F1 of the positive class, a score of at least .5 taken as positive."""
    scored = score_sentences([row["text"] for row in rows])
    return _f1(
        [
            (bool(row["label"]), sentence.check_worthiness >= WORTHY)
            for row, sentence in zip(rows, scored, strict=True)
        ]
    )


def _labels(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    return (str(sentence.label) for sentence in score_sentences([row["text"] for row in rows]))


def _f1(pairs: Sequence[tuple[bool, bool]]) -> float:
    """F1 of (wanted, said) pairs."""
    return total(Counts(w and s, s and not w, w and not s) for w, s in pairs).f1
