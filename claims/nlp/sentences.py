"""Sentence boundaries by rule: marks, quotes, abbreviations, line breaks, headings, bullets.

Rules beat a parser's boundaries on news text. The work is linear in the length of the text, and a
stretch without any mark is cut at sensible places, so that no sentence grows without bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.nlp.headings import heading_end
from claims.nlp.lexicon import words
from claims.nlp.types import Sentence

MAX_LENGTH = 1_500
MAX_HEADLINE = 140

_CLOSERS = "\"'»”’“‟)\\]"
_OPENERS = frozenset("\"'“‘«")
# A mark, what may close after it (also after one space, as some sites print it), then space.
_MARK = re.compile(rf"[.!?…]+(?:[{_CLOSERS}]|\ [\"»”](?=\s))*(?=\s)")
_CLOSED = re.compile(rf"[.!?…][\s{_CLOSERS}“‘]*$")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_BULLET = re.compile(r"(?:[-–—*•·▪◦‣]|\d{1,3}[.)]|[a-z]\))\s")
_NEXT_WORD = re.compile(r"[\s\"'«“”‘’„(\[{<–—*•¿¡-]*(\w?)")
_OPENING_WORD = re.compile(r"[\s\"'«“”‘’„(\[]*([^\W\d_]+)")
_LAST_WORD = re.compile(r"(?:^|[\s\"'«“‘(\[’/–—-])((?:[^\W\d_]+\.)*[^\W\d_]+)\.$")
_SOMETHING = re.compile(r"\S")
_NUMBER = re.compile(r"\s+\d")
_DAY_OF_DATELINE = re.compile(
    r"\b\d{1,2}\s(?:gen|feb|mar|apr|mag|giu|lug|ago|sett?|ott|nov|dic)$", re.IGNORECASE
)
_DASH_NEXT = re.compile(r"\s+[-–—]\s")
_SPEECH_AFTER = re.compile(r"\s+(?:[A-ZÀ-Þ][\w'’.-]*\s+){1,4}(?P<verb>[a-zà-ÿ]+)")
_SOFT_BREAKS = (re.compile(r"[;:]\s"), re.compile(r",\s"), re.compile(r"\s"))
_SHORT_LEAD = 1


def split_sentences(text: str, language: str) -> list[Sentence]:
    """Sentences of `text` (normal form) in order, without the white space between them."""
    found: list[Sentence] = []
    for start, end in _paragraphs(text):
        for s, e in _in_paragraph(text, start, end, language):
            found.extend(Sentence(a, b) for a, b in _bounded(text, *_trim(text, s, e)))
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _BLANK_LINE.finditer(text):
        yield from _lines(text, at, match.start())
        at = match.end()
    yield from _lines(text, at, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line break ends a block, except where a text was wrapped at a fixed width."""
    if _is_wrapped(text[start:end]):
        yield start, end
        return
    at = start
    while (cut := text.find("\n", at, end)) >= 0:
        if _breaks_line(text, at, cut, end):
            yield start, cut
            start = cut + 1
        at = cut + 1
    yield start, end


def _is_wrapped(paragraph: str) -> bool:
    """Three lines or more, all but the last about as long as the longest."""
    lines = [line.rstrip() for line in paragraph.strip("\n").split("\n")]
    if len(lines) < 3 or any(_BULLET.match(line.lstrip()) for line in lines):
        return False
    longest = max(map(len, lines))
    return 40 <= longest <= 120 and all(len(line) >= longest - 25 for line in lines[:-1])


def _breaks_line(text: str, start: int, cut: int, end: int) -> bool:
    following = text[cut + 1 : min(end, cut + 40)].lstrip()
    if not following or _BULLET.match(following) or not text[start:cut].strip():
        return True
    return not following[0].islower() or text[start:cut].rstrip()[-1] in ".!?"


