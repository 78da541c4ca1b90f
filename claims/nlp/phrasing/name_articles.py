"""The Italian article before a name that is written in full: "la Rossi" -> "Ada Rossi"."""

from __future__ import annotations

from collections.abc import Mapping

from claims.nlp.grammar.phrases import bare_preposition, fitting_article, fuse, fused_article
from claims.nlp.lexicon import words
from claims.nlp.naming.unlike_names import PERSON
from claims.nlp.parsing.tree import Tree

MASCULINE, FEMININE = frozenset({"il", "lo"}), frozenset({"la"})


def with_articles_that_fit(tree: Tree, names: Mapping[int, str]) -> dict[int, str]:
    """Names to be written in full, and what then stands in the place of the articles before them.

    names: by word, "" for the other words of a name. A surname alone takes an article, a whole name
    none; a thing's full name may begin with another sound ("dello Slam" -> "del Grande Slam").
    """
    fitting = dict(names)
    if tree.language == "it":
        for word, name in names.items():
            before = word - 1
            if name and before >= 0 and before not in names and tree.pos[before] in ("DET", "ADP"):
                article = article_before(tree, word, name)
                fitting |= {} if article is None else {before: article}
    return fitting


def article_before(tree: Tree, word: int, name: str) -> str | None:
    """What stands right before the name instead; None where nothing changes."""
    form = tree.forms[word - 1].lower().replace("’", "'")
    fused = fused_article(form)
    article = fused or form
    if article not in MASCULINE | FEMININE:
        return None
    given = " " in name and name.split()[0] in words("names", "people.first")
    if tree.entities[word] == PERSON or given:
        return (bare_preposition(form) if fused else "") if " " in name else None
    sounding = fitting_article(article, name)
    if sounding == article:
        return None
    return (
        fuse(bare_preposition(form), f"{sounding} x").removesuffix("x").strip()
        if fused
        else sounding
    )
