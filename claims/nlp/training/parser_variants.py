"""The same sentence as other newspapers would set it: quotation marks, dashes, no full stop.

The treebanks know mostly straight marks, while a real page has “ ”, « », or a mark that opens in
one sentence and closes three sentences later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from claims.nlp.scoring.parser_treebanks import TreeSentence, TreeWord

PAIRS = (("“", "”"), ("«", "»"), ('"', '"'))
MARKS = frozenset('"“”«»„')
DASHES = frozenset("-–—")
STOPS = frozenset(".…")


def variant_of(sentence: TreeSentence, random: Random) -> TreeSentence:
    """One variant, the words themselves untouched; often the sentence as it was."""
    words = other_dashes(other_marks(sentence.words, random), random)
    return replace(sentence, words=fewer_marks(words, random))


def other_marks(words: tuple[TreeWord, ...], random: Random) -> tuple[TreeWord, ...]:
    """All quotation marks in one style; they open and close in turn."""
    pair, closing, changed = random.choice(PAIRS), False, []
    for word in words:
        if word.form in MARKS:
            word = replace(word, form=pair[closing])
            closing = not closing
        changed.append(word)
    return tuple(changed)


def other_dashes(words: tuple[TreeWord, ...], random: Random) -> tuple[TreeWord, ...]:
    """A dash between words in another length, one time in two."""
    if random.random() < 0.5:
        return words
    dash = random.choice("-–—")
    return tuple(replace(w, form=dash) if w.form in DASHES else w for w in words)


def fewer_marks(words: tuple[TreeWord, ...], random: Random) -> tuple[TreeWord, ...]:
    """Sometimes without all, the first or the last quotation mark, or without the full stop."""
    marks = [i for i, word in enumerate(words) if word.form in MARKS]
    dropped: set[int] = set()
    chance = random.random()
    if chance < 0.1:
        dropped.update(marks)
    elif chance < 0.2:
        dropped.update(marks[:1])
    elif chance < 0.3:
        dropped.update(marks[-1:])
    if len(words) > 1 and words[-1].form in STOPS and random.random() < 0.1:
        dropped.add(len(words) - 1)
    return without(words, dropped)


def without(words: Sequence[TreeWord], dropped: set[int]) -> tuple[TreeWord, ...]:
    """The words but those at `dropped`, unless another word hangs on one of them."""
    if any(word.head in dropped for word in words) or any(words[i].head < 0 for i in dropped):
        return tuple(words)
    kept = [i for i in range(len(words)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)} | {-1: -1}
    return tuple(replace(words[i], head=place[words[i].head]) for i in kept)
