"""The mood of a clause that is told alone: what was granted or reported is told as a fact."""

from __future__ import annotations

from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import indicative, past_indicative
from claims.nlp.parsing.tree import SUBJECTS

SUBORDINATE = frozenset({"advcl", "ccomp", "conj", "parataxis", "csubj"})
CONCESSIVE = frozenset({"sebbene", "benché", "nonostante", "malgrado", "although", "though"})


def own_mood(statement: Statement) -> dict[int, str]:
    """The verbs of a clause that no longer depends on another, in the indicative."""
    tree, head = statement.tree, saying_of(statement)
    if tree.language != "it" or not (is_cut_off(statement) or is_granted(statement)):
        return {}
    verbs = [head, *tree.dependents(head, "aux", "aux:pass", "cop")]
    marks = {tree.forms[i].lower() for i in tree.dependents(head, "mark")}
    # the tagger takes the past subjunctive of what is granted for an indicative
    granted = bool(marks & CONCESSIVE) or is_granted(statement)
    content = granted or tree.labels[head] in ("ccomp", "csubj")
    told = {
        i: past_indicative(tree.forms[i])
        if granted or "Mood=Sub" in tree.morphs[i]  # "disse" is no subjunctive
        else indicative(tree.forms[i])
        for i in verbs
        if "Mood=Sub" in tree.morphs[i] or (content and tree.pos[i] in ("VERB", "AUX"))
    }
    return {i: form for i, form in told.items() if form != tree.forms[i]}


def saying_of(statement: Statement) -> int:
    """The verb that a whole claim tells: its head's, or the one that reports its head."""
    tree, head = statement.tree, verb_of(statement)
    reported = statement.role == "ccomp" and tree.heads[head] in statement.mask
    return tree.heads[head] if reported else head


def is_granted(statement: Statement) -> bool:
    """ "Nonostante X abbia detto, …": a claim that opens so, whatever the parser takes it for."""
    tree, head = statement.tree, saying_of(statement)
    verbs = [head, *tree.dependents(head, "aux", "aux:pass", "cop")]
    opening = sorted(tree.subtrees[head] & tree.words)[:1]
    conceding = any(tree.forms[i].lower() in CONCESSIVE for i in opening)
    return conceding and any("Mood=Sub" in tree.morphs[i] for i in verbs)


def is_cut_off(statement: Statement) -> bool:
    """Whether the claim's clause is told without the clause that it hangs on."""
    tree, verb = statement.tree, verb_of(statement)
    role, governor = tree.labels[verb], tree.heads[verb]
    whole = role in ("advcl", "ccomp") and governor in statement.mask
    return role in SUBORDINATE and not whole


def verb_of(statement: Statement) -> int:
    """A claim's head, or the verb whose subject heads it: "(sebbene) vi siano sospetti"."""
    tree, head = statement.tree, statement.head
    there = statement.role in SUBJECTS and tree.heads[head] in statement.mask
    there = there and tree.has(tree.heads[head], "expl") and tree.language == "it"
    return tree.heads[head] if there else head


def is_alone(statement: Statement) -> bool:
    """Whether what is granted is told without what it is granted for."""
    others = statement.tree.dependents(saying_of(statement), "conj", "parataxis")
    granted = is_granted(statement) and not statement.mask.intersection(others)
    return is_cut_off(statement) or granted
