"""A claim is one sentence: what stands behind a semicolon with a subject and verb is another."""

from __future__ import annotations

from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree

JOINED = frozenset({"conj", "parataxis", "ROOT"})


def within_semicolons(tree: Tree, head: int, mask: Mask) -> Mask:
    """The mask without clauses of their own behind or before a semicolon.

    "X fell; Y rose" of which Y is told: Y rose. What hangs on a verb of saying ("he said that X
    fell; that Y rose") stays, and so does a subject that both sides share.
    """
    marks = [i for i in range(min(mask), max(mask)) if tree.forms[i] == ";"]
    marks = [i for i in marks if not tree.in_quotes[i]]
    before = max((i for i in marks if i < head), default=-1)
    behind = min((i for i in marks if i > head), default=tree.size)
    inside = frozenset(i for i in mask if before < i < behind)
    others = mask - inside
    is_other = any(
        tree.is_finite[i] and tree.labels[i] in JOINED and tree.has(i, *SUBJECTS) for i in others
    )
    return inside if is_other else mask
