"""A hidden layer between what is read of a sentence and one answer."""

from __future__ import annotations

import numpy as np
import pytest

from claims.nlp.weighing.small_network import SmallNetwork, stored_network

ROWS = np.random.default_rng(2).normal(0, 1, (4, 5))


@pytest.fixture
def network() -> SmallNetwork:
    """Five columns, three units."""
    rng = np.random.default_rng(1)
    shapes = [(5, 3), (3,), (3,), (1,)]
    return SmallNetwork(*(rng.normal(0, 0.5, shape).astype(np.float32) for shape in shapes))


def test_the_units_bend_between_the_two_layers(network: SmallNetwork) -> None:
    inner = ROWS @ network.inner + network.inner_shift
    bent = inner / 2 * (1 + np.tanh(np.sqrt(2 / np.pi) * (inner + 0.044715 * inner**3)))
    expected = bent @ network.outer + network.outer_shift
    assert network.logits(ROWS) == pytest.approx(expected, abs=1e-5)


def test_a_scaled_network_says_so_many_times_what_it_said(network: SmallNetwork) -> None:
    said = network.logits(ROWS)
    assert network.scaled(2.0, 0.5).logits(ROWS) == pytest.approx(2 * said + 0.5, abs=1e-5)


def test_a_stored_network_says_the_same(network: SmallNetwork) -> None:
    stored = network.arrays("one") | network.scaled(3.0, 1.0).arrays("other")
    assert stored_network(stored, "one").logits(ROWS) == pytest.approx(
        network.logits(ROWS), abs=0.01
    )
