"""Whom a sentence opens with by a noun alone: "Il ragazzo, intanto", "Chile's coach"."""

from __future__ import annotations

import re

from claims.nlp.lexicon import words
from claims.nlp.types import Span

_OPENINGS = {
    "it": re.compile(
        r"(?:(?:Intanto|Ieri|Oggi|Anche|Poi|Ma|E)\s(?=[a-z]))?"
        r"(?P<article>(?:(?:il|lo|la|i|gli|le|un|uno|una)\s)?(?:su[oa]|loro)\s"
        r"|(?:il|lo|la|i|gli|le|un|uno|una)\s|(?:l|un)['’])",
        re.IGNORECASE,
    ),
    "en": re.compile(r"(?P<article>(?:The|A|An|His|Her|Its|Their|[A-Z][\w-]+['’]s)\s)"),
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d\denne")
_AGED = re.compile(r"(?:\d\d|[a-z]+nt)enne")
# a name that the role belongs to; "di Lodi" is none
_NAMED = re.compile(r"\s(?!(?:di|del|dell[ao]|dei|d|of)\b)(?:[a-zà-ÿ]+\s)?[A-ZÀ-Þ]")
MOST_WORDS = 3  # from the article to the role: "The retired police officer"


def role_opener(text: str, start: int, end: int, language: str) -> Span | None:
    """The article and role that a sentence opens with; None where a name belongs to it."""
    return _opener(text, start, end, language, _people(language))


def body_opener(text: str, start: int, end: int, language: str) -> Span | None:
    """ "Il ministero", "I sindacati": a body or several people that a sentence opens with."""
    bodies = words(language, "attribution.body_nouns") | words(language, "attribution.houses")
    bodies |= words(language, "attribution.bare_plurals")
    return _opener(text, start, end, language, bodies)


def role_at(text: str, start: int, end: int, language: str) -> Span | None:
    """The role at a place behind its article; None where a name belongs to it."""
    return _noun_at(text, start, end, _people(language))


def _people(language: str) -> frozenset[str]:
    people = words(language, "names.person_nouns") | words(language, "attribution.person_nouns")
    return people | words(language, "names.person_titles")


def _opener(text: str, start: int, end: int, language: str, nouns: frozenset[str]) -> Span | None:
    opening = _OPENINGS[language].match(text, start, end)
    if opening is None:
        return None
    noun = _noun_at(text, opening.end(), end, nouns)
    return Span(opening.start("article"), noun.end) if noun else None


def _noun_at(text: str, start: int, end: int, nouns: frozenset[str]) -> Span | None:
    for count, word in enumerate(_WORD.finditer(text, start, end)):
        if count >= MOST_WORDS or not word.group().islower():
            return None
        if word.group() in nouns or _AGED.fullmatch(word.group()):
            named = _NAMED.match(text, word.end(), end) is not None
            return None if named else Span(start, word.end())
    return None
