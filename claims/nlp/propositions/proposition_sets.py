"""Which candidates of a sentence are told: those that add a statement, likeliest first.

A set is scored by how many of its masks match a labelled one, each label once. One more mask pays
while its chance to match a label that no other takes is more than half of the F1 that the whole
set is worth; so one threshold on that chance is enough.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claims.nlp.splitting.token_table import Floats

WIDTH = np.float32(0.08)  # how gently overlap passes into sameness


@dataclass(frozen=True, slots=True)
class SetChoice:
    """chance: the least of telling something new. same: overlap that is as likely as not one."""

    chance: float
    same: float


def chosen_set(chances: Floats, overlaps: Floats, choice: SetChoice) -> list[int]:
    """The best candidate, then the one that likeliest tells something else, and so on.

    chances: (k,) that each is right. overlaps: (k, k) Jaccard.
    """
    left, taken = chances.astype(np.float32), list[int]()
    while len(left) and left.max() >= choice.chance:
        best = int(left.argmax())
        taken.append(best)
        left *= otherness(overlaps[best], choice)
        left[best] = 0
    return taken


def otherness(overlaps: Floats, choice: SetChoice) -> Floats:
    """Chances that masks which overlap so much tell different things."""
    found: Floats = 1 / (1 + np.exp((overlaps - np.float32(choice.same)) / WIDTH))
    return found
