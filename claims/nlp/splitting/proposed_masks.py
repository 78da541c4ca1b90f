"""A model's proposals as masks of a tree: those whose pieces are the sentence's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.nlp.grammar.head_fit import heads_of
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.proposing.anchoring import anchored, mask_within
from claims.nlp.proposing.proposal import Proposal

FEWEST_WORDS = 2
MOST_MASKS = 24
"""Claims of one sentence that are looked at; no labelled sentence has more than 16."""


@dataclass(frozen=True, slots=True)
class ProposedMask:
    """Words of a sentence with the one that heads them, and the model's wording of them."""

    head: int
    mask: Mask
    wording: str


def proposed_masks(tree: Tree, text: str, proposals: Sequence[Proposal]) -> list[ProposedMask]:
    """The masks of those proposals that are anchored in a tree of the article's text."""
    masks: dict[Mask, str] = {}
    for proposal in proposals:
        spans = anchored(proposal.pieces, text, *tree.extent)
        mask = mask_within(tree, spans) if spans else frozenset()
        if len(mask) >= FEWEST_WORDS and len(masks) < MOST_MASKS:
            masks.setdefault(mask, proposal.text)
    heads = heads_of(tree, list(masks))
    return [
        ProposedMask(head, mask, wording)
        for head, (mask, wording) in zip(heads, masks.items(), strict=True)
    ]
