"""Which names may be people, and which of them a preposition governs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.lexicon import words
from claims.nlp.types import Entity

TOKEN = re.compile(
    r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’](?=\w))?|[,;:.!?()«»“”\"–—]|(?<=\s)-(?=\s)"
    r"|\d+(?:[.,]\d+)*"
)
BREAKS = frozenset('.;:!?()«»“”"–—-')
ARTICLES = frozenset(("il", "lo", "la", "i", "gli", "le", "l'", "the", "un", "una", "ex"))
GOVERNED_REACH = 70
_OCCUPATION = re.compile(
    r"[a-zà-ÿ]+(?:ista|tore|trice|olog[oa]|ier[ea]|essa|aio|aria|ante|nziat[oa])"
)
_TIMES = frozenset(("così", "oggi", "ieri", "questo", "questa", "pochi"))  # they govern nothing
_PLACE_WORDS = frozenset(
    {"piazza", "via", "viale", "corso", "palazzo", "villa", "monte", "new", "san", "santa"}
    | {"south", "north", "east", "west", "port", "saint", "castel", "teatro", "radio", "stati"}
)


def small_words(language: str, name: str) -> frozenset[str]:
    """One of the lists of the lexicon's section on attribution."""
    return words(language, f"attribution.{name}")


def is_person_like(text: str, name: Entity) -> bool:
    """A person, or an untyped name of two or three plain words; a known first name is enough."""
    words_of = text[name.start : name.end].split()
    plain = all(w.replace("-", "").replace("'", "").replace("’", "").isalpha() for w in words_of)
    place = words_of[0].lower() in _PLACE_WORDS
    if name.label == "PER" or len(words_of) not in (2, 3) or not plain or place:
        return name.label == "PER"
    return name.label == "MISC" or words_of[0] in words("names", "people.first")


def is_governed(text: str, at: int, start: int, language: str) -> bool:
    """Whether a preposition governs the name at `at` ("di Brunex", "dal sindaco, X").

    Looks back over titles, articles, a paper's noun ("al quotidiano X") and the comma of an
    apposition, no further than `start`.
    """
    lead = text[max(start, at - GOVERNED_REACH) : at]
    apposed = lead.endswith(", ")
    tokens = TOKEN.findall(lead[:-2] if apposed else lead)
    if apposed:
        titles = words(language, "names.person_titles")
        segment = tokens[after_last(tokens, BREAKS | {","}) :]
        known = [i for i, token in enumerate(segment) if token.lower() in titles]
        tokens = segment[: known[-1]] if known else []
    return _governs(tokens, language)


def _governs(tokens: Sequence[str], language: str) -> bool:
    titles = words(language, "names.person_titles")
    houses = small_words(language, "house_nouns") | small_words(language, "relations")
    for token in reversed(tokens[-6:]):
        word = token.lower().replace("’", "'")
        if word in _PLACE_WORDS and token.islower():
            return True  # "i magistrati di piazza Cavour"
        passed = word in titles or word in ARTICLES or word in houses
        if not passed and not _OCCUPATION.fullmatch(token):
            return word in small_words(language, "prepositions") - _TIMES
    return False


def after_last(tokens: Sequence[str], marks: frozenset[str]) -> int:
    """Index behind the last of these marks, 0 where there is none."""
    return next((i + 1 for i in range(len(tokens) - 1, -1, -1) if tokens[i] in marks), 0)
