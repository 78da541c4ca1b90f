"""Several who speak with one voice: "Anna Neri e Ugo Banti hanno dichiarato"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.naming.named_people import is_governed
from claims.nlp.types import Entity, Span

MOST_LISTED = 12  # names joined by commas that are looked through for their "e"
_PLURALS = frozenset(["hanno", "avevano", "avrebbero", "sono", "have"])
# what may stand between two of them: ", ", " e il sindaco ", " and Mayor "
_BETWEEN = re.compile(
    r"(?:,|\s(?:e|ed|and)|,\s(?:e|and))\s(?:(?:il|lo|la|i|gli|le|the|l['’])\s?)?(?:[a-zà-ÿ]+\s){0,2}"
)


# "Nel suo libro dell'anno scorso, X, racconta": X is the book
_IN_A_WORK = re.compile(
    r"\b(?:[Nn]el(?:la|l['’])?|[Ii]n (?:his|her|their))\s(?:suo\s|sua\s)?(?:ultim[oa]\s|\w+\s)?"
    r"(?:libro|romanzo|saggio|film|album|disco|book|novel|memoir|film|album)\b[^,.;:]{0,40},\s$"
)


def is_plural(tokens: Sequence[re.Match[str]], language: str) -> bool:
    """Whether the verb, the last token, has a plural subject; English mostly doesn't show it."""
    if language == "en":
        return True
    verb = tokens[-1].group().lower()
    return verb.endswith("no") or any(t.group().lower() in _PLURALS for t in tokens[-3:-1])


def with_others(text: str, span: Span, names: Sequence[Entity], floor: int) -> Span:
    """The names that "e" and commas join to the one at `span`, from `floor` on."""
    found = [n for n in names if n.label != "LOC" and n.start >= floor]
    at = next((i for i, n in enumerate(found) if n.start == span.start), None)
    if at is None:
        return span
    first = last = at
    while first and _joined(text, found[first - 1], found[first]):
        first -= 1
    while last + 1 < len(found) and _joined(text, found[last], found[last + 1]):
        last += 1
    shown = text[found[first].start : found[last].end]
    if not re.search(r"\s(?:e|ed|and)\s", shown):
        return span
    return Span(found[first].start, found[last].end)


def free_names(text: str, names: Sequence[Entity], start: int, language: str) -> list[Entity]:
    """The names that no preposition governs, nor own what follows ("Neri's colleague")."""
    free: list[Entity] = []
    bound: Entity | None = None
    for i, name in enumerate(names):
        shares = bound is not None and _shares(text, bound, names, i)
        owns = text[name.end : name.end + 2] in ("'s", "’s")
        owns = owns or is_a_work(text, name)
        if shares or owns or is_governed(text, name.start, start, language):
            bound = name
        else:
            free.append(name)
    return free


def is_a_work(text: str, name: Entity) -> bool:
    """Whether a name is a book's or a film's: "nel suo libro dell'anno scorso, X"."""
    return _IN_A_WORK.search(text, max(0, name.start - 90), name.start) is not None


def _shares(text: str, bound: Entity, names: Sequence[Entity], at: int) -> bool:
    """Whether what governs `bound` governs the name at `at` too: "di Lodi, Pavia e Como"."""
    for name in names[at : at + MOST_LISTED]:
        gap = text[bound.end : name.start]
        if gap != ", ":
            return gap.strip() in ("e", "ed", "and")
        bound = name
    return False


def _joined(text: str, one: Entity, other: Entity) -> bool:
    return _BETWEEN.fullmatch(text, one.end, other.start) is not None
