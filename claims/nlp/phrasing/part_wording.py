"""Parts without a verb: "quindici persone, due terzi delle quali donne" gets its copula."""

from __future__ import annotations

from claims.nlp.grammar.phrases import (
    Names,
    bare_phrase,
    bare_preposition,
    fuse,
    join_words,
    lower_first,
)
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import copula, is_plural
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.groups import after_last_mark, group_before, group_called
from claims.nlp.phrasing.title_articles import top_of

RELATIVES = frozenset({"quali", "whom", "which", "cui"})
AMONG = frozenset({"tra", "fra"})
MANNERS = frozenset({"modo", "maniera", "forma"})
MARKS = frozenset({",", "(", ";"})
# what makes a predicate of a phrase behind a figure: "1,2 (sono) a carico", "120 (hanno) più di"
VERBS = {"a": "sono", "in": "sono", "per": "sono", "con": "hanno"}


def part_text(statement: Statement, names: Names) -> str | None:
    """ "di 15 persone, due terzi delle quali donne" -> "due terzi di 15 persone sono donne".

    And "1,9 milioni, di cui 1,2 a carico della Regione" -> "di 1,9 milioni 1,2 sono a carico ...".
    "Osservatori, tra cui 85 italiani" tells who is among them.
    None for what is no part, or has a verb of its own.
    """
    tree, mask = statement.tree, sorted(statement.mask)
    pronoun = next((i for i in mask if tree.forms[i].lower() in RELATIVES), 0)
    of = pronoun - 1 if tree.labels[pronoun - 1] == "case" else pronoun - 2
    preposition = bare_preposition(tree.forms[of])
    if of not in mask or preposition not in {"di", "of", *AMONG}:
        return None
    if any(tree.pos[i] in ("VERB", "AUX") for i in mask):
        return None
    before = frozenset(i for i in mask if i < of)
    rest = [i for i in mask if i > pronoun]
    if not before or not rest:
        return None
    if preposition in AMONG:
        return among_text(tree, before, rest, names)
    if tree.forms[of - 1] in MARKS:
        return figure_text(tree, before, rest, names)
    some = after_last_mark(tree, before)
    return share_text(tree, some, rest, names) if max(some) == of - 1 else None


def among_text(tree: Tree, before: Mask, members: list[int], names: Names) -> str | None:
    """ "osservatori, tra cui 85 italiani" -> "tra gli osservatori ci sono 85 italiani"."""
    group = group_before(tree, max(before) + 1) or before
    top, first = top_of(tree, frozenset(members)), tree.pos[members[0]]
    if tree.language != "it" or first not in ("DET", "NUM", "PRON", "PROPN", "NOUN"):
        return None
    plural = is_plural(tree, top, frozenset(members)) or tree.has(top, "nummod")
    plural = plural or first == "NUM" or any(tree.labels[i] == "cc" for i in members)
    words = sorted(group)
    called = lower_first(tree, words, group_called(tree, group, names))
    verb = "ci sono" if plural else "c'è"
    return f"tra {called} {verb} {join_words(tree, members, names)}"


def share_text(tree: Tree, some: Mask, rest: list[int], names: Names) -> str | None:
    """A share of a group, told with what it is."""
    mark = min(some) - 1
    group = group_before(tree, mark) if mark > 0 and tree.forms[mark] in MARKS else None
    how = [tree.forms[i].lower() for i in rest[:2]]
    if group is None or (len(how) > 1 and how[0] == "in" and how[1] in MANNERS):
        return None
    text = group_called(tree, group, names)
    english = tree.language == "en"
    of_group = f"of {lower_first(tree, sorted(group), text)}" if english else fuse("di", text)
    plural = is_plural(tree, top_of(tree, some), some) or agrees_with_several(tree, rest[0])
    plural = plural or is_several(tree, some)
    verb = copula(tree.language, plural)
    return f"{bare_phrase(tree, some, names)} {of_group} {verb} {join_words(tree, rest, names)}"


def agrees_with_several(tree: Tree, word: int) -> bool:
    """Whether a predicate ends as one of several does; "di" of "di magnitudo 4" tells nothing."""
    return tree.pos[word] not in ("ADP", "ADV") and tree.forms[word][-1:] in "ie"


def figure_text(tree: Tree, whole: Mask, rest: list[int], names: Names) -> str | None:
    """A figure of a figure: its verb stands between it and what it is for."""
    at = next((n for n, i in enumerate(rest) if tree.pos[i] == "ADP"), 0)
    verb = VERBS.get(bare_preposition(tree.forms[rest[at]]))
    if tree.language != "it" or tree.pos[rest[0]] != "NUM":
        return None
    group = group_called(tree, whole, names)
    if not at and len(rest) > 1 and is_several(tree, frozenset(rest[:1])):  # "41 femmine"
        return f"{fuse('di', group)} {tree.forms[rest[0]]} sono {join_words(tree, rest[1:], names)}"
    if not at or verb is None:
        return None
    told = rest[at:] if verb == "sono" else rest[at + 1 :]
    figure = join_words(tree, rest[:at], names)
    return f"{fuse('di', group)} {figure} {verb} {join_words(tree, told, names)}"


def is_several(tree: Tree, some: Mask) -> bool:
    """ "quattro", "53": a bare number of more than one."""
    top = top_of(tree, some)
    single = ("un", "uno", "una", "1", "one")
    return tree.pos[top] == "NUM" and len(some) == 1 and tree.forms[top].lower() not in single
