"""How well a word heads a mask that came from elsewhere: a labeller, a language model."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.grammar.masks import apposition, clause, phrase
from claims.nlp.grammar.rule_claims import rule_claims
from claims.nlp.parsing.tree import Mask, Tree, jaccard

NEVER_HEADS = frozenset({"det", "case", "punct", "mark", "cc", "aux", "cop"})


def head_fit(tree: Tree, mask: Mask, head: int, *, by_rule: bool) -> float:
    """More than 0; the more, the more the mask is what rules make of the head.

    by_rule: whether rules find a claim of this head.
    """
    words = tree.words
    score = max(
        jaccard(mask, clause(tree, head)),
        jaccard(mask, apposition(tree, head)) if tree.heads[head] in mask else 0.0,
        0.9 * jaccard(mask, frozenset(phrase(tree, head)) & words),
    )
    lower = tree.depths[head] - min(tree.depths[i] for i in mask)
    score += 0.15 * by_rule + 0.1 * (lower == 0) + 0.1 * tree.is_clausal[head] - 0.05 * lower
    score -= 0.3 * (tree.labels[head] in NEVER_HEADS)
    return max(score, 0.01)


def heads_of(tree: Tree, masks: Sequence[Mask]) -> list[int]:
    """A head for each mask, none twice as long as there are others; the surest are given first."""
    rules = {claim.head for claim in rule_claims(tree)}
    fits = sorted(
        (
            (head_fit(tree, mask, head, by_rule=head in rules), -row, -head)
            for row, mask in enumerate(masks)
            for head in mask
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for once in (True, False):
        for _, row, head in fits:
            if -row not in found and not (once and -head in found.values()):
                found[-row] = -head
    return [found[row] for row in range(len(masks))]
