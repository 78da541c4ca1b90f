"""The several that a part is of: "i rapitori, alcuni dei quali"."""

from __future__ import annotations

import re

from claims.nlp.grammar.masks import phrase
from claims.nlp.grammar.phrases import Names, bare_phrase, definite_article, lower_article
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.title_articles import top_of


def after_last_mark(tree: Tree, mask: Mask) -> Mask:
    """The words behind the last comma or bracket among them: "tre" of "quaranta operai, tre"."""
    ends = range(min(mask), max(mask)) if mask else ()
    marks = [i for i in ends if tree.forms[i] in (",", "(", ";")]
    return frozenset(i for i in mask if i > max(marks, default=-1))


def group_before(tree: Tree, mark: int) -> Mask | None:
    """The plural noun before a mark that a part is of; of several one that is counted.

    "350 ingegneri sui modelli aperti, alcuni dei quali": some of the 350.
    """
    nouns = [
        i
        for i in tree.paths[tree.atoms[mark - 1]]
        if tree.pos[i] == "NOUN" and i < mark and not tree.is_verbal[i]
    ]
    found = [frozenset(i for i in phrase(tree, noun) & tree.words if i < mark) for noun in nouns]
    plural = [n for n, group in zip(nouns, found, strict=True) if is_plural(tree, n, group)]
    counted = [noun for noun in plural if tree.has(noun, "nummod")]
    chosen = counted or plural
    return found[nouns.index(chosen[0])] if chosen else None


def group_called(tree: Tree, group: Mask, names: Names) -> str:
    """The whole that a part is of: "(sei) stabilimenti" are "i (sei) stabilimenti" from then on."""
    text = lower_article(bare_phrase(tree, group, names), tree.language)
    first, top = min(group), top_of(tree, group)
    known = tree.pos[top] == "NOUN" and "Gender=" in tree.morphs[top]
    figure = tree.forms[first]
    several = first == top and "Number=Plur" in tree.morphs[top]
    bare = (tree.pos[first] == "NUM" or several) and text.startswith(figure)
    if tree.language != "it" or not bare or not known:
        return text
    heard = "otto" if re.match(r"8|11(?!\d)", figure) else figure
    return f"{definite_article(tree, top, heard)} {text}"
