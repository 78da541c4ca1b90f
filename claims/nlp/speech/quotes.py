"""Direct speech: which stretches are somebody's words, and whose.

Stretches stand between marks, behind a dialogue's dash or behind an announcing colon
(`quote_sight`). Rules and a learned filter tell speech from titles, nicknames and scare quotes.
Speakers are named as fully as the article names them anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.nlp.speech.quote_sight import Seen, Sight
from claims.nlp.speech.speech_cue import Cue
from claims.nlp.speech.speech_filter import SpeechFilter, speech_filter
from claims.nlp.types import Entity, Quote, Sentence, Speaker

_WORD = re.compile(r"\w")


def find_quotes(
    text: str,
    language: str,
    sentences: Sequence[Sentence],
    names: Sequence[Entity],
    chosen_filter: SpeechFilter | None = None,
) -> list[Quote]:
    """Quotes of `text` in order, without their marks; `speaker` and `cue` where they are known.

    A quotation in running text is one quote, however many sentences it has; one that fills a
    paragraph by itself, an interview's answer, is given sentence by sentence.
    chosen_filter: another filter than the shipped one, for training and measuring.
    """
    sight = Sight(text, language, sentences, names)
    verdicts = (chosen_filter or speech_filter()).judge(sight)
    reader = _Reader(sight)
    found: list[Quote] = []
    for seen, speaks in zip(sight.seen, verdicts, strict=True):
        quote = reader.read(seen, speaks)
        if quote is not None:
            found += _by_sentence(text, quote, sentences) if seen.fills else [quote]
    return found


def _by_sentence(text: str, quote: Quote, sentences: Sequence[Sentence]) -> list[Quote]:
    first = max(0, bisect_right(sentences, quote.start, key=lambda s: s.start) - 1)
    pieces: list[Quote] = []
    last = bisect_left(sentences, quote.end, key=lambda s: s.start)
    for sentence in sentences[first:last]:
        start, end = max(sentence.start, quote.start), min(sentence.end, quote.end)
        if _WORD.search(text, start, end):
            pieces.append(replace(quote, start=start, end=end))
    return pieces or [quote]


def _is_asked(text: str, at: int) -> bool:
    """Whether the paragraph before ends in a question."""
    return text[:at].rstrip().endswith("?")


@dataclass(frozen=True, slots=True)
class _Before:
    """Whether the stretch before was speech, and if so its cue and speaker."""

    speaks: bool = False
    cue: Cue | None = None
    speaker: Speaker | None = None


class _Reader:
    """Reads the stretches in order."""

    def __init__(self, sight: Sight) -> None:
        self.text, self.speakers = sight.text, sight.speakers
        self.before = _Before()
        self.answerer: Speaker | None = None  # who answers an interview's questions

    def read(self, seen: Seen, speaks: bool) -> Quote | None:
        """The quote, or None when the stretch is no direct speech."""
        if seen.goes_on and self.before.speaks:
            cue, speaker = self.before.cue, self.before.speaker
        elif speaks:
            cue = seen.cues.chosen
            answers = seen.fills and cue is None
            speaker = self.answerer if answers else None
            speaker = speaker or self.speakers.speaker_of(seen.marked, cue)
            if answers and _is_asked(self.text, seen.marked.outer_start):
                self.answerer = speaker
        else:
            self.before = _Before()
            return None
        self.before = _Before(True, cue, speaker)
        self.speakers.leave(seen.marked, speaker)
        shown = self.text[cue.start : cue.end] if cue else None
        return Quote(seen.marked.start, seen.marked.end, speaker, shown)
