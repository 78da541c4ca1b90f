"""All that could be direct speech in an article, with what stands round it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.nlp.headings import is_heading
from claims.nlp.speech.never_speech import is_never_speech
from claims.nlp.speech.quote_cues import Cues, cues_of
from claims.nlp.speech.quote_marks import Marked, marked_stretches
from claims.nlp.speech.speakers import Speakers
from claims.nlp.speech.speech_features import COLUMNS, speech_row
from claims.nlp.speech.speech_tests import fills_paragraph, goes_on_with, is_speech
from claims.nlp.speech.transcripts import labelled_lines
from claims.nlp.speech.unmarked_quotes import MARK, unmarked_stretches
from claims.nlp.types import Entity, Sentence

_WORD = re.compile(r"\w")
NEAR = 160  # characters between two pieces of one speech


@dataclass(frozen=True, slots=True)
class Seen:
    """A stretch, its cues and sentence; `rule`: whether rules alone take it for speech.

    never: what stands beside it rules speech out.
    """

    marked: Marked
    cues: Cues
    sentence: Sentence | None
    goes_on: bool
    fills: bool
    headline: bool
    never: bool
    rule: bool

    @property
    def has_marks(self) -> bool:
        """Whether marks stand round it; the model judges only those."""
        return self.marked.mark not in (MARK, "—")


class Sight:
    """An article's stretches in order, looked at once."""

    def __init__(
        self, text: str, language: str, sentences: Sequence[Sentence], names: Sequence[Entity]
    ) -> None:
        self.text, self.language, self.sentences = text, language, sentences
        stretches = [
            m
            for m in _stretches(text, language, sentences, names)
            if _WORD.search(text, m.start, m.end)
        ]
        self.speakers = Speakers(text, language, sentences, names, stretches)
        self.seen: list[Seen] = []
        for marked in stretches:
            self.seen.append(self._look(marked))

    def rows(self) -> NDArray[np.float32]:
        """(stretches, columns) for the model that knows speech."""
        repeated = Counter(self.text[s.marked.start : s.marked.end] for s in self.seen)
        siblings = Counter(s.sentence.start for s in self.seen if s.sentence)
        rows = []
        for i, seen in enumerate(self.seen):
            previous = (self.seen[i - 1].marked, self.seen[i - 1].rule) if i else None
            flags = (
                siblings[seen.sentence.start] if seen.sentence else 1,
                repeated[self.text[seen.marked.start : seen.marked.end]],
                seen.goes_on,
                seen.headline,
                seen.sentence is not None and seen.sentence.start == self.sentences[0].start,
            )
            rows.append(
                speech_row(
                    self.text,
                    self.language,
                    seen.marked,
                    seen.cues,
                    seen.sentence,
                    previous,
                    flags,
                )
            )
        return np.array(rows, np.float32).reshape(len(rows), len(COLUMNS))

    def _look(self, marked: Marked) -> Seen:
        before = self.seen[-1] if self.seen else None
        earlier = before.marked if before else None
        cues = cues_of(self.text, self.language, marked, self.speakers, earlier)
        sentence = self.speakers.sentence_at(marked.start)
        goes_on = before is not None and goes_on_with(self.text, before.marked, marked)
        headline = self._is_headline(sentence, cues)
        never = is_never_speech(self.text, marked)
        rule = not (headline or never) and (
            (goes_on and before is not None and before.rule)
            or is_speech(
                self.text,
                self.language,
                marked,
                cues.chosen,
                sentence,
                self._follows(before, marked),
            )
        )
        fills = fills_paragraph(self.text, marked)
        return Seen(marked, cues, sentence, goes_on, fills, headline, never, rule)

    def _follows(self, before: Seen | None, marked: Marked) -> bool:
        """Whether the stretch before is speech and stands near in the same paragraph."""
        if before is None or not before.rule:
            return False
        gap = self.text[before.marked.outer_end : marked.outer_start]
        return len(gap) < NEAR and "\n" not in gap

    def _is_headline(self, sentence: Sentence | None, cues: Cues) -> bool:
        """A heading; one in running text (its line break was lost) may still quote somebody."""
        if sentence is None or not is_heading(self.text, sentence, self.sentences):
            return False
        own_line = self.text[sentence.end : sentence.end + 1] in ("\n", "")
        cue = cues.chosen
        return own_line or cue is None or not cue.close


def _stretches(
    text: str, language: str, sentences: Sequence[Sentence], names: Sequence[Entity]
) -> list[Marked]:
    """Stretches between marks and those without; of two that overlap the longer one stays."""
    marked = marked_stretches(text, language)
    bare = [m for m in unmarked_stretches(text, language, sentences, names) if m.end > m.start]
    lines = list(labelled_lines(text, names))
    bare = [b for b in bare if not _inside(b, lines)] + lines
    bare = sorted((b for b in bare if not _opens_with(b, marked)), key=lambda b: b.start)
    free = [m for m in marked if not _inside(m, bare)]
    return sorted([*free, *bare], key=lambda m: m.outer_start)


def _opens_with(bare: Marked, marked: Sequence[Marked]) -> bool:
    """Whether a marked stretch starts or goes on where an unmarked one starts."""
    i = bisect_right(marked, bare.start, key=lambda m: m.outer_end)
    return i < len(marked) and marked[i].outer_start <= bare.start + 1


def _inside(marked: Marked, bare: Sequence[Marked]) -> bool:
    i = bisect_right(bare, marked.outer_start, key=lambda m: m.start) - 1
    return i >= 0 and bare[i].end >= marked.outer_end
