"""On which side of the article's day a date without a year lies, as the words round it tell.

"Ha aperto a gennaio" was last January, "aprirà a gennaio" is the next one. The verb that stands
nearest to the date decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

AROUND = 70
BESIDE = 30
"""Characters behind a date within which a verb of the past is its own."""
GROUP = 28
"""Characters from a verb ahead to the participle that belongs to it ("verrà poi depositata")."""
# English pasts of irregular verbs, before a date ("who left in May")
_PASTS = (
    "left|began|took|went|came|won|lost|fell|rose|met|made|said|told|sold|bought|held|became|gave"
    "|found|ran|broke|sank|grew|built|wrote|quit|shut|hit|got|saw|sent|spent|set|cut|paid|struck"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|due\s+to|is\s+to|are\s+to|plans?\s+to|scheduled|expected|upcoming|prossim[oaie]"
    r"|attes[oaie]|previst[oaie]|fissat[oaie]|programmat[oaie]|convocat[oaie]|rinviat[oaie]|slitta\w*"
    r"|might|would|could|(?-i:may)|\w{2,}(?:rà|ranno))\b|\bper\s+$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:ha|hanno|aveva|avevano|si\s+è|si\s+sono|è\s+stat[oa]|sono\s+stat[ie]|era|erano|fu|furono"
    r"|\w{2,}(?:arono|irono|erono)|\w{2,}(?:at|ut|it)[oaie](?=\s+(?:già\s+)?$)"
    rf"|had|was|were|did|(?:\w{{3,}}ed|{_PASTS})(?=\s+(?:back\s+)?(?:on\s+)?$))\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+(?:\w+\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:by|until|till)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s+[A-ZÀ-Þ«“\"]|\n")


def lean_of(match: re.Match[str]) -> int:
    """The side of a date that has an end or a beginning beside it ("by Christmas"), 0 of others."""
    before = match.string[max(0, match.start() - AROUND) : match.start()]
    bound = _UNTIL.search(before) or _SINCE.search(before)
    return side_of(match) if bound else 0


def side_of(match: re.Match[str]) -> int:
    """1 where the words round a match speak of what is to come, -1 of what was, 0 of neither.

    What has been so since a date began before; what lasts until one without a verb ends after.
    """
    lead = match.string[max(0, match.start() - AROUND) : found_at(match)]
    if _SINCE.search(lead):
        return -1
    return verbs_side(match) or int(_UNTIL.search(lead) is not None)


def found_at(match: re.Match[str]) -> int:
    """Where a month or weekday stands in a match that may begin with its preposition."""
    starts = [match.start(name) for name in ("month", "weekday") if name in match.groupdict()]
    return min(starts, default=match.start())


def verbs_side(match: re.Match[str]) -> int:
    """As `side_of`, by verbs alone."""
    before = match.string[max(0, match.start() - AROUND) : match.start()]
    after = match.string[match.end() : match.end() + AROUND]
    before = _SENTENCE_END.split(before)[-1]
    after = _SENTENCE_END.split(after)[0]
    sides = [*_sides_before(before), *_sides_after(after)]
    return min(sides, default=(0, 0), key=lambda found: (found[0], -found[1]))[1]


def _sides_before(text: str) -> Iterator[tuple[int, int]]:
    """(distance, side) of each verb before the date."""
    ahead = [found.span() for found in _AHEAD.finditer(text)]
    yield from ((len(text) - end, 1) for _, end in ahead)
    for found in _BEHIND.finditer(text):
        if not any(start <= found.start() <= end + GROUP for start, end in ahead):
            yield len(text) - found.end(), -1


def _sides_after(text: str) -> Iterator[tuple[int, int]]:
    """(distance, side) of each verb behind the date."""
    yield from ((found.start(), 1) for found in _AHEAD.finditer(text))
    near = text[:BESIDE].split(",")[0]  # "sabato 9, ha detto"
    yield from ((found.start(), -1) for found in _BEHIND.finditer(near))
