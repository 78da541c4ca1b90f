"""Counts of right, needless and missed answers, and the pairing that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers against labels; `f1` and its kin are 0 where there is nothing to count."""

    right: int = 0
    needless: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.needless + other.needless, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.needless)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.needless + self.missed)


def total(counts: Iterable[Counts]) -> Counts:
    """Micro-average: all counts added up."""
    return sum(counts, Counts())


def overlap(one: Set[Any], other: Set[Any]) -> float:
    """Jaccard index of two sets; 0 when both are empty."""
    return len(one & other) / len(one | other) if one or other else 0.0


def one_to_one(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) with the highest sum of gains, each row and column at most once.

    gains: n rows of m numbers >= 0. Source: H. W. Kuhn, "The Hungarian method for the assignment
    problem", 1955, in the form that grows one shortest path a row.
    """
    if not gains or not gains[0]:
        return []
    matrix = np.array(gains, dtype=np.float64)
    if len(matrix) > len(matrix[0]):
        return [(row, column) for column, row in one_to_one(matrix.T.tolist())]
    return _assigned(matrix.max() - matrix)


def _assigned(costs: NDArray[np.float64]) -> list[tuple[int, int]]:
    """The cheapest pairs; no more rows than columns. Row and column 0 are a scaffold."""
    rows, columns = costs.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, came_from = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int)
        done = np.zeros(columns + 1, dtype=bool)
        while owner[column]:
            done[column] = True
            price = row_price[owner[column]] + column_price[1:]
            step = costs[owner[column] - 1] - price
            nearer = ~done[1:] & (step < least[1:])
            least[1:][nearer], came_from[1:][nearer] = step[nearer], column
            best = int(np.where(done, np.inf, least)[1:].argmin()) + 1
            gap = least[best]
            row_price[owner[done]] += gap
            column_price[done] -= gap
            least[~done] -= gap
            column = best
        while column:
            owner[column], column = owner[came_from[column]], came_from[column]
    return [
        (int(owner[column]) - 1, column - 1) for column in range(1, columns + 1) if owner[column]
    ]


def average_precision(pairs: Iterable[tuple[float, bool]]) -> float:
    """Mean of the precision at each positive, pairs (score, is positive) in falling order."""
    hits, summed = 0, 0.0
    for rank, (_, positive) in enumerate(sorted(pairs, key=lambda pair: -pair[0]), 1):
        if positive:
            hits += 1
            summed += hits / rank
    return summed / hits if hits else 0.0
