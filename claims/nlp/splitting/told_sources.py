"""Italian sources told by a clause: "secondo quanto riferito da X", "stando a quanto scrive X"."""

from __future__ import annotations

from claims.nlp.grammar.masks import reports
from claims.nlp.parsing.tree import SUBJECTS, Tree

LEADS = (("secondo",), ("stando", "a"), ("in", "base", "a"), ("da",), ("per",))
FOUND_OUT = frozenset(
    {"ricostruire", "accertare", "riportare", "appurare", "rilevare", "documentare"}
)
STANDING = frozenset({"a", "al", "allo", "alla", "all'", "ai", "agli", "alle"})


def opening_lead(tree: Tree, word: int) -> int | None:
    """Where "quanto" stands in "secondo quanto", "stando a quanto"; `word` opens the lead."""
    for lead in LEADS:
        end = word + len(lead)
        if tuple(form.lower() for form in tree.forms[word : end + 1]) == (*lead, "quanto"):
            return end
    return None


def who_told(tree: Tree, clause: int) -> list[int]:
    """The noun that says so in such a clause, which hangs on a verb by its "quanto" or its verb."""
    own = sorted(tree.subtrees[clause] & tree.words)
    led = next((at for i in own if (at := opening_lead(tree, i)) is not None), None)
    if led is None:
        return []
    for verb in (i for i in own if i > led and tree.pos[i] == "VERB"):
        if reports(tree, verb) or tree.lemmas[verb] in FOUND_OUT:
            return tellers(tree, verb)
    return []


def tellers(tree: Tree, verb: int) -> list[int]:
    """ "(riferito) da X", "(riferisce) X"."""
    by = [
        noun
        for noun in tree.dependents(verb, "obl", "obl:agent")
        if any(tree.forms[i].lower().startswith("da") for i in tree.dependents(noun, "case"))
    ]
    finite = tree.is_finite[verb]  # the parser takes "quanto scrive il Corriere" for an object
    return (
        by or tree.dependents(verb, *SUBJECTS) or (tree.dependents(verb, "obj") if finite else [])
    )


def names_a_source(tree: Tree, head: int, first: int) -> bool:
    """Whether a claim that opens at `first` only says who says so.

    "Secondo quanto ha riferito X", also without its "secondo"; and "stando a X".
    """
    form = tree.forms[head].lower()
    if form == "stando" and head + 1 < tree.size and tree.forms[head + 1].lower() in STANDING:
        return True
    if tree.labels[head] == "ROOT":
        return False
    quanto = first if tree.forms[first].lower() == "quanto" else opening_lead(tree, first)
    if quanto is None or not quanto:
        return False
    return quanto != first or any(
        opening_lead(tree, quanto - length) == quanto for length in (1, 2, 3) if quanto >= length
    )
