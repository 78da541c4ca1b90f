"""The learned chooser of antecedents, read from weights/references.npz."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.forest import Forest, forest_from
from claims.nlp.parsing.tree import Tree
from claims.nlp.referring.anaphors import Anaphor
from claims.nlp.referring.references import Chooser
from claims.nlp.referring.referents import Referent

WEIGHTS = Path(__file__).parents[1] / "weights" / "references" / "references.npz"

Floats = NDArray[np.float32]


@lru_cache(maxsize=1)
def _weights() -> tuple[Forest, dict[str, float]]:
    with np.load(WEIGHTS) as arrays:
        values = dict(arrays)
    return forest_from(values, "references"), json.loads(str(values["thresholds"]))


def thresholds() -> dict[str, float]:
    """For each form of pointing word how likely a meaning must be to count as sure."""
    return _weights()[1]


def learned_chooser() -> Chooser:
    """The chooser that the weights hold."""
    return chooser_of(_weights()[0])


def chooser_of(forest: Forest) -> Chooser:
    """A forest as a chooser: it looks at the features alone."""

    def choose(tree: Tree, anaphor: Anaphor, referents: Sequence[Referent], rows: Floats) -> Floats:
        return forest.probability(rows)

    return choose
