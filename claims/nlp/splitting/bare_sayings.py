""" "Ha dichiarato la ministra" alone says nothing: with its quotation it is a claim, else none."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.grammar.masks import reports
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.splitting.quoted_masks import words_within
from claims.nlp.types import Quote

SPEAKERS = frozenset({"nsubj"})
FRAME = frozenset({"aux", "advmod", "punct", "discourse", "cc", "mark"})


def is_bare_saying(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether a claim is a verb of saying with its speaker and nothing that is said."""
    if not (reports(tree, head) and tree.is_verbal[head] and tree.has(head, *SPEAKERS)):
        return False
    frame = {head}
    for child in tree.children[head]:
        if tree.labels[child] in SPEAKERS:
            frame |= tree.subtrees[child]
        elif tree.labels[child] in FRAME:
            frame.add(child)
    return mask <= frame


def with_what_was_said(tree: Tree, head: int, mask: Mask, quotes: Sequence[Quote]) -> Mask:
    """The mask with the words of the quotation that this verb or this speaker frames."""
    spoken: frozenset[int] = frozenset()
    for quote in quotes:
        inside = words_within(tree, quote)
        if head not in inside and _frames(tree, head, mask, quote):
            spoken |= inside
    return mask | spoken


def _frames(tree: Tree, head: int, mask: Mask, quote: Quote) -> bool:
    speaker = quote.speaker
    if quote.cue is not None and tree.forms[head].lower() == quote.cue.lower():
        return True
    if speaker is None or speaker.start is None or speaker.end is None:
        return False
    return any(speaker.start <= tree.spans[i][0] < speaker.end for i in mask)
