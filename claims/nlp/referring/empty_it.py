"""The English "it" that means nothing: "it is clear that", "it took an hour"."""

from __future__ import annotations

from claims.nlp.parsing.tree import SUBJECTS, Tree

WEATHER = frozenset({"rain", "snow", "hail", "drizzle", "thunder"})
APPEARING = frozenset({"emerge", "transpire", "seem", "appear", "happen", "follow"})
SPANS = frozenset(
    {"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century",
     "time", "while"}
)  # fmt: skip


def means_nothing(tree: Tree, word: int) -> bool:
    """Whether an "it" only fills a place."""
    verb = tree.heads[word]
    if tree.labels[word] == "obj":
        return fills_objects_place(tree, verb)
    if tree.labels[word] not in SUBJECTS:
        return False
    content = tree.has(verb, "csubj", "csubj:pass", "ccomp")
    if tree.has(verb, "cop"):  # "it is hard to say", "it was Ada who left"
        return content or tree.has(verb, "xcomp", "acl:relcl")
    if tree.has(verb, "aux:pass"):  # "it is said"; "it is expected to open" is somebody's
        return content or tree.labels[verb] == "parataxis"
    lemma = tree.lemmas[verb]
    happens = lemma in WEATHER or (lemma in APPEARING and content)
    return happens or (lemma == "take" and takes_time(tree, verb))


def fills_objects_place(tree: Tree, verb: int) -> bool:
    """ "Law makes it hard to strike": an adjective and a clause behind the object."""
    opened = {tree.forms[i].lower() for i in clause_marks(tree, verb)}
    return tree.has(verb, "ccomp", "xcomp") and bool(opened & {"to", "that", "for"})


def takes_time(tree: Tree, verb: int) -> bool:
    """ "It took them an hour to wake up": what took so long is told by no noun."""
    spans = tree.dependents(verb, "obj", "iobj", "obl", "nmod:tmod", "obl:tmod", "xcomp")
    return any(tree.lemmas[i] in SPANS for i in spans)


def clause_marks(tree: Tree, verb: int) -> list[int]:
    """What opens the clauses that hang on a verb or on its predicate."""
    below = [verb, *tree.dependents(verb, "xcomp", "ccomp", "advcl")]
    clauses = [i for j in below for i in tree.dependents(j, "xcomp", "ccomp", "advcl", "csubj")]
    return [i for clause in [*below[1:], *clauses] for i in tree.dependents(clause, "mark", "aux")]
