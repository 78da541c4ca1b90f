"""The words of a whole article in a row, to look up whether some stand there together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claims.nlp.parsing.tree import Tree
from claims.nlp.proposing.wording_lists import wording_lists

TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d]+|[%€$£¥°§‰]")
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "X", "CCONJ", "PART"})
"""What a name or a description is made of: no verb, no number, no adverb, no pronoun."""


def tokens(text: str) -> list[str]:
    """Words, numbers and signs in lower case; "didn't" and "cannot" are two, as for parsers."""
    low = re.sub(r"\bcannot\b", "can not", text.lower())
    return TOKEN.findall(re.sub(r"n['’]t\b", " not", low))


class ArticleWords:
    """All words of an article's trees, with their parts of speech; built at the first look."""

    def __init__(self, trees: Iterable[Tree]) -> None:
        self._trees = trees
        self._forms: list[str] = []
        self._naming: list[bool] = []
        self._places: dict[str, list[int]] = {}

    def names(self, words: Sequence[str]) -> bool:
        """Whether words that name something stand together in the article, ties left aside."""
        if not self._forms:
            self._read()
        return any(
            self._forms[at : at + len(words)] == list(words)
            and all(self._naming[at : at + len(words)])
            for at in self._places.get(words[0], ())
        )

    def _read(self) -> None:
        for tree in self._trees:
            ties = wording_lists(tree.language).ties
            for i in range(tree.size):
                for form in tokens(tree.forms[i]):
                    if form in ties:
                        continue
                    self._places.setdefault(form, []).append(len(self._forms))
                    self._forms.append(form)
                    self._naming.append(tree.pos[i] in NAMING and form.isalpha())
