"""The finite form that a gerund or an "-ing" gets in a claim, by its clause and its noun."""

from __future__ import annotations

import re

from claims.nlp.grammar.gerunds import GERUND, finite_gerund, with_object_pronoun
from claims.nlp.grammar.verb_forms import (
    finite_ing,
    is_plural,
    modal_above,
)
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.title_articles import top_of

BEGINNING = re.compile(r"(?:inizi|cominci)ando$")


def finite_form(tree: Tree, head: int, noun: Mask, plural: bool) -> str | None:
    """The finite form of a gerund; None where the word is none, "" where it can't be made."""
    past, form = tells_past(tree, head), tree.forms[head].lower()
    if tree.language == "en":
        modal = modal_above(tree, head)  # what "will" be done hasn't been
        told = finite_ing(tree, head, past=past and not modal, plural=plural or bool(modal))
        return f"{modal} {'be' if told == 'are' else told}" if modal and told else told
    if GERUND.match(form) is None:
        return None
    ending = ending_for(tree, head, noun)
    found = finite_gerund(
        form,
        tree.lemmas[head],
        past=past,
        ending=ending,
        has_object=tree.has(head, "obj", "ccomp") or ends_by_doing(tree, head),
        future=tells_future(tree, head),
    )
    if found is None or found[1] in ("", "si"):
        return found[0] if found is not None else ""
    return with_object_pronoun(*found, has_object=tree.has(head, "obj", "ccomp"))


def ends_by_doing(tree: Tree, head: int) -> bool:
    """ "finendo per usare" -> "ha finito per usare", "iniziando a" -> "ha iniziato a"."""
    if BEGINNING.match(tree.forms[head].lower()) and tree.has(head, "xcomp"):
        return True
    follows = [i for i in tree.dependents(head, "xcomp", "advcl") if i > head]
    marks = {tree.forms[m].lower() for i in follows for m in tree.dependents(i, "mark", "case")}
    return bool(marks & {"per", "col", "con"})


def ends_in_one(tree: Tree, head: int) -> bool:
    """Whether the verb above a gerund, which shares its subject, is a singular."""
    governor = tree.heads[head]
    verbs = [governor, *tree.dependents(governor, "aux", "aux:pass", "cop")]
    return not any({"VerbForm=Fin", "Number=Plur"} <= set(tree.morphs[i].split("|")) for i in verbs)


def ending_for(tree: Tree, head: int, noun: Mask) -> str:
    """The ending that a participle takes with a noun, or with whom the verb above leaves out."""
    if not noun:
        return "o" if ends_in_one(tree, head) else "i"
    top = top_of(tree, noun)
    shown = [tree.morphs[i] for i in tree.dependents(top, "det")]  # surer than a foreign noun's
    shown = [morph for morph in shown if "Gender=" in morph] or [tree.morphs[top]]
    feminine = "Gender=Fem" in shown[0]
    return ("e" if feminine else "i") if is_plural(tree, top, noun) else ("a" if feminine else "o")


def tells_past(tree: Tree, word: int) -> bool:
    """Whether the clause above tells of the past; by default it does."""
    node, verb = finite_above(tree, word) or (word, word)
    compound = verb != node and tree.labels[verb].startswith("aux")
    return node == word or compound or "Tense=Pres" not in tree.morphs[verb]


def tells_future(tree: Tree, word: int) -> bool:
    """Whether the clause above tells what will be."""
    above = finite_above(tree, word)
    return above is not None and "Tense=Fut" in tree.morphs[above[1]]


def finite_above(tree: Tree, word: int) -> tuple[int, int] | None:
    """The nearest clause above a word that has a finite verb, and that verb."""
    for node in tree.paths[word][1:]:
        for verb in [node, *tree.dependents(node, "aux", "aux:pass", "cop")]:
            if "VerbForm=Fin" in tree.morphs[verb]:
                return node, verb
    return None
