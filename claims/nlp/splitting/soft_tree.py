"""How sure the parser is of its tree, as features.

`Tree.arcs[i, j]` is the chance that j governs i (its own place for the root); a parser that gives
no chances is taken to be sure.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claims.nlp.splitting.token_table import Floats, Ints, TokenTable

Columns = list[NDArray[np.generic]]


def own_arcs(table: TokenTable) -> Floats:
    """(n,) chance of each token's arc in the tree."""
    own: Floats = table.tree.arcs[np.arange(table.tree.size), table.head]
    return own


def dominance(arcs: Floats) -> Floats:
    """(n, n): chance that a walk from token i up the arcs meets token j.

    Each step is taken as free of those before it; rings are cut off by the clip.
    """
    size = len(arcs)
    steps = arcs.copy()
    steps[np.arange(size), np.arange(size)] = 0
    reached: Floats = np.linalg.inv(np.eye(size, dtype=np.float32) * np.float32(1.0001) - steps)
    return reached.clip(0, 1)


def weakest_links(own: Floats, up: Ints, head: Ints) -> Floats:
    """(m, n) least chance of an arc from a token up to the top that is `up` steps above."""
    weakest = np.ones(up.shape, np.float32)
    node: Ints = np.broadcast_to(np.arange(len(own), dtype=np.int32), up.shape)
    for step in range(int(up.max())):
        weakest = np.where(step < up, np.minimum(weakest, own[node]), weakest)
        node = head[node]
    return weakest


def attachment_columns(
    table: TokenTable, heads: list[int], branch: Ints, up: Ints, below: Floats
) -> Columns:
    """For m heads and n tokens: how sure it is that the token, and its branch, hang where they do.

    branch: (m, n) first word of the branch; below: (m, n) 1 where a token hangs on the head.
    """
    arcs, own = table.tree.arcs, own_arcs(table)
    at, rows = np.array(heads), np.arange(len(heads))[:, None]
    reached = dominance(arcs)
    under = below @ arcs.T  # chance that the governor of a token lies below the head
    return [
        own[None],
        own[branch],
        weakest_links(own, up, table.head),
        reached[:, at].T,
        reached[:, table.head[at]].T,
        under,
        under[rows, branch],
        arcs[branch, at[:, None]],
        own[at][:, None],
        reached[at],
    ]


def cuts(inside: Floats, heads: Ints, table: TokenTable) -> Columns:
    """Arcs that k masks cut, weighed by their chance: outward (but the head's), and inward."""
    held = inside @ table.tree.arcs.T  # chance that a token's governor is in the mask
    outward = inside * (1 - held)
    every = outward.sum(1)
    outward[np.arange(len(heads)), heads] = 0
    inward = (1 - inside) * held * table.word
    return [
        outward.sum(1),
        inward.sum(1),
        outward.max(1),
        inward.max(1),
        every,
        np.log(np.maximum(1 - inward, 1e-2)).sum(1),
    ]
