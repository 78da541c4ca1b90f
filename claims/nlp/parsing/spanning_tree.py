"""The best tree over a sentence's words.

Source: Chu and Liu 1965, Edmonds 1967; the single-root search follows Gabow and Tarjan 1984 in
spirit: each possible root is tried, which is cheap because few words ask for the root.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NEVER = -1e9
ROOT_BONUS = 1000.0  # more than any sum of log probabilities of one sentence can differ


def best_tree(arcs: NDArray[np.float32]) -> NDArray[np.int64]:
    """Governors of n words: 0 is the root, i the i-th word; exactly one word hangs on the root.

    arcs: (n, n + 1), the score (log probability) of each governor for each word.
    """
    n = len(arcs)
    scores = np.full((n + 1, n + 1), NEVER)
    scores[1:] = arcs
    heads = arborescence(scores)
    roots = np.nonzero(heads[1:] == 0)[0] + 1
    if len(roots) > 1:
        heads = max((rooted(scores, root) for root in roots.tolist()), key=lambda found: found[0])[
            1
        ]
    return heads[1:]


def rooted(scores: NDArray[np.float64], root: int) -> tuple[float, NDArray[np.int64]]:
    """Score and governors of the best tree whose root is the word `root`."""
    only = scores.copy()
    only[1:, 0] = NEVER
    only[root, 0] = scores[root, 0] + ROOT_BONUS
    heads = arborescence(only)
    return float(only[np.arange(1, len(heads)), heads[1:]].sum()), heads


def arborescence(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Best arborescence of a dense graph; scores[i, j] is for j governing i, 0 is the root."""
    scores = scores.copy()
    np.fill_diagonal(scores, NEVER)
    scores[0] = NEVER
    heads: NDArray[np.int64] = scores.argmax(1)
    heads[0] = -1
    cycle = find_cycle(heads.tolist())
    if cycle is None:
        return heads
    return expand(scores, heads, np.array(cycle))


def find_cycle(heads: list[int]) -> list[int] | None:
    """Nodes of one cycle, or None."""
    seen_from = [0] * len(heads)
    for start in range(1, len(heads)):
        node = start
        while node > 0 and seen_from[node] == 0:
            seen_from[node] = start
            node = heads[node]
        if node > 0 and seen_from[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return cycle
    return None


def expand(
    scores: NDArray[np.float64], heads: NDArray[np.int64], cycle: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Contract the cycle to one node, solve the smaller graph, and open the cycle again."""
    inside = set(cycle.tolist())
    rest = np.array([i for i in range(len(heads)) if i not in inside])
    place = {int(node): i for i, node in enumerate(rest)}
    hub = len(rest)
    small = np.full((hub + 1, hub + 1), NEVER)
    small[:hub, :hub] = scores[np.ix_(rest, rest)]
    leaving = scores[np.ix_(rest, cycle)]
    small[:hub, hub] = leaving.max(1)
    entering = scores[np.ix_(cycle, rest)] - scores[cycle, heads[cycle]][:, None]
    small[hub, :hub] = entering.max(0) + scores[cycle, heads[cycle]].sum()
    solved = arborescence(small)
    result = heads.copy()
    for node, i in place.items():
        if node:
            head = solved[i]
            result[node] = cycle[leaving[i].argmax()] if head == hub else rest[head]
    into = solved[hub]
    result[cycle[entering[:, into].argmax()]] = rest[into]
    return result
