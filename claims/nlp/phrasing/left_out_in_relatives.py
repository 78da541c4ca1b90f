"""Who acts in an Italian relative, where the verb above it leaves that out as well.

"Entrò nella bottega di Ugo Banti, di cui sposò la figlia": of both verbs one subject is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.grammar.statement import Statement
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.referring.anaphors import Kind
from claims.nlp.referring.references import Reference

LED = frozenset({"cui", "quale", "quali"})
PLACES = frozenset({"dove", "ove"})
OWN = SUBJECTS | {"expl:impers", "ccomp"}


def actor_meant(statement: Statement, references: Sequence[Reference]) -> Reference | None:
    """What the dropped subject above a relative means; None where the relative has its own."""
    tree, verb = statement.tree, statement.head
    if tree.language != "it" or statement.role != "acl:relcl" or not leaves_actor_out(tree, verb):
        return None
    above = next((i for i in tree.paths[verb][1:] if tree.is_finite[i]), verb)
    meant = (r for r in references if r.anaphor.kind == Kind.NULL and r.anaphor.word == above)
    reference = next(meant, None)
    several = "Number=Plur" in tree.morphs[first_of_verb(tree, verb)]
    return reference if reference and reference.anaphor.plural == several else None


def leaves_actor_out(tree: Tree, verb: int) -> bool:
    """Whether a relative led by "di cui" or "dove" has no subject; an object may be one behind."""
    led = any(
        tree.forms[i].lower() in PLACES
        or (tree.forms[i].lower() in LED and tree.has(i, "case") and i < verb)
        for i in tree.children[verb]
    )
    acts = tree.lemmas[verb] in words("it", "marks.acting")
    behind = tree.has(verb, "obj") and not acts
    finite = "VerbForm=Fin" in tree.morphs[first_of_verb(tree, verb)]
    return led and finite and not tree.has(verb, *OWN) and not behind


def first_of_verb(tree: Tree, verb: int) -> int:
    """Where a predicate's finite form stands, its clitics left out."""
    return min([verb, *tree.dependents(verb, "aux", "aux:pass", "cop")])
