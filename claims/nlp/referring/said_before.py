"""The Italian "lo" that stands for a whole sentence: "lo ha annunciato la sindaca"."""

from __future__ import annotations

from claims.nlp.grammar.masks import reports
from claims.nlp.parsing.tree import Tree

POINTING = frozenset({"lo", "l'", "l’"})
DECIDING = frozenset({"decidere", "stabilire", "sapere", "prevedere", "disporre", "sancire"})
MADE_KNOWN = frozenset({"noto", "pubblico", "ufficiale"})
# of these "lo" is whom they speak of: "lo ha accusato", "lo definisce un errore"
OF_PEOPLE = frozenset(
    {"accusare", "definire", "descrivere", "chiamare", "ricordare", "criticare", "denunciare",
     "contestare", "citare", "ringraziare", "sentire", "vedere", "leggere", "considerare",
     "credere", "conoscere", "ascoltare", "difendere", "attaccare"}
)  # fmt: skip


def word_for_what_was_said(tree: Tree, verb: int) -> int | None:
    """The "lo" of a verb of saying or deciding that means what was said before; None for none."""
    if tree.language != "it" or not tells_or_decides(tree, verb):
        return None
    if tree.has(verb, "ccomp", "iobj"):
        return None
    return next(
        (i for i in tree.dependents(verb, "obj") if tree.forms[i].lower() in POINTING and i < verb),
        None,
    )


def tells_or_decides(tree: Tree, verb: int) -> bool:
    """Whether a verb has a whole sentence as its object, "rendere noto" among them."""
    lemma = tree.lemmas[verb]
    if lemma == "rendere":
        return any(tree.lemmas[i] in MADE_KNOWN for i in tree.dependents(verb, "xcomp"))
    told = reports(tree, verb) or lemma in DECIDING
    return told and lemma not in OF_PEOPLE and not tree.has(verb, "xcomp")
