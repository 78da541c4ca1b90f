"""The auxiliary of an English participle that lost it: to a comma, or to the verb before."""

from __future__ import annotations

from claims.nlp.grammar.masks import reports
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.parsing.tree import Tree


def lost_auxiliary(statement: Statement) -> dict[int, str]:
    """ "The bank, thought to hold oil, has been claimed" -> "was thought".

    One comma never parts a subject from its verb: what stands behind it is said between commas.
    """
    tree, verb = statement.tree, statement.main
    if tree.language != "en" or tree.pos[verb] != "VERB" or "Tense=Past" not in tree.morphs[verb]:
        return {}
    if verb < 2 or tree.forms[verb - 1] != "," or tree.has(verb, "aux", "aux:pass", "obj"):
        return {}
    subjects = [i for i in tree.dependents(verb, "nsubj", "nsubj:pass") if i in statement.mask]
    if not subjects or not goes_on(tree, verb):
        return {}
    subject = subjects[0]
    near = max(tree.subtrees[subject] & tree.words) == verb - 2
    if not near or "," in tree.forms[subject : verb - 1]:
        return {}
    be = "were" if is_plural(tree, subject, statement.mask) else "was"
    return {verb - 1: " ", verb: f"{be} {tree.forms[verb]}"}


def gapped_auxiliary(statement: Statement) -> dict[int, str]:
    """ "17 people were killed and 30 injured" -> "30 were injured"."""
    tree, verb = statement.tree, statement.head
    first = tree.heads[verb]
    passive = statement.role == "conj" and tree.has(first, "aux:pass") and tree.has_subject[first]
    if tree.language != "en" or not passive or tree.has(verb, "aux", "aux:pass", "cop", "obj"):
        return {}
    subjects = tree.dependents(verb, "nsubj", "nsubj:pass")
    bare = [i for i in subjects if tree.pos[i] == "NUM" and i == verb - 1 and i in statement.mask]
    there = statement.mask.intersection(tree.dependents(first, "aux:pass"))
    if not bare or there or tree.pos[verb] != "VERB":
        return {}
    return {verb: f"{'was' if tree.forms[bare[0]].lower() == 'one' else 'were'} {tree.forms[verb]}"}


def goes_on(tree: Tree, verb: int) -> bool:
    """Whether the sentence's own verb follows: joined, or as a content without a subject."""
    contents = tree.dependents(verb, "ccomp")
    bare = [i for i in contents if i > verb and tree.is_finite[i] and not tree.has_subject[i]]
    if contents and not bare and reports(tree, verb):
        return False
    return bool(bare) or any(tree.is_finite[i] for i in tree.dependents(verb, "conj") if i > verb)
