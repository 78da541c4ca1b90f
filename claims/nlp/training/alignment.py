"""Give every labelled claim the word that heads it in the tree."""

from __future__ import annotations

import numpy as np
from scipy.optimize import linear_sum_assignment

from claims.nlp.grammar.head_fit import head_fit
from claims.nlp.grammar.rule_claims import rule_claims
from claims.nlp.parsing.tree import Mask
from claims.nlp.training.gold import GoldTree


def heads_of_claims(gold: GoldTree) -> dict[int, Mask]:
    """Head -> mask; one head a claim, the head lies in its claim, the fit is best overall."""
    if not gold.claims:
        return {}
    fit = np.zeros((len(gold.claims), gold.tree.size))
    by_rule = {claim.head for claim in rule_claims(gold.tree)}
    for row, claim in enumerate(gold.claims):
        sure = 1.0 if claim.must else 0.5
        for head in claim.mask:
            fit[row, head] = sure * head_fit(gold.tree, claim.mask, head, by_rule=head in by_rule)
    rows, heads = linear_sum_assignment(-fit)
    return {
        int(head): gold.claims[row].mask
        for row, head in zip(rows, heads, strict=True)
        if fit[row, head] > 0
    }
