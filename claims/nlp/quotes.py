"""Direct speech: which stretches between marks are somebody's words, and whose.

A stretch counts when a cue attributes it, when it follows an attributed one, or when it is whole
sentences by itself. Titles, nicknames and scare quotes don't. Speakers are named as fully as the
article names them anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.nlp.attribution import Cue, cue_after, cue_before, cue_inside, title_nouns
from claims.nlp.headings import is_heading
from claims.nlp.quote_marks import Marked, marked_stretches
from claims.nlp.types import Entity, Quote, Sentence, Span, Speaker

_SENTENCE_END = re.compile(r"[.!?…]")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)['’]?\s*$")
_SMALL = frozenset(
    "di del della dei degli delle da in e il la lo i gli le un una of the a an and for to on".split()
)  # noqa: SIM905
_TITLE_WORDS = re.compile(
    r"^(?:(?:the|il|la|lo|un|una|an?)\s+)?(?:dott\w*\.?|prof\w*\.?|avv\w*\.?|on\.|sen\.|mr\.?|mrs\.?|ms\.?|dr\.?)\s+",
    re.I,
)


def find_quotes(
    text: str, language: str, sentences: Sequence[Sentence], names: Sequence[Entity]
) -> list[Quote]:
    """Quotes of `text` in order, without their marks; `speaker` and `cue` where they are known."""
    reader = _Reader(text, language, sentences, names)
    return [quote for marked in marked_stretches(text, language) if (quote := reader.read(marked))]


class _Reader:
    """Reads the stretches in order and remembers who spoke last."""

    def __init__(
        self, text: str, language: str, sentences: Sequence[Sentence], names: Sequence[Entity]
    ) -> None:
        self.text, self.language, self.sentences = text, language, sentences
        self.names = names
        self.starts = [s.start for s in sentences]
        self.people = [n for n in names if n.label == "PER"]
        self.full_names = _full_names(text, names)
        self.last: tuple[Marked, Speaker] | None = None
        self.last_end = 0

    def read(self, marked: Marked) -> Quote | None:
        """The quote, or None when the stretch is no direct speech."""
        first = self._sentence(marked.start)
        if first is not None and is_heading(self.text, first, self.sentences):
            return None
        cue = self._cue(marked)
        if not self._is_speech(marked, cue):
            self.last_end = marked.outer_end
            return None
        speaker = self._speaker(marked, cue)
        if speaker is not None:
            self.last = (marked, speaker)
        self.last_end = marked.outer_end
        shown = self.text[cue.start : cue.end] if cue else None
        return Quote(marked.start, marked.end, speaker, shown)

    def _sentence(self, at: int) -> Sentence | None:
        i = bisect_right(self.starts, at) - 1
        return self.sentences[i] if i >= 0 else None

    def _cue(self, marked: Marked) -> Cue | None:
        after_limit = self._limit(marked.outer_end)
        inside = cue_inside(self.text, marked.start, marked.end, self.language, self.names)
        if inside is not None:
            return inside
        after = cue_after(self.text, marked.outer_end, after_limit, self.language, self.names)
        if after is not None and self._closes_clause(marked):
            return after
        start = self._clause_start(marked)
        before = cue_before(self.text, start, marked.outer_start, self.language, self.names)
        if (
            before is not None
            and before.speaker is None
            and not self._has_own_subject(before, start)
        ):
            behind = self._subject_behind(marked, after_limit)
            if behind is not None:
                return replace(before, speaker=behind, is_name=True)
        return before or after

    def _limit(self, at: int) -> int:
        sentence = self._sentence(at)
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
        sentence = self._sentence(marked.start)
        if sentence is None:
            return False
        lead = self.text[sentence.start : marked.start]
        return not any(c.isalnum() for c in lead)

    def _clause_start(self, marked: Marked) -> int:
        sentence = self._sentence(marked.outer_start)
        start = sentence.start if sentence else 0
        return start

    def _has_own_subject(self, cue: Cue, start: int) -> bool:
        return any(start <= n.start < cue.start for n in self.people)

    def _subject_behind(self, marked: Marked, limit: int) -> Span | None:
        """ "Parla di «...» la capogruppo, X": the subject behind the quotation."""
        if self.text[marked.outer_end : marked.outer_end + 1] != " ":
            return None
        behind = self.text[marked.outer_end : limit]
        if not re.match(r"\s(?:il|la|lo|l['’]|i|gli|le|anche\s+\w+)\s?", behind):
            return None
        people = [
            n
            for n in self.people
            if marked.outer_end <= n.start < min(limit, marked.outer_end + 90)
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
        tokens = [w for w in _WORD.findall(inner) if w.lower() not in _SMALL]
        capital = sum(w[0].isupper() or w[0].isdigit() for w in tokens)
        return count <= 8 and capital == len(tokens) and inner[-1] not in ".!?," and count > 0

    def _speaker(self, marked: Marked, cue: Cue | None) -> Speaker | None:
        if cue is not None and cue.speaker is not None:
            return self._named(cue)
        if cue is None or not self._fresh_subject(marked, cue):
            continued = self._continued(marked)
            if continued is not None:
                return continued
        return self._recent_person(marked)

    def _named(self, cue: Cue) -> Speaker:
        assert cue.speaker is not None
        start, end = cue.speaker.start, cue.speaker.end
        shown = self.text[start:end]
        if cue.is_name:
            return Speaker(self.full_names.get(shown, shown), start, end)
        return Speaker(_TITLE_WORDS.sub("", shown).strip(), start, end)

    def _fresh_subject(self, marked: Marked, cue: Cue) -> bool:
        """A new person was named after the last quotation, before this cue."""
        return any(self.last_end <= n.start < min(cue.start, marked.start) for n in self.people)

    def _continued(self, marked: Marked) -> Speaker | None:
        """The speaker of the quotation before, when this one goes on with it."""
        if self.last is None:
            return None
        previous, speaker = self.last
        between = self.text[previous.outer_end : marked.outer_start]
        if between.count("\n") > 4 or len(between) > 700:
            return None
        return replace(speaker, start=speaker.start, end=speaker.end)

    def _recent_person(self, marked: Marked) -> Speaker | None:
        """The person named last before the quotation, subjects of sentences first."""
        before = [
            n for n in self.people if n.end <= marked.outer_start and n.start > marked.start - 900
        ]
        if not before:
            return self._continued(marked) or self._main_person(marked)
        chosen = before[-1]
        sentence = self._sentence(chosen.start)
        if sentence is not None:
            chosen = next(n for n in before if n.start >= sentence.start)
        shown = self.text[chosen.start : chosen.end]
        return Speaker(self.full_names.get(shown, shown), chosen.start, chosen.end)

    def _main_person(self, marked: Marked) -> Speaker | None:
        counts = Counter(self.full_names.get(self.text[n.start : n.end], "") for n in self.people)
        counts.pop("", None)
        if not counts:
            return None
        return Speaker(counts.most_common(1)[0][0])


def _full_names(text: str, names: Sequence[Entity]) -> dict[str, str]:
    """Every name of the article -> the longest of its names that it is part of."""
    shown = {text[n.start : n.end] for n in names if n.label in ("PER", "MISC")}
    full: dict[str, str] = {}
    for name in shown:
        parts = name.split()
        longer = [
            other
            for other in shown
            if len(other.split()) > len(parts)
            and (other.split()[-len(parts) :] == parts or other.split()[: len(parts)] == parts)
        ]
        full[name] = max(longer, key=len, default=name)
    return full
