"""English masks of what the article doesn't tell as done: what was planned, or one of two."""

from __future__ import annotations

from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree

INTENDING = frozenset(
    {"plan", "hope", "want", "intend", "propose", "aim", "vow", "threaten", "seek", "wish"}
)
STIRRING = frozenset({"raise", "spark", "fuel", "stoke", "prompt", "trigger", "ease", "dash"})
FEELINGS = frozenset(
    {"fear", "concern", "hope", "question", "doubt", "prospect", "worry", "possibility", "alarm",
     "speculation", "outcry", "anger"}
)  # fmt: skip


def is_unreal(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether an English mask states what was only meant, or one side of an "or"."""
    return (
        is_of_intention(tree, head, mask)
        or is_stirred_by_all(tree, head, mask)
        or is_half_of_choice(tree, head, mask)
    )


def is_of_intention(tree: Tree, head: int, mask: Mask) -> bool:
    """ "The firm planned to shut it, saving £1m", "to run a café, with profits going to X"."""
    clause, going = head, tree.forms[head].lower().endswith("ing")
    if tree.labels[head] == "acl" and tree.has(tree.heads[head], "case"):
        clause = tree.heads[head]  # "with profits going"
        going = going and any(
            tree.forms[i].lower() == "with" for i in tree.dependents(clause, "case")
        )
    verb = tree.heads[clause]
    aims = [i for i in tree.dependents(verb, "xcomp", "advcl") if verb < i < clause]
    aims = [i for i in aims if "VerbForm=Inf" in tree.morphs[i] and tree.has(i, "aux", "mark")]
    meant = tree.lemmas[verb] in INTENDING or clause != head
    hung = tree.labels[clause] in ("advcl", "obl") and verb not in mask
    return bool(going and hung and meant and aims) and not tree.has(head, *SUBJECTS)


def is_stirred_by_all(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Forecasters expect rain, raising fears for the dam": that they expect it does."""
    verb = next((i for i in tree.paths[head] if i in mask and tree.labels[i] == "advcl"), head)
    gerund = tree.labels[verb] == "advcl" and tree.forms[verb].lower().endswith("ing")
    stirs = gerund and tree.lemmas[verb] in STIRRING and tree.forms[verb - 1] == ","
    alone = tree.heads[verb] not in mask
    return stirs and alone and any(tree.lemmas[i] in FEELINGS for i in tree.dependents(verb, "obj"))


def is_half_of_choice(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Either she did not read it or she hid it": neither half is told by itself."""
    first = tree.heads[head]
    second = tree.labels[head] == "conj" and tree.is_clausal[first] and first not in mask
    if second and tree.has_subject[head] and is_joined_by_or(tree, head, first):
        return True
    return any(
        tree.is_clausal[i] and i not in mask and is_joined_by_or(tree, i, head)
        for i in tree.dependents(head, "conj")
        if tree.has_subject[i] and tree.is_finite[head]
    )


def is_joined_by_or(tree: Tree, second: int, first: int) -> bool:
    """Whether "or" stands between two verbs, and right before the subject of the second."""
    subjects = [min(tree.subtrees[i]) for i in tree.dependents(second, *SUBJECTS)]
    return any(
        tree.forms[start - 1].lower() == "or" and first < start < second for start in subjects
    )
