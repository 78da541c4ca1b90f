"""English "-ing" clauses whose subject is the object: "named Jo Vex as head, replacing Lou Fry"."""

from __future__ import annotations

from claims.nlp.grammar.masks import phrase
from claims.nlp.parsing.tree import Mask, Tree

APPOINTING = frozenset(
    {"name", "appoint", "hire", "elect", "choose", "pick", "install", "promote", "sign", "select"}
)
TAKING_OVER = frozenset({"replace", "succeed"})


def appointed(tree: Tree, head: int) -> Mask:
    """Whoever is named to a post replaces the one before, not whoever names them."""
    verb = tree.heads[head]
    named = tree.lemmas[verb] in APPOINTING and tree.lemmas[head] in TAKING_OVER
    objects = [i for i in tree.dependents(verb, "obj") if tree.pos[i] == "PROPN" and i < head]
    if tree.language != "en" or not named or not objects or tree.has(verb, "aux:pass"):
        return frozenset()
    return frozenset(phrase(tree, objects[0])) & tree.words
