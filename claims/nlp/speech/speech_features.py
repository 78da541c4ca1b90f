"""What a stretch between marks looks like: one row of numbers for the model that knows speech."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.nlp.lexicon import words
from claims.nlp.speech.attribution import title_nouns
from claims.nlp.speech.quote_cues import Cues
from claims.nlp.speech.quote_marks import Marked
from claims.nlp.speech.speech_cue import Cue
from claims.nlp.speech.speech_tests import fills_paragraph, is_speech
from claims.nlp.speech.unmarked_quotes import speaks_for_oneself
from claims.nlp.types import Sentence

_WORD = re.compile(r"\w+(?:['’](?=\w))?")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)['’]?\s*$")
MARKS = ("«", "“", '"', "'")
COLUMNS = (
    "english",
    "count",
    "chars",
    "mark_guillemet",
    "mark_curly",
    "mark_straight",
    "mark_single",
    "spaced",
    "inside",
    "after",
    "after_close",
    "after_speaker",
    "after_name",
    "closes_clause",
    "before",
    "before_close",
    "before_gap",
    "before_speaker",
    "before_name",
    "before_pronoun",
    "before_touches",
    "source",
    "source_close",
    "source_name",
    "colon",
    "opens_sentence",
    "fills_paragraph",
    "inner_capital",
    "inner_stop",
    "inner_comma",
    "capital_share",
    "verb",
    "first_person",
    "inner_commas",
    "follows_comma",
    "follows_stop",
    "follows_word",
    "follows_end",
    "word_before_title",
    "word_before_small",
    "word_before_being",
    "word_before_naming",
    "word_before_name",
    "word_before_number",
    "siblings",
    "repeated",
    "goes_on",
    "previous_speech",
    "same_sentence",
    "heading",
    "first_sentence",
    "rule",
)
Row = NDArray[np.float32]


def speech_row(
    text: str,
    language: str,
    marked: Marked,
    cues: Cues,
    sentence: Sentence | None,
    previous: tuple[Marked, bool] | None,
    flags: Sequence[float],
) -> Row:
    """(len(COLUMNS),) numbers.

    previous: the stretch before and whether rules took it for speech. flags: how many stretches
    its sentence holds, how often the same words stand between marks, whether it goes on with the
    stretch before, heading, first sentence.
    """
    inner = text[marked.start : marked.end]
    found = _WORD.findall(inner)
    near = previous is not None and sentence is not None and previous[0].start >= sentence.start
    row = [
        language == "en",
        *_stretch_cells(text, marked, inner, found),
        *_cue_cells(marked, cues),
        text[max(0, marked.outer_start - 3) : marked.outer_start].rstrip().endswith(":"),
        cues.opens_sentence,
        fills_paragraph(text, marked),
        *_inner_cells(inner, found, language),
        *_after_cells(text, marked),
        *_before_cells(text, language, marked),
        *flags[:3],
        previous is not None and previous[1],
        near,
        *flags[3:],
        is_speech(text, language, marked, cues.chosen, sentence),
    ]
    return np.array(row, np.float32)


def _stretch_cells(text: str, marked: Marked, inner: str, found: Sequence[str]) -> list[float]:
    return [
        math.log1p(len(found)),
        math.log1p(len(inner)),
        *(marked.mark == mark or (mark == "“" and marked.mark == "„") for mark in MARKS),
        text[marked.outer_start : marked.start].endswith(" "),
    ]


def _after_cells(text: str, marked: Marked) -> list[float]:
    follows = text[marked.outer_end : marked.outer_end + 1]
    return [
        follows == ",",
        follows in (".", ";"),
        text[marked.outer_end : marked.outer_end + 2].strip()[:1].isalnum(),
        follows in ("\n", ""),
    ]


def _cue_cells(marked: Marked, cues: Cues) -> list[float]:
    after, before, source = cues.after, cues.before, cues.source
    gap = marked.outer_start - before.end if before else 400
    return [
        cues.inside is not None,
        after is not None,
        after is not None and after.close,
        _says_who(after),
        after is not None and after.is_name,
        cues.closes_clause,
        before is not None,
        before is not None and before.close,
        math.log1p(max(0, gap)),
        _says_who(before),
        before is not None and before.is_name,
        before is not None and before.pronoun is not None,
        before is not None and gap < 6,
        source is not None,
        source is not None and source.close,
        source is not None and source.is_name,
    ]


def _says_who(cue: Cue | None) -> bool:
    return cue is not None and cue.speaker is not None


def _inner_cells(inner: str, found: Sequence[str], language: str) -> list[float]:
    small = words(language, "sentences.never_last")
    big = [w for w in found if w.lower() not in small]
    capital = sum(w[0].isupper() or w[0].isdigit() for w in big)
    return [
        inner[:1].isupper(),
        inner[-1] in ".!?…",
        inner[-1] == ",",
        capital / max(1, len(big)),
        sum(w.lower() in words(language, "speech.clause") for w in found)
        / max(1, len(found)) ** 0.5,
        speaks_for_oneself(inner, language),
        inner.count(",") / max(1, len(found)),
    ]


def _before_cells(text: str, language: str, marked: Marked) -> list[float]:
    before = _LAST_WORD.search(text, max(0, marked.outer_start - 30), marked.outer_start)
    word = before[1] if before else ""
    lower = word.lower()
    return [
        lower in title_nouns(language),
        lower in words(language, "sentences.never_last"),
        lower in words(language, "speech.being"),
        lower in words(language, "speech.naming"),
        word[:1].isupper(),
        text[max(0, marked.outer_start - 2) : marked.outer_start].strip().isdigit(),
    ]
