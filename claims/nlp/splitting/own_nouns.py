"""A chosen mask with the noun that it hangs on: the like candidate that names it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.grammar.phrases import fused_article
from claims.nlp.parsing.tree import Tree
from claims.nlp.splitting.candidate_masks import CandidateMask
from claims.nlp.splitting.token_table import Floats

NEARLY = 0.75  # a mask with its noun is taken for one without it down to this share of its chance
WHOLE = 0.4  # down to this one where the mask holds only what hangs on the noun
ADNOMINAL = frozenset({"acl", "acl:relcl", "appos"})


def with_noun(
    tree: Tree, taken: CandidateMask, pool: Sequence[CandidateMask], scores: Floats
) -> CandidateMask:
    """The like candidate that says what a relative, participle or apposition hangs on."""
    below = tree.subtrees[taken.head]
    outside = taken.mask - below
    if tree.labels[taken.head] not in ADNOMINAL or (outside and not is_torn(tree, taken)):
        return taken
    own = next(score for other, score in zip(pool, scores, strict=True) if other is taken)
    fuller = [
        (float(score), i)
        for i, (other, score) in enumerate(zip(pool, scores, strict=True))
        if other.head == taken.head and other.mask - below
        if other.mask & below == taken.mask & below
        and (not outside or tree.heads[taken.head] in other.mask)
    ]
    best, at = max(fuller, default=(0.0, 0))
    return pool[at] if best >= (WHOLE if outside else NEARLY) * own else taken


def is_torn(tree: Tree, taken: CandidateMask) -> bool:
    """ "a report by [the department that was published]": it was the report."""
    noun = tree.heads[taken.head]
    outside = taken.mask - tree.subtrees[taken.head]
    top = min(outside, key=lambda i: (tree.depths[i], i))
    led = tree.labels[top] == "nmod" and tree.has(top, "case")
    bare = tree.has(noun, "case") and not tree.has(noun, "det", "amod")  # "a favore di"
    bare = bare and not any(fused_article(tree.forms[i]) for i in tree.dependents(noun, "case"))
    return noun not in outside and top in tree.subtrees[noun] and led and not bare
