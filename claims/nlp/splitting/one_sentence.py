"""A claim is one sentence: what stands behind a semicolon or a bracket is another's."""

from __future__ import annotations

from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree

JOINED = frozenset({"conj", "parataxis", "ROOT"})
OF_NOUNS = frozenset({"acl", "acl:relcl", "appos", "amod"})


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


def within_brackets(tree: Tree, head: int, mask: Mask) -> Mask:
    """What brackets tell of the noun before them, without what goes on behind them.

    "Il catalogo (redatto a Lodi) e la guida": the catalogue alone was made there.
    """
    opens = max((i for i in range(head) if tree.forms[i] == "("), default=-1)
    closes = next((i for i in range(opens + 1, tree.size) if tree.forms[i] == ")"), -1)
    told = tree.labels[head] in OF_NOUNS and tree.heads[head] < opens < head < closes
    return frozenset(i for i in mask if i < closes) if told else mask
