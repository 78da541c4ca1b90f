"""Italian "come fa": a clause that only repeats the act of the one above it."""

from __future__ import annotations

from claims.nlp.grammar.statement import Statement


def is_done_likewise(statement: Statement) -> bool:
    """ "Partì all'alba, come faceva da anni": what was done, only the clause above says."""
    tree, head = statement.tree, statement.head
    led = any(tree.forms[i].lower() == "come" for i in tree.dependents(head, "mark", "advmod"))
    stands_in = tree.lemmas[head] == "fare" and not tree.has(head, "obj", "ccomp", "xcomp")
    return led and stands_in and tree.heads[head] not in statement.mask
