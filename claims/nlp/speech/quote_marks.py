"""Stretches between quotation marks, whatever marks the paper prints.

Handled: « », “ ”, „ “, " ", << >>, '' '', a quotation that closes with its opening mark, marks with
spaces inside them, marks within marks, single marks (`single_marks`) and the dash of a dialogue
(`dialogue_dashes`). A stretch never leaves its paragraph: a quotation over several paragraphs is
given a piece a paragraph. The work is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.nlp.speech.dialogue_dashes import dash_stretches
from claims.nlp.speech.single_marks import single_stretches


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: `start`/`end` without the marks, `outer_*` with them.

    `continues`: goes on with a quotation that the paragraph before left open.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    mark: str
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    start: int
    end: int
    mark: str


_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(r"<<|>>|''|[«»“”„‟\"]")
_INCHES = re.compile(r"\d\s?$")
_SECONDS = re.compile(r"\d['’]\d\d?(?:\"|'')\d$")  # a race of 8'17"40
PAIR = "00"  # digits on both sides: 58"17
_ELISION = re.compile(r"[^\W\d_]['’]$")  # l'" alto numero "
_FIRST_END = re.compile(r"[.!?…](?=\s+[A-ZÀ-Þ])")
# What may stand before an opening mark, and behind a closing one.
_BEFORE_OPENING = frozenset(" \t([{<—–-/:'’*¡¿")
_AFTER_CLOSING = frozenset(" \t.,;:!?…)]}>—–-/*'’")
# Which opening marks a closing one may close: papers mix them.
_CLOSES = {
    "»": "«",
    "«": "«",
    "”": '“„‟"”',
    "“": '“„‟"”',
    "„": "„",
    "‟": "“„",
    '"': '"“„”‟',
    ">>": "<<",
    "''": "''",
}
_ALWAYS_OPENS = frozenset(("„", "<<"))
_CLAUSE_ENDS = frozenset((",", ".", ";", ":", "", "\n"))
MAX_DEPTH = 3


def marked_stretches(text: str, language: str) -> list[Marked]:
    """Outermost stretches between marks, in order."""
    found: list[Marked] = []
    left_open: str | None = None
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        doubles, left_open = _doubles(text, start, end, left_open)
        others = [*_singles(text, start, end, language, bool(doubles))]
        for outer, first, last, goes_on in dash_stretches(text, start, end, language):
            others.append(_marked(text, outer, first, last, last, "—", goes_on))
        found += _outermost([*doubles, *others], start)
    return found


def _outermost(stretches: list[Marked], start: int) -> Iterator[Marked]:
    last = start
    for marked in sorted(stretches, key=lambda m: (m.outer_start, -m.outer_end)):
        if marked.outer_start >= last and marked.end > marked.start:
            yield marked
            last = marked.outer_end


def _singles(text: str, start: int, end: int, language: str, has_doubles: bool) -> Iterator[Marked]:
    for outer, outer_end in single_stretches(text, start, end):
        # an Italian apostrophe beside other marks: only a stretch that ends its clause is sure
        if language != "en" and has_doubles and text[outer_end : outer_end + 1] not in _CLAUSE_ENDS:
            continue
        yield _marked(text, outer, outer + 1, outer_end - 1, outer_end, "'")


def _doubles(
    text: str, start: int, end: int, left_open: str | None
) -> tuple[list[Marked], str | None]:
    """Stretches of one paragraph, and the mark that is left open for the next one.

    left_open: the mark that the paragraph before left open.
    """
    found: list[Marked] = []
    pending: list[_Open] = []
    continues = left_open is not None
    marks = [m for m in _MARK.finditer(text, start, end) if not _is_inches(text, m, start)]
    for match in marks:
        mark = match.group()
        partner = _partner(text, match, pending, start, end)
        if partner is not None:
            opening = pending[partner]
            del pending[partner:]
            again = continues and opening.start == _first_sign(text, start, end)
            found.append(_closed(text, opening, match, again))
        elif not pending and not found and continues and _closes_here(text, match, start, end):
            found.append(_marked(text, start, start, match.start(), match.end(), mark, True))
        elif len(pending) < MAX_DEPTH and _may_open(text, match, start, end):
            pending.append(_Open(match.start(), match.end(), mark))
    rest, mark_left = _left_over(text, pending, found, start, end)
    if continues:
        first = _first_sign(text, start, end)
        rest = [replace(m, continues=m.outer_start == first) for m in rest]
    return found + rest, mark_left


def _first_sign(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _partner(
    text: str, match: re.Match[str], pending: list[_Open], start: int, end: int
) -> int | None:
    """Index of the pending mark that this one closes; None when it opens or is a stray."""
    mark = match.group()
    if not pending or mark in _ALWAYS_OPENS:
        return None
    if mark in ("«", "“", '"', "''") and _opens_here(text, match, start, end):
        return None
    closes = _CLOSES.get(mark, "")
    if closes == "<<" or closes == "''":
        fits = [i for i, opening in enumerate(pending) if opening.mark == closes]
    else:
        fits = [i for i, opening in enumerate(pending) if opening.mark in closes]
    return fits[-1] if fits else None


def _opens_here(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """A space (or the like) before it and a word right behind it."""
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    return before in _BEFORE_OPENING and not after.isspace() and after not in ".,;:!?)]"


def _closes_here(text: str, match: re.Match[str], start: int, end: int) -> bool:
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if before in "([{<":
        return False
    return after in _AFTER_CLOSING and (not before.isspace() or after in ".,;:!?)]")


def _may_open(text: str, match: re.Match[str], start: int, end: int) -> bool:
    mark = match.group()
    if mark in ("»", ">>", "”", "‟", '"', "''"):
        if mark == '"' and _ELISION.search(text, max(start, match.start() - 3), match.start()):
            return True
        return not _closes_here(text, match, start, end)
    return True


def _closed(text: str, opening: _Open, closing: re.Match[str], continues: bool) -> Marked:
    return _marked(
        text,
        opening.start,
        opening.end,
        closing.start(),
        closing.end(),
        opening.mark,
        continues,
    )


def _left_over(
    text: str, pending: list[_Open], found: list[Marked], start: int, end: int
) -> tuple[list[Marked], str | None]:
    """What was never closed: the paragraph's last quotation goes on in the next, others were slips.

    A slip ends with its sentence or at the next stretch.
    """
    if not pending:
        return [], None
    rest: list[Marked] = []
    starts = sorted(m.outer_start for m in found)
    for i, opening in enumerate(pending):
        later = [p.start for p in pending[i + 1 : i + 2]]
        later += next(([s] for s in starts if s > opening.start), [])
        if not later and i == len(pending) - 1 and not _is_fragment(text, opening, start):
            rest.append(_marked(text, opening.start, opening.end, end, end, opening.mark))
            return rest, opening.mark
        stop = _sentence_end(text, opening.end, min(later, default=end))
        rest.append(_marked(text, opening.start, opening.end, stop, stop, opening.mark))
    return rest, None


def _is_fragment(text: str, opening: _Open, start: int) -> bool:
    """Whether a mark stands within a clause ("slogan come “Pace"): no long speech begins so."""
    before = text[start : opening.start].rstrip()
    return before[-1:].isalpha()


def _sentence_end(text: str, start: int, end: int) -> int:
    match = _FIRST_END.search(text, start, end)
    return match.end() if match else end


def _is_inches(text: str, match: re.Match[str], start: int) -> bool:
    """12" of diameter: behind a digit, before a space or a mark, and no quotation closes there."""
    if match.group() not in ('"', "''"):
        return False
    if _SECONDS.search(text, max(0, match.start() - 6), match.end() + 1):
        return True
    beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    if len(beside) == len(PAIR) and beside.isdigit():
        return True
    digit = _INCHES.search(text, max(0, match.start() - 2), match.start()) is not None
    follows = text[match.end() : match.end() + 1]
    return digit and follows in (" ", "", ",", ".", "x") and not _opened_before(text, match, start)


def _opened_before(text: str, match: re.Match[str], start: int) -> bool:
    """Whether an odd number of such marks stands before, within reach in the paragraph."""
    return text.count(match.group(), max(start, match.start() - 600), match.start()) % 2 == 1


def _marked(
    text: str,
    outer: int,
    start: int,
    end: int,
    outer_end: int,
    mark: str,
    continues: bool = False,
) -> Marked:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, outer, max(outer_end, end), mark, continues)
