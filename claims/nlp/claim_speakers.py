"""Who says what a claim states: by the quotation it lies in, or by indirect speech."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.masks import phrase, reports
from claims.nlp.statement import Statement
from claims.nlp.tree import SUBJECTS, Tree
from claims.nlp.types import Quote, Speaker

INSIDE = 0.8  # share of a claim's words that must stand in the quotation


def speaker_of(statement: Statement, quotes: Sequence[Quote]) -> Speaker | None:
    """The speaker of a claim, None when the article itself says it."""
    quote = quote_around(statement, quotes)
    if quote is not None and quote.speaker is not None:
        return quote.speaker
    return indirect_speaker(statement)


def quote_around(statement: Statement, quotes: Sequence[Quote]) -> Quote | None:
    """The quotation that holds most of the claim."""
    spans = [statement.tree.spans[i] for i in statement.mask]
    for quote in quotes:
        inside = sum(quote.start <= start and end <= quote.end for start, end in spans)
        if inside >= INSIDE * len(spans):
            return quote
    return None


def indirect_speaker(statement: Statement) -> Speaker | None:
    """The subject of the verb of saying that governs the claim's clause."""
    tree, node = statement.tree, statement.head
    while tree.heads[node] != node:
        governor = tree.heads[node]
        if tree.labels[node] in ("ccomp", "parataxis") and reports(tree, governor):
            return None if governor in statement.mask else subject_speaker(tree, governor)
        if tree.labels[node] not in ("conj", "advcl", "xcomp"):
            return None
        node = governor
    return None


def subject_speaker(tree: Tree, verb: int) -> Speaker | None:
    """A verb's subject as a speaker; pronouns name nobody."""
    for child in tree.children[verb]:
        if tree.labels[child] in SUBJECTS and tree.pos[child] in ("PROPN", "NOUN"):
            words = sorted(phrase(tree, child) & tree.words)
            start, end = tree.spans[words[0]][0], tree.spans[words[-1]][1]
            name = " ".join(tree.forms[i] for i in words).replace("' ", "'")
            return Speaker(name, start, end)
    return None
