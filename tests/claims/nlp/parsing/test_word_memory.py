"""A sentence that is read again isn't encoded again, and the memory stays small."""

import numpy as np
import pytest

from claims.nlp.parsing.encoder_weights import Floats
from claims.nlp.parsing.word_encoder import Encoded
from claims.nlp.parsing.word_memory import WordMemory


class CountingEncoder:
    """Gives every sentence rows of its own number, and counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def read(self, sentences: list[list[str]], spaces: list[list[bool]]) -> list[Encoded]:
        self.asked += [list(words) for words in sentences]
        first = len(self.asked)
        rows = [np.full((len(w), 2), first + i, np.float32) for i, w in enumerate(sentences)]
        return [Encoded(vectors, vectors, np.arange(len(vectors))) for vectors in rows]


def read(memory: WordMemory, *sentences: str) -> list[Floats]:
    words = [sentence.split() for sentence in sentences]
    encoded = memory.read(words, [[True] * len(of_one) for of_one in words])
    return [of_one.vectors for of_one in encoded]


@pytest.fixture
def encoder() -> CountingEncoder:
    return CountingEncoder()


def test_what_is_known_is_not_read_again(encoder: CountingEncoder) -> None:
    memory = WordMemory(encoder)
    (first,) = read(memory, "piove a Lucca")
    again, other, twice = read(memory, "piove a Lucca", "tira vento", "tira vento")
    assert encoder.asked == [["piove", "a", "Lucca"], ["tira", "vento"]]
    assert again is first
    assert twice is other
    assert other.shape == (2, 2)


def test_spaces_make_another_sentence(encoder: CountingEncoder) -> None:
    memory = WordMemory(encoder)
    memory.read([["l'", "acqua"]], [[False, True]])
    memory.read([["l'", "acqua"]], [[True, True]])
    assert len(encoder.asked) == 2


def test_the_sentence_not_seen_for_longest_goes_first(encoder: CountingEncoder) -> None:
    memory = WordMemory(encoder, words_kept=4)
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
    memory = WordMemory(encoder, words_kept=1)
    assert [len(rows) for rows in read(memory, "uno due tre", "")] == [3, 0]
    read(memory, "uno due tre")
    assert len(encoder.asked) == 3


def test_what_is_forgotten_is_read_again(encoder: CountingEncoder) -> None:
    memory = WordMemory(encoder, words_kept=4)
    read(memory, "uno due tre")
    memory.forget()
    read(memory, "uno due tre")
    read(memory, "uno due tre")
    assert len(encoder.asked) == 2
