"""What a noun holds that nobody says is so: "la condizione che il nome fosse un altro"."""

from __future__ import annotations

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import VERBAL_CHILDREN, Tree


def is_only_thought(statement: Statement) -> bool:
    """Whether a claim is an Italian noun's content in the subjunctive, told without the noun."""
    tree = statement.tree
    if tree.language != "it":
        return False
    for verb in statement.finite:
        clause = tree.heads[verb] if tree.labels[verb] in VERBAL_CHILDREN else verb
        while tree.labels[clause] == "conj" and tree.is_clausal[tree.heads[clause]]:
            clause = tree.heads[clause]
        noun = tree.heads[clause]
        if noun not in statement.mask and holds_content(tree, noun, clause):
            return True
    return False


def holds_content(tree: Tree, noun: int, clause: int) -> bool:
    """Whether a subjunctive says what a noun is about: "l'ipotesi che sia fuggito"."""
    marks = {tree.forms[i].lower() for i in tree.dependents(clause, "mark")}
    verbs = (clause, *tree.dependents(clause, *VERBAL_CHILDREN))
    wished = any("Mood=Sub" in tree.morphs[i] for i in verbs)
    under = tree.labels[clause] in ("acl", "acl:relcl", "ccomp") and tree.pos[noun] == "NOUN"
    pity = tree.heads[noun] == noun  # "Peccato che sia finita": it is so
    return under and wished and "che" in marks and not tree.is_verbal[noun] and not pity
