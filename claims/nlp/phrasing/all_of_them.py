"""What is told of all of them: "40 operai, tutti formati a Lodi"."""

from __future__ import annotations

from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.bearers import agrees
from claims.nlp.phrasing.title_articles import top_of

ALL = frozenset({"tutto", "tutta", "tutti", "tutte", "entrambi", "entrambe"})


def without_all(tree: Tree, noun: Mask) -> Mask:
    """ "40 operai, tutti [formati a Lodi]": "all" goes with what is said of them."""
    last = max(noun, default=0)
    parted = last > 1 and tree.forms[last - 1] == "," and len(noun) > 1
    return noun - {last} if parted and tree.forms[last].lower() in ALL else noun


def without_first_told(tree: Tree, head: int, noun: Mask) -> Mask:
    """ "La telefonata, [durata un'ora e] definita cordiale": the first participle is told apart."""
    first = tree.heads[head]
    joined = tree.language == "it" and tree.labels[head] == "conj" and first in noun
    told = joined and tree.labels[first] in ("acl", "advcl") and not tree.is_finite[first]
    return noun - tree.subtrees[first] or noun if told else noun


def holds_two(tree: Tree, head: int, noun: Mask) -> bool:
    """ "I legali degli imputati, tutti incensurati": which of them isn't said.

    Nor is one name all.
    """
    top = top_of(tree, noun)
    others = [i for i in noun if tree.labels[i] == "nmod" and tree.pos[i] == "NOUN"]
    if tree.pos[top] == "PROPN" and not is_plural(tree, top, noun):
        return True
    return any(agrees(tree, head, frozenset({i})) for i in others if i != top)
