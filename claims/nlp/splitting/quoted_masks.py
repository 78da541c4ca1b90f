"""A claim that direct speech states stays inside its marks, one that reports it keeps it whole."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.grammar.masks import frames_quote, phrase, reports
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.types import Quote


def fitted_to_quotes(
    tree: Tree, head: int, mask: Mask, quotes: Sequence[Quote]
) -> tuple[int, Mask]:
    """(head, mask) without words of the frame in a claim that direct speech states; with all of
    each quotation in a claim that reports it, which is then headed by its verb of saying.

    A quotation that is only a part of its clause ("X «ha sbagliato»") has words outside that
    belong to the head: then nothing is left out.
    """
    for quote in quotes:
        inside = words_within(tree, quote)
        if not inside & mask:
            continue
        if is_told_by_another(tree, head, mask, quote, inside):
            mask -= inside
            continue
        saying = verb_of_saying(tree, mask - inside)
        if head not in inside or saying is not None:
            head = head if saying is None else saying
            mask |= inside | speaker_words(tree, head, quote)
        elif is_own_clause(tree, head, inside):
            mask &= inside
    return head, mask


def is_told_by_another(tree: Tree, head: int, mask: Mask, quote: Quote, inside: Mask) -> bool:
    """ "La difesa farà appello: «È tardi», ha spiegato X": the first verb frames no quotation."""
    if head in inside or reports(tree, head) or quote.cue is None or not mask - inside:
        return False
    cues = [i for i in tree.words - inside if tree.forms[i].lower() == quote.cue.lower()]
    opened = tree.forms[min(inside) - 2 : min(inside)]
    return bool(cues) and cues[0] not in mask and cues[0] > max(inside) and ":" in opened


def verb_of_saying(tree: Tree, outside: Mask) -> int | None:
    """The verb outside a quotation, and any other, that reports it; None for none."""
    saying = [
        i
        for i in outside
        if tree.is_finite[i]
        and not tree.in_quotes[i]
        and (reports(tree, i) or frames_quote(tree, i))
    ]
    return min(saying, key=lambda i: (tree.depths[i], i), default=None)


def speaker_words(tree: Tree, verb: int, quote: Quote) -> Mask:
    """Who speaks, where the sentence says it: the phrase under the verb that holds the name."""
    speaker = quote.speaker
    if speaker is None or speaker.start is None or speaker.end is None:
        return frozenset()
    name = frozenset(i for i in tree.words if speaker.start <= tree.spans[i][0] < speaker.end)
    tops = [i for i in tree.children[verb] if name and name <= tree.subtrees[i]]
    if not tops or tree.has(tops[0], "case"):
        return frozenset()
    return (frozenset(phrase(tree, tops[0])) | name) & tree.words


def words_within(tree: Tree, quote: Quote) -> Mask:
    """The words between the marks of a quotation."""
    return frozenset(
        i for i in tree.words if quote.start <= tree.spans[i][0] and tree.spans[i][1] <= quote.end
    )


def is_own_clause(tree: Tree, head: int, inside: Mask) -> bool:
    """Whether a predicate has its subject and its auxiliaries between the same marks."""
    if not any(tree.is_finite[i] and tree.is_verbal[i] for i in inside):
        return False
    for word in tree.paths[head]:
        if word not in inside:
            break
        if any(
            tree.labels[i] in SUBJECTS and i not in inside and i < min(inside)
            for i in tree.children[word]
        ):
            return False
    return True
