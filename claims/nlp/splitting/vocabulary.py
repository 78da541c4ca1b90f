"""Numbers for the categories that the learned models see: tags, labels, frequent lemmas."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

UNKNOWN = 0


class Vocabulary:
    """Grows while training (`growing`), fixed in the product; 0 stands for the unknown."""

    def __init__(self, numbers: dict[str, dict[str, int]] | None = None) -> None:
        self.numbers: dict[str, dict[str, int]] = numbers or {}
        self.growing = numbers is None

    def number(self, kind: str, value: str) -> int:
        """Number of one value, from 1."""
        known = self.numbers.setdefault(kind, {})
        if value not in known and self.growing:
            known[value] = len(known) + 1
        return known.get(value, UNKNOWN)

    def column(self, kind: str, values: Iterable[str]) -> list[int]:
        """Numbers of many values."""
        return [self.number(kind, value) for value in values]

    def lemmas(self, language: str, lemmas: Sequence[str], pos: Sequence[str]) -> list[int]:
        """Numbers of lemmas; one that isn't frequent counts as its part of speech.

        The frequent ones are entered by training beforehand, as "it:dire".
        """
        known = self.numbers.setdefault("lemma", {})
        return [
            known.get(f"{language}:{lemma}") or self.number("lemma", f"?:{tag}")
            for lemma, tag in zip(lemmas, pos, strict=True)
        ]

    def dump(self) -> str:
        """As JSON, for the weights file."""
        return json.dumps(self.numbers, ensure_ascii=False)


def read_vocabulary(text: str) -> Vocabulary:
    """A fixed vocabulary from `Vocabulary.dump`."""
    return Vocabulary(json.loads(text))
