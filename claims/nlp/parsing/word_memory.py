"""What the encoder says of the sentences read last: who reads one again need not run its layers."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.nlp.parsing.encoder_weights import Floats
from claims.nlp.parsing.tuned_layers import TunedLayers, TunedWords, tuned_layers
from claims.nlp.parsing.word_encoder import Begun, WordEncoder, word_encoder

WORDS_KEPT = 10_000  # a long article; with their pieces 70 MB

Key = tuple[tuple[str, ...], tuple[bool, ...]]


@dataclass(slots=True)
class Remembered:
    """A sentence after the shared layers and, once somebody asked, after the tuned ones."""

    begun: Begun
    tuned: TunedWords | None = None


class WordMemory:
    """An encoder that remembers some sentences; safe to use from several threads.

    What it gives is remembered and must not be changed.
    """

    def __init__(
        self,
        encoder: WordEncoder,
        tuned: Callable[[], TunedLayers],
        words_kept: int = WORDS_KEPT,
    ) -> None:
        self._encoder = encoder
        self._layers = tuned
        self._words_kept = words_kept
        self._known: OrderedDict[Key, Remembered] = OrderedDict()
        self._words = 0
        self._lock = threading.Lock()

    def vectors(
        self, sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]]
    ) -> list[Floats]:
        """As `WordEncoder.vectors`: what the parser reads."""
        with self._lock:
            found = self._read(sentences, spaces)
        return self._encoder.finish([one.begun for one in found])

    def tuned(
        self, sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]]
    ) -> list[TunedWords]:
        """As `TunedLayers.read`: what the judge and the splitter read."""
        with self._lock:
            found = self._read(sentences, spaces)
            missing = [*{id(one): one for one in found if one.tuned is None}.values()]
            made = self._layers().read([one.begun for one in missing]) if missing else []
            for one, words in zip(missing, made, strict=True):
                one.tuned = words
        return [one.tuned for one in found if one.tuned is not None]

    def forget(self) -> None:
        """Remember nothing: what comes next is read as by a new process."""
        with self._lock:
            self._known.clear()
            self._words = 0

    def _read(
        self, sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]]
    ) -> list[Remembered]:
        """Every sentence after the shared layers."""
        keys = [(tuple(w), tuple(s)) for w, s in zip(sentences, spaces, strict=True)]
        found = {key: self._known[key] for key in keys if key in self._known}
        missing = [key for key in dict.fromkeys(keys) if key not in found]
        made = self._encoder.begin([w for w, _ in missing], [s for _, s in missing])
        found.update(zip(missing, map(Remembered, made), strict=True))
        for key in keys:
            self._keep(key, found[key])
        return [found[key] for key in keys]

    def _keep(self, key: Key, remembered: Remembered) -> None:
        """Put a sentence at the end of the line; who stands at its front may have to go."""
        if key not in self._known:
            self._words += remembered.begun.words
        self._known[key] = remembered
        self._known.move_to_end(key)
        while self._words > self._words_kept:
            _, oldest = self._known.popitem(last=False)
            self._words -= oldest.begun.words


@lru_cache(maxsize=1)
def word_memory() -> WordMemory:
    """The one memory of this process."""
    return WordMemory(word_encoder(), tuned_layers)
