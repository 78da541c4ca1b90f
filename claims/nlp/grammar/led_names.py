"""What the article before an Italian name shows of it: one or several, and of which gender."""

from __future__ import annotations

from claims.nlp.grammar.phrases import fused_article
from claims.nlp.parsing.tree import Tree


def is_led_as_many(tree: Tree, name: int) -> bool:
    """Whether an article tells that a name stands for several: "i Lager", "dei Balcani"."""
    return bool(articles_of(tree, name) & {"i", "gli", "le"})


def is_led_as_other(tree: Tree, name: int, ending: str) -> bool:
    """ "la decima edizione del Giro Belvedere, organizzata": no "Giro" that "il" leads is."""
    led = articles_of(tree, name)
    return (bool(led & {"il", "lo"}) and ending in "ae") or ("la" in led and ending in "oi")


def articles_of(tree: Tree, name: int) -> set[str]:
    """The articles before a name, also those within its preposition."""
    led = {tree.forms[i].lower() for i in tree.dependents(name, "det")}
    return led | {fused_article(tree.forms[i]) for i in tree.dependents(name, "case")}
