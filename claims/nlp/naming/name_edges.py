"""Where a run of capitals isn't one name: owners, and words that only open a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from claims.nlp.lexicon import words

OWNERS = ("'s", "’s")
HEADS = ("names.org_heads", "names.place_heads")
PLACES = words("names", "places.names")
ROLE_REACH = 60
_ROLE_OF = re.compile(
    r"([^\W\d_]+)(?:\s(?:generale|provinciale|regionale|comunale))?"
    r"(?:\s(?:del(?:l[ao])?\s|de[gi]l?i?\s|dell['’])[A-Z][\w-]+)?\sdi\s$"
)
_DETERMINED = re.compile(r"(?:\b(?:il|lo|la|i|gli|le|d\w{1,4}|a\w{1,3}|n\w{2,4})\s|['’])$")
_LOCATED = re.compile(r"\b(?:di|ad?|da|in)\s$")
_OPENING = re.compile(r"(?:-old|-based|-born|maker|builder)$")  # "Sixteen-year-old", "Chipmaker"
_WORD = re.compile(r"\s+([^\W\d_][\w'’-]*)")


def owns_what_follows(text: str, start: int, end: int, limit: int) -> bool:
    """ "Chile's | Camila Iturra": an owner's name is over, unless a body or place is called so.

    One word behind a name that is no place goes with it: "Tom's Hardware".
    """
    if text[end - 2 : end] not in OWNERS:
        return False
    heads = frozenset().union(*(words("en", key) for key in HEADS))
    following: list[str] = []
    at = end
    while (match := _WORD.match(text, at, limit)) and match[1][:1].isupper():
        following.append(match[1].lower())
        at = match.end()
    called = len(following) == 1 and text[start : end - 2] not in PLACES
    return not (called or heads.intersection(following))


def names_place_first(text: str, start: int, end: int) -> bool:
    """ "Il rettore di Camerino | Pio Lanzi", "è morto a Cuneo | Ezio Garelli": a place, and who.

    One of the two names must stand alone elsewhere, the surname behind a role's place, the given
    name behind any; a place of two words ("Torre Annunziata") has none.
    """
    first, second, surname = text[start:end].split()
    if not all(word.isalpha() for word in (first, second, surname)):
        return False
    role = _ROLE_OF.search(text, max(0, start - ROLE_REACH), start)
    titled = role is not None and role[1].lower() in words("it", "names.person_titles")
    alone = rf"(?<![\w'’])(?<!{re.escape(second)} ){re.escape(surname)}\b"
    if titled and re.search(alone, text):
        return True
    heads = frozenset().union(*(words("it", key) for key in HEADS))
    located = _LOCATED.search(text, max(0, start - 4), start) and first.lower() not in heads
    called = rf"(?<![\w'’])(?<!{re.escape(first)} ){re.escape(second)}\b(?! [A-ZÀ-Þ])"
    return bool(located) and any(
        _DETERMINED.search(text, max(0, found.start() - 7), found.start()) is None
        for found in re.finditer(called, text)
    )


def opens_as_noun(
    tokens: Sequence[str], known: Mapping[str, int], plain: Set[str], language: str
) -> bool:
    """ "Bancarotta Sideris, assolti i vertici": the noun stands in small letters elsewhere, and
    the name without it. A body or a place may be called so ("Banca Sella")."""
    first, *rest = tokens
    low = first.lower()
    heads = frozenset().union(*(words(language, key) for key in HEADS))
    given = first in words("names", "people.first")
    common = low in plain and not known[first] and not given and low not in heads
    return language == "it" and common and len(rest) == 1 and known[rest[0]] > 0


def only_opens(tokens: Sequence[str], known: Mapping[str, int], language: str) -> bool:
    """ "Striker Bo Lund scored": the first of a sentence's capitals is a noun, or tells which.

    tokens: the run, its first word the sentence's. known: how often each word has a capital
    elsewhere. A noun of people is one whatever follows; other words are where what follows them
    is also told without them ("Jobless Bo Lund", and later "Bo").
    """
    first, *rest = tokens
    if not rest or known[first] or first in words("names", "people.first"):
        return False
    low = first.lower()
    people = words(language, "names.person_nouns") | words(language, "names.opening_nouns")
    if low in people or low.split("-")[-1] in people or _OPENING.search(low):
        return True
    return len(rest) > 1 and known[rest[0]] > known[rest[-1]]
