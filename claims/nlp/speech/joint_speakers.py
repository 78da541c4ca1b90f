"""Several who speak with one voice: "Anna Neri e Ugo Banti hanno dichiarato"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.types import Entity, Span

_PLURALS = frozenset(["hanno", "avevano", "avrebbero", "sono", "have"])
# what may stand between two of them: ", ", " e il sindaco ", " and Mayor "
_BETWEEN = re.compile(
    r"(?:,|\s(?:e|ed|and)|,\s(?:e|and))\s(?:(?:il|lo|la|i|gli|le|the|l['’])\s?)?(?:[a-zà-ÿ]+\s){0,2}"
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


def _joined(text: str, one: Entity, other: Entity) -> bool:
    return _BETWEEN.fullmatch(text, one.end, other.start) is not None
