"""Claims in the first person: only with their speaker do they stand alone."""

from __future__ import annotations

from claims.nlp.grammar.persons import is_personal
from claims.nlp.grammar.statement import Statement

MARKS = {"it": ("«", "»"), "en": ("“", "”")}


def is_first_person(statement: Statement) -> bool:
    """Whether "I" or "we" speaks, or "you" is spoken to: a pronoun, a possessive, a verb form.

    What is quoted within a claim is somebody else's voice.
    """
    tree = statement.tree
    own = frozenset(i for i in statement.mask if not tree.in_quotes[i])
    return is_personal(tree, own or statement.mask)


def in_the_voice_of(name: str, text: str, language: str) -> str:
    """The claim as its speaker's words: a name, a colon, the words between marks."""
    opening, closing = MARKS[language]
    return f"{name[:1].upper()}{name[1:]}: {opening}{without_voice(text)}{closing}"


def without_voice(text: str) -> str:
    """ "Ada Neri «ha chiamato»" without the marks: she is told of now, and says nothing."""
    return text.translate({ord(mark): None for pair in MARKS.values() for mark in pair})
