"""Give every labelled claim the word that heads it in the tree."""

from __future__ import annotations

import numpy as np
from scipy.optimize import linear_sum_assignment

from claims.nlp.grammar.rule_claims import rule_claims
from claims.nlp.parsing.tree import Mask, Tree, jaccard
from claims.nlp.splitting.pair_features import rule_masks
from claims.nlp.training.gold import GoldClaim, GoldTree

NEVER_HEADS = frozenset({"det", "case", "punct", "mark", "cc", "aux", "cop"})


def heads_of_claims(gold: GoldTree) -> dict[int, Mask]:
    """Head -> mask; one head a claim, the head lies in its claim, the fit is best overall."""
    if not gold.claims:
        return {}
    fit = np.zeros((len(gold.claims), gold.tree.size))
    by_rule = {claim.head for claim in rule_claims(gold.tree)}
    for row, claim in enumerate(gold.claims):
        top = min(gold.tree.depths[i] for i in claim.mask)
        for head in claim.mask:
            fit[row, head] = fit_of(gold.tree, claim, head, top, head in by_rule)
    rows, heads = linear_sum_assignment(-fit)
    return {
        int(head): gold.claims[row].mask
        for row, head in zip(rows, heads, strict=True)
        if fit[row, head] > 0
    }


def fit_of(tree: Tree, claim: GoldClaim, head: int, top: int, by_rule: bool) -> float:
    """How well a word heads a claim; `top` is the least depth within the claim."""
    as_clause, as_apposition, as_phrase, *_ = rule_masks(tree, head)
    score = max(
        jaccard(claim.mask, as_clause),
        jaccard(claim.mask, as_apposition) if tree.heads[head] in claim.mask else 0.0,
        0.9 * jaccard(claim.mask, as_phrase),
    )
    lower = tree.depths[head] - top
    score += 0.15 * by_rule + 0.1 * (lower == 0) + 0.1 * tree.is_clausal[head] - 0.05 * lower
    score -= 0.3 * (tree.labels[head] in NEVER_HEADS)
    return max(score, 0.01) * (1.0 if claim.must else 0.5)
