"""Speech without marks: "ha dichiarato: Non mi arrendo. ...", a quoted block that lost its marks.

A verb of saying close before a colon announces it. It goes on over the next sentences of the
paragraph as far as somebody says "I", "we" or "you", and stops where the article speaks again:
at a name, another colon or a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from claims.nlp.lexicon import words
from claims.nlp.speech.quote_marks import Marked
from claims.nlp.speech.speaker_mentions import tokens_of
from claims.nlp.speech.speech_verbs import is_speech_verb
from claims.nlp.types import Entity, Sentence

_COLON = re.compile(r":\s+(?=[A-ZÀ-Þ])")
_ANY_COLON = re.compile(r":\s")
_MARKS = re.compile(r"[«»“”„\"]|<<|''")
_WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")
_FIRST_PLURAL = re.compile(r"\b\w{2,}(?:iamo|emmo|ammo|immo|remo)\b")
_AGAIN = re.compile(r"[;,.]\s+(?:e|ed|and)\s+(?:anche|poi|also|then)\s*$")
_THOUGHT = (
    "cred",
    "pens",
    "riten",
    "consider",
    "prev",
    "think",
    "thought",
    "believ",
    "consid",
    "registr",
    "inton",
)
MOST_CAPITALS = 0.4
CUE_TOKENS = 8  # words between the verb of saying and its colon
LEAST_WORDS = 3
MOST_SENTENCES = 8
MARK = ":"


def unmarked_stretches(
    text: str, language: str, sentences: Sequence[Sentence], names: Sequence[Entity]
) -> list[Marked]:
    """One stretch a sentence; those behind the first go on with it."""
    reader = _Reader(text, language, sentences, names)
    return [stretch for i in range(len(sentences)) for stretch in reader.in_sentence(i)]


class _Reader:
    def __init__(
        self, text: str, language: str, sentences: Sequence[Sentence], names: Sequence[Entity]
    ) -> None:
        self.text, self.language, self.sentences = text, language, sentences
        self.names = names
        self.name_starts = [name.start for name in names]

    def in_sentence(self, i: int) -> Iterator[Marked]:
        """The speech that a colon of sentence `i` announces, and its next sentences."""
        sentence = self.sentences[i]
        starts = list(_COLON.finditer(self.text, sentence.start, sentence.end))
        for colon, follower in zip_longest(starts, starts[1:]):
            end = self._before(colon.end(), follower) if follower else sentence.end
            announced = self._announced(sentence.start, colon.start())
            if not announced and not self._is_own_voice(sentence.start, colon, end):
                continue
            if not self._may_be_speech(colon.end(), end):
                continue
            yield _stretch(colon.end(), end, False)
            if follower is None:
                yield from (_stretch(s.start, s.end, True) for s in self._following(i))

    def _announced(self, start: int, at: int) -> bool:
        tokens = tokens_of(self.text, max(start, at - 300), at, self.language)
        near = tokens[-CUE_TOKENS:]
        verbs = [
            k
            for k, token in enumerate(near)
            if is_speech_verb(near, k, self.language)
            and not token.group().lower().startswith(_THOUGHT)
        ]
        if not verbs:
            return bool(_AGAIN.search(self.text, start, at))
        return not any(t.group() in ".;!?" for t in near[verbs[-1] :])

    def _is_own_voice(self, start: int, colon: re.Match[str], end: int) -> bool:
        """Nobody is said to speak, but "I" stands behind the colon and not before it."""
        singular = words(self.language, "attribution.first_singular")
        behind = {w.lower() for w in _WORD.findall(self.text, colon.end(), end)}
        lead = self.text[start : colon.start()]
        return bool(behind & singular) and not speaks_for_oneself(lead, self.language)

    def _before(self, start: int, follower: re.Match[str]) -> int:
        """Where speech ends that a second announcement of the same sentence cuts off."""
        at = max(self.text.rfind(mark, start, follower.start()) for mark in ";.")
        return at if at > 0 else follower.start()

    def _may_be_speech(self, start: int, end: int) -> bool:
        if start >= end or _MARKS.search(self.text, start, min(end, start + 2)):
            return False
        found = _WORD.findall(self.text, start, end)
        return len(found) >= LEAST_WORDS and not self._is_list(start, end)

    def _is_list(self, start: int, end: int) -> bool:
        """ "ha citato: Roma, Milano": a name and a comma, or capitals throughout."""
        found = _WORD.findall(self.text, start, end)
        if sum(word[0].isupper() for word in found[1:]) > MOST_CAPITALS * len(found):
            return True
        first = bisect_left(self.name_starts, start)
        if first == len(self.names) or self.names[first].start != start:
            return False
        return self.text[self.names[first].end : self.names[first].end + 1] == ","

    def _following(self, i: int) -> list[Sentence]:
        """The next sentences up to the last that speaks of "me" or "you"."""
        last, taken = 0, list[Sentence]()
        for sentence in self.sentences[i + 1 : i + MOST_SENTENCES]:
            gap = self.text[self.sentences[i + len(taken)].end : sentence.start]
            if "\n" in gap or self._is_the_article(sentence):
                break
            taken.append(sentence)
            if speaks_for_oneself(self.text[sentence.start : sentence.end], self.language):
                last = len(taken)
        return taken[:last]

    def _is_the_article(self, sentence: Sentence) -> bool:
        start, end = sentence.start, sentence.end
        first = bisect_left(self.name_starts, start)
        named = any(n.label == "PER" for n in self.names[first : first + 6] if n.start < end)
        first_mark = _MARKS.search(self.text, start, end)
        quotes_itself = first_mark is not None and not speaks_for_oneself(
            self.text[start : first_mark.start()], self.language
        )
        return named or quotes_itself or _ANY_COLON.search(self.text, start, end) is not None


def speaks_for_oneself(shown: str, language: str) -> bool:
    """Whether a stretch says "I", "we" or "you"."""
    listed = words(language, "attribution.first_person")
    found = {w.lower().rstrip("'’") for w in _WORD.findall(shown)}
    return bool(found & listed) or (language == "it" and _FIRST_PLURAL.search(shown) is not None)


def _stretch(start: int, end: int, continues: bool) -> Marked:
    return Marked(start, end, start, end, MARK, continues)
