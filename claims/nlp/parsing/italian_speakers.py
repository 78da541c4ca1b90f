"""Italian verbs joined to what is said that go on telling of who says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token


def joined_to_saying(doc: Doc, morphs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(verb, saying) of "X ha ammesso che i test sono persi e ha assicurato che ...".

    The second verb has the number of who speaks, not of what is told of.
    """
    for verb in doc:
        content = verb.head
        if verb.dep_ != "conj" or content.dep_ != "ccomp" or content.i > verb.i:
            continue
        saying = content.head
        numbers = [finite_number(one, morphs) for one in (verb, content, saying)]
        own = any(t.dep_.startswith("nsubj") for t in verb.children)
        told = any(t.dep_.startswith("nsubj") for t in content.children)
        tied = any(t.dep_ == "cc" for t in verb.children)
        marked = any(t.dep_ == "mark" for t in verb.children)
        if own or marked or not told or not tied or "" in numbers or saying.i > content.i:
            continue
        if numbers[0] == numbers[2] != numbers[1]:
            yield verb.i, saying.i


def finite_number(verb: Token, morphs: Sequence[str]) -> str:
    """The number that a predicate's finite form shows."""
    verbs = [verb, *(t for t in verb.children if t.dep_ in ("aux", "aux:pass", "cop"))]
    shown = next((morphs[t.i] for t in verbs if "VerbForm=Fin" in morphs[t.i]), "")
    return next((part for part in shown.split("|") if part.startswith("Number=")), "")
