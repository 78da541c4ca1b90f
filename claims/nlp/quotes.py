"""Direct speech: which stretches between marks are somebody's words, and whose.

A stretch counts when a cue attributes it, when it follows an attributed one, or when it is whole
sentences by itself. Titles, nicknames and scare quotes don't. Speakers are named as fully as the
article names them anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from claims.nlp.attribution import (
    Cue,
    cue_after,
    cue_before,
    cue_inside,
    source_before,
    title_nouns,
)
from claims.nlp.headings import is_heading
from claims.nlp.lexicon import words
from claims.nlp.quote_marks import Marked, marked_stretches
from claims.nlp.speaker_mentions import is_governed
from claims.nlp.speakers import Speakers
from claims.nlp.types import Entity, Quote, Sentence, Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)['’]?\s*$")


CUE_REACH = 400  # characters before and after a quotation that are looked at for a cue
SUBJECT_BEHIND_REACH = 90
WORD_CUE_REACH = 120  # the same for a single word, which only a cue beside it makes a quote


def find_quotes(
    text: str, language: str, sentences: Sequence[Sentence], names: Sequence[Entity]
) -> list[Quote]:
    """Quotes of `text` in order, without their marks; `speaker` and `cue` where they are known.

    A quotation in running text is one quote, however many sentences it has; one that fills a
    paragraph by itself, an interview's answer, is given sentence by sentence.
    """
    reader = _Reader(text, language, sentences, names)
    found: list[Quote] = []
    for marked in marked_stretches(text, language):
        quote = reader.read(marked)
        if quote is not None:
            alone = _fills_paragraph(text, marked)
            found += _by_sentence(text, quote, sentences) if alone else [quote]
    return found


def _fills_paragraph(text: str, marked: Marked) -> bool:
    start = text.rfind("\n", 0, marked.outer_start) + 1
    end = text.find("\n", marked.outer_end)
    around = text[start : marked.outer_start] + text[marked.outer_end : end if end >= 0 else None]
    return not _WORD.search(around)


def _by_sentence(text: str, quote: Quote, sentences: Sequence[Sentence]) -> list[Quote]:
    first = max(0, bisect_right(sentences, quote.start, key=lambda s: s.start) - 1)
    pieces: list[Quote] = []
    last = bisect_left(sentences, quote.end, key=lambda s: s.start)
    for sentence in sentences[first:last]:
        start, end = max(sentence.start, quote.start), min(sentence.end, quote.end)
        if _WORD.search(text, start, end):
            pieces.append(replace(quote, start=start, end=end))
    return pieces or [quote]


class _Reader:
    """Reads the stretches in order."""

    def __init__(
        self, text: str, language: str, sentences: Sequence[Sentence], names: Sequence[Entity]
    ) -> None:
        self.text, self.language, self.sentences = text, language, sentences
        self.speakers = Speakers(text, language, sentences, names)

    def read(self, marked: Marked) -> Quote | None:
        """The quote, or None when the stretch is no direct speech."""
        if not _WORD.search(self.text, marked.start, marked.end):
            return None
        first = self.speakers.sentence_at(marked.start)
        if first is not None and is_heading(self.text, first, self.sentences):
            return None
        cue = self._cue(marked)
        if not self._is_speech(marked, cue):
            self.speakers.leave(marked)
            return None
        speaker = self.speakers.speaker_of(marked, cue)
        self.speakers.leave(marked, speaker)
        shown = self.text[cue.start : cue.end] if cue else None
        return Quote(marked.start, marked.end, speaker, shown)

    def _cue(self, marked: Marked) -> Cue | None:
        """The cue inside, behind or before the quotation, in this order of trust."""
        text, language = self.text, self.language
        limit = self._limit(marked.outer_end)
        sentence = self.speakers.sentence_at(marked.outer_start)
        is_word = " " not in text[marked.start : marked.end]
        reach = WORD_CUE_REACH if is_word else CUE_REACH
        start = max(sentence.start if sentence else 0, marked.outer_start - reach)
        limit = min(limit, marked.outer_end + reach)
        names = self.speakers.names_between(start, limit)
        inside = cue_inside(text, marked.start, marked.end, language, names)
        if inside is not None:
            return inside
        after = cue_after(text, marked.outer_end, limit, language, names)
        if after is not None and after.close and self._closes_clause(marked):
            return after
        before = cue_before(text, start, marked.outer_start, language, names) or source_before(
            text, start, marked.outer_start, language, names
        )
        if before is not None and before.speaker is None and before.pronoun is None:
            behind = self._subject_behind(marked, limit)
            if behind is not None:
                return replace(before, speaker=behind, is_name=True)
        return before or after

    def _limit(self, at: int) -> int:
        sentence = self.speakers.sentence_at(at)
        end = sentence.end if sentence and sentence.end > at else at
        newline = self.text.find("\n", at)
        return min(end, newline) if newline >= 0 else end

    def _closes_clause(self, marked: Marked) -> bool:
        """Whole words before a comma or a full quotation: what follows the marks attributes it."""
        inner_end = self.text[marked.end - 1]
        after = self.text[marked.outer_end : marked.outer_end + 2].lstrip()
        starts_sentence = self._opens_sentence(marked)
        return inner_end in ",?!" or after[:1] in (",", "–", "-", "—") or starts_sentence

    def _opens_sentence(self, marked: Marked) -> bool:
        sentence = self.speakers.sentence_at(marked.start)
        if sentence is None:
            return False
        lead = self.text[sentence.start : marked.start]
        return not any(c.isalnum() for c in lead)

    def _subject_behind(self, marked: Marked, limit: int) -> Span | None:
        """ "Parla di «...» la capogruppo, X": the subject behind the quotation."""
        if self.text[marked.outer_end : marked.outer_end + 1] != " ":
            return None
        behind = self.text[marked.outer_end : limit]
        if not re.match(r"\s(?:il|la|lo|l['’]|i|gli|le|anche\s+\w+)\s?", behind):
            return None
        people = [
            n
            for n in self.speakers.people_between(
                marked.outer_end, min(limit, marked.outer_end + 90)
            )
            if not is_governed(self.text, n.start, marked.outer_end, self.language)
        ]
        return Span(people[0].start, people[0].end) if people else None

    def _is_speech(self, marked: Marked, cue: Cue | None) -> bool:
        inner = self.text[marked.start : marked.end]
        count = len(_WORD.findall(inner))
        whole = self._is_whole(marked, inner, count)
        if self._is_title(marked, inner, count, cue):
            return False
        if cue is not None and cue.close:
            return count >= 2 or self._cue_touches(marked, cue)
        if cue is not None:
            return count >= 3
        return whole and count >= 3

    def _cue_touches(self, marked: Marked, cue: Cue) -> bool:
        gap = self.text[cue.end : marked.outer_start]
        return cue.end <= marked.outer_start and len(gap) < 25

    def _is_whole(self, marked: Marked, inner: str, count: int) -> bool:
        """Own sentences: a capital, at the start of a sentence, a mark at the end."""
        ends = inner[-1] in ".!?…" or self.text[marked.outer_end : marked.outer_end + 1] in (
            ".",
            "",
        )
        after = self.text[marked.outer_end : marked.outer_end + 1]
        return (
            inner[:1].isupper() and self._opens_sentence(marked) and (ends or after in ("\n", ","))
        )

    def _is_title(self, marked: Marked, inner: str, count: int, cue: Cue | None) -> bool:
        before = _LAST_WORD.search(self.text[max(0, marked.outer_start - 30) : marked.outer_start])
        if before and before[1].lower() in title_nouns(self.language) and inner[-1] not in ".!?,":
            return True
        small = words(self.language, "sentences.never_last")
        tokens = [w for w in _WORD.findall(inner) if w.lower() not in small]
        capital = sum(w[0].isupper() or w[0].isdigit() for w in tokens)
        return count <= 8 and capital == len(tokens) and inner[-1] not in ".!?," and count > 0
