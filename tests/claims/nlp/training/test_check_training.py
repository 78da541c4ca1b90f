"""How the check-worthiness weights are made, on small made-up rows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import scipy.sparse as sp

from claims.nlp.training.check_heads import DENSE, Linear, calibrated, fit, store
from claims.nlp.training.check_sets import (
    Features,
    SentenceSet,
    article_sentences,
    balance,
    features_of,
    labelled,
)
from claims.nlp.training.check_tasks import (
    GOLD_WEIGHT,
    TAUGHT_WEIGHT,
    Task,
    checkable_task,
    is_subjective,
)
from claims.nlp.weighing import check_worthiness
from claims.nlp.weighing.check_worthiness import LAYERED, LINEAR, judge, load_model
from claims.nlp.weighing.sentence_contexts import contexts_of
from claims.nlp.weighing.sentence_cues import NAMES
from claims.nlp.weighing.small_network import SmallNetwork
from claims.nlp.weighing.word_hashes import WIDTH


def made_up_task(count: int = 400) -> Task:
    """Rows whose first number decides; the second is noise."""
    rng = np.random.default_rng(3)
    rows = rng.normal(0, 1, (count, 2))
    answers = (rng.random(count) < 1 / (1 + np.exp(-4 * rows[:, 0]))).astype(float)
    ones = np.ones(count)
    return Task(sp.csr_matrix(rows), answers, ones, np.arange(count), ones > 0, 1.0)


def made_up_network(columns: int, units: int = 3) -> SmallNetwork:
    """Weights at random."""
    rng = np.random.default_rng(columns)
    shapes = [(columns, units), (units,), (units,), (1,)]
    return SmallNetwork(*(rng.normal(0, 0.1, shape).astype(np.float32) for shape in shapes))


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("opinion", "Che noia.", True),
        ("loaded", "Il solito ministro ha firmato.", True),
        ("exhortation", "Votate!", True),
        ("opinion", "«Che noia».", False),  # somebody else's words
        ("fact", "Piove.", False),
        ("prediction", "Pioverà.", False),
    ],
)
def test_only_the_writer_s_own_judgement_is_subjective(
    kind: str, text: str, expected: bool
) -> None:
    assert is_subjective(kind, text) is expected


def test_balanced_answers_weigh_the_same() -> None:
    answers = np.array([1, 0, 0, 0])
    weights = balance(answers)
    assert weights[answers == 1].sum() == pytest.approx(weights[answers == 0].sum())
    assert weights.mean() == pytest.approx(1)


def test_the_number_that_decides_gets_the_weight_and_shares_come_true() -> None:
    task = made_up_task()
    head, shares = calibrated(task, fit)
    assert head.weights[0] > 5 * abs(head.weights[1])
    high = shares > 0.8
    assert task.answers[high].mean() == pytest.approx(shares[high].mean(), abs=0.06)


def test_an_answer_in_between_counts_as_both() -> None:
    rows = sp.csr_matrix(np.zeros((10, 1)))
    ones = np.ones(10)
    task = Task(rows, 0.25 * ones, ones, np.arange(10), ones > 0, 1.0)
    head = fit(task, np.arange(10))
    assert 1 / (1 + np.exp(-head.intercept)) == pytest.approx(0.25, abs=0.01)


def test_weights_for_other_cues_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linear = {name: Linear(np.zeros(DENSE + WIDTH), 0.0) for name in LINEAR}
    layered = {name: made_up_network(DENSE) for name in LAYERED}
    store(linear, layered, tmp_path)
    model = load_model(tmp_path / "weights.npz")
    assert model.dense.shape == (DENSE, len(LINEAR))
    assert model.networks["subjective"].logits(np.ones((1, DENSE))) == pytest.approx(
        layered["subjective"].logits(np.ones((1, DENSE))), rel=0.01
    )
    monkeypatch.setattr(check_worthiness, "NAMES", (*NAMES, "new"))
    load_model.cache_clear()
    with pytest.raises(RuntimeError, match="other cues"):
        load_model(tmp_path / "weights.npz")


def test_sentences_are_judged_by_the_model_that_is_given(tmp_path: Path) -> None:
    linear = {name: Linear(np.zeros(DENSE + WIDTH), 0.0) for name in LINEAR}
    store(linear, {name: made_up_network(DENSE) for name in LAYERED}, tmp_path)
    text = "La giunta ha speso 12 milioni per il molo."
    (shipped,) = judge([text])
    (of_nothing,) = judge([text], model=load_model(tmp_path / "weights.npz"))
    assert of_nothing.check_worthiness < shipped.check_worthiness


def test_the_product_and_the_training_read_the_same_features() -> None:
    text = "Nel 2023 la spesa è salita di 12 milioni."
    features = features_of([text])
    model = load_model()
    cues = features.dense[:, 384:]
    at_once = model.logits([text], contexts_of([text]), cues)
    by_hand = dict(zip(LINEAR, features.dense[0] @ model.dense + model.intercepts, strict=True))
    by_hand["worth"] += (features.hashed @ model.hashes)[0]
    for name in LAYERED:
        by_hand[name] = model.networks[name].logits(features.dense)[0]
    assert {name: said[0] for name, said in at_once.items()} == pytest.approx(by_hand, abs=1e-4)


def test_sentences_that_nobody_settled_are_not_learned_from() -> None:
    article = {
        "id": "a1",
        "text": "Piove. Forse. Bello! Titolo",
        "sentences": [
            {"start": 0, "end": 6, "label": "yes"},
            {"start": 7, "end": 13, "label": "either"},
            {"start": 14, "end": 20, "label": "no"},
            {"start": 21, "end": 27},
        ],
    }
    found = article_sentences([article])
    assert found.texts == ["Piove.", "Bello!"]
    assert found.answers.tolist() == [1, 0]
    assert found.groups.tolist() == ["a1", "a1"]


def test_labelled_articles_teach_what_is_checkable_but_do_not_calibrate_it() -> None:
    rng = np.random.default_rng(5)
    names = ("gold_train", "own", "taught", "debate_train")
    sets, features = {}, {}
    for name in names:
        answers = np.arange(6) % 2
        sets[name] = SentenceSet([name] * 6, answers, np.arange(6))
        dense = answers[:, None] + rng.normal(0, 0.1, (6, 3))
        features[name] = Features(dense, sp.csr_matrix((6, WIDTH)))
    task = checkable_task(sets, features)
    place = {name: slice(6 * i, 6 * i + 6) for i, name in enumerate(names)}
    assert task.rows[place["taught"]].toarray() == pytest.approx(features["taught"].dense)
    assert task.answers[place["taught"]].tolist() == [0, 1, 0, 1, 0, 1]
    assert set(task.weights[place["taught"]]) == {TAUGHT_WEIGHT}
    assert set(task.weights[place["gold_train"]]) == {GOLD_WEIGHT}
    assert task.judged.nonzero()[0].tolist() == list(range(12))
    assert set(task.answers[place["debate_train"]][1::2]) == {1}
    assert all(task.answers[place["debate_train"]][::2] < 0.5)


def test_a_set_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert len(labelled(tmp_path / "none.jsonl")) == 0
