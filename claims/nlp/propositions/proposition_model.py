"""The learned choice among candidate propositions: a chance for each, then the set that is told.

Two models that err differently, each half of the answer. A forest reads what the chooser of claims
reads of a mask (the tree, the tuned layers, the scorer of masks), and how the mask was made. A
network of the form of that scorer, taught further on propositions, reads the words. Both were
trained on PropSegmEnt by `claims.nlp.training.propositions`; weights and model card:
weights/propositions/.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from claims.nlp.parsing.forest import Forest, forest_from
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.propositions.proposition_candidates import TreeMasks, tree_candidates
from claims.nlp.propositions.proposition_sets import SetChoice, chosen_set
from claims.nlp.splitting.candidate_features import Judged
from claims.nlp.splitting.mask_scorer import MaskScorer
from claims.nlp.splitting.token_table import Floats

FOLDER = Path(__file__).parents[1] / "weights" / "propositions"
WEIGHTS, MASKS = FOLDER / "propositions.npz", FOLDER / "masks.npz"


@dataclass(frozen=True, slots=True)
class PropositionModel:
    """All that was learned but the thresholds."""

    forest: Forest
    network: MaskScorer

    def chances(self, one: TreeMasks) -> Floats:
        """(k,) that a person would mark each candidate."""
        by_words = self.network.score(one.reading.tree, one.reading, one.pool).mean(1)
        odds = (self.forest.raw_score(one.rows) + by_words) / 2
        found: Floats = 1 / (1 + np.exp(-odds))
        return found


@lru_cache(maxsize=1)
def proposition_model() -> tuple[PropositionModel, SetChoice]:
    """The shipped weights, read once a process."""
    with np.load(WEIGHTS, allow_pickle=False) as arrays, np.load(MASKS, allow_pickle=False) as net:
        model = PropositionModel(forest_from(arrays, "propositions"), MaskScorer(net))
        return model, SetChoice(*arrays["choice"].tolist())


def chosen_propositions(trees: Sequence[Tree], judged: Sequence[Judged]) -> list[list[Mask]]:
    """The propositions of each tree, likeliest first. `judged`: the sentence of each."""
    model, choice = proposition_model()
    return [told_of(one, model, choice) if one else [] for one in tree_candidates(trees, judged)]


def told_of(one: TreeMasks, model: PropositionModel, choice: SetChoice) -> list[Mask]:
    """The masks of a tree that are told."""
    masks = one.masks
    return [masks[i] for i in chosen_set(model.chances(one), one.pool.overlap, choice)]
