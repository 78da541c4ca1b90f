""" "Ha dichiarato la ministra" alone says nothing: with its quotation it is a claim, else none."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.grammar.masks import reports
from claims.nlp.grammar.phrases import bare_preposition
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.splitting.quoted_masks import words_within
from claims.nlp.types import Quote

SPEAKERS = frozenset({"nsubj"})
CONTENT = ("ccomp", "parataxis", "obj")
TOPICS = frozenset({"di", "su", "contro", "about", "of", "on", "against", "for"})
FRAME = frozenset({"aux", "advmod", "punct", "discourse", "cc", "mark"})


def is_bare_saying(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether a claim is a verb of saying with its speaker and nothing that is said."""
    if tree.labels[head] in SPEAKERS and tree.heads[head] in mask:
        head = tree.heads[head]
    if not (reports(tree, head) and tree.is_verbal[head] and tree.has(head, *SPEAKERS)):
        return False
    frame = {head}
    for child in tree.children[head]:
        if tree.labels[child] in SPEAKERS:
            frame |= tree.subtrees[child]
        elif tree.labels[child] in FRAME:
            frame.add(child)
        elif tree.labels[child] == "obl" and lacks_content(tree, head, mask, child):
            frame |= tree.subtrees[child]
    return mask <= frame


def lacks_content(tree: Tree, head: int, mask: Mask, place: int) -> bool:
    """Whether a place or time is all that a claim has beside a saying whose content is left out."""
    cases = {bare_preposition(tree.forms[i]) for i in tree.dependents(place, "case")}
    content = [i for i in tree.dependents(head, *CONTENT) if not tree.subtrees[i] & mask]
    return bool(content) and not cases & TOPICS and not tree.is_clausal[place]


def with_what_was_said(tree: Tree, head: int, mask: Mask, quotes: Sequence[Quote]) -> Mask:
    """The mask with the words of the quotation that this verb or this speaker frames."""
    spoken: frozenset[int] = frozenset()
    for quote in quotes:
        inside = words_within(tree, quote)
        told = any("VerbForm=Fin" in tree.morphs[i] for i in inside)
        beside = bool(inside) and not tree.words & set(range(max(mask) + 1, min(inside)))
        if head not in inside and (told or beside) and _frames(tree, head, mask, quote):
            spoken |= inside
    return mask | spoken


def _frames(tree: Tree, head: int, mask: Mask, quote: Quote) -> bool:
    speaker = quote.speaker
    if quote.cue is not None and tree.forms[head].lower() == quote.cue.lower():
        return True
    if speaker is None or speaker.start is None or speaker.end is None:
        return False
    return any(speaker.start <= tree.spans[i][0] < speaker.end for i in mask)
