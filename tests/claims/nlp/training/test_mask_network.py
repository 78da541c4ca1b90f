"""The network of masks reads in torch what it reads in numpy, and can be taught further."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("lightgbm")

import torch

from claims.nlp.splitting.mask_scorer import WEIGHTS, MaskScorer
from claims.nlp.training import mask_network as of_masks
from claims.nlp.training.proposition_examples import example_of

TEXT = "Ada sold tea and cake ."


@pytest.fixture(scope="module")
def one() -> Any:
    """The candidates of a sentence."""
    tokens = TEXT.split()
    offsets = [TEXT.index(token) for token in tokens]
    responses = [{"reference": True, "propositions": [{"tokens": [0, 1, 2]}]}]
    row = {"text": TEXT, "tokens": tokens, "offsets": offsets, "responses": responses}
    example = example_of(row)
    return example.trees[0], example.wanted


def begun() -> of_masks.MaskNetwork:
    """The shipped network."""
    with np.load(WEIGHTS) as stored:
        return of_masks.network_of(stored).eval()


def loss_of(network: of_masks.MaskNetwork, lesson: of_masks.MaskLesson) -> float:
    """Mean log loss over all candidates."""
    with torch.no_grad():
        found = network.eval()(lesson, torch.arange(len(lesson.wanted)))
        return float(of_masks.bce(found, lesson.wanted))


def test_stored_weights_say_the_same_in_torch_and_in_numpy(one: Any) -> None:
    candidates, wanted = one
    lesson = of_masks.mask_lesson(
        candidates.reading.seen, candidates.reading, candidates.pool, wanted
    )
    with torch.no_grad():
        found = begun()(lesson, torch.arange(len(wanted))).numpy()
    scorer = MaskScorer(of_masks.arrays_of(begun()))
    told = scorer.score(candidates.reading.tree, candidates.reading, candidates.pool)
    assert found == pytest.approx(told, abs=1e-2)


def test_a_network_taught_further_begins_where_the_other_ended(one: Any) -> None:
    candidates, wanted = one
    lesson = of_masks.mask_lesson(
        candidates.reading.seen, candidates.reading, candidates.pool, wanted
    )
    course = of_masks.Course(epochs=30, lessons_a_step=1, warm_up=1)
    taught = of_masks.trained([lesson], course, begun())
    assert loss_of(taught, lesson) < loss_of(begun(), lesson) / 2
    none = of_masks.Course(epochs=0)
    assert loss_of(of_masks.trained([lesson], none, begun()), lesson) == pytest.approx(
        loss_of(begun(), lesson)
    )
