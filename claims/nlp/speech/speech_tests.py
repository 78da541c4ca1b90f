"""Whether a stretch between marks is somebody's words, or a title, a nickname, a scare quote."""

from __future__ import annotations

import re

from claims.nlp.lexicon import words
from claims.nlp.speech.attribution import title_nouns
from claims.nlp.speech.quote_marks import Marked
from claims.nlp.speech.speech_cue import Cue
from claims.nlp.speech.speech_verbs import speech_verbs
from claims.nlp.speech.unmarked_quotes import speaks_for_oneself
from claims.nlp.types import Sentence

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)['’]?\s*$")
_JOINED = re.compile(
    r"\s*(?:,|;)?\s*(?:(?:e|ed|o|ma|né|and|or|but|nor)\s)?(?:(?:anche|poi|also|then)\s)?"
    r"(?:(?:di|da|per|con|in|a|su|come|of|by|for|with|as|to)\s)?"
    r"(?:(?:un|uno|una|il|lo|la|i|gli|le|the|an?)\s)?"
)
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ' ]+(?:[,(][^–—-]{0,24})?\s[–—-]\s*\W{0,2}\s*")
_ARTICLES = frozenset(("a", "an"))  # 'a "smart" meter', but 'warned of a "softer second half"'
_SHOUTING = ("grid", "url", "strill", "esclam", "scand", "shout", "yell", "exclaim", "chant")
_ROUND = 12  # characters between a quotation and the ends of its line
_NEAR = 25  # characters between a cue and the word that it announces


def goes_on_with(text: str, before: Marked, marked: Marked) -> bool:
    """Whether a stretch goes on with the one before it: next paragraph, or "«a», «b» e «c»"."""
    if marked.continues:
        return True
    gap = text[before.outer_end : marked.outer_start]
    return len(gap) < 20 and bool(gap.strip()) and _JOINED.fullmatch(gap + " ") is not None


def is_speech(
    text: str,
    language: str,
    marked: Marked,
    cue: Cue | None,
    sentence: Sentence | None,
    follows: bool = False,
) -> bool:
    """Whether the stretch is direct speech, by its cue, its length and its form.

    follows: speech stands right before in its paragraph.
    """
    inner = text[marked.start : marked.end]
    count = len(_WORD.findall(inner))
    if marked.mark in (":", "—"):
        return (cue is not None or marked.continues) and count >= 2
    if _is_title(text, language, marked, inner, count, cue):
        return False
    if cue is not None and cue.close:
        return count >= 2 or _cue_touches(text, marked, cue)
    if cue is not None:
        return count >= 3
    return (count >= 3 or follows) and _is_whole(text, marked, inner, sentence)


def opens_sentence(text: str, marked: Marked, sentence: Sentence | None) -> bool:
    """Whether nothing but marks stands before the stretch in its sentence."""
    if sentence is None:
        return False
    lead = text[sentence.start : marked.start]
    return not any(c.isalnum() for c in lead) or _DATELINE.fullmatch(lead) is not None


def fills_paragraph(text: str, marked: Marked) -> bool:
    """Whether nothing but marks stands round the stretch in its paragraph."""
    before = text[max(0, marked.outer_start - _ROUND) : marked.outer_start]
    after = text[marked.outer_end : marked.outer_end + _ROUND]
    starts = "\n" in before or marked.outer_start <= _ROUND
    ends = "\n" in after or marked.outer_end + _ROUND >= len(text)
    around = before.rsplit("\n", 1)[-1] + after.split("\n", 1)[0]
    return starts and ends and not _WORD.search(around)


def _cue_touches(text: str, marked: Marked, cue: Cue) -> bool:
    if cue.start >= marked.outer_end:  # one word before its cue: "«Buffone!», grida X"
        full = text[marked.end - 1] in "!?,." or text[marked.outer_end] == ","
        return full and cue.start - marked.outer_end < _NEAR
    return cue.end <= marked.outer_start and marked.outer_start - cue.end < _NEAR


def _is_whole(text: str, marked: Marked, inner: str, sentence: Sentence | None) -> bool:
    """Own sentences: a capital, at the start of a sentence, a mark at the end."""
    after = text[marked.outer_end : marked.outer_end + 1]
    ends = inner[-1] in ".!?…" or after in (".", "", "\n", ",")
    return inner[:1].isupper() and ends and opens_sentence(text, marked, sentence)


def _stands_as_said(text: str, language: str, marked: Marked, cue: Cue) -> bool:
    """ "ha scritto: «Vergogna»", "«Falso», replica X": a colon or a comma joins words and cue."""
    said = text[cue.start : cue.end].lower()
    if said not in speech_verbs(language):
        return False
    if said.startswith(_SHOUTING) and text[cue.end : marked.outer_start].isspace():
        return True
    if cue.start >= marked.outer_end:
        return text[marked.outer_end : marked.outer_end + 1] == ","
    return text[cue.end : marked.outer_start].strip() == ":"


def _is_title(
    text: str, language: str, marked: Marked, inner: str, count: int, cue: Cue | None
) -> bool:
    before = _LAST_WORD.search(text, max(0, marked.outer_start - 30), marked.outer_start)
    if set(inner.lower().split()) & words(language, "speech.clause"):
        return False
    if inner[-1] in "!?" or (inner[-1] in ".," and count < 2):
        return False
    if cue is not None and cue.close and _stands_as_said(text, language, marked, cue):
        return False
    word = before[1].lower() if before else ""
    named = word in title_nouns(language) and not (word in _ARTICLES and cue and cue.close)
    if inner[-1] not in ".," and named:
        return True
    if cue is not None and cue.close and speaks_for_oneself(inner, language):
        return False
    small = words(language, "sentences.never_last")
    tokens = [w for w in _WORD.findall(inner) if w.lower() not in small]
    capital = sum(w[0].isupper() or w[0].isdigit() for w in tokens)
    least = 2 if inner[-1] in ".," else 1  # "A Long Road," with the mark inside, but not "It was,"
    return least <= capital == len(tokens) and count <= 8
