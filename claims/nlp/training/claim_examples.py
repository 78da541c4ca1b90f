"""Labelled trees with all that the steps of the claim model's training add to them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.tree import Mask
from claims.nlp.splitting import head_features as of_heads
from claims.nlp.splitting.candidate_masks import CandidateMask, Guess
from claims.nlp.splitting.claim_layers import ClaimReading
from claims.nlp.splitting.token_table import TokenTable, token_table
from claims.nlp.splitting.vocabulary import Vocabulary
from claims.nlp.training.alignment import heads_of_claims
from claims.nlp.training.gold import GoldTree

FOLDS = 5
FREQUENT_LEMMAS = 250

Floats = NDArray[np.float32]


@dataclass(slots=True)
class Example:
    """One labelled tree with all that the steps add to it."""

    gold: GoldTree
    fold: int
    table: TokenTable
    heads: dict[int, Mask]
    features: Floats
    chances: Floats | None = None
    guess: Guess | None = None
    pool: list[CandidateMask] = field(default_factory=list)
    rows: Floats | None = None
    scores: Floats | None = None


def frequent_lemmas(golds: Iterable[GoldTree], vocabulary: Vocabulary) -> None:
    """Enter the lemmas that get a number of their own."""
    counts: dict[str, Counter[str]] = {}
    for gold in golds:
        counts.setdefault(gold.language, Counter()).update(gold.tree.lemmas)
    for language in sorted(counts):
        for lemma, _ in counts[language].most_common(FREQUENT_LEMMAS):
            vocabulary.number("lemma", f"{language}:{lemma}")


def examples_of(
    golds: Sequence[GoldTree],
    folds: dict[str, int],
    vocabulary: Vocabulary,
    readings: Sequence[ClaimReading],
) -> list[Example]:
    """Tables, aligned heads and head features of sentences.

    readings: what the tuned layers say of each.
    """
    found = []
    for gold, reading in zip(golds, readings, strict=True):
        table = token_table(gold.tree, vocabulary, reading)
        features = of_heads.head_features(table, vocabulary)
        fold = folds.get(gold.article, -1)
        found.append(Example(gold, fold, table, heads_of_claims(gold), features))
    return found


def folds_of(golds: Sequence[GoldTree]) -> dict[str, int]:
    """A fold for each article, shuffled with a fixed seed."""
    names = sorted({gold.article for gold in golds})
    random.Random(7).shuffle(names)  # noqa: S311 - repeatable on purpose
    return {name: i % FOLDS for i, name in enumerate(names)}
