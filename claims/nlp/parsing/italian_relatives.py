"""Italian relatives and list members that the parser hangs on what they can't belong to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

FREE = frozenset({"quanto", "quanti", "quante"})


def partitive_pronouns(doc: Doc) -> Iterator[tuple[int, int]]:
    """(pronoun, verb) of "640 persone, di cui un terzo assunte a maggio, ha depositato ...".

    A "cui" that hangs on a main verb behind the clause which it opens is that clause's.
    """
    for pronoun in doc:
        verb = pronoun.head
        if pronoun.lower_ != "cui" or verb.i <= pronoun.i or is_in_relative(verb):
            continue
        opened = [
            t.i
            for t in doc[pronoun.i + 1 : verb.i]
            if t.dep_ in ("acl", "acl:relcl") and t.head.i < pronoun.i
        ]
        if opened:
            yield pronoun.i, opened[0]


def is_in_relative(verb: Token) -> bool:
    """Whether a verb is a relative's own, or joined to one."""
    return any(t.dep_ in ("acl:relcl", "acl") for t in (verb, *verb.ancestors))


def free_relatives(doc: Doc) -> Iterator[tuple[int, int]]:
    """(verb, word) of "il 41% di quanto gli spettava": the share is of what the clause says."""
    for pronoun in doc:
        verb = pronoun.head
        case = next((t for t in pronoun.children if t.dep_ == "case" and t.i < pronoun.i), None)
        if pronoun.lower_ not in FREE or case is None or verb.dep_ != "acl:relcl" or case.i == 0:
            continue
        word = doc[case.i - 1]
        if word.is_punct and word.text not in ("%", "‰"):
            continue
        while word.dep_ in ("amod", "flat", "nummod", "fixed") and word.head.i != verb.head.i:
            word = word.head
        own = {t.i for t in verb.subtree}
        if word.i not in own and word.i != verb.head.i:
            yield verb.i, word.i


def told_together(doc: Doc) -> Iterator[tuple[int, int]]:
    """(noun, apposition) of "Ada Rossi, maestra e partigiana": both are told of the name."""
    for noun in doc:
        name = noun.head
        if noun.dep_ != "conj" or noun.pos_ != "NOUN" or name.pos_ != "PROPN":
            continue
        tie = next((t for t in noun.children if t.dep_ == "cc"), None)
        bare = not any(t.dep_ in ("det", "case") for t in noun.children)
        said = [
            t
            for t in name.children
            if t.dep_ == "appos" and t.pos_ == "NOUN" and name.i < t.i < noun.i
        ]
        if tie is not None and bare and said and doc[tie.i - 1].text != ",":
            yield noun.i, said[-1].i
