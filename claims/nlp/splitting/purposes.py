"""Italian clauses that tell what somebody wants: "affinché", "in modo che"."""

from __future__ import annotations

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import VERBAL_CHILDREN

PURPOSES = frozenset({"affinché", "perché", "purché", "acciocché"})
ALWAYS_PURPOSES = PURPOSES - {"perché"}
ENDS = frozenset({"modo", "maniera", "fine"})  # "in modo che", "al fine che"


def is_purpose(statement: Statement) -> bool:
    """ "affinché non votino", "in modo che regga": what somebody wants hasn't come about."""
    tree, head = statement.tree, statement.head
    if is_led_by_purpose(statement):
        return True
    verbs = (head, *tree.dependents(head, *VERBAL_CHILDREN))
    wanted = any("Mood=Sub" in tree.morphs[i] for i in verbs)
    while tree.labels[head] == "conj" and tree.is_verbal[tree.heads[head]]:
        head = tree.heads[head]
    if tree.language != "it" or tree.heads[head] in statement.mask or not wanted:
        return False
    marks = tree.dependents(head, "mark")
    if tree.labels[head] == "advcl" and any(tree.forms[i].lower() in PURPOSES for i in marks):
        return True
    return any(i and tree.forms[i - 1].lower() in ENDS for i in marks)


def is_led_by_purpose(statement: Statement) -> bool:
    """ "affinché", which nothing else opens, whatever mood the tagger sees."""
    tree, head = statement.tree, statement.head
    marks = {tree.forms[i].lower() for i in tree.dependents(head, "mark")}
    return bool(marks & ALWAYS_PURPOSES) and tree.heads[head] not in statement.mask
