"""English conjuncts that the parser hangs on the wrong word.

"Ada Neri, a doctor, and Jo Vex, a nurse" are two people; "she sold the cattle and, after two bad
winters, gave up" gave up after the winters.
"""

from __future__ import annotations

from claims.nlp.parsing.english_main_verbs import NOUNS, Arcs

FRONTED = frozenset({"obl", "advmod", "advcl"})
OF_NOUN = frozenset({"acl", "advcl"})
DETERMINERS = frozenset({"DET", "PRON"})


def with_own_conjuncts(arcs: Arcs) -> None:
    """Hang what is joined on its like, and what opens a joined clause on that clause."""
    for word, label in enumerate(arcs.labels):
        if label != "conj":
            continue
        if arcs.pos[word] == "PROPN":
            give_name(arcs, word)
        elif arcs.pos[word] in ("NUM", "NOUN"):
            give_object(arcs, word)
        elif arcs.pos[word] in ("VERB", "AUX"):
            give_opening(arcs, word)
            give_main_verb(arcs, word)


def give_name(arcs: Arcs, name: int) -> None:
    """ "Ada Neri, a doctor, and Jo Vex": a comma closes what is said of the first name."""
    joining = min(i for i in range(name + 1) if name in arcs.path(i))
    joining -= arcs.labels[joining] != "cc"
    aside = arcs.heads[name] if arcs.heads[joining] == name else arcs.heads[joining]
    first = arcs.heads[aside]
    told = arcs.labels[aside] == "appos" and arcs.pos[first] == "PROPN"
    described = any(arcs.pos[i] in DETERMINERS for i in arcs.children(aside))
    closed = arcs.labels[joining] == "cc" and arcs.forms[joining - 1] == ","
    if told and described and closed and arcs.heads[name] in (aside, first):
        arcs.heads[name], arcs.heads[joining] = first, name


def give_object(arcs: Arcs, noun: int) -> None:
    """ "Nursing a thumb and two bruises": a noun is joined to a noun, not to a participle."""
    joining = [i for i in range(noun) if arcs.labels[i] == "cc"]
    verb = arcs.heads[joining[-1]] if joining else noun
    near = bool(joining) and all(noun in arcs.path(i) for i in range(joining[-1] + 1, noun))
    if not near or arcs.heads[noun] not in (verb, arcs.heads[verb]):
        return
    bare = not arcs.has(noun, "nsubj", "nsubj:pass", "cop", "aux", "aux:pass")
    if arcs.labels[verb] not in OF_NOUN or arcs.pos[verb] != "VERB" or not bare:
        return
    objects = [i for i in arcs.children(verb) if arcs.labels[i] == "obj" and verb < i < noun]
    if objects and arcs.pos[objects[-1]] in NOUNS:
        arcs.heads[noun], arcs.heads[joining[-1]] = objects[-1], noun


def give_main_verb(arcs: Arcs, verb: int) -> None:
    """ "She levelled and, after X was sent off, headed the winner": between commas is a time."""
    when = arcs.heads[verb]
    first = arcs.heads[when]
    timed = arcs.labels[when] == "advcl" and arcs.has(when, "mark") and first < when < verb
    if not timed or arcs.forms[verb - 1] != ",":
        return
    joining = [i for i in arcs.children(first) if arcs.labels[i] == "cc" and first < i < when]
    joined = any(arcs.labels[i] == "cc" for i in range(when, verb))
    inside = joining and all(
        when in arcs.path(i) or arcs.forms[i] == "," for i in range(joining[-1] + 1, verb)
    )
    if inside and not joined and arcs.forms[joining[-1] + 1] == ",":
        arcs.hang(verb, first, "conj")
        arcs.heads[joining[-1]] = verb


def give_opening(arcs: Arcs, verb: int) -> None:
    """ "She sold the cattle and, after two bad winters, gave up": what opens the second half."""
    first = arcs.heads[verb]
    joined = [i for i in range(first, verb) if arcs.labels[i] == "cc"]
    if not joined or arcs.forms[joined[-1] + 1] != "," or arcs.tags[verb] == "VBG":
        return
    joining = joined[-1]
    before = {first, *(i for i in arcs.children(first) if arcs.labels[i] == "conj")} - {verb}
    between = range(joining + 1, verb)
    openings = [i for i in between if arcs.heads[i] in before and arcs.labels[i] in FRONTED]
    if arcs.heads[joining] not in before | {verb}:
        return
    if all(
        arcs.labels[i] == "punct" or {verb, *openings}.intersection(arcs.path(i)) for i in between
    ):
        for word in (*openings, joining):
            arcs.heads[word] = verb
