"""A sentence that is read again isn't encoded again, and the memory stays small."""

import numpy as np
import pytest

from claims.nlp.parsing.encoder_weights import Floats
from claims.nlp.parsing.tuned_layers import TunedWords
from claims.nlp.parsing.word_encoder import Begun
from claims.nlp.parsing.word_memory import WordMemory


class CountingEncoder:
    """Gives every sentence rows of its own number, and counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.tuned = 0

    def begin(self, sentences: list[list[str]], spaces: list[list[bool]]) -> list[Begun]:
        self.asked += [list(words) for words in sentences]
        first = len(self.asked)
        rows = [np.full((len(w), 2), first + i, np.float32) for i, w in enumerate(sentences)]
        return [Begun(len(r), r, r, np.arange(len(r))) for r in rows]

    def finish(self, begun: list[Begun]) -> list[Floats]:
        return [one.first for one in begun]

    def read(self, begun: list[Begun]) -> list[TunedWords]:
        self.tuned += len(begun)
        return [TunedWords(one.first, -one.first) for one in begun]


def memory_of(encoder: CountingEncoder, words_kept: int = 100) -> WordMemory:
    return WordMemory(encoder, lambda: encoder, words_kept)


def read(memory: WordMemory, *sentences: str) -> list[Floats]:
    words = [sentence.split() for sentence in sentences]
    return memory.vectors(words, [[True] * len(of_one) for of_one in words])


@pytest.fixture
def encoder() -> CountingEncoder:
    return CountingEncoder()


def test_what_is_known_is_not_read_again(encoder: CountingEncoder) -> None:
    memory = memory_of(encoder)
    (first,) = read(memory, "piove a Lucca")
    again, other, twice = read(memory, "piove a Lucca", "tira vento", "tira vento")
    assert encoder.asked == [["piove", "a", "Lucca"], ["tira", "vento"]]
    assert again is first
    assert twice is other
    assert other.shape == (2, 2)


def test_spaces_make_another_sentence(encoder: CountingEncoder) -> None:
    memory = memory_of(encoder)
    memory.vectors([["l'", "acqua"]], [[False, True]])
    memory.vectors([["l'", "acqua"]], [[True, True]])
    assert len(encoder.asked) == 2


def test_the_sentence_not_seen_for_longest_goes_first(encoder: CountingEncoder) -> None:
    memory = memory_of(encoder, words_kept=4)
    read(memory, "uno due")
    read(memory, "tre quattro")
    read(memory, "uno due")
    read(memory, "cinque sei")
    read(memory, "uno due")
    assert [" ".join(words) for words in encoder.asked] == ["uno due", "tre quattro", "cinque sei"]
    read(memory, "tre quattro")
    assert len(encoder.asked) == 4


def test_a_sentence_longer_than_the_memory_is_given_and_forgotten(
    encoder: CountingEncoder,
) -> None:
    memory = memory_of(encoder, words_kept=1)
    assert [len(rows) for rows in read(memory, "uno due tre", "")] == [3, 0]
    read(memory, "uno due tre")
    assert len(encoder.asked) == 3


def test_what_is_forgotten_is_read_again(encoder: CountingEncoder) -> None:
    memory = memory_of(encoder, words_kept=4)
    read(memory, "uno due tre")
    memory.forget()
    read(memory, "uno due tre")
    read(memory, "uno due tre")
    assert len(encoder.asked) == 2


def test_tuned_layers_go_on_from_what_is_known_and_run_once(encoder: CountingEncoder) -> None:
    memory = memory_of(encoder)
    read(memory, "piove a Lucca")
    words, spaces = [["piove", "a", "Lucca"], ["tira", "vento"]], [[True] * 3, [True] * 2]
    first, second, again = memory.tuned([*words, words[0]], [*spaces, spaces[0]])
    assert first is again
    assert second.top[0, 0] == -2
    memory.tuned(words, spaces)
    assert len(encoder.asked) == encoder.tuned == 2
