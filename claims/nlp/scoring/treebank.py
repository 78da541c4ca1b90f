"""The Italian parser against a treebank of Universal Dependencies, words as running text has them.

A contracted word ("della" = di + la, "dirlo") is one word here: its parts are merged into the one
that hangs on a word outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from claims.nlp.pipeline import parse_batch, pipeline_for
from claims.nlp.scoring.counts import Counts, total

CLAUSES = ("conj", "acl:relcl", "advcl")
# subtypes that the parser tells apart; all others are read as their main relation
KEPT = frozenset(
    {"acl:relcl", "nsubj:pass", "aux:pass", "obl:agent", "flat:name", "det:poss", "expl:impers",
     "flat:foreign", "det:predet", "csubj:pass", "expl:pass"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """`head` is the index of its governor, -1 for the root."""

    form: str
    spaced: bool
    tag: str
    head: int
    label: str


@dataclass(frozen=True, slots=True)
class ParseScore:
    """Marks left out; `clauses` is the mean F over CLAUSES, arc and label right."""

    uas: float
    las: float
    clauses: float


def read_treebank(path: Path) -> list[list[Word]]:
    """Sentences of a CoNLL-U file."""
    blocks = path.read_text("utf-8").split("\n\n")
    return [words for block in blocks if (words := _words(block))]


def score_parses(sentences: list[list[Word]]) -> ParseScore:
    """Parse the words as they were labelled, so that only the tree is judged."""
    nlp = pipeline_for("it")
    docs = [
        Doc(nlp.vocab, [word.form for word in words], [word.spaced for word in words])
        for words in sentences
    ]
    arcs, labelled = [], []
    clauses: dict[str, list[Counts]] = {label: [] for label in CLAUSES}
    for words, doc in zip(sentences, parse_batch(nlp, docs), strict=True):
        for word, token in zip(words, doc, strict=True):
            head = -1 if token.head.i == token.i else token.head.i
            found = "ROOT" if head == -1 else token.dep_
            is_arc, is_right = head == word.head, head == word.head and found == word.label
            judged = word.label != "punct", found != "punct"
            arcs.append(_counts(*judged, right=is_arc and all(judged)))
            labelled.append(_counts(*judged, right=is_right and all(judged)))
            for label, counts in clauses.items():
                counts.append(_counts(word.label == label, found == label, right=is_right))
    by_clause = [total(counts).f1 for counts in clauses.values()]
    return ParseScore(total(arcs).f1, total(labelled).f1, sum(by_clause) / len(by_clause))


def _counts(wanted: bool, said: bool, *, right: bool) -> Counts:
    right = right and wanted and said
    return Counts(right, said and not right, wanted and not right)


def _words(block: str) -> list[Word]:
    """One sentence with contracted words merged."""
    rows, spans = {}, {}
    for cells in _rows(block):
        first, dash, last = cells[0].partition("-")
        if dash:
            spans[int(first)] = (int(last), cells)
        elif "." not in first:
            rows[int(first)] = cells
    groups: list[tuple[list[int], list[str]]] = []
    at = 1
    while at <= len(rows):
        end, cells = spans.get(at, (at, rows[at]))
        groups.append((list(range(at, end + 1)), cells))
        at = end + 1
    owner = {part: i for i, (parts, _) in enumerate(groups) for part in parts} | {0: -1}
    return [_merged(rows, parts, cells, owner, i) for i, (parts, cells) in enumerate(groups)]


def _rows(block: str) -> Iterator[list[str]]:
    for line in block.split("\n"):
        cells = line.split("\t")
        if len(cells) == 10:
            yield cells


def _merged(
    rows: dict[int, list[str]], parts: list[int], cells: list[str], owner: dict[int, int], at: int
) -> Word:
    """The part that hangs on a word outside speaks for the whole, a verb before its pronouns."""
    outward = [part for part in parts if owner[int(rows[part][6])] != at]
    speaker = parts[0] if rows[parts[0]][3] == "VERB" and parts[0] in outward else outward[0]
    first, chosen = rows[parts[0]], rows[speaker]
    tag = first[3] if first[3] == "ADP" else chosen[3]
    head = owner[int(chosen[6])]
    label = "ROOT" if head == -1 else _label(chosen[7], tag)
    return Word(cells[1], "SpaceAfter=No" not in cells[9], tag, head, label)


def _label(relation: str, tag: str) -> str:
    if relation == "flat" and tag == "PROPN":
        return "flat:name"
    return relation if relation in KEPT else relation.partition(":")[0]
