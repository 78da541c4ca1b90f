"""English relatives that number tells of another noun: "shoots of the moss, which lack a coat"."""

from __future__ import annotations

from claims.nlp.parsing.english_main_verbs import HELPING, NOUNS, Arcs

PRONOUNS = frozenset({"which", "that", "who"})
ONE = frozenset({"is", "was", "has", "does"})
SEVERAL = frozenset({"are", "were", "have", "do"})


def with_own_relatives(arcs: Arcs) -> None:
    """Hang a relative on the noun above its own where that one alone agrees with its verb."""
    for clause, label in enumerate(arcs.labels):
        noun = arcs.heads[clause]
        above = arcs.heads[noun]
        if label != "acl:relcl" or arcs.labels[noun] != "nmod":
            continue
        plural = asks_for_several(arcs, clause)
        if plural is None or arcs.pos[above] not in NOUNS or arcs.has(noun, "conj"):
            continue
        fits = is_several(arcs, above) == plural and not arcs.has(above, "conj")
        if fits and arcs.pos[noun] == "NOUN" and is_several(arcs, noun) != plural:
            arcs.heads[clause] = above


def asks_for_several(arcs: Arcs, clause: int) -> bool | None:
    """The number that a relative's verb shows; None where it shows none."""
    subjects = [i for i in arcs.children(clause) if arcs.labels[i].startswith("nsubj")]
    if len(subjects) != 1 or arcs.forms[subjects[0]].lower() not in PRONOUNS:
        return None
    verb = min([clause, *(i for i in arcs.children(clause) if arcs.labels[i] in HELPING)])
    form = arcs.forms[verb].lower()
    if form in ONE or arcs.tags[verb] == "VBZ":
        return False
    return True if form in SEVERAL or arcs.tags[verb] == "VBP" else None


def is_several(arcs: Arcs, noun: int) -> bool:
    """By its tag."""
    return arcs.tags[noun] in ("NNS", "NNPS")
