"""Marks round what nobody says: a dated title, "a sort of “…”", what somebody declares."""

from __future__ import annotations

import re

from claims.nlp.speech.quote_marks import Marked

_REACH = 40  # characters before a stretch that are looked at
# a work with its year: «La casa di Tarvia» (1959)
_DATED = re.compile(r"\s*\((?:1[5-9]|20)\d\d\)")
# a comparison or a name that others gave
_LIKENED = re.compile(
    r"\b(?:una\s+(?:sorta|specie)\s+d(?:i|['’])|cosiddett[oaie]|(?:sort|kind)\s+of(?:\s+an?)?|so-called)"
    r"\s*$",
    re.IGNORECASE,
)
# what is declared, not what is said: "ha dichiarato la «guerra al fumo»"
_DECLARED = re.compile(
    r"\b(?:dichiar\w+\s+(?:l['’]|(?:lo|la|il|uno|una|un)\s)|declar\w+\s+(?:an?|the)\s)\s*$",
    re.IGNORECASE,
)

# "nel suo libro «Le navi perdute»", "his novel “The Lost Ships”": what the noun is called
_WORK = re.compile(
    r"\b(?:libro|romanzo|saggio|opera|film|album|canzone|brano|poesia|dipinto|quadro|mostra|volume"
    r"|documentario|book|novel|essay|song|poem|painting|exhibition|documentary|memoir)"
    r"(?:\sdi\s(?:memorie|racconti|poesie|fotografie|viaggio),)?\s*$",
    re.IGNORECASE,
)


def is_never_speech(text: str, marked: Marked) -> bool:
    """Whether what stands right before or behind a stretch rules direct speech out."""
    before = text[max(0, marked.outer_start - _REACH) : marked.outer_start]
    dated = _DATED.match(text, marked.outer_end, marked.outer_end + 10) is not None
    work = _WORK.search(before) is not None and text[marked.start].isupper()
    return dated or work or bool(_LIKENED.search(before) or _DECLARED.search(before))
