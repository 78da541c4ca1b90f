"""One layer of a transformer of BERT's build, in plain numpy.

Source: Devlin et al., "BERT", NAACL 2019.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from claims.nlp.parsing.encoder_weights import Floats, Layer, Shape

ROWS_AT_ONCE = 512  # of the inner states, four times as wide: they stay in the processor's cache
# gelu(x) = x / 2 * (1 + tanh(x * (LINEAR + CUBIC * x * x)))
LINEAR = np.float32(np.sqrt(2 / np.pi))
CUBIC = np.float32(0.044715 * np.sqrt(2 / np.pi))
HALF, ONE = np.float32(0.5), np.float32(1)

Bounds = Sequence[tuple[int, int]]


def run_layer(layer: Layer, states: Floats, bounds: Bounds, shape: Shape) -> Floats:
    """(all pieces, width) after the layer; bounds: where each sentence's pieces lie."""
    asked = states @ layer.attention
    asked += layer.attention_bias
    looked = attention(asked, bounds, shape.heads) @ layer.joined
    looked += layer.joined_bias
    looked += states
    states = normal(looked, layer.joined_norm, shape.epsilon)
    outer = fed_forward(layer, states)
    outer += states
    return normal(outer, layer.outer_norm, shape.epsilon)


def attention(asked: Floats, bounds: Bounds, heads: int) -> Floats:
    """(all pieces, width): what each piece is told by the others of its sentence."""
    out = np.empty((len(asked), asked.shape[1] // 3), np.float32)
    parts = asked.reshape(len(asked), 3, heads, -1).transpose(1, 2, 0, 3)
    told = out.reshape(len(asked), heads, -1).transpose(1, 0, 2)
    scale = np.float32(np.sqrt(parts.shape[-1]))
    for start, end in bounds:
        asking, offered, known = parts[:, :, start:end]
        scores = asking @ offered.transpose(0, 2, 1)
        scores /= scale
        scores -= scores.max(-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(-1, keepdims=True)
        np.matmul(scores, known, out=told[:, start:end])
    return out


def fed_forward(layer: Layer, states: Floats) -> Floats:
    """(all pieces, width): each piece by itself through the wide inner states."""
    out = np.empty_like(states)
    for start in range(0, len(states), ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        inner = states[rows] @ layer.inner
        inner += layer.inner_bias
        np.matmul(gelu(inner), layer.outer, out=out[rows])
    out += layer.outer_bias
    return out


def normal(states: Floats, norm: tuple[Floats, Floats], epsilon: np.float32) -> Floats:
    """Mean 0 and variance 1 a row, then scaled and shifted; changes `states`."""
    states -= states.mean(-1, keepdims=True)
    spread = np.einsum("ij,ij->i", states, states) / np.float32(states.shape[1])
    states /= np.sqrt(spread + epsilon)[:, None]
    states *= norm[0]
    states += norm[1]
    return states


def gelu(values: Floats) -> Floats:
    """The smooth rectifier of Hendrycks and Gimpel (2016), by its tanh form; changes `values`."""
    bent = values * values
    bent *= CUBIC
    bent += LINEAR
    bent *= values
    np.tanh(bent, out=bent)
    bent += ONE
    bent *= HALF
    values *= bent
    return values
