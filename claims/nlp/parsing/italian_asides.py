"""Who speaks in an Italian aside: "L'uomo, ha spiegato Sarti, aveva rubato" is Sarti's word."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from spacy.tokens import Doc, Token

LONGEST_ASIDE = 6
"""Words between a verb of saying and the comma that ends its aside."""
LONGEST_GROUP = 4
"""Words from that comma to the verb of what is said: auxiliaries, "non", pronouns."""
SUBJECTS = ("nsubj", "nsubj:pass")
TOLD = ("parataxis", "ccomp", "conj")
ASIDES = ("parataxis", "advcl", "conj")
MARKS = frozenset('"“”«»‘’')


class Aside(NamedTuple):
    """`subject` is of the verb `told`, whatever the parser says; `speaker` may be left out."""

    subject: int
    saying: int
    told: int
    speaker: int | None


def spoken_asides(doc: Doc, telling: Set[str]) -> Iterator[Aside]:
    """Verbs of saying between two commas that the parser gave the subject of what is said.

    No comma parts an Italian subject from its verb. A quotation broken in two is left as it is.
    telling: the lemmas of verbs of saying.
    """
    for noun in doc:
        verb = noun.head
        if noun.dep_ not in SUBJECTS or noun.i > verb.i or verb.lemma_.lower() not in telling:
            continue
        first = start_of(verb)
        commas = [t.i for t in doc[noun.left_edge.i : first] if t.text == ","]
        told = told_behind(doc, verb) if commas == [first - 1] else None
        if told is not None and not any(t.text in MARKS for t in doc[noun.i : told.i]):
            named = (t.i for t in verb.children if verb.i < t.i < told.i and is_name(t))
            yield Aside(noun.i, verb.i, told.i, next(named, None))


def start_of(verb: Token) -> int:
    """The first word of a verb with its auxiliaries."""
    return min([t.i for t in verb.children if t.dep_.startswith("aux")] + [verb.i])


def is_name(token: Token) -> bool:
    """Whether a word may be who speaks: a name or noun without a preposition."""
    bare = not any(t.dep_ == "case" for t in token.children)
    return token.pos_ in ("PROPN", "NOUN") and bare


def told_behind(doc: Doc, verb: Token) -> Token | None:
    """The verb that goes on behind the aside, without a subject or conjunction of its own."""
    behind = doc[verb.i + 1 : verb.i + 2 + LONGEST_ASIDE]
    comma = next((t.i for t in behind if t.text == ","), None)
    if comma is None or any(t.pos_ in ("VERB", "AUX") for t in doc[verb.i + 1 : comma]):
        return None
    for told in doc[comma + 1 : comma + 1 + LONGEST_GROUP]:
        below = told.head == verb and told.dep_ in TOLD
        above = verb.head == told and verb.dep_ in ASIDES
        if not (below or above) or told.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
            continue
        links = {t.dep_ for t in told.children if comma < t.i}
        whole = all(told.is_ancestor(t) for t in doc[comma + 1 : told.i])
        return told if whole and not links & {*SUBJECTS, "cc", "mark"} else None
    return None
