"""Direct speech: which stretches between marks are somebody's words, and whose.

A stretch counts when a cue attributes it, when it follows an attributed one, or when it is whole
sentences by itself. Titles, nicknames and scare quotes don't. Speakers are named as fully as the
article names them anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from claims.nlp.attribution import (
    Cue,
    cue_after,
    cue_before,
    cue_inside,
    is_governed,
    is_person_like,
    source_before,
    title_nouns,
)
from claims.nlp.headings import is_heading
from claims.nlp.lexicon import words
from claims.nlp.quote_marks import Marked, marked_stretches
from claims.nlp.types import Entity, Quote, Sentence, Span, Speaker

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)['’]?\s*$")
_TITLE_WORDS = re.compile(
    r"^(?:(?:the|il|la|lo|un|una|an?)\s+)?"
    r"(?:dott\w*\.?|prof\w*\.?|avv\w*\.?|on\.|sen\.|mr\.?|mrs\.?|ms\.?|dr\.?)\s+",
    re.IGNORECASE,
)


MOST_NAMESAKES = 200
CUE_REACH = 400  # characters before and after a quotation that are looked at for a cue
WORD_CUE_REACH = 120  # the same for a single word, which only a cue beside it makes a quote
SENTENCES_BACK = 8
SUBJECT_REACH = 40  # a name so near a sentence's start is mostly its subject


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
    for sentence in sentences[first:]:
        if sentence.start >= quote.end:
            break
        start, end = max(sentence.start, quote.start), min(sentence.end, quote.end)
        if _WORD.search(text, start, end):
            pieces.append(replace(quote, start=start, end=end))
    return pieces or [quote]


_NamesBetween = Callable[[int, int], Sequence[Entity]]


class _Reader:
    """Reads the stretches in order and remembers who spoke last."""

    def __init__(
        self, text: str, language: str, sentences: Sequence[Sentence], names: Sequence[Entity]
    ) -> None:
        self.text, self.language, self.sentences = text, language, sentences
        self.names = names
        self.name_starts = [n.start for n in names]
        self.starts = [s.start for s in sentences]
        self.people = [n for n in names if is_person_like(text, n)]
        self.people_starts = [n.start for n in self.people]
        self.full_names = _full_names(text, names)
        self.last: Speaker | None = None
        # Counted as the quotations go by: `passed` people stand before the one at hand.
        self.passed = 0
        self.counts = Counter(self._full(n) for n in self.people)
        self.nearest = {self._full(n): n for n in reversed(self.people)}
        self.last_end = 0

    def read(self, marked: Marked) -> Quote | None:
        """The quote, or None when the stretch is no direct speech."""
        if not _WORD.search(self.text, marked.start, marked.end):
            return None
        first = self._sentence(marked.start)
        if first is not None and is_heading(self.text, first, self.sentences):
            return None
        cue = self._cue(marked)
        if not self._is_speech(marked, cue):
            self.last_end = marked.outer_end
            return None
        speaker = self._speaker(marked, cue)
        if speaker is not None:
            self.last = speaker
        self.last_end = marked.outer_end
        shown = self.text[cue.start : cue.end] if cue else None
        return Quote(marked.start, marked.end, speaker, shown)

    def _names_between(self, start: int, end: int) -> Sequence[Entity]:
        return self.names[bisect_left(self.name_starts, start) : bisect_left(self.name_starts, end)]

    def _people_between(self, start: int, end: int) -> Sequence[Entity]:
        first = bisect_left(self.people_starts, start)
        return self.people[first : bisect_left(self.people_starts, end)]

    def _sentence(self, at: int) -> Sentence | None:
        i = bisect_right(self.starts, at) - 1
        return self.sentences[i] if i >= 0 else None

    def _cue(self, marked: Marked) -> Cue | None:
        """The cue inside, behind or before the quotation, in this order of trust."""
        text, language = self.text, self.language
        limit = self._limit(marked.outer_end)
        sentence = self._sentence(marked.outer_start)
        is_word = " " not in text[marked.start : marked.end]
        reach = WORD_CUE_REACH if is_word else CUE_REACH
        start = max(sentence.start if sentence else 0, marked.outer_start - reach)
        limit = min(limit, marked.outer_end + reach)
        names = self._names_between(start, limit)
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

    def _subject_behind(self, marked: Marked, limit: int) -> Span | None:
        """ "Parla di «...» la capogruppo, X": the subject behind the quotation."""
        if self.text[marked.outer_end : marked.outer_end + 1] != " ":
            return None
        behind = self.text[marked.outer_end : limit]
        if not re.match(r"\s(?:il|la|lo|l['’]|i|gli|le|anche\s+\w+)\s?", behind):
            return None
        people = [
            n
            for n in self._people_between(marked.outer_end, min(limit, marked.outer_end + 90))
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

    def _speaker(self, marked: Marked, cue: Cue | None) -> Speaker | None:
        if cue is not None and cue.speaker is not None:
            return self._named(cue)
        if cue is not None and cue.pronoun == "it":
            return self._subject_nearby(marked, self._names_between) or self._main_person(marked)
        at = min(cue.start, marked.start) if cue else marked.start
        between = self.text[self.last_end : at]
        attributed = self._sentence(self.last_end)
        fresh = attributed.end if attributed else 0
        new_person = bool(self._people_between(fresh, at))
        is_near = "\n" not in between.strip() and len(between) < 400
        if self.last is not None and is_near and not new_person:
            return self.last
        nearby = self._subject_nearby(marked, self._people_between)
        if nearby is not None or cue is None:
            return nearby or self.last or self._main_person(marked)
        return self._main_person(marked) or self.last

    def _named(self, cue: Cue) -> Speaker:
        assert cue.speaker is not None
        start, end = cue.speaker.start, cue.speaker.end
        shown = self.text[start:end]
        if cue.is_name:
            return Speaker(self.full_names.get(shown, shown), start, end)
        return Speaker(_TITLE_WORDS.sub("", shown).strip(), start, end)

    def _subject_nearby(self, marked: Marked, between: _NamesBetween) -> Speaker | None:
        """Who the sentences before, in the same paragraph, speak of: the nearest counts.

        In a sentence that quotes somebody it is that person, else the one it opens with, else
        the last named.
        """
        paragraph = self.text.rfind("\n", 0, marked.start) + 1
        i = bisect_right(self.starts, marked.start) - 1
        last = max(i - SENTENCES_BACK, -1)
        while i > last and self.starts[i] >= paragraph:
            start = self.starts[i]
            end = min(self.sentences[i].end, marked.outer_start)
            named = [n for n in between(start, end) if n.end <= end]
            if named:
                certain = [n for n in named if n.label == "PER"]
                return self._shown(self._spoken(start, end, certain or named))
            i -= 1
        return None

    def _spoken(self, start: int, end: int, named: Sequence[Entity]) -> Entity:
        names = self._names_between(start, end)
        cue = source_before(self.text, start, end, self.language, names) or cue_before(
            self.text, start, end, self.language, names
        )
        if cue is not None and cue.speaker is not None and cue.is_name:
            quoted = [n for n in named if n.start == cue.speaker.start]
            if quoted:
                return quoted[0]
        return named[0] if named[0].start - start < SUBJECT_REACH else named[-1]

    def _shown(self, name: Entity) -> Speaker:
        shown = self.text[name.start : name.end]
        return Speaker(self.full_names.get(shown, shown), name.start, name.end)

    def _main_person(self, marked: Marked) -> Speaker | None:
        """The person named most often, before the quotation twice as much as after."""
        while self.passed < len(self.people) and self.people[self.passed].start < marked.start:
            full = self._full(self.people[self.passed])
            self.counts[full] += 1
            self.nearest[full] = self.people[self.passed]
            self.passed += 1
        if not self.counts:
            return None
        best = self.counts.most_common(1)[0][0]
        name = self.nearest[best]
        return Speaker(best, name.start, name.end)

    def _full(self, name: Entity) -> str:
        shown = self.text[name.start : name.end]
        return self.full_names.get(shown, shown)


def _full_names(text: str, names: Sequence[Entity]) -> dict[str, str]:
    """Every name of the article -> the longest of its names that it is part of."""
    shown = {text[n.start : n.end] for n in names if n.label in ("PER", "MISC")}
    holders: dict[str, set[str]] = {}
    for name in shown:
        for word in name.split():
            holders.setdefault(word, set()).add(name)
    return {name: max(_holding(name, holders), key=len, default=name) for name in shown}


def _holding(name: str, holders: Mapping[str, set[str]]) -> list[str]:
    others = holders[name.split()[0]]
    if len(others) > MOST_NAMESAKES:
        return []
    return [other for other in others if f" {name} " in f" {other} "]
