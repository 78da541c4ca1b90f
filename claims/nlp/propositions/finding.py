"""The propositions of an English text, in code points of the text."""

from __future__ import annotations

from claims.nlp.normalise import Normalised, check_text, normalise
from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import Mask, Tree, tree_of
from claims.nlp.propositions.proposition_model import chosen_propositions
from claims.nlp.sentences import split_sentences
from claims.nlp.types import Proposition, Span
from claims.nlp.weighing.check_worthiness import judge


def find_propositions(text: str) -> list[Proposition]:
    """The smallest statements of a text in reading order. Raises SplitError."""
    check_text(text)
    normal = normalise(text)
    trees = english_trees(normal.text)
    judged = judge([piece_of(normal.text, tree) for tree in trees])
    return [
        proposition_of(normal, tree, mask)
        for tree, masks in zip(trees, chosen_propositions(trees, judged), strict=True)
        for mask in sorted(masks, key=_place)
    ]


def proposition_of(normal: Normalised, tree: Tree, mask: Mask) -> Proposition:
    """A mask as words of the text; a per cent sign stays with its figure."""
    spans = [(start, end + normal.text.startswith("%", end)) for start, end in tree.segments(mask)]
    return Proposition(
        " ".join(normal.text[start:end] for start, end in spans),
        tuple(normal.to_raw(Span(*pair)) for pair in spans),
    )


def english_trees(text: str) -> list[Tree]:
    """Parsed sentences; a very long one gives several trees, one without words none."""
    spans = [(sentence.start, sentence.end) for sentence in split_sentences(text, "en")]
    trees = [
        tree_of(doc, "en", number, offset)
        for number, pieces in enumerate(parse_sentences(text, "en", spans))
        for offset, doc in pieces
    ]
    return [tree for tree in trees if tree.words]


def piece_of(text: str, tree: Tree) -> str:
    """The words of a tree as they stand in the text."""
    return text[slice(*tree.extent)]


def _place(mask: Mask) -> tuple[int, int, list[int]]:
    """Reading order; the shorter of two that begin and end together first."""
    return min(mask), max(mask), sorted(mask)
