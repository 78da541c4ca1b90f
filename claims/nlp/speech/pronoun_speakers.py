"""Whom the pronoun of a cue may mean: "she said" is no man and no alliance."""

from __future__ import annotations

from claims.nlp.lexicon import words
from claims.nlp.referring.genders import FEMALE, MALE, gender_of_person
from claims.nlp.referring.people_and_things import BODIES
from claims.nlp.speech.speech_cue import Cue

SINGULAR = frozenset(("lui", "lei", "egli", "ella", "he", "she"))
OTHERS = {"he": FEMALE, "lui": FEMALE, "egli": FEMALE, "she": MALE, "lei": MALE, "ella": MALE}
"""The gender that a pronoun never means."""
SAINTS = frozenset({"st", "saint", "san", "santa"})


def is_meant(name: str, cue: Cue | None) -> bool:
    """Whether a cue's pronoun may mean a name: "she" no man and no alliance."""
    other = OTHERS.get(cue.pronoun or "") if cue is not None else None
    return other is None or (gender_of_person(name) != other and not is_body(name))


def is_body(name: str) -> bool:
    """Whether a name is one of bodies of people ("Civic Alliance") or of a saint's house."""
    first, *_, last = f"{name} {name}".lower().split()
    body = any(last in words(language, kind) for language in ("en", "it") for kind in BODIES)
    return body or first.rstrip(".") in SAINTS
