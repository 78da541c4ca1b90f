"""English relatives that number tells of another noun: "shoots of the moss, which lack a coat"."""

from __future__ import annotations

from claims.nlp.parsing.english_main_verbs import HELPING, NOUNS, Arcs

PRONOUNS = frozenset({"which", "that", "who"})
ONE = frozenset({"is", "was", "has", "does"})
SEVERAL = frozenset({"are", "were", "have", "do"})


def with_own_relatives(arcs: Arcs) -> None:
    """Hang a relative on the noun above its own where that one alone agrees with its verb.

    Or on the last one within its own, behind which it stands.
    """
    for clause, label in enumerate(arcs.labels):
        noun = arcs.heads[clause]
        if label != "acl:relcl":
            continue
        plural = asks_for_several(arcs, clause)
        if plural is None or arcs.has(noun, "conj"):
            continue
        give_inner(arcs, clause, plural)
        above = noun_above(arcs, noun)
        if above is None or arcs.heads[clause] != noun:
            continue
        fits = is_several(arcs, above) == plural and not arcs.has(above, "conj")
        if fits and arcs.pos[noun] == "NOUN" and is_several(arcs, noun) != plural:
            arcs.heads[clause] = above


def noun_above(arcs: Arcs, noun: int) -> int | None:
    """The noun that another says more of: "bosses of the firm", "a firm founded by two friends"."""
    above = arcs.heads[noun]
    if arcs.labels[noun] == "obl:agent" and arcs.labels[above] == "acl":
        above = arcs.heads[above]
    elif arcs.labels[noun] != "nmod":
        return None
    return above if arcs.pos[above] in NOUNS else None


def give_inner(arcs: Arcs, clause: int, plural: bool) -> None:
    """ "Shares in the firm, which employs 90 people": shares don't."""
    noun = arcs.heads[clause]
    subject = next(i for i in arcs.children(clause) if arcs.labels[i].startswith("nsubj"))
    near = subject - 2
    if arcs.forms[subject - 1] != "," or near <= noun or arcs.pos[noun] != "NOUN":
        return
    fits = arcs.pos[near] == "NOUN" and is_several(arcs, near) == plural
    led = arcs.labels[near] == "nmod" and arcs.heads[near] == noun and arcs.has(near, "case")
    led = led and arcs.has(near, "det", "nmod:poss")  # not "parties in government, which has"
    if fits and led and is_several(arcs, noun) != plural:
        arcs.heads[clause] = near


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
