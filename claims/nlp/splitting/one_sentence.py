"""A claim is one sentence: what stands behind a semicolon or a bracket is another's."""

from __future__ import annotations

from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree

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


def behind_colon(tree: Tree, head: int, mask: Mask) -> Mask:
    """What a colon brings, without the predicate before it whose subject the mask lacks.

    "[Le strade] sono pessime: l'acqua le invade": the water does.
    """
    colon = max((i for i in range(head) if tree.forms[i] == ":"), default=-1)
    before = frozenset(i for i in mask if i < colon)
    verbs = {
        tree.heads[i] if tree.labels[i] in VERBAL_CHILDREN else i
        for i in before
        if tree.pos[i] in ("VERB", "AUX") and "VerbForm=Fin" in tree.morphs[i]
    }
    told = bool(verbs) and tree.has_subject[head] and not tree.in_quotes[head]
    lost = all(
        tree.has(i, *SUBJECTS) and not before.intersection(tree.dependents(i, *SUBJECTS))
        for i in verbs
    )
    return mask - before if tree.language == "it" and told and lost else mask
