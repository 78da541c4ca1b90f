"""The candidate propositions of trees with what the learned choice reads of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.propositions.proposition_features import proposition_columns
from claims.nlp.propositions.proposition_masks import Way, proposition_masks
from claims.nlp.splitting.candidate_features import Judged, candidate_features
from claims.nlp.splitting.candidate_masks import CandidateMask, Guess, candidate_masks
from claims.nlp.splitting.candidate_pool import Pool, pool_of
from claims.nlp.splitting.claim_layers import ClaimReading, claim_readings
from claims.nlp.splitting.claim_model import (
    ClaimModel,
    atom_rows,
    claim_model,
    guess_of,
    guess_trees,
)
from claims.nlp.splitting.mask_scorer import mask_scorer
from claims.nlp.splitting.token_table import Floats, TokenTable, token_table


@dataclass(frozen=True, slots=True)
class TreeMasks:
    """The k candidates of one tree, at least one.

    rows: (k, features) what the forest reads; the network reads `reading` and `pool`.
    """

    reading: ClaimReading
    pool: Pool
    rows: Floats

    @property
    def masks(self) -> list[Mask]:
        """The words of each candidate."""
        return [candidate.mask for candidate in self.pool.candidates]


def tree_candidates(trees: Sequence[Tree], judged: Sequence[Judged]) -> list[TreeMasks | None]:
    """The candidates of each tree; None where there are none."""
    claims = claim_model()
    tables = [
        token_table(tree, claims.vocabulary, reading)
        for tree, reading in zip(trees, claim_readings(trees), strict=True)
    ]
    return [
        candidates_of(table, guess, sentence, claims)
        for table, guess, sentence in zip(tables, guess_trees(tables, claims), judged, strict=True)
    ]


def candidates_of(
    table: TokenTable, guess: Guess, judged: Judged, claims: ClaimModel
) -> TreeMasks | None:
    """A tree's candidates: its propositions and the candidates that claims are chosen from."""
    ways: dict[Mask, list[Way]] = proposition_masks(table.tree)
    heads = {mask: commonest_head(of_mask) for mask, of_mask in ways.items()}
    for candidate in candidate_masks(guess):
        heads.setdefault(candidate.mask, candidate.head)
    masks = [mask for mask in heads if len(mask) > 1]
    if not masks:
        return None
    told = told_by(table, guess, sorted({heads[mask] for mask in masks}), claims)
    places = {head: row for row, head in enumerate(told.heads)}
    pool = pool_of(
        told,
        [CandidateMask(places[heads[mask]], heads[mask], mask, frozenset()) for mask in masks],
    )
    scores = mask_scorer().score(table.tree, table.reading, pool)
    known = candidate_features(pool, table, judged, scores)
    own = proposition_columns(table.tree, masks, [ways.get(mask, []) for mask in masks])
    return TreeMasks(table.reading, pool, np.concatenate([known, own], axis=1))


def commonest_head(ways: Sequence[Way]) -> int:
    """The head that most ways to a mask started from."""
    return Counter(way.head for way in ways).most_common(1)[0][0]


def told_by(table: TokenTable, guess: Guess, heads: list[int], claims: ClaimModel) -> Guess:
    """The guess with chances of words for other heads than those likely to head a claim."""
    rows = atom_rows(table, guess.chances, heads, claims.vocabulary)
    return guess_of(table, guess.chances, heads, claims.tokens.probability(rows))
