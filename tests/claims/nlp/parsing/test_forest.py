"""The numpy reading of boosted trees says what LightGBM says."""

import numpy as np
import pytest

from claims.nlp.parsing.forest import Forest, forest_from

lightgbm = pytest.importorskip("lightgbm")

from claims.nlp.training import boosting  # noqa: E402 - needs lightgbm


def random_rows(count: int, seed: int) -> np.ndarray:
    """Two columns of categories, three of numbers (one of them whole numbers)."""
    draw = np.random.default_rng(seed)
    rows = draw.normal(size=(count, 5)).astype(np.float32)
    rows[:, :2] = draw.integers(0, 40, size=(count, 2))
    rows[:, 4] = np.round(rows[:, 4] * 3)
    return rows


@pytest.fixture(scope="module")
def grown() -> tuple[Forest, "lightgbm.Booster"]:
    """A forest and the booster that it was read from."""
    rows = random_rows(1500, 1)
    labels = ((rows[:, 0] % 3 == 1) ^ (rows[:, 2] + rows[:, 4] > 0.5)).astype(np.float32)
    booster = lightgbm.train(
        {"objective": "binary", "num_leaves": 15, "max_depth": 7, "verbose": -1, "num_threads": 1},
        lightgbm.Dataset(rows, labels, categorical_feature=[0, 1]),
        40,
    )
    return boosting.forest_of([booster], rows.shape[1], {0: 40, 1: 40}), booster


def test_probabilities_equal_those_of_lightgbm(grown: tuple) -> None:
    forest, booster = grown
    rows = random_rows(700, 2)
    assert np.allclose(forest.probability(rows), booster.predict(rows), atol=1e-6)


def test_a_forest_survives_being_saved(grown: tuple) -> None:
    forest, _ = grown
    rows = random_rows(50, 3)
    again = forest_from(forest.arrays("any"), "any")
    assert np.array_equal(again.probability(rows), forest.probability(rows))


def test_rows_are_judged_alike_alone_and_together(grown: tuple) -> None:
    forest, _ = grown
    rows = random_rows(3000, 4)
    alone = np.concatenate([forest.probability(row[None]) for row in rows[:20]])
    assert np.array_equal(forest.probability(rows)[:20], alone)


def test_no_rows_give_no_probabilities(grown: tuple) -> None:
    forest, _ = grown
    assert forest.probability(np.zeros((0, 5), np.float32)).shape == (0,)


def test_a_category_never_seen_counts_as_unknown(grown: tuple) -> None:
    forest, _ = grown
    rows = random_rows(5, 5)
    rows[:, 0], unknown = 99, rows.copy()
    unknown[:, 0] = 0
    assert np.array_equal(forest.probability(rows), forest.probability(unknown))


@pytest.mark.parametrize("leaves", [2, 20, 60])
def test_trees_of_few_and_of_many_leaves_are_read(leaves: int) -> None:
    rows = random_rows(2500, 7)
    labels = (np.sin(3 * rows[:, 2]) + rows[:, 3] > 0).astype(np.float32)
    booster = lightgbm.train(
        {"objective": "binary", "num_leaves": leaves, "verbose": -1, "num_threads": 1},
        lightgbm.Dataset(rows, labels, categorical_feature=[0, 1]),
        12,
    )
    forest = boosting.forest_of([booster], rows.shape[1], {0: 40, 1: 40})
    assert np.allclose(forest.probability(rows), booster.predict(rows), atol=1e-6)


def test_training_is_repeatable() -> None:
    rows, recipe = random_rows(400, 6), boosting.Recipe(rounds=10, leaves=7)
    labels = (rows[:, 3] > 0).astype(np.float32)
    first = boosting.grow_forest(rows, labels, [0, 1], recipe)
    second = boosting.grow_forest(rows, labels, [0, 1], recipe)
    assert np.array_equal(first.probability(rows), second.probability(rows))


def test_rows_of_another_width_are_refused(grown: tuple) -> None:
    forest, _ = grown
    with pytest.raises(ValueError, match="4 features, trained on 5"):
        forest.probability(np.zeros((2, 4), np.float32))


def test_a_mean_forest_says_the_mean_of_what_each_answer_teaches() -> None:
    rows, recipe = random_rows(900, 8), boosting.Recipe(rounds=8, leaves=7)
    hard = (rows[:, 3] > 0).astype(np.float32)
    soft = 1 / (1 + np.exp(-3 * rows[:, 2]))
    alone = [boosting.grow_forest(rows, labels, [0, 1], recipe) for labels in (hard, soft)]
    both = boosting.grow_mean_forest(rows, [hard, soft], [0, 1], recipe)
    mean = (alone[0].raw_score(rows) + alone[1].raw_score(rows)) / 2
    assert np.allclose(both.raw_score(rows), mean, atol=1e-5)
    assert abs(float(alone[1].probability(rows).mean() - soft.mean())) < 0.02
