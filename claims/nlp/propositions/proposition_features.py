"""How a candidate proposition was made, and which articles and list elements it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.propositions.proposition_masks import Way
from claims.nlp.splitting.token_table import Floats

MAKERS = (
    "no_article", "phrase", "verbless", "adjunct", "first", "nmod", "noun", "none", "complement",
    "last_modifiers", "one", "compound", "appos", "amod", "acl:relcl", "through_noun", "acl",
    "plain_first", "plain_none", "through_noun_is", "two", "but_one", "first_modifiers", "element",
    "nounless", "of_list", "nummod", "obl", "plain_one", "nmod:poss", "marked", "shared", "alone",
)  # fmt: skip
_PLACE = {made: i for i, made in enumerate(MAKERS)}


def proposition_columns(tree: Tree, masks: Sequence[Mask], ways: Sequence[Sequence[Way]]) -> Floats:
    """(k candidates, columns): makers, bearers, articles, lists, loose ends.

    ways: those that led to each mask; none for a candidate that claims are chosen from too.
    """
    rows = [
        [*maker_counts(of_mask), *bearer_columns(of_mask), *mask_columns(tree, mask), len(masks)]
        for mask, of_mask in zip(masks, ways, strict=True)
    ]
    return np.array(rows, np.float32)


def maker_counts(ways: Sequence[Way]) -> list[int]:
    """How often each maker led to the mask."""
    counts = [0] * len(MAKERS)
    for way in ways:
        if way.made in _PLACE:
            counts[_PLACE[way.made]] += 1
    return counts


def bearer_columns(ways: Sequence[Way]) -> list[int]:
    """The nearest role and the first version of whom it is told; how many ways there are."""
    if not ways:
        return [-1, -1, 0]
    roles = min(way.bearer.role for way in ways)
    return [roles, min(way.bearer.version for way in ways), len(ways)]


def mask_columns(tree: Tree, mask: Mask) -> list[int]:
    """Articles in and out, list elements torn off, left out and kept, tops, prepositions loose."""
    labels, heads = tree.labels, tree.heads
    below = [i for word in mask for i in tree.children[word]]
    joined = [i for i in mask if labels[i] == "conj"]
    return [
        sum(labels[i] == "det" for i in mask),
        sum(labels[i] == "det" and i not in mask for i in below),
        sum(heads[i] not in mask for i in joined),
        sum(labels[i] == "conj" and i not in mask for i in below),
        sum(heads[i] in mask for i in joined),
        sum(heads[i] not in mask or heads[i] == i for i in mask),
        max(len(tree.dependents(i, "conj")) for i in mask),
        sum(heads[i] == i for i in mask),
        sum(labels[i] == "case" and heads[i] not in mask for i in mask),
    ]