def _in_paragraph(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    if _is_headline(text, start, end):
        yield start, end
        return
    at = start
    for match in _MARK.finditer(text, start, end):
        if match.end() >= end or not _ends_sentence(text, at, match, end, language):
            continue
        yield from _without_heading(text, at, match.end(), language)
        at = match.end()
    yield from _without_heading(text, at, end, language)


def _is_headline(text: str, start: int, end: int) -> bool:
    """A short line of a longer text without a mark at its end is one headline, marks or not."""
    line = text[start:end].strip()
    if end - start == len(text) or not 0 < len(line) <= MAX_HEADLINE:
        return False
    return _CLOSED.search(line) is None and line[-1] not in ":;,"


def _without_heading(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """A heading that ran into the sentence after it (line breaks lost) stands by itself."""
    start, end = _trim(text, start, end)
    cut = heading_end(text, start, end, language)
    if cut is not None:
        yield start, cut
        start = cut
    yield start, end


def _ends_sentence(text: str, at: int, mark: re.Match[str], end: int, language: str) -> bool:
    following = _NEXT_WORD.match(text, mark.end(), end)
    first = following.group(1) if following else ""
    if not first and _SOMETHING.search(text, mark.end(), end) is None:
        return False
    if first.islower() or (not first and _continues(text, mark.end(), end)):
        return False
    signs = mark.group().rstrip(f"{_CLOSERS} ".replace("\\", ""))
    if set(signs) <= {"…"} or signs.startswith(".."):
        return len(text[at : mark.start()].split()) > _SHORT_LEAD
    if signs == "." and signs == mark.group():
        return _point_ends(text, at, mark, end, language)
    led = text[at:].lstrip()[:1] not in _OPENERS  # 'told him: "Go." Jane Doe said no.'
    return ("." in signs and led) or not _speech_follows(text, mark, end, language)


def _continues(text: str, start: int, end: int) -> bool:
    """What follows a mark is punctuation that belongs to the sentence (", nel quale")."""
    rest = text[start : start + 4].strip()
    return bool(rest) and rest[0] in ",;:)]»”/"


def _point_ends(text: str, at: int, mark: re.Match[str], end: int, language: str) -> bool:
    """Whether a plain point ends a sentence, or belongs to an abbreviation or initial."""
    before = _LAST_WORD.search(text[max(at, mark.start() - 20) : mark.start() + 1])
    opening = _OPENING_WORD.match(text, mark.end(), end)
    opens = opening is not None and opening.group(1) in words(language, "sentences.openers")
    if before is None:
        return True
    word = before.group(1)
    if _DAY_OF_DATELINE.search(text, at, mark.start()) and _DASH_NEXT.match(text, mark.end()):
        return False  # "(AGV) - Avellino, 14 set. - Una scossa"
    if word.lower() in words(language, "sentences.titles") or word in words(
        language, "sentences.capital_titles"
    ):
        return False
    if word.lower() in words(language, "sentences.numbered") and _NUMBER.match(text, mark.end()):
        return False
    is_initial = len(word) == 1 and word.isupper()
    is_dotted = "." in word and all(len(part) <= 2 for part in word.split("."))
    if is_initial or is_dotted or word.lower() in words(language, "sentences.maybe"):
        return opens
    return True


def _speech_follows(text: str, mark: re.Match[str], end: int, language: str) -> bool:
    """The name after a closed question belongs to it ('"Why?" Jane Doe asked')."""
    if language != "en" or mark.group()[-1] not in "\"'”’":
        return False
    after = _SPEECH_AFTER.match(text, mark.end(), min(end, mark.end() + 80))
    return after is not None and after.group("verb") in _SAID


_SAID = frozenset({"said", "says", "asked", "asks", "wrote", "told", "added", "replied", "shouted"})


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an overlong stretch at its last semicolon, comma or space before the bound."""
    while end - start > MAX_LENGTH:
        cut = _soft_break(text, start, start + MAX_LENGTH)
        yield _trim(text, start, cut)
        start, _ = _trim(text, cut, end)
    if start < end:
        yield start, end


def _soft_break(text: str, start: int, end: int) -> int:
    for pattern in _SOFT_BREAKS:
        places = [m.end() for m in pattern.finditer(text, start + MAX_LENGTH // 2, end)]
        if places:
            return places[-1]
    return end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
