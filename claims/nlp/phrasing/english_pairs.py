"""English phrases that are said of nothing: codes in brackets, days, records, parts of a group."""

from __future__ import annotations

import re

from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.title_articles import top_of

# a party and its state, a rank's end, a ticker
CODE = re.compile(r"(?:[A-Z]{1,3}-[A-Z][\w.-]*|[Rr]et\.?|[A-Z]{2,6}:[A-Z.]+)$")
AGE = re.compile(r"[1-9]\d?$|1[01]\d$")
WHEN = frozenset({"DATE", "TIME"})
SOME = frozenset({"most", "half", "some", "many", "all", "none", "each", "both", "several", "few"})
COMPARED = frozenset({"fewer", "more", "less", "twice", "up", "down"})
OF_ALL = frozenset({"both", "all"})
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last"})


def never_is(tree: Tree, first: Mask, second: Mask) -> bool:
    """Whether the second phrase says nothing of the first one, by its own kind of words."""
    if tree.language != "en":
        return False
    if is_code(tree, first) or is_code(tree, second):
        return True
    if is_day(tree, first) or is_day(tree, second) or is_of_inner(tree, first, second):
        return True
    return is_record(tree, second) or is_part(tree, second)


def is_code(tree: Tree, mask: Mask) -> bool:
    """ "Sen. X (R-La.)", "Col. X (ret.)", "Orrin Plc (LSE: ORF)"."""
    whole, first = range(min(mask), max(mask) + 1), min(mask)
    beside = (tree.forms[first - 1], *tree.forms[first + 1 : first + 2])
    if ":" in beside and len(mask) == 1 and tree.forms[first].isupper():
        return True
    return CODE.match("".join(tree.forms[i] for i in whole)) is not None


def is_of_inner(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "Ada Vex, who lost her boat, a trawler": the boat is one."""
    top, noun = top_of(tree, first), tree.heads[top_of(tree, second)]
    inside = any(noun in tree.subtrees[i] for i in tree.dependents(top, "acl:relcl"))
    return inside and noun not in first


def is_day(tree: Tree, mask: Mask) -> bool:
    """ "1933", "the day after the vote": a time is nobody and nothing.

    An age is said of somebody ("19", "nine months old"), a stretch of a way ("an hour by train").
    """
    top = top_of(tree, mask)
    aged = any(tree.forms[i].lower() == "old" for i in mask) or AGE.match(tree.forms[top])
    stretch = tree.pos[top] == "NOUN" and tree.has(top, "nummod")
    named = tree.pos[top] == "PROPN" and tree.forms[top].lower() not in words("en", "names.never")
    return tree.entities[top] in WHEN and not (aged or stretch or named)


def is_record(tree: Tree, mask: Mask) -> bool:
    """ "their lowest since May", "the first time since": of what happened, wherever that stands."""
    best = any("Degree=Sup" in tree.morphs[i] for i in mask)
    own = tree.labels[min(mask)] == "nmod:poss"
    since = any(tree.forms[i].lower() == "since" for i in mask)
    which = {tree.forms[i].lower() for i in tree.dependents(top_of(tree, mask), "amod")}
    event = tree.lemmas[top_of(tree, mask)] == "time" and which & ORDINALS
    return (best and (own or since)) or bool(event)


def is_part(tree: Tree, mask: Mask) -> bool:
    """ "150 people, most of them from Sudan": of a part; "both from Leeds" tells of all."""
    opening, *rest = sorted(mask)
    form = tree.forms[opening].lower()
    of_all = form in OF_ALL and bool(rest) and tree.forms[rest[0]].lower() != "of"
    if form in COMPARED:
        return True  # "approved 10 plants, fewer than half as many as before"
    return form in SOME and not (of_all and tree.pos[rest[0]] == "ADP")
