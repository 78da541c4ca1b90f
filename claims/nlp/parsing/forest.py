"""Gradient-boosted trees read with numpy alone.

LightGBM makes the trees (training/boosting.py); its wheel needs a system library that a bare
machine lacks, so the product reads the exported arrays. Every feature value is first turned into
the number of its bin; for each bin it is known which leaves it leaves possible (`screens`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.screens import Screens, screens_of

ROWS_A_BATCH = 512  # rows that are judged at once: stays in the processor's cache

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Forest:
    """A binary classifier's trees, all nodes in one list.

    roots: (trees,) first node of each. feature: (nodes,) column that a node asks about.
    table: for each node, one cell a bin of its feature: 1 goes left; `start` (nodes,) is where the
    node's cells begin. children: (2 * nodes,) right and left child of node i at 2i and 2i + 1; a
    leaf is its own child. value: (nodes,) what a leaf adds. depth: steps that reach every leaf.
    cuts, cut_start: for each numeric column its sorted thresholds; category_count: (columns,)
    number of known categories, 0 for a numeric column.
    """

    roots: NDArray[np.int32]
    feature: NDArray[np.int32]
    table: NDArray[np.uint8]
    start: NDArray[np.int32]
    children: NDArray[np.int32]
    value: Floats
    depth: int
    cuts: NDArray[np.float64]
    cut_start: NDArray[np.int32]
    category_count: NDArray[np.int32]
    screens: Screens = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        bins = np.where(self.category_count > 0, self.category_count, np.diff(self.cut_start) + 1)
        screens = screens_of(
            roots=self.roots,
            feature=self.feature,
            table=self.table,
            start=self.start,
            children=self.children,
            value=self.value,
            bin_count=bins,
        )
        object.__setattr__(self, "screens", screens)

    def probability(self, rows: Floats) -> Floats:
        """(n,) probabilities of n rows of features."""
        score = self.raw_score(rows)
        out: Floats = np.reciprocal(np.exp(-np.clip(score, -30, 30)) + np.float32(1))
        return out

    def raw_score(self, rows: Floats) -> Floats:
        """(n,) sums of the leaves that each row falls into.

        Raises ValueError for rows that don't have the columns it was trained with.
        """
        if rows.shape[1] != len(self.category_count):
            raise ValueError(f"{rows.shape[1]} features, trained on {len(self.category_count)}")
        bins = self.bins_of(rows)
        out = np.zeros(len(rows), np.float32)
        for first in range(0, len(rows), ROWS_A_BATCH):
            batch = slice(first, first + ROWS_A_BATCH)
            out[batch] = self.screens.scores(bins[:, batch])
        return out

    def bins_of(self, rows: Floats) -> NDArray[np.int32]:
        """(columns, n) bin of every cell: a category's number, or how many thresholds lie below.

        Columns that no tree asks about stay 0.
        """
        bins = np.zeros((rows.shape[1], len(rows)), np.int32)
        for screen in self.screens.columns:
            column = screen.column
            count = int(self.category_count[column])
            if count:
                values = rows[:, column].astype(np.int32)
                bins[column] = np.where((values < 0) | (values >= count), 0, values)
            else:
                cuts = self.cuts[self.cut_start[column] : self.cut_start[column + 1]]
                bins[column] = np.searchsorted(cuts, rows[:, column], side="left")
        return bins

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What `forest_from` reads back, each key headed by `name`."""
        fields = {
            "roots": self.roots,
            "feature": self.feature.astype(np.int16),
            "table": np.packbits(self.table),
            "start": self.start,
            "children": self.children,
            "value": self.value,
            "depth": np.array(self.depth),
            "cuts": self.cuts,
            "cut_start": self.cut_start,
            "category_count": self.category_count,
        }
        return {f"{name}.{key}": np.asarray(array) for key, array in fields.items()}


def forest_from(arrays: Mapping[str, NDArray[np.generic]], name: str) -> Forest:
    """Read a forest out of an .npz file. Raises KeyError when it holds none of that name."""

    def get(key: str, kind: type[np.generic]) -> Any:
        return arrays[f"{name}.{key}"].astype(kind)

    return Forest(
        roots=get("roots", np.int32),
        feature=get("feature", np.int32),
        table=np.unpackbits(get("table", np.uint8)),
        start=get("start", np.int32),
        children=get("children", np.int32),
        value=get("value", np.float32),
        depth=int(arrays[f"{name}.depth"]),
        cuts=get("cuts", np.float64),
        cut_start=get("cut_start", np.int32),
        category_count=get("category_count", np.int32),
    )
