"""Labelled sentences that teach the choice of propositions: candidates, answers, folds."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from claims.nlp.normalise import Normalised, normalise
from claims.nlp.propositions.finding import english_trees, piece_of
from claims.nlp.propositions.proposition_candidates import TreeMasks, tree_candidates
from claims.nlp.scoring.counts import overlap
from claims.nlp.scoring.propositions import BAR, Row, marked_by, tokens_within
from claims.nlp.splitting.candidate_pool import pool_of
from claims.nlp.splitting.token_table import Floats
from claims.nlp.types import Span
from claims.nlp.weighing.check_worthiness import judge

FOLDS = 10
REFERENCE = 1.5  # what the reference counts beside each other rater
SMOOTH = 0.05  # how far around the bar the smooth view wavers

Tokens = frozenset[int]


@dataclass(slots=True)
class Example:
    """A row's k candidates as sets of its tokens, tree by tree, with the models' material.

    wanted: (k, 2) what share of the raters marked a candidate, by the bar and smoothly.
    """

    row: Row
    candidates: list[Tokens]
    trees: list[TreeMasks]
    overlaps: Floats
    wanted: Floats
    chances: Floats


def example_of(row: Row) -> Example:
    """A row's candidates; of two that cover the same tokens the first."""
    normal = normalise(row["text"])
    trees = english_trees(normal.text)
    judged = judge([piece_of(normal.text, tree) for tree in trees])
    candidates: list[Tokens] = []
    narrowed: list[TreeMasks] = []
    for one in tree_candidates(trees, judged):
        kept: list[int] = []
        for place, tokens in enumerate(tokens_of(one, normal, row) if one else []):
            if len(tokens) > 1 and tokens not in candidates:
                candidates.append(tokens)
                kept.append(place)
        if one and kept:
            narrowed.append(only(one, kept))
    overlaps = np.array([[overlap(a, b) for b in candidates] for a in candidates], np.float32)
    none = np.zeros(len(candidates), np.float32)
    return Example(row, candidates, narrowed, overlaps, answers(candidates, row), none)


def tokens_of(one: TreeMasks, normal: Normalised, row: Row) -> list[Tokens]:
    """Each candidate as tokens of the row."""
    return [
        tokens_within([normal.to_raw(Span(*pair)) for pair in one.reading.tree.segments(mask)], row)
        for mask in one.masks
    ]


def only(one: TreeMasks, kept: list[int]) -> TreeMasks:
    """Some of a tree's candidates."""
    candidates = [one.pool.candidates[i] for i in kept]
    return replace(one, pool=pool_of(one.pool.guess, candidates), rows=one.rows[kept])


def answers(candidates: Sequence[Tokens], row: Row) -> Floats:
    """(k, 2): the share of raters that marked each candidate, by the bar and smoothly."""
    responses = row["responses"]
    weights = np.array([REFERENCE if response["reference"] else 1 for response in responses])
    marked = [marked_by(response, row) for response in responses]
    fits = np.array([
        [max((overlap(tokens, one) for one in of_rater), default=0) for tokens in candidates]
        for of_rater in marked
    ])  # fmt: skip
    share = weights / weights.sum()
    nearly = 1 / (1 + np.exp((BAR - fits) / SMOOTH))
    return np.stack([share @ (fits >= BAR), share @ nearly], axis=1).astype(np.float32)


def folds_of(examples: Sequence[Example]) -> list[int]:
    """A fold for each example, all of one cluster in the same, shuffled with a fixed seed."""
    clusters = sorted({example.row["cluster"] for example in examples})
    random.Random(7).shuffle(clusters)  # noqa: S311 - repeatable on purpose
    places = {cluster: i % FOLDS for i, cluster in enumerate(clusters)}
    return [places[example.row["cluster"]] for example in examples]
