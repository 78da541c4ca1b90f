"""People whom a sentence opens with by a role alone: "Il ragazzo, intanto", "Chile's coach"."""

from __future__ import annotations

import re

from claims.nlp.lexicon import words
from claims.nlp.types import Span

_OPENINGS = {
    "it": re.compile(
        r"(?:(?:Intanto|Ieri|Oggi|Anche|Poi|Ma|E)\s(?=[a-z]))?"
        r"(?P<article>(?:il|lo|la|un|uno|una)\s|(?:l|un)['’])",
        re.IGNORECASE,
    ),
    "en": re.compile(r"(?P<article>(?:The|A|An|[A-Z][\w-]+['’]s)\s)"),
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d\denne")
_AGED = re.compile(r"(?:\d\d|[a-z]+nt)enne")
_NAMED = re.compile(r"\s(?:[a-zà-ÿ]+\s)?[A-ZÀ-Þ]")
MOST_WORDS = 3  # from the article to the role: "The retired police officer"


def role_opener(text: str, start: int, end: int, language: str) -> Span | None:
    """The article and role that a sentence opens with; None where a name belongs to it."""
    opening = _OPENINGS[language].match(text, start, end)
    if opening is None:
        return None
    people = words(language, "names.person_nouns") | words(language, "attribution.person_nouns")
    people |= words(language, "names.person_titles")
    for count, word in enumerate(_WORD.finditer(text, opening.end(), end)):
        if count >= MOST_WORDS or not word.group().islower():
            return None
        if word.group() in people or _AGED.fullmatch(word.group()):
            named = _NAMED.match(text, word.end(), end) is not None
            return None if named else Span(opening.start("article"), word.end())
    return None
