"""The chances of candidates: half by how a mask is made, half by what its words mean."""

from __future__ import annotations

import numpy as np
import pytest

from claims.nlp.propositions.finding import english_trees
from claims.nlp.propositions.proposition_candidates import TreeMasks, tree_candidates
from claims.nlp.propositions.proposition_model import proposition_model
from claims.nlp.splitting.mask_scorer import mask_scorer
from claims.nlp.weighing.check_worthiness import judge

TEXT = "The film, which was shot in Gdynia, stars Angelina Jolie and Elle Fanning."


@pytest.fixture(scope="module")
def candidates() -> TreeMasks:
    """Those of the sentence."""
    (one,) = tree_candidates(english_trees(TEXT), judge([TEXT]))
    assert one
    return one


def odds_of(chances: np.ndarray) -> np.ndarray:
    """Log odds."""
    return np.log(chances / (1 - chances))


def test_log_odds_are_the_mean_of_both_models(candidates: TreeMasks) -> None:
    model, _ = proposition_model()
    words = model.network.score(candidates.reading.tree, candidates.reading, candidates.pool)
    both = (model.forest.raw_score(candidates.rows) + words.mean(1)) / 2
    assert odds_of(model.chances(candidates)) == pytest.approx(both, abs=1e-3)


def test_the_network_asks_for_propositions_and_not_for_claims(candidates: TreeMasks) -> None:
    tree = candidates.reading.tree
    texts = [" ".join(tree.forms[i] for i in sorted(mask)) for mask in candidates.masks]
    listed = texts.index("The film stars Elle Fanning")
    whole = texts.index("The film stars Angelina Jolie and Elle Fanning")
    told = [
        scorer.score(tree, candidates.reading, candidates.pool)[:, 0]
        for scorer in (proposition_model()[0].network, mask_scorer())
    ]
    as_proposition, as_claim = (odds[listed] - odds[whole] for odds in told)
    assert as_proposition > 0 > as_claim


def test_a_sentence_without_candidates_has_no_propositions() -> None:
    assert tree_candidates(english_trees("No."), judge(["No."])) == [None]
