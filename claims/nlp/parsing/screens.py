"""Boosted trees turned inside out: for each column, the leaves that each value leaves possible.

A tree's leaves are bits of a whole number, the leftmost the lowest. A node whose question is
answered "right" rules out the leaves on its left. What all columns leave possible together has as
its lowest bit the leaf that a row falls into: no node is walked, and columns no tree asks about
cost nothing. Source: QuickScorer (Lucchese et al. 2015), here a whole row of trees at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[Any]  # unsigned whole numbers, as wide as the most leaves of a tree


@dataclass(frozen=True, slots=True)
class Screen:
    """possible: (bins, trees) the leaves that each bin of one column leaves possible."""

    column: int
    possible: Bits


@dataclass(frozen=True, slots=True)
class Screens:
    """All that a forest asks, column by column, and what its leaves add.

    value: (trees * width,) the leaf b of tree t at t * width + b.
    """

    columns: tuple[Screen, ...]
    value: NDArray[np.float32]
    trees: int
    width: int
    kind: type[np.unsignedinteger]

    def scores(self, bins: NDArray[np.int32]) -> NDArray[np.float32]:
        """(n,) sums of leaves for n rows of bins (columns, n)."""
        possible = np.full((bins.shape[1], self.trees), np.iinfo(self.kind).max, self.kind)
        left = np.empty_like(possible)
        for screen in self.columns:
            np.take(screen.possible, bins[screen.column], axis=0, out=left, mode="clip")
            np.bitwise_and(possible, left, out=possible)
        leaf = lowest_bit(possible)
        leaf += np.arange(self.trees, dtype=np.int32) * self.width
        total: NDArray[np.float32] = np.take(self.value, leaf).sum(1, dtype=np.float32)
        return total


def lowest_bit(bits: Bits) -> NDArray[np.int32]:
    """Place of the lowest 1: it alone as a float, whose exponent is its place."""
    alone = bits & (~bits + bits.dtype.type(1))
    place: NDArray[np.int32] = (alone.astype(np.float32).view(np.int32) >> 23) - 127
    return place


def screens_of(
    *,
    roots: NDArray[np.int32],
    feature: NDArray[np.int32],
    table: NDArray[np.uint8],
    start: NDArray[np.int32],
    children: NDArray[np.int32],
    value: NDArray[np.float32],
    bin_count: NDArray[np.int64],
) -> Screens:
    """Turn a forest's nodes inside out (see `Forest`); `bin_count`: (columns,).

    Each tree's nodes must stand one after the other, a node before all on its left, these before
    all on its right.
    """
    places = np.arange(len(feature))
    right, left = children[0::2], children[1::2]
    tree = np.searchsorted(roots, places, side="right") - 1
    leaf = right == places
    before = np.concatenate([[0], np.cumsum(leaf)])  # leaves before each node, over all trees
    first = before[roots]  # of each tree
    counts = np.diff(np.append(first, before[-1]))
    kind, width = narrowest(int(counts.max(initial=1)))
    values = np.zeros((len(roots), width), np.float32)
    values[tree[leaf], (before[:-1] - first[tree])[leaf]] = value[leaf]
    lost = bits_between(before[left] - first[tree], before[right] - first[tree], width, kind)
    asked = np.nonzero(~leaf)[0]
    columns = tuple(
        Screen(
            int(feature[nodes[0]]),
            possible_leaves(
                table[start[nodes][:, None] + np.arange(bin_count[feature[nodes[0]]])] == 1,
                lost[nodes],
                tree[nodes],
                len(roots),
            ),
        )
        for nodes in groups(asked, feature[asked])
    )
    return Screens(columns, values.ravel(), len(roots), width, kind)


def bits_between(
    low: NDArray[np.int64], high: NDArray[np.int64], width: int, kind: type[np.unsignedinteger]
) -> NDArray[np.unsignedinteger]:
    """The leaves on each node's left, (nodes,): the bits from `low` up to `high`, excluded."""
    ones = (1 << np.arange(width + 1, dtype=object)) - 1  # n lowest bits
    found: NDArray[np.unsignedinteger] = (ones[high] ^ ones[low]).astype(kind)
    return found


def narrowest(leaves: int) -> tuple[type[np.unsignedinteger], int]:
    """The type with a bit for each leaf, and its bits. Raises ValueError above 64 leaves."""
    for kind, width in ((np.uint16, 16), (np.uint32, 32), (np.uint64, 64)):
        if leaves <= width:
            return kind, width
    raise ValueError(f"a tree has {leaves} leaves, at most 64 can be read")


def groups(nodes: NDArray[np.intp], keys: NDArray[np.int32]) -> Iterator[NDArray[np.intp]]:
    """Nodes with the same key, in order."""
    order = np.argsort(keys, kind="stable")
    ends = np.nonzero(np.diff(keys[order]))[0] + 1
    for group in np.split(nodes[order], ends):
        if len(group):
            yield group


def possible_leaves(
    goes_left: NDArray[np.bool_], lost: Bits, tree: NDArray[np.intp], trees: int
) -> Bits:
    """(bins, trees): what k nodes that ask about one column leave possible.

    goes_left: (k, bins). lost: (k,) leaves on a node's left. tree: (k,) in order.
    """
    every = np.iinfo(lost.dtype).max
    left = np.where(goes_left, lost.dtype.type(every), ~lost[:, None])
    asking, firsts = np.unique(tree, return_index=True)
    possible = np.full((goes_left.shape[1], trees), every, lost.dtype)
    possible[:, asking] = np.bitwise_and.reduceat(left, firsts, axis=0).T
    return possible
