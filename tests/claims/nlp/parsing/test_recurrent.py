"""The LSTM that runs sentences side by side gives each the states it would have alone."""

import numpy as np
import pytest

from claims.nlp.parsing.recurrent import BothWays, Layer, reading_order, run_layer

WIDTH, INPUTS = 3, 5


def layer_of(seed: int) -> Layer:
    """One direction with random weights."""
    rng = np.random.default_rng(seed)
    shapes = ((4 * WIDTH, INPUTS), (4 * WIDTH, WIDTH), (4 * WIDTH,))
    return Layer(*(rng.normal(size=shape).astype(np.float32) for shape in shapes))


def one_way(layer: Layer, inputs: np.ndarray) -> np.ndarray:
    """The LSTM's equations as the paper writes them, a word at a time."""
    hidden, cell, out = np.zeros(WIDTH), np.zeros(WIDTH), []
    for row in inputs:
        gates = layer.inputs @ row + layer.recurrent @ hidden + layer.bias
        enter, forget, fresh, leave = np.split(gates, 4)
        cell = cell / (1 + np.exp(-forget)) + np.tanh(fresh) / (1 + np.exp(-enter))
        hidden = np.tanh(cell) / (1 + np.exp(-leave))
        out.append(hidden)
    return np.array(out)


@pytest.mark.parametrize("lengths", [[1], [4], [5, 5], [7, 3, 3, 1], [2, 1, 1]])
def test_each_sentence_has_the_states_that_it_has_alone(lengths: list[int]) -> None:
    forward, backward = layer_of(1), layer_of(2)
    inputs = np.random.default_rng(3).normal(size=(sum(lengths), INPUTS)).astype(np.float32)
    states = run_layer(BothWays.of(forward, backward), inputs, reading_order(np.array(lengths)))
    start = 0
    for length in lengths:
        words = inputs[start : start + length]
        alone = np.hstack([one_way(forward, words), one_way(backward, words[::-1])[::-1]])
        np.testing.assert_allclose(states[start : start + length], alone, atol=1e-5)
        start += length
