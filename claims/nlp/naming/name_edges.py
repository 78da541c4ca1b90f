"""Where a run of capitals isn't one name: owners, and words that only open a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claims.nlp.lexicon import words

OWNERS = ("'s", "’s")
HEADS = ("names.org_heads", "names.place_heads")
PLACES = words("names", "places.names")
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
    if low in people or low.split("-")[-1] in people:
        return True
    return len(rest) > 1 and known[rest[0]] > known[rest[-1]]
