"""The article that an Italian noun needs as a subject: "pressione, fatta" -> "la pressione è"."""

from __future__ import annotations

from claims.nlp.grammar.phrases import (
    Names,
    bare_phrase,
    definite_article,
    join_words,
    with_article,
)
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.title_articles import top_of

DETERMINED = ("det", "det:poss", "det:predet", "nummod")
OF_SEVERAL = frozenset({"dei", "degli", "delle", "di"})
SHORTEST = 3
QUANTIFIERS = frozenset(
    {"ogni", "qualche", "nessun", "nessuno", "nessuna", "parte", "gran", "tutto", "tutta", "altro",
     "altra", "metà", "più", "quanto", "mezzo", "mezza", "molto", "molta", "poco", "poca"}
)  # fmt: skip


def led_subject(tree: Tree, noun: Mask, names: Names) -> str:
    """A noun phrase as a subject: a single thing that stands bare gets its definite article."""
    some = some_of_several(tree, noun, names)
    if some:
        return some
    text = bare_phrase(tree, noun, names)
    if not noun or not stands_bare(tree, noun, text):
        return text
    first = text.split(" ", 1)[0].lower()
    article = definite_article(tree, top_of(tree, noun), first)
    return with_article(article, text[:1].lower() + text[1:])


def some_of_several(tree: Tree, noun: Mask, names: Names) -> str:
    """ "Dei 612 ponti, 187" -> "187 dei 612 ponti"; "" for anything else."""
    inside = sorted(i for i in noun if tree.labels[i] != "case")
    if tree.language != "it" or len(inside) < SHORTEST or not inside[0]:
        return ""
    of, some = tree.forms[inside[0] - 1].lower(), inside[-1]
    counted = tree.pos[some] == "NUM" and tree.forms[some - 1] == ","
    if not counted or of not in OF_SEVERAL:
        return ""
    return f"{tree.forms[some]} {of} {join_words(tree, inside[:-1], names)}"


def stands_bare(tree: Tree, noun: Mask, text: str) -> bool:
    """Whether an Italian phrase is governed by one common noun without anything before it."""
    top = top_of(tree, noun)
    if tree.language != "it" or tree.pos[top] != "NOUN" or tree.has(top, *DETERMINED):
        return False
    morph, form = tree.morphs[top], tree.forms[top]
    known = "Number=Sing" in morph and "Gender=" in morph
    joined = any(tree.labels[i] == "conj" for i in noun)
    opens = text.startswith(form) and not tree.in_quotes[top]
    timed = form.lower() in words("it", "names.never") or form[1:2].isupper()
    return known and opens and not joined and not timed and form.lower() not in QUANTIFIERS


def closing_comma(tree: Tree, called: str, noun: Mask) -> str:
    """The second comma round what stands behind a subject: "Mari, già liquidatore, ha chiesto"."""
    top = top_of(tree, noun) if noun else 0
    listed = tree.has(top, "conj") or any(tree.labels[i] == "conj" for i in noun)
    alone = f"{called} ".count(", ") == 1  # the comma of "1,146 messages" is none
    return "," if alone and called[-1] != "," and not listed else ""
