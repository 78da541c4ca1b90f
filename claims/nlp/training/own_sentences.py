"""Sentences written for this project, with what they are and how much they deserve checking.

`italian_sentences/*.tsv` and `english_sentences/*.tsv`, one theme a file, columns kind, worth
(0 to 3), sentence. They are free under the project's licence; people, places, companies and most
figures in them are invented, so they teach how claims sound and prove nothing.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

FOLDERS = {"it": "italian_sentences", "en": "english_sentences"}
FACTS = ("fact", "loaded")
KINDS = (*FACTS, "opinion", "prediction", "question", "exhortation", "other", "heading")


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """`kind`: one of KINDS ("loaded" is a fact told with a judgement); `worth`: 0 for no fact,

    1 a trifle, 2 of some interest, 3 what a fact-checker would take up.
    """

    language: str
    theme: str
    kind: str
    worth: int
    text: str

    @property
    def is_checkable(self) -> bool:
        """Whether it states a fact."""
        return self.kind in FACTS


def own_sentences() -> list[OwnSentence]:
    """All of them, by language and theme. Raises ValueError for a row that breaks the form."""
    here = Path(__file__).parent
    return [
        sentence
        for language, folder in FOLDERS.items()
        for path in sorted((here / folder).glob("*.tsv"))
        for sentence in read_theme(path, language)
    ]


def read_theme(path: Path, language: str) -> list[OwnSentence]:
    """The sentences of one file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_read(row, language, path.stem) for row in rows]


def _read(row: dict[str, str], language: str, theme: str) -> OwnSentence:
    sentence = OwnSentence(language, theme, row["kind"], int(row["worth"]), row["sentence"])
    if sentence.kind not in KINDS or sentence.is_checkable != (1 <= sentence.worth <= 3):
        raise ValueError(f"{theme}: {row}")
    return sentence
