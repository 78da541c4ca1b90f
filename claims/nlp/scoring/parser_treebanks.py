"""Universal Dependencies treebanks as the parser learns them: running words, one tree a sentence.

Words are those of running text: the pieces of a contracted token ("della" = "di" + "la",
"dirlo" = "dire" + "lo") are put together again. Source: the CoNLL-U format,
universaldependencies.org/format.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.nlp.scoring.parser_labels import plain_label, repaired_labels

LONGEST = 120  # words; longer sentences are lists and tables, and cost memory
ROMANCE = {  # file stem -> name of the annotation style
    "Portuguese-Bosque": "pt-bosque",
    "Portuguese-GSD": "pt-gsd",
    "Portuguese-Porttinari": "pt-porttinari",
    "Portuguese-PUD": "pt-pud",
    "Spanish-GSD": "es-gsd",
    "Spanish-PUD": "es-pud",
    "French-GSD": "fr-gsd",
    "French-PUD": "fr-pud",
}


@dataclass(frozen=True, slots=True)
class TreeWord:
    """One running word; `head` is an index into the sentence, -1 for the root."""

    form: str
    space_after: bool
    tag: str
    features: str
    lemma: str
    head: int
    label: str


@dataclass(frozen=True, slots=True)
class TreeSentence:
    """One sentence with its tree and the treebank whose conventions it follows."""

    identifier: str
    treebank: str
    words: tuple[TreeWord, ...]

    @property
    def forms(self) -> list[str]:
        """The words as written."""
        return [word.form for word in self.words]

    @property
    def spaces(self) -> list[bool]:
        """Whether white space follows each word."""
        return [word.space_after for word in self.words]


@dataclass(frozen=True, slots=True)
class Treebanks:
    """What is learned from, chosen on and measured on; they share no sentence."""

    italian: list[TreeSentence]
    romance: list[TreeSentence]
    dev: list[TreeSentence]
    test: list[TreeSentence]


def read_treebanks(data: Path) -> Treebanks:
    """Read DATA/treebank_it and DATA/treebank_romance.

    The Spanish, French and Portuguese translations of Italian development and test sentences
    carry the same identifier and are left out.
    """
    italian = data / "treebank_it"
    dev = read_file(italian / "it_dev.conllu")
    test = read_file(italian / "it_test_pudnews.conllu")
    held = {sentence.identifier for sentence in dev + test if sentence.treebank == "PUD"}
    romance = []
    for stem, style in ROMANCE.items():
        path = data / "treebank_romance" / f"{stem}.all.conllu"
        romance += [s for s in read_file(path, style) if s.identifier not in held]
    train = [s for s in read_file(italian / "it_train.conllu") if s.identifier not in held]
    return Treebanks(learnable(train), learnable(romance), dev, test)


def learnable(sentences: list[TreeSentence]) -> list[TreeSentence]:
    """Those that fit in a batch."""
    return [sentence for sentence in sentences if len(sentence.words) <= LONGEST]


def read_file(path: Path, treebank: str | None = None) -> list[TreeSentence]:
    """Sentences of one file whose merged words form one tree; without `treebank`, Italian."""
    found = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        sentence = read_block(block, treebank)
        if sentence.words and is_tree([word.head for word in sentence.words]):
            found.append(sentence)
    return found


def read_block(block: str, treebank: str | None) -> TreeSentence:
    """One sentence in CoNLL-U."""
    match = re.search(r"^# sent_id = (\S+)", block, re.MULTILINE)
    identifier = match.group(1) if match else ""
    words = tuple(running_words(block))
    if treebank is None:
        return TreeSentence(identifier, italian_treebank(identifier, block), words)
    return TreeSentence(identifier, treebank, repaired(words, treebank))


def italian_treebank(identifier: str, block: str) -> str:
    """Which of the five Italian treebanks a sentence comes from, by its comments."""
    if re.match(r"[nw]\d{5}", identifier):
        return "PUD"
    if "ParlaMint" in identifier:
        return "ParlaMint"
    if re.search(r"^# twittiro =", block, re.MULTILINE):
        return "TWITTIRO"
    return "Valico" if re.search(r"^# err =", block, re.MULTILINE) else "MarkIT"


def repaired(words: tuple[TreeWord, ...], treebank: str) -> tuple[TreeWord, ...]:
    """A foreign treebank's labels in the set that the Italian treebanks use."""
    tags = [word.tag for word in words]
    labels = [plain_label(word.label, word.tag) for word in words]
    labels = repaired_labels(labels, tags, [word.head for word in words], treebank)
    return tuple(
        TreeWord(word.form, word.space_after, word.tag, word.features, word.lemma, word.head, label)
        for word, label in zip(words, labels, strict=True)
    )


def running_words(block: str) -> Iterator[TreeWord]:
    """The words of one block, contracted tokens in one piece."""
    rows, merged = syntactic_rows(block)
    groups, number = [], 1
    while number in rows:
        last, form, misc = merged.get(number, (number, rows[number][1], rows[number][9]))
        groups.append((range(number, last + 1), form, "SpaceAfter=No" not in misc))
        number = last + 1
    place = {member: at for at, (members, _, _) in enumerate(groups) for member in members}
    place[0] = -1
    for at, (members, form, space_after) in enumerate(groups):
        yield running_word([rows[i] for i in members], at, place, form, space_after)


def syntactic_rows(block: str) -> tuple[dict[int, list[str]], dict[int, tuple[int, str, str]]]:
    """Word rows by number, and contracted tokens: first number -> (last number, form, misc)."""
    rows: dict[int, list[str]] = {}
    merged: dict[int, tuple[int, str, str]] = {}
    for line in block.split("\n"):
        cells = line.split("\t")
        if len(cells) != 10 or "." in cells[0]:
            continue
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            merged[first] = last, cells[1], cells[9]
        else:
            rows[int(cells[0])] = cells
    return rows, merged


def running_word(
    parts: list[list[str]], at: int, place: dict[int, int], form: str, space_after: bool
) -> TreeWord:
    """One word out of its syntactic parts: a verb leads its clitics, else the outermost part.

    A preposition with its article keeps the tag and lemma of the preposition.
    """
    outer = [part for part in parts if place[int(part[6])] != at]
    leading_verb = len(parts) > 1 and parts[0][3] == "VERB" and parts[0] in outer
    core = parts[0] if leading_verb else outer[0]
    shown = parts[0] if parts[0][3] == "ADP" else core
    features: dict[str, str] = {}
    for part in [core] if core[3] == "VERB" else parts:
        for pair in part[5].split("|") if part[5] != "_" else []:
            name, value = pair.split("=", 1)
            features.setdefault(name, value)
    return TreeWord(
        form=form,
        space_after=space_after,
        tag=shown[3],
        features="|".join(f"{name}={value}" for name, value in sorted(features.items())),
        lemma=shown[2],
        head=place[int(core[6])],
        label="ROOT" if core[6] == "0" else core[7],
    )


def is_tree(heads: list[int]) -> bool:
    """Whether there is one root, and every word hangs on it in the end."""
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start, 0
        while node != -1 and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if node != -1:
            return False
    return True
