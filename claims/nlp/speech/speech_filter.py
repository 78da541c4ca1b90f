"""A small forest that tells speech between marks from titles, nicknames and scare quotes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from claims.nlp.parsing.forest import Forest, forest_from
from claims.nlp.speech.quote_sight import Sight

WEIGHTS = Path(__file__).parents[1] / "weights" / "quotes" / "quotes.npz"
NAME = "speech"
THRESHOLD = 0.5
RULE_TRUST = 0.25  # what the rules' yes adds to the forest's chance: it has seen few rare habits


@dataclass(frozen=True, slots=True)
class SpeechFilter:
    """Judges the stretches of an article; without a forest the rules alone decide."""

    forest: Forest | None = None

    def judge(self, sight: Sight) -> list[bool]:
        """For each stretch whether it is direct speech.

        Stretches without marks and headlines are left to the rules.
        """
        if self.forest is None or not sight.seen:
            return [seen.rule for seen in sight.seen]
        chances = self.forest.probability(sight.rows())
        return [
            bool(chance + RULE_TRUST * seen.rule >= THRESHOLD) and not (seen.headline or seen.never)
            if seen.has_marks
            else seen.rule
            for seen, chance in zip(sight.seen, chances, strict=True)
        ]


@lru_cache(maxsize=1)
def speech_filter() -> SpeechFilter:
    """Weights are read once a process."""
    with np.load(WEIGHTS) as arrays:
        return SpeechFilter(forest_from(dict(arrays), NAME))
