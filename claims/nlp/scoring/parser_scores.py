"""How right a parser is: attachment, labels, and the labels that clause splitting lives on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claims.nlp.parsing.biaffine import Parse
from claims.nlp.scoring.parser_treebanks import TreeSentence, TreeWord

SPLITTING = ("conj", "acl:relcl", "advcl")
SHOWN = (*SPLITTING, "ccomp", "nsubj", "nsubj:pass", "appos", "acl", "xcomp", "obl", "nmod")


@dataclass(frozen=True, slots=True)
class ParseScores:
    """F1 over words other than punctuation, as spaCy's scorer counts; tags over all words."""

    uas: float
    las: float
    tags: float
    labels: dict[str, float]

    @property
    def splitting(self) -> float:
        """Mean F1 of conj, acl:relcl and advcl."""
        return sum(self.labels[label] for label in SPLITTING) / len(SPLITTING)

    def __str__(self) -> str:
        labels = " ".join(f"{label} {self.labels[label]:.2f}" for label in SHOWN)
        return (
            f"UAS {self.uas:.4f} LAS {self.las:.4f} tags {self.tags:.4f} "
            f"mean(conj, relcl, advcl) {self.splitting:.4f} | {labels}"
        )


def score(sentences: Sequence[TreeSentence], parses: Sequence[Parse]) -> ParseScores:
    """Compare one parse a sentence with the treebank's trees."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for sentence, parse in zip(sentences, parses, strict=True):
        for i, word in enumerate(sentence.words):
            count_word(word, i, parse, right, gold, found)
    total = sum(len(sentence.words) for sentence in sentences)
    return ParseScores(
        uas=f1(right["head"], gold["all"], found["all"]),
        las=f1(right["all"], gold["all"], found["all"]),
        tags=right["tag"] / total,
        labels={label: f1(right[label], gold[label], found[label]) for label in SHOWN},
    )


def count_word(
    word: TreeWord,
    i: int,
    parse: Parse,
    right: Counter[str],
    gold: Counter[str],
    found: Counter[str],
) -> None:
    """Add word i of a sentence to the three tallies."""
    label = parse.labels[i]
    attached = parse.heads[i] == (i if word.head < 0 else word.head)
    counted, named = word.label != "punct", label != "punct"
    gold["all"] += counted
    found["all"] += named
    gold[word.label] += 1
    found[label] += 1
    right["tag"] += word.tag == parse.pos[i]
    right["head"] += counted and named and attached
    right["all"] += counted and named and attached and word.label == label
    right[word.label] += attached and word.label == label


def f1(right: int, gold: int, found: int) -> float:
    """Harmonic mean of precision and recall; 0 when nothing is there."""
    return 2 * right / (gold + found) if gold + found else 0.0
