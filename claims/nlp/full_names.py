"""The fullest form of each person's name that an article gives."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.tree import Tree
from claims.nlp.types import Entity

PERSON = "PER"


class FullNames:
    """From a surname that stands alone to the one full name that ends in it."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.alone: set[tuple[int, int]] = set()
        found: dict[str, set[str]] = {}
        for entity in entities:
            words = text[entity.start : entity.end].split()
            if len(words) == 1:
                self.alone.add((entity.start, entity.end))
            elif entity.label == PERSON:
                found.setdefault(words[-1], set()).add(" ".join(words))
        self.of_surname = {
            surname: next(iter(names)) for surname, names in found.items() if len(names) == 1
        }

    def fuller(self, name: str) -> str:
        """The full name for a surname; any other name as it is."""
        return self.of_surname.get(name, name)

    def replacements(self, tree: Tree, words: Sequence[int]) -> dict[int, str]:
        """Surnames among these words that stand for a full name."""
        return {
            word: self.of_surname[tree.forms[word]]
            for word in words
            if tree.forms[word] in self.of_surname
            and tree.spans[word] in self.alone
            and not (word and tree.pos[word - 1] == "PROPN")
        }
