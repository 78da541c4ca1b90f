"""One normal form for every text, with the way back to the text as it was given.

Line ends become LF, letters are composed (NFC), every kind of space becomes U+0020, and
HTML entities left in become what they stand for, and
characters that nobody sees (byte order marks, zero-width spaces, soft hyphens, direction marks,
controls) are dropped. Stored articles keep the normal form; `split_article` answers in offsets of
the given text, so each character of the normal form remembers where it came from.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from claims.nlp.types import Span, SplitError

MAX_BYTES = 1_000_000

# Joiners hold an emoji family together, so they stay beside a symbol and go beside letters.
_DROPPED = (
    "\ufeff\u200b\u2060\u00ad\u200e\u200f\u061c\u180e"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_JOINERS = "\u200c\u200d"
_LINE_ENDS = "\u0085\u2028\u2029\x0b\x0c"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_SURROGATES = "\ud800-\udfff"

_SPECIAL = re.compile(
    rf"(?P<crlf>\r\n?)|(?P<line>[{_LINE_ENDS}])|(?P<space>[{_SPACES}])"
    rf"|(?P<entity>&(?:#\d{{2,6}}|#[xX][0-9a-fA-F]{{2,5}}|[A-Za-z]{{2,8}}\d?);)"
    rf"|(?P<joiner>[{_JOINERS}])|(?P<broken>[{_SURROGATES}])|(?P<gone>[{_DROPPED}{_CONTROLS}]+)"
)
# An ASCII character never joins what stands before it, so composition stays inside such a run.
_COMPOSABLE = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")


@dataclass(frozen=True)
class Normalised:
    """A text in normal form; `starts[i]`, `ends[i]` say where its character i stood.

    Both arrays have one number for each character of `text`; None where nothing was changed.
    """

    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def to_raw(self, span: Span) -> Span:
        """The span of the given text that became `span`; an empty span stays empty."""
        if self.starts is None or self.ends is None:
            return span
        if span.end <= span.start:
            at = self.starts[span.start] if span.start < len(self.starts) else self._raw_end
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def from_raw(self, offset: int) -> int:
        """The first character of the normal form that starts at or after `offset`."""
        return offset if self.starts is None else bisect_left(self.starts, offset)

    @cached_property
    def _raw_end(self) -> int:
        return self.ends[-1] if self.ends else 0


def normalise(raw: str) -> Normalised:
    """Bring `raw` into normal form. Never fails: a broken surrogate becomes U+FFFD."""
    if not _SPECIAL.search(raw) and unicodedata.is_normalized("NFC", raw):
        return Normalised(raw)
    return _compose(*_replace_special(raw))


def check_text(text: str, *, max_bytes: int = MAX_BYTES) -> None:
    """Raise SplitError (empty, whitespace_only, binary, too_long) for a text that can't be split.

    max_bytes: the longest text that is read, in bytes of UTF-8.
    """
    if not text:
        raise SplitError("empty", "The text is empty.")
    if len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise SplitError("too_long", f"The text is longer than {max_bytes} bytes.")
    strange = len(_BINARY.findall(text))
    if "\x00" in text or strange > max(2, len(text) // 50):
        raise SplitError("binary", "This is not text: it holds control or undecodable characters.")
    if not normalise(text).text.strip():
        raise SplitError("whitespace_only", "The text holds nothing but white space.")


def _replace_special(raw: str) -> tuple[str, array[int], array[int]]:
    """The text without special characters; where each of its characters started and ended."""
    pieces: list[str] = []
    starts, ends = array("I"), array("I")
    at = 0
    for match in _SPECIAL.finditer(raw):
        pieces.append(raw[at : match.start()])
        starts.extend(range(at, match.start()))
        ends.extend(range(at + 1, match.start() + 1))
        new = _replacement(raw, match)
        if new == match.group():
            pieces.append(new)
            starts.extend(range(match.start(), match.end()))
            ends.extend(range(match.start() + 1, match.end() + 1))
        elif new:
            pieces.append(new)
            starts.append(match.start())
            ends.append(match.end())
        at = match.end()
    pieces.append(raw[at:])
    starts.extend(range(at, len(raw)))
    ends.extend(range(at + 1, len(raw) + 1))
    return "".join(pieces), starts, ends


def _replacement(raw: str, match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind in ("crlf", "line"):
        return "\n"
    if kind == "space":
        return " "
    if kind == "broken":
        return "\ufffd"
    if kind == "entity":
        return _unescaped(match.group())
    if kind == "joiner" and match.start() and not raw[match.start() - 1].isascii():
        before = unicodedata.category(raw[match.start() - 1])
        return match.group() if before in ("So", "Sk", "Mn", "Me") else ""
    return ""


def _unescaped(entity: str) -> str:
    """The character that an HTML entity left in a text stands for; marks of tags stay as they are.

    "&egrave;" gives "è", "&nbsp;" a space, "&shy;" nothing, "&lt;" and unknown names themselves.
    """
    char = html.unescape(entity)
    if len(char) != 1 or char in "<>" or unicodedata.category(char) in ("Cc", "Cs", "Cn", "Co"):
        return entity
    special = _SPECIAL.match(char)
    if special is None:
        return char
    return " " if special.lastgroup == "space" else ""


def _compose(text: str, starts: array[int], ends: array[int]) -> Normalised:
    """NFC, run by run; a run that changes maps as narrowly as its combining sequences allow."""
    pieces: list[str] = []
    new_starts, new_ends = array("I"), array("I")
    at = 0
    for run in _COMPOSABLE.finditer(text):
        if unicodedata.is_normalized("NFC", run.group()):
            continue
        pieces.append(text[at : run.start()])
        new_starts.extend(starts[at : run.start()])
        new_ends.extend(ends[at : run.start()])
        for first, last in _sequences(run.group(), run.start()):
            new = unicodedata.normalize("NFC", text[first:last])
            pieces.append(new)
            new_starts.extend([starts[first]] * len(new))
            new_ends.extend([ends[last - 1]] * len(new))
        at = run.end()
    pieces.append(text[at:])
    new_starts.extend(starts[at:])
    new_ends.extend(ends[at:])
    return Normalised("".join(pieces), new_starts, new_ends)


def _sequences(run: str, offset: int) -> list[tuple[int, int]]:
    """Cut `run` before each base character, unless that changes what it composes to."""
    cuts = [0, *(i for i in range(1, len(run)) if not unicodedata.combining(run[i])), len(run)]
    spans = list(pairwise(cuts))
    together = "".join(unicodedata.normalize("NFC", run[s:e]) for s, e in spans)
    if together != unicodedata.normalize("NFC", run):
        spans = [(0, len(run))]
    return [(offset + s, offset + e) for s, e in spans]
