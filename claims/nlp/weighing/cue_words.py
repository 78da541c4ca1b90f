"""Lists of cue words, looked up by word, phrase, stem or ending, in a sentence's own language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claims.nlp.lexicon import lexicon

LANGUAGES = ("it", "en")
LONGEST_PHRASE = 4
MOST_SEEN = 50_000
_VOWELS = frozenset("aeiouàèéìòù")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class CueWords:
    """Cue names by lower-case word, by phrase ("rispetto a"), by stem and by ending."""

    words: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[str, ...]]
    stems: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    phrase_openers: frozenset[str]
    function_words: frozenset[str]
    stem_lengths: tuple[int, ...]
    ending_lengths: tuple[int, ...]
    seen: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def counts(self, words: Sequence[str]) -> dict[str, int]:
        """How often each cue is met in lower-case words."""
        found: dict[str, int] = {}
        for place, word in enumerate(words):
            cues = self.seen.get(word)
            if cues is None:
                cues = self._remember(word)
            if word in self.phrase_openers:
                cues = cues + self._phrases_at(words, place)
            for cue in cues:
                found[cue] = found.get(cue, 0) + 1
        return found

    def _remember(self, word: str) -> tuple[str, ...]:
        """Cues of one word, kept for the next time up to a bound."""
        cues = self.words.get(word, ())
        for length in self.stem_lengths:
            cues += self.stems.get(word[:length], ()) if len(word) >= length else ()
        for length in self.ending_lengths:
            cues += self.endings.get(word[-length:], ()) if len(word) > length + 1 else ()
        if len(self.seen) < MOST_SEEN:
            self.seen[word] = cues
        return cues

    def _phrases_at(self, words: Sequence[str], place: int) -> tuple[str, ...]:
        found: tuple[str, ...] = ()
        for size in range(2, LONGEST_PHRASE + 1):
            found += self.phrases.get(" ".join(words[place : place + size]), ())
        return found


def words_of(text: str) -> list[str]:
    """Lower-case words; an apostrophe parts two ("dell'anno", "don't")."""
    return _WORD.findall(text.lower())


def languages_of(words: Sequence[str]) -> tuple[str, ...]:
    """The language of the sentence by its function words; both when nothing tells.

    "a" and "i" are words of both: where they leave it open, most Italian words end in a vowel.
    """
    italian, english = (
        sum(map(cue_words(language).function_words.__contains__, words)) for language in LANGUAGES
    )
    if italian == english == 0:
        return LANGUAGES
    if italian == english:
        italian += 2 * sum(word[-1] in _VOWELS for word in words) - len(words)
    return ("it",) if italian > english else ("en",)


@lru_cache(maxsize=2)
def cue_words(language: str) -> CueWords:
    """The lists of `lexicon/cues_<language>.toml`."""
    lists = {key.removeprefix("cues."): names for key, names in lexicon(f"cues_{language}").items()}
    function_words = lists.pop("language")
    kinds: tuple[dict[str, tuple[str, ...]], ...] = ({}, {}, {}, {})
    for cue, entries in sorted(lists.items()):
        for entry in sorted(entries):
            key = " ".join(words_of(entry))
            kept = kinds[_kind(entry, key)]
            kept[key] = (*kept.get(key, ()), cue)
    words, phrases, stems, endings = kinds
    return CueWords(
        words=words,
        phrases=phrases,
        stems=stems,
        endings=endings,
        phrase_openers=frozenset(phrase.split()[0] for phrase in phrases),
        function_words=function_words,
        stem_lengths=tuple(sorted({len(stem) for stem in stems})),
        ending_lengths=tuple(sorted({len(ending) for ending in endings})),
    )


def _kind(entry: str, key: str) -> int:
    """Which of words, phrases, stems ("aument*") and endings ("*ranno") an entry is."""
    if entry.startswith("*"):
        return 3
    if entry.endswith("*"):
        return 2
    return int(" " in key)
