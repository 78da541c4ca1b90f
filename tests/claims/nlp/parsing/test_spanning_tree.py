"""The decoder always gives one tree with one root, and the best one."""

from itertools import product

import numpy as np
import pytest

from claims.nlp.parsing.spanning_tree import best_tree


def reaches_root(heads: list[int], word: int) -> bool:
    """Follow the governors of a word (1-based) up to the root, 0."""
    for _ in heads:
        word = heads[word - 1]
        if word == 0:
            return True
    return False


def is_tree(heads: list[int]) -> bool:
    """One root, and every word hangs on it in the end."""
    return heads.count(0) == 1 and all(reaches_root(heads, i + 1) for i in range(len(heads)))


def best_by_trying(arcs: np.ndarray) -> list[int]:
    """All assignments of governors, the best that is a tree."""
    n = len(arcs)
    trees = [list(h) for h in product(range(n + 1), repeat=n) if is_tree(list(h))]
    return max(trees, key=lambda heads: sum(arcs[i, h] for i, h in enumerate(heads)))


@pytest.mark.parametrize("seed", range(12))
def test_the_best_tree_of_a_few_words_is_the_one_that_trying_all_finds(seed: int) -> None:
    arcs = np.random.default_rng(seed).normal(size=(4, 5)).astype(np.float32)
    assert best_tree(arcs).tolist() == best_by_trying(arcs)


@pytest.mark.parametrize("n", [1, 2, 17, 60])
def test_a_long_sentence_gets_one_tree_with_one_root(n: int) -> None:
    arcs = np.random.default_rng(n).normal(size=(n, n + 1)).astype(np.float32)
    assert is_tree(best_tree(arcs).tolist())


def test_a_ring_of_words_that_all_want_each_other_is_opened() -> None:
    arcs = np.full((3, 4), -5.0, np.float32)
    arcs[0, 2] = arcs[1, 3] = arcs[2, 1] = 0.0  # 1 <- 2 <- 3 <- 1
    assert is_tree(best_tree(arcs).tolist())
