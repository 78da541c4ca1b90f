"""The learned choice among candidate propositions: a chance for each, then the likeliest.

The forest reads what the chooser of claims reads of a mask (the tree, the tuned layers, the scorer
of masks), and how the mask was made. It was trained on PropSegmEnt by
`claims.nlp.training.propositions`; weights and model card: weights/propositions/.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from claims.nlp.parsing.forest import Forest, forest_from
from claims.nlp.parsing.tree import Mask, Tree, jaccard
from claims.nlp.propositions.proposition_features import proposition_columns
from claims.nlp.propositions.proposition_masks import Way, proposition_masks
from claims.nlp.splitting.candidate_features import Judged
from claims.nlp.splitting.candidate_masks import CandidateMask, Guess, candidate_masks
from claims.nlp.splitting.claim_layers import claim_readings
from claims.nlp.splitting.claim_model import (
    Choice,
    ClaimModel,
    atom_rows,
    candidate_rows,
    claim_model,
    guess_of,
    guess_trees,
)
from claims.nlp.splitting.mask_scorer import mask_scorer
from claims.nlp.splitting.token_table import Floats, TokenTable, token_table

WEIGHTS = Path(__file__).parents[1] / "weights" / "propositions" / "propositions.npz"


@dataclass(frozen=True, slots=True)
class TreeMasks:
    """The candidates of one tree: k masks, and (k, features) what the forest reads of them."""

    tree: Tree
    masks: list[Mask]
    rows: Floats


@dataclass(frozen=True, slots=True)
class PropositionModel:
    """All that was learned."""

    forest: Forest
    choice: Choice


@lru_cache(maxsize=1)
def proposition_model() -> PropositionModel:
    """The shipped weights, read once a process."""
    with np.load(WEIGHTS, allow_pickle=False) as arrays:
        choice = Choice(*arrays["choice"].tolist())
        return PropositionModel(forest_from(arrays, "propositions"), choice)


def chosen_propositions(trees: Sequence[Tree], judged: Sequence[Judged]) -> list[list[Mask]]:
    """The propositions of each tree, likeliest first. `judged`: the sentence of each."""
    model, found = proposition_model(), []
    for one in tree_candidates(trees, judged):
        chances = model.forest.probability(one.rows) if one.masks else np.zeros(0, np.float32)
        found.append(likeliest(one.masks, chances, model.choice))
    return found


def likeliest(masks: Sequence[Mask], chances: Floats, choice: Choice) -> list[Mask]:
    """The best, then the next that is not much like one taken, down to the least chance."""
    taken: list[Mask] = []
    for i in np.argsort(-chances, kind="stable").tolist():
        if chances[i] < choice.chance:
            break
        if all(jaccard(masks[i], other) <= choice.overlap for other in taken):
            taken.append(masks[i])
    return taken


def tree_candidates(trees: Sequence[Tree], judged: Sequence[Judged]) -> list[TreeMasks]:
    """The candidates of each tree with their features."""
    claims = claim_model()
    tables = [
        token_table(tree, claims.vocabulary, reading)
        for tree, reading in zip(trees, claim_readings(trees), strict=True)
    ]
    return [
        candidates_of(table, guess, sentence, claims)
        for table, guess, sentence in zip(tables, guess_trees(tables, claims), judged, strict=True)
    ]


def candidates_of(table: TokenTable, guess: Guess, judged: Judged, claims: ClaimModel) -> TreeMasks:
    """A tree's candidates: its propositions and the candidates that claims are chosen from."""
    ways: dict[Mask, list[Way]] = proposition_masks(table.tree)
    heads = {mask: commonest_head(of_mask) for mask, of_mask in ways.items()}
    for candidate in candidate_masks(guess):
        heads.setdefault(candidate.mask, candidate.head)
    masks = [mask for mask in heads if len(mask) > 1]
    if not masks:
        return TreeMasks(table.tree, [], np.zeros((0, 0), np.float32))
    told = told_by(table, guess, sorted({heads[mask] for mask in masks}), claims)
    places = {head: row for row, head in enumerate(told.heads)}
    candidates = [
        CandidateMask(places[heads[mask]], heads[mask], mask, frozenset()) for mask in masks
    ]
    known = candidate_rows(told, candidates, table, judged, mask_scorer())
    own = proposition_columns(table.tree, masks, [ways.get(mask, []) for mask in masks])
    return TreeMasks(table.tree, masks, np.concatenate([known, own], axis=1))


def commonest_head(ways: Sequence[Way]) -> int:
    """The head that most ways to a mask started from."""
    return Counter(way.head for way in ways).most_common(1)[0][0]


def told_by(table: TokenTable, guess: Guess, heads: list[int], claims: ClaimModel) -> Guess:
    """The guess with chances of words for other heads than those likely to head a claim."""
    rows = atom_rows(table, guess.chances, heads, claims.vocabulary)
    return guess_of(table, guess.chances, heads, claims.tokens.probability(rows))
