"""Headings that ran into the next sentence because their line break was lost.

Pages turned into plain text often glue "Reactions" to "The mayor said ...". The seam shows as a
word that opens sentences, with its capital, in the middle of one: "Reactions The mayor said".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.lexicon import words
from claims.nlp.types import Sentence

MAX_HEADING = 140
MAX_WORDS = 16
MIN_REST = 25

_SEAM = re.compile(r"(?<=[\w»”\"%)])\s(?:[»”\"]\s)?(?=[A-ZÈ])")
_OPENER = re.compile(r"([A-ZÈ][a-zà-ÿ]*)(?:['’](?=\w)|\s+(?=[^\W\d_]|\d))")
_PREVIOUS = re.compile(r"([\w'’.-]+)[»”\")]*\s*$")
_SENTENCE_END = re.compile(r"[.!?…:][\s\"'»”’)\]]*$")
_MARKED_END = re.compile(r"[.!?…;,:][\s\"'»”’)\]“‘]*$")
_INSIDE_QUOTE = re.compile(r"[«“][^»”]*$")


def heading_end(text: str, start: int, end: int, language: str) -> int | None:
    """Where the heading at the start of this sentence ends; None where there is none."""
    if not _SENTENCE_END.search(text, max(start, end - 5), end):
        return None
    for seam in _SEAM.finditer(text, start, min(end, start + 160)):
        heading = text[start : seam.end()]
        if len(heading.split()) > MAX_WORDS or end - seam.end() < MIN_REST:
            return None
        if _opens(text, seam.end(), end, language) and _may_close(heading, language):
            return seam.end()
    return None


def _opens(text: str, at: int, end: int, language: str) -> bool:
    opener = _OPENER.match(text, at, end)
    if opener is None:
        return False
    word = opener.group(1)
    if word not in words(language, "sentences.openers") or (len(word) == 1 and word not in "LÈ"):
        return False
    # A capital after an article may go on with a title ("La Stanza", "The Room").
    articles = words(language, "sentences.articles")
    return word not in articles or text[opener.end()].islower()


def _may_close(heading: str, language: str) -> bool:
    """A heading doesn't stop at a word that asks for more, nor inside a quotation."""
    previous = _PREVIOUS.search(heading)
    if previous is None or _INSIDE_QUOTE.search(heading) or heading.count('"') % 2:
        return False
    last = previous.group(1)
    if last.endswith("ndo") or last.lower().rstrip("'’") in words(language, "sentences.never_last"):
        return False
    return heading[:1].isupper() or heading[:1] in '«“"'


def is_heading(text: str, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence is a heading: short, without a mark at its end, alone on its line.

    The first sentence of a text with more after it, and short lines between blank lines, are.
    """
    shown = text[sentence.start : sentence.end]
    if len(shown) > MAX_HEADING or _MARKED_END.search(shown) or len(sentences) < 2:
        return False
    before = text[max(0, sentence.start - 8) : sentence.start].rstrip(" \t")
    after = text[sentence.end : sentence.end + 8].lstrip(" \t")
    own_line = ((not before and sentence.start < 8) or before[-1] == "\n") and (
        not after or after[0] == "\n"
    )
    glued = bool(after) and after[0].isupper() and sentence.end < sentences[-1].start
    return own_line or glued
