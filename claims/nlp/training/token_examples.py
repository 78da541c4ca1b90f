"""What the forest of tokens learns from: which atoms belong to the claim of a labelled head."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.splitting import pair_features as of_pairs
from claims.nlp.splitting.vocabulary import Vocabulary
from claims.nlp.training.claim_examples import Example

Floats = NDArray[np.float32]


def pair_rows(examples: Sequence[Example], vocabulary: Vocabulary) -> tuple[Floats, Floats]:
    """Features and truth of the atoms that could go either way, for all labelled heads."""
    rows, labels = [], []
    for example in examples:
        heads = sorted(example.heads)
        if not heads:
            continue
        tree = example.gold.tree
        features = of_pairs.pair_features(example.table, vocabulary, example.chances, heads)
        for row, head in enumerate(heads):
            mask = example.heads[head]
            tops = [top for top in tree.atom_words if is_open(tree, head, top, mask)]
            rows.append(features[row, tops])
            labels += [holds(mask, top, tree.atom_words[top]) for top in tops]
    return np.concatenate(rows), np.array(labels, np.float32)


def is_open(tree: Tree, head: int, top: int, mask: Mask) -> bool:
    """Whether an atom may be in: below the head only where its governor is."""
    if top == tree.atoms[head]:
        return False
    above = tree.atoms[tree.heads[top]]
    return top not in tree.subtrees[head] or above == tree.atoms[head] or above in mask


def holds(mask: Mask, top: int, words: Sequence[int]) -> float:
    """1 when most of an atom's words are in the mask; its top decides a draw."""
    inside = len(mask.intersection(words))
    return float(2 * inside > len(words) or (2 * inside == len(words) and top in mask))
