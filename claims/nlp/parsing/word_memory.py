"""What the encoder says of the sentences read last: who reads one again need not run its layers."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache

from claims.nlp.parsing.encoder_weights import Floats
from claims.nlp.parsing.word_encoder import Encoded, WordEncoder, word_encoder

WORDS_KEPT = 10_000  # a long article; with their pieces 60 MB

Key = tuple[tuple[str, ...], tuple[bool, ...]]


class WordMemory:
    """An encoder that remembers some sentences; safe to use from several threads."""

    def __init__(self, encoder: WordEncoder, words_kept: int = WORDS_KEPT) -> None:
        self._encoder = encoder
        self._words_kept = words_kept
        self._known: OrderedDict[Key, Encoded] = OrderedDict()
        self._words = 0
        self._lock = threading.Lock()

    def read(
        self, sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]]
    ) -> list[Encoded]:
        """As `WordEncoder.read`; what is given is remembered and must not be changed."""
        keys = [(tuple(w), tuple(s)) for w, s in zip(sentences, spaces, strict=True)]
        with self._lock:
            found = {key: self._known[key] for key in keys if key in self._known}
            missing = [key for key in dict.fromkeys(keys) if key not in found]
            made = self._encoder.read([w for w, _ in missing], [s for _, s in missing])
            found.update(zip(missing, made, strict=True))
            for key in keys:
                self._keep(key, found[key])
        return [found[key] for key in keys]

    def forget(self) -> None:
        """Remember nothing: what comes next is read as by a new process."""
        with self._lock:
            self._known.clear()
            self._words = 0

    def _keep(self, key: Key, encoded: Encoded) -> None:
        """Put a sentence at the end of the line; who stands at its front may have to go."""
        if key not in self._known:
            self._words += len(encoded.vectors)
        self._known[key] = encoded
        self._known.move_to_end(key)
        while self._words > self._words_kept:
            _, oldest = self._known.popitem(last=False)
            self._words -= len(oldest.vectors)


@lru_cache(maxsize=1)
def word_memory() -> WordMemory:
    """The one memory of this process."""
    return WordMemory(word_encoder())


def word_vectors(
    sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]]
) -> list[Floats]:
    """One (n words, WIDTH) array a sentence; spaces: whether white space follows each word."""
    return [encoded.vectors for encoded in word_memory().read(sentences, spaces)]
