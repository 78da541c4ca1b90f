"""A layer's parts give what their formulas say, however the rows are cut."""

from __future__ import annotations

import numpy as np
import pytest

from claims.nlp.parsing import transformer
from claims.nlp.parsing.encoder_weights import Floats, Layer, Shape
from claims.nlp.parsing.transformer import attention, gelu, run_layer

WIDTH, HEADS = 8, 2
SHAPE = Shape(HEADS, np.float32(1e-5))
BOUNDS = [(0, 3), (3, 4), (4, 9)]


def random(*shape: int, seed: int = 7) -> Floats:
    """Small numbers, the same each time."""
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def small_layer() -> Layer:
    """A layer with no number nought."""
    norm = random(WIDTH, seed=1), random(WIDTH, seed=2)
    return Layer(
        attention=random(WIDTH, 3 * WIDTH),
        attention_bias=random(3 * WIDTH),
        joined=random(WIDTH, WIDTH),
        joined_bias=random(WIDTH),
        joined_norm=norm,
        inner=random(WIDTH, 4 * WIDTH),
        inner_bias=random(4 * WIDTH),
        outer=random(4 * WIDTH, WIDTH),
        outer_bias=random(WIDTH),
        outer_norm=norm,
    )


def test_gelu_is_the_tanh_form() -> None:
    values = np.linspace(-6, 6, 101, dtype=np.float32)
    inner = np.sqrt(2 / np.pi) * (values + 0.044715 * values.astype(np.float64) ** 3)
    np.testing.assert_allclose(gelu(values.copy()), values / 2 * (1 + np.tanh(inner)), atol=1e-6)


def test_each_piece_looks_at_its_own_sentence_alone() -> None:
    asked = random(9, 3 * WIDTH)
    found = attention(asked, BOUNDS, HEADS)
    size = WIDTH // HEADS
    for start, end in BOUNDS:
        for head in range(HEADS):
            columns = slice(head * size, (head + 1) * size)
            asking, offered, known = (
                asked[start:end, part * WIDTH : (part + 1) * WIDTH][:, columns] for part in range(3)
            )
            shares = np.exp(asking @ offered.T / np.sqrt(size))
            told = shares / shares.sum(1, keepdims=True) @ known
            np.testing.assert_allclose(found[start:end, columns], told, atol=1e-5)


@pytest.mark.parametrize("rows", [1, 4, 9, 100])
def test_rows_are_fed_forward_alike_however_many_at_once(
    rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = random(9, WIDTH)
    whole = run_layer(small_layer(), states, BOUNDS, SHAPE)
    monkeypatch.setattr(transformer, "ROWS_AT_ONCE", rows)
    np.testing.assert_allclose(run_layer(small_layer(), states, BOUNDS, SHAPE), whole, atol=1e-5)


def test_what_comes_in_stays_as_it_is() -> None:
    states = random(9, WIDTH)
    run_layer(small_layer(), states, BOUNDS, SHAPE)
    np.testing.assert_array_equal(states, random(9, WIDTH))
