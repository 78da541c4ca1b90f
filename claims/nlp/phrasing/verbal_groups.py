"""A participle or gerund with what hangs on it, made finite."""

from __future__ import annotations

import re

from claims.nlp.grammar.phrases import (
    Names,
    join_words,
    lower_first,
)
from claims.nlp.grammar.verb_forms import (
    is_plural,
    participle_verb,
    present_verb,
)
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.parsing.verbs_by_arcs import PRESENTS
from claims.nlp.phrasing.clause_links import is_aside
from claims.nlp.phrasing.finite_forms import finite_form
from claims.nlp.phrasing.title_articles import top_of

SEVERAL = re.compile(r"(?:t|[^oa]s)[ie]$")  # past participles of several, not "riunitosi"
NONFINITE = re.compile(r"VerbForm=(?:Part|Ger)")
ITALIAN_NONFINITE = re.compile(r"(?:[ae]ndo\w{0,6}|[ts][oaie](?:si)?|nt[ei])$")
INFINITIVE = re.compile(r"r(?:si|[ltc]i|l[aoe]|ne|mi|e)?$")
CLITICS = frozenset({"si", "ci", "vi", "ne", "gli", "mi", "ti", "s'", "s’"})
AUXILIARY_GERUNDS = {"avendo": "avere", "essendo": "essere", "venendo": "essere"}
AMOUNTS = frozenset({"many", "much", "few", "fewer", "more", "less", "most"})


def is_nonfinite(tree: Tree, word: int) -> bool:
    """Participles and gerunds; adjectives that open a phrase of their own."""
    if tree.pos[word] == "ADJ":
        if tree.language == "en" and tree.forms[word].lower() in AMOUNTS:
            return False  # "approved 10 plants, fewer than before"
        return tree.labels[word] in ("acl", "advcl")
    if tree.pos[word] != "VERB":
        return False
    if tree.language == "it" and word and tree.forms[word - 1].lower() in CLITICS:
        return False  # "si accingono": only finite verbs have them in front
    if tree.has(word, "aux", "aux:pass", "cop"):
        return bool(gerund_auxiliaries(tree, word, plural=False))
    if tree.language == "en":
        form = tree.forms[word].lower()
        return NONFINITE.search(tree.morphs[word]) is not None or form.endswith("ing")
    form = tree.forms[word].lower()
    if is_finite_form(form, tree.morphs[word]):
        return False
    return ITALIAN_NONFINITE.search(form) is not None and not INFINITIVE.search(form)


def is_finite_form(form: str, morph: str) -> bool:
    """ "vinse", "resta": they end like participles, but those are "vinte" and "restate"."""
    return form in PRESENTS or (form.endswith("se") and "VerbForm=Fin" in morph)


def verbal_group(tree: Tree, head: int, noun: Mask, rest: Mask, names: Names) -> str | None:
    """The predicate with the verb that makes it finite."""
    granting = {i for i in rest if i < head and tree.forms[i].lower() in ("pur", "pure")}
    ties = {i for i in tree.children[head] if is_aside(tree, i)}  # "stimato infatti in 3 milioni"
    inside = sorted(rest - set(tree.dependents(head, "mark", "cc")) - granting - ties)
    plural = bool(noun) and is_plural(tree, top_of(tree, noun), noun)
    if tree.language == "it" and tree.pos[head] == "VERB":
        plural = plural or SEVERAL.search(tree.forms[head].lower()) is not None
    finite = finite_form(tree, head, noun, plural)
    finite = present_verb(tree.forms[head]) if finite is None else finite
    if finite == "":
        return None
    helped = gerund_auxiliaries(tree, head, plural=plural)
    if helped:
        return join_words(tree, inside, {**names, **helped})
    if finite is not None:
        return join_words(tree, inside, {**names, head: finite})
    auxiliary, verb = participle_verb(tree, head, plural)
    denials = [i for i in inside if i < head and tree.forms[i].lower() in ("non", "not", "n't")]
    before = [i for i in denials if tree.heads[i] == head or i == head - 1]
    negation = join_words(tree, before, names)
    never = any(i < head and tree.forms[i].lower() == "mai" for i in inside)
    if tree.language == "it" and never and not negation:
        negation = "non"  # "(mai mostrato)" leaves it out
    verb = verb if tree.pos[head] == "PROPN" else f"{verb[:1].lower()}{verb[1:]}"
    others = [i for i in inside if i not in before]
    text = lower_first(tree, others, join_words(tree, others, {**names, head: verb}))
    parts = (negation, auxiliary) if tree.language == "it" else (auxiliary, negation)
    return " ".join(part for part in (*parts, text) if part)


def gerund_auxiliaries(tree: Tree, head: int, *, plural: bool) -> dict[int, str]:
    """ "avendo venduto" -> "ha venduto", "venendo fermata" -> "è stata fermata"; {} if it's none.

    All auxiliaries of the verb must be gerunds or participles of Italian.
    """
    helping = tree.dependents(head, "aux", "aux:pass", "cop")
    first = helping[0] if helping else head
    known = AUXILIARY_GERUNDS.get(tree.forms[first].lower())
    if tree.language != "it" or known is None or any(tree.is_finite[i] for i in helping):
        return {}
    form = tree.forms[head]
    passive = f" stat{form[-1]}" if known == "essere" and len(helping) == 1 else ""
    be = ("è", "sono")[plural]
    by_agent = tree.has(head, "obl:agent") or tree.forms[first].lower() == "venendo"
    return {first: ("ha", "hanno")[plural] if known == "avere" else be + passive * by_agent}
