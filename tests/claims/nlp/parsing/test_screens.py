"""Leaves as bits: the lowest that is left is the leaf that a row falls into."""

import numpy as np
import pytest

from claims.nlp.parsing.screens import lowest_bit, narrowest, possible_leaves


@pytest.mark.parametrize("kind", [np.uint16, np.uint32, np.uint64])
def test_the_lowest_of_several_bits_is_found(kind: type) -> None:
    width = np.iinfo(kind).bits
    every = np.iinfo(kind).max
    bits = np.array([every << place & every for place in range(width)], kind)
    assert lowest_bit(bits).tolist() == list(range(width))


@pytest.mark.parametrize(
    ("leaves", "width"), [(1, 16), (16, 16), (17, 32), (32, 32), (33, 64), (64, 64)]
)
def test_leaves_take_no_more_bits_than_they_need(leaves: int, width: int) -> None:
    assert narrowest(leaves) == (getattr(np, f"uint{width}"), width)


def test_a_tree_of_more_leaves_than_bits_is_refused() -> None:
    with pytest.raises(ValueError, match="65 leaves"):
        narrowest(65)


def test_nodes_of_one_tree_rule_out_leaves_together_and_other_trees_keep_all() -> None:
    goes_left = np.array([[True, False, False], [True, True, False]])
    lost = np.array([0b0011, 0b0100], np.uint16)
    possible = possible_leaves(goes_left, lost, np.array([1, 1]), 3)
    assert [f"{row[1]:016b}"[-4:] for row in possible] == ["1111", "1100", "1000"]
    assert (possible[:, [0, 2]] == 0xFFFF).all()
