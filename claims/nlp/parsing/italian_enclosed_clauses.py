"""What follows a quotation or a bracket is joined to the verb before it, and to none within."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from claims.nlp.parsing.quoted_words import quoted_words


def joined_outside_quotes(doc: Doc) -> Iterator[tuple[int, int]]:
    """(verb, verb that it is joined to) of "ha detto: «Il ponte è chiuso» e ha lasciato la sala".

    The parser often joins what follows a quotation to a verb within it; without a subject of its
    own it goes on telling of the speaker.
    """
    quoted = quoted_words([t.text for t in doc], [bool(t.whitespace_) for t in doc])
    for verb in doc:
        if verb.dep_ != "conj" or quoted[verb.i] or not quoted[verb.head.i]:
            continue
        links = {t.dep_ for t in verb.children if not quoted[t.i]}
        finite = verb.pos_ == "VERB" and "VerbForm=Inf" not in str(verb.morph)
        if not finite or "cc" not in links or "nsubj" in links:
            continue
        above = next((t for t in verb.head.ancestors if not quoted[t.i]), None)
        if above is not None and above.pos_ in ("VERB", "AUX") and above.i < verb.i:
            yield verb.i, above.i


def joined_outside_brackets(doc: Doc) -> Iterator[tuple[int, int]]:
    """(verb, verb that it is joined to) of "prova a frenare (i freni sono rotti) ma cade".

    The parser often joins what follows a bracket to the verb within it.
    """
    if not any(t.text == "(" for t in doc):
        return
    depths = bracket_depths(doc)
    for verb in doc:
        if verb.dep_ != "conj" or depths[verb.i] or not depths[verb.head.i]:
            continue
        above = next((t for t in verb.head.ancestors if not depths[t.i]), None)
        if above is not None and above.pos_ in ("VERB", "AUX") and above.i < verb.i:
            yield verb.i, above.i


def bracket_depths(doc: Doc) -> list[int]:
    """How many round brackets each token stands in; 0 where they aren't closed."""
    found, depth = [], 0
    for token in doc:
        depth = max(0, depth + (token.text == "(") - (token.text == ")"))
        found.append(depth)
    return found if not depth else [0] * len(doc)
