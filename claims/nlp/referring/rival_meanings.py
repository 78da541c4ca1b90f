"""Whether a pointing word has one meaning that is surely likelier than the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.nlp.naming.full_names import PERSON
from claims.nlp.referring.anaphors import Anaphor
from claims.nlp.referring.people_and_things import Sort
from claims.nlp.referring.referents import Referent

Floats = NDArray[np.float32]
RIVAL = 0.6  # of the best chance: a second meaning above it leaves the word open


def is_sure(chances: Floats, bound: float) -> bool:
    """Likely enough, and nothing else comes near. `chances`: the highest first."""
    rival = chances[1] if len(chances) > 1 else 0.0
    return bool(chances[0] >= bound and rival <= RIVAL * chances[0])


def is_only_person(anaphor: Anaphor, referents: Sequence[Referent], best: int) -> bool:
    """Whether "she" can mean nobody else: one named person, and no other name that may be one."""
    names = [i for i, referent in enumerate(referents) if referent.is_name]
    person = referents[best].is_name and may_be_person(referents[best])
    return anaphor.gender in ("m", "f") and person and names == [best]


def has_rival(found: Sequence[tuple[Referent, int]], best: int, since: int) -> bool:
    """Whether another who may be a person was mentioned since a sentence."""
    return any(
        may_be_person(referent) and referent.places[at].sentence >= since
        for i, (referent, at) in enumerate(found)
        if i != best
    )


def has_like(found: Sequence[tuple[Referent, int]], best: int, number: int) -> bool:
    """Whether the same sentence names something else that "la" may mean: "stamperia" and Anna."""
    chosen = found[best][0]
    return any(
        referent.places[at].sentence == number
        and referent.gender == chosen.gender
        and referent.plural == chosen.plural
        for i, (referent, at) in enumerate(found)
        if i != best
    )


def may_be_person(referent: Referent) -> bool:
    """Known as one, or a name of several words that nothing tells about."""
    capitals = sum(word[:1].isupper() for word in referent.text.split())
    untold = referent.label == "MISC" and referent.sort != Sort.THING
    return referent.label == PERSON or (untold and capitals > 1)
