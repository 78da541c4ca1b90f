"""One layer of a transformer of BERT's build, in plain numpy.

Source: Devlin et al., "BERT", NAACL 2019.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from claims.nlp.parsing.encoder_weights import Floats, Layer, Shape

ROOT_2_OVER_PI = np.float32(np.sqrt(2 / np.pi))

Bounds = Sequence[tuple[int, int]]


def run_layer(layer: Layer, states: Floats, bounds: Bounds, shape: Shape) -> Floats:
    """(all pieces, width) after the layer; bounds: where each sentence's pieces lie."""
    looked = attention(states @ layer.attention + layer.attention_bias, bounds, shape.heads)
    looked = looked @ layer.joined + layer.joined_bias
    states = normal(states + looked, layer.joined_norm, shape.epsilon)
    inner = gelu(states @ layer.inner + layer.inner_bias)
    outer = inner @ layer.outer + layer.outer_bias
    return normal(states + outer, layer.outer_norm, shape.epsilon)


def attention(asked: Floats, bounds: Bounds, heads: int) -> Floats:
    """(all pieces, width): what each piece is told by the others of its sentence."""
    out = np.empty((len(asked), asked.shape[1] // 3), np.float32)
    for start, end in bounds:
        parts = asked[start:end].reshape(end - start, 3, heads, -1).transpose(1, 2, 0, 3)
        scores = parts[0] @ parts[1].transpose(0, 2, 1)
        scores /= np.float32(np.sqrt(parts.shape[-1]))
        scores -= scores.max(-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(-1, keepdims=True)
        out[start:end] = (scores @ parts[2]).transpose(1, 0, 2).reshape(end - start, -1)
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
    bent *= np.float32(0.044715)
    bent += np.float32(1)
    bent *= values
    bent *= ROOT_2_OVER_PI
    np.tanh(bent, out=bent)
    bent += np.float32(1)
    bent *= np.float32(0.5)
    values *= bent
    return values
