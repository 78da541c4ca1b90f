"""A bidirectional LSTM in plain numpy, both ways in one pass and without padding.

Source: Hochreiter and Schmidhuber, "Long Short-Term Memory", 1997; gates in torch's order
(input, forget, cell, output).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
HALF = np.float32(0.5)


@dataclass(frozen=True, slots=True)
class Layer:
    """One direction as it was trained: (4h, d), (4h, h), (4h,)."""

    inputs: Floats
    recurrent: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class BothWays:
    """Two directions made ready: gates in the order input, forget, output, cell.

    The weights of the first three are halved, for sigmoid(x) = tanh(x / 2) / 2 + 1 / 2: all
    four gates then take one tanh.
    """

    inputs: Floats  # (d, 8h)
    recurrent: Floats  # (2, h, 4h)
    bias: Floats  # (8h,)

    @classmethod
    def of(cls, forward: Layer, backward: Layer) -> BothWays:
        """Lay the two directions side by side."""
        ways = (forward, backward)
        return cls(
            inputs=np.concatenate([prepared(way.inputs) for way in ways]).T.copy(),
            recurrent=np.stack([prepared(way.recurrent).T for way in ways]),
            bias=np.concatenate([prepared(way.bias) for way in ways]),
        )


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """Which word each step reads: rows (2, words), the steps one after the other."""

    rows: Ints
    active: list[int]  # sentences that still have a word, a step


def prepared(gates: Floats) -> Floats:
    """Gates along the first axis, reordered and halved."""
    enter, forget, cell, leave = np.split(gates, 4)
    return np.concatenate([HALF * enter, HALF * forget, HALF * leave, cell])


def reading_order(lengths: Ints) -> ReadingOrder:
    """Words of sentences that stand one after the other, longest sentence first."""
    starts = np.cumsum(lengths) - lengths
    active = [int((lengths > step).sum()) for step in range(int(lengths[0]))]
    ahead = [starts[:n] + step for step, n in enumerate(active)]
    back = [starts[:n] + lengths[:n] - 1 - step for step, n in enumerate(active)]
    return ReadingOrder(np.stack([np.concatenate(ahead), np.concatenate(back)]), active)


def run_layer(layer: BothWays, inputs: Floats, order: ReadingOrder) -> Floats:
    """(words, d) -> (words, 2h), forward states first."""
    width = layer.recurrent.shape[1]
    gates = inputs @ layer.inputs
    gates += layer.bias
    ahead, back = order.rows
    steps = np.stack([gates[ahead, : 4 * width], gates[back, 4 * width :]])
    states = run_steps(layer.recurrent, steps, order.active)
    out = np.empty((len(inputs), 2 * width), np.float32)
    out[ahead, :width] = states[0]
    out[back, width:] = states[1]
    return out


def run_steps(recurrent: Floats, gates: Floats, active: list[int]) -> Floats:
    """Step through time: gates (2, words, 4h) by step -> states (2, words, h) by step."""
    width = recurrent.shape[1]
    states = np.empty((2, gates.shape[1], width), np.float32)
    hidden = np.zeros((2, active[0], width), np.float32)
    cell = np.zeros((2, active[0], width), np.float32)
    start = 0
    for n in active:
        gate = gates[:, start : start + n]
        gate += hidden[:, :n] @ recurrent
        np.tanh(gate, out=gate)
        opened = gate[..., : 3 * width]
        opened *= HALF
        opened += HALF
        enter, forget, leave = (opened[..., i * width : (i + 1) * width] for i in range(3))
        cell = forget * cell[:, :n] + enter * gate[..., 3 * width :]
        hidden = leave * np.tanh(cell)
        states[:, start : start + n] = hidden
        start += n
    return states
