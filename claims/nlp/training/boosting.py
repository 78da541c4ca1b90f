"""Train boosted trees with LightGBM and turn them into a `Forest`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import lightgbm
import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.forest import Forest


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to grow a forest: `forests`, seeds from `first_seed` on; their mean is taken."""

    rounds: int
    leaves: int
    learning_rate: float = 0.06
    smallest_leaf: int = 20
    l2: float = 5.0
    category_smoothing: float = 20.0
    depth: int = 9
    feature_share: float = 0.5
    forests: int = 1
    first_seed: int = 1


@dataclass(slots=True)
class _Nodes:
    """A forest being written."""

    feature: list[int] = field(default_factory=list)
    left_bins: list[NDArray[np.uint8]] = field(default_factory=list)
    children: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)
    depth: int = 0


def grow_forest(
    rows: NDArray[np.float32],
    labels: NDArray[np.float32],
    categories: Sequence[int],
    recipe: Recipe,
    weights: NDArray[np.float32] | None = None,
) -> Forest:
    """Fit a classifier to answers in [0, 1].

    categories: columns that hold category numbers, 0 for unknown.
    """
    boosters = boosters_of(rows, labels, categories, recipe, weights)
    return forest_of(boosters, rows.shape[1], category_counts(rows, categories))


def grow_mean_forest(
    rows: NDArray[np.float32],
    targets: Sequence[NDArray[np.float32]],
    categories: Sequence[int],
    recipe: Recipe,
) -> Forest:
    """The mean of forests that learn different answers to one question, each as `grow_forest`."""
    boosters = [
        booster
        for labels in targets
        for booster in boosters_of(rows, labels, categories, recipe, None)
    ]
    return forest_of(boosters, rows.shape[1], category_counts(rows, categories))


def category_counts(rows: NDArray[np.float32], categories: Sequence[int]) -> dict[int, int]:
    """How many numbers each category column needs."""
    return {column: int(rows[:, column].max()) + 1 for column in categories}


def boosters_of(
    rows: NDArray[np.float32],
    labels: NDArray[np.float32],
    categories: Sequence[int],
    recipe: Recipe,
    weights: NDArray[np.float32] | None,
) -> list[lightgbm.Booster]:
    """One a seed; answers between no and yes are learned by their cross entropy."""
    data = lightgbm.Dataset(
        rows, labels, weight=weights, categorical_feature=list(categories), free_raw_data=False
    )
    settings = {
        "objective": "binary" if np.isin(labels, (0, 1)).all() else "cross_entropy",
        "learning_rate": recipe.learning_rate,
        "num_leaves": recipe.leaves,
        "max_depth": recipe.depth,
        "min_data_in_leaf": recipe.smallest_leaf,
        "feature_fraction": recipe.feature_share,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "lambda_l2": recipe.l2,
        "cat_smooth": recipe.category_smoothing,
        "max_bin": 127,
        "num_threads": 1,
        "deterministic": True,
        "force_row_wise": True,
        "verbose": -1,
    }
    return [
        lightgbm.train(settings | {"seed": seed}, data, recipe.rounds)
        for seed in range(recipe.first_seed, recipe.first_seed + recipe.forests)
    ]


def forest_of(
    boosters: Sequence[lightgbm.Booster], columns: int, category_counts: dict[int, int]
) -> Forest:
    """Read LightGBM's own dumps of their trees; the forest's score is their mean."""
    trees = [
        tree["tree_structure"] for booster in boosters for tree in booster.dump_model()["tree_info"]
    ]
    thresholds: list[set[float]] = [set() for _ in range(columns)]
    for tree in trees:
        collect_thresholds(tree, thresholds)
    cuts = [np.array(sorted(values), np.float64) for values in thresholds]
    nodes = _Nodes()
    roots = [write_node(tree, nodes, cuts, category_counts, 0) for tree in trees]
    sizes = np.array([len(bins) for bins in nodes.left_bins])
    starts = np.cumsum(sizes) - sizes
    starts[sizes == 0] = sizes.sum()  # leaves ask about column 0 and share one row of zeros
    leaf_row = np.zeros(category_counts.get(0, len(cuts[0]) + 1), np.uint8)
    return Forest(
        roots=np.array(roots, np.int32),
        feature=np.array(nodes.feature, np.int32),
        table=np.concatenate([*nodes.left_bins, leaf_row]),
        start=starts.astype(np.int32),
        children=np.array(nodes.children, np.int32),
        value=np.array(nodes.value, np.float32) / np.float32(len(boosters)),
        depth=nodes.depth,
        cuts=np.concatenate(cuts),
        cut_start=np.concatenate([[0], np.cumsum([len(c) for c in cuts])]).astype(np.int32),
        category_count=np.array([category_counts.get(c, 0) for c in range(columns)], np.int32),
    )


def collect_thresholds(node: dict, thresholds: list[set[float]]) -> None:
    """Every number that a numeric node compares with."""
    if "split_feature" not in node:
        return
    if node["decision_type"] == "<=":
        thresholds[node["split_feature"]].add(float(node["threshold"]))
    collect_thresholds(node["left_child"], thresholds)
    collect_thresholds(node["right_child"], thresholds)


def write_node(
    node: dict,
    nodes: _Nodes,
    cuts: list[NDArray[np.float64]],
    category_counts: dict[int, int],
    depth: int,
) -> int:
    """Append a node and what hangs below it; returns its index."""
    index = len(nodes.feature)
    nodes.depth = max(nodes.depth, depth)
    column = int(node.get("split_feature", 0))
    is_leaf = "split_feature" not in node
    size = 0 if is_leaf else category_counts.get(column, len(cuts[column]) + 1)
    bins = np.zeros(size, np.uint8)
    nodes.feature.append(column)
    nodes.left_bins.append(bins)
    nodes.children += [index, index]
    nodes.value.append(float(node.get("leaf_value", 0.0)))
    if is_leaf:
        return index
    if node["decision_type"] == "<=":
        bins[: int(np.searchsorted(cuts[column], node["threshold"])) + 1] = 1
    else:
        bins[[int(value) for value in node["threshold"].split("||") if int(value) < size]] = 1
    left = write_node(node["left_child"], nodes, cuts, category_counts, depth + 1)
    right = write_node(node["right_child"], nodes, cuts, category_counts, depth + 1)
    nodes.children[2 * index], nodes.children[2 * index + 1] = right, left
    return index
