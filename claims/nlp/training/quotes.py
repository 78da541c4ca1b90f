"""Train the filter that knows speech; labelled articles in, weights and scores out.

    OMP_NUM_THREADS=1 python -m claims.nlp.training.quotes --data DATA [--out FILE]

DATA/gold_dev/{train,dev}/*.json hold articles with `quotes` [{start, end, speaker}];
DATA/articles_it/wikinews.jsonl the texts of `quote_labels.jsonl`, our labels of more articles;
`quote_texts.jsonl` are texts and labels of our own. What the product finds by itself (sentences,
names, stretches) is what is learned from. The scores on train are cross-fitted: each fifth of the
articles is read by a filter that never saw it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.naming.names import find_names
from claims.nlp.normalise import normalise
from claims.nlp.sentences import split_sentences
from claims.nlp.speech import speech_filter
from claims.nlp.speech.quote_sight import Seen, Sight
from claims.nlp.speech.quotes import find_quotes
from claims.nlp.speech.speech_filter import SpeechFilter
from claims.nlp.training.boosting import Recipe, grow_forest
from claims.nlp.training.gold import read_articles
from claims.nlp.training.quote_score import GoldQuote, QuoteScore, score_quotes
from claims.nlp.types import Entity, Sentence

LABELS = Path(__file__).with_name("quote_labels.jsonl")
TEXTS = Path(__file__).with_name("quote_texts.jsonl")
FOLDS = 5
COVERED = 0.5  # share of a stretch that gold quotes must cover for it to be speech
RECIPE = Recipe(rounds=100, leaves=4, smallest_leaf=8, l2=5.0, forests=3)


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the product sees it before its quotes are read, and its gold quotes.

    unsure: spans of which the labels say nothing.
    """

    language: str
    text: str
    sentences: list[Sentence]
    names: list[Entity]
    gold: list[GoldQuote]
    unsure: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Learned:
    """One article's stretches, a row each, and whether each is speech (0 or 1)."""

    rows: NDArray[np.float32]
    labels: NDArray[np.float32]


def article_of(labelled: dict) -> Article:
    """Read a labelled article in normal form."""
    normal = normalise(labelled["text"])
    language = labelled["language"]
    sentences = split_sentences(normal.text, language)
    gold = [
        GoldQuote(normal.from_raw(q["start"]), normal.from_raw(q["end"]), q.get("speaker") or "")
        for q in labelled["quotes"]
    ]
    names = find_names(normal.text, language, sentences)
    unsure = [(normal.from_raw(s), normal.from_raw(e)) for s, e in labelled.get("unsure", [])]
    return Article(language, normal.text, sentences, names, gold, unsure)


def own_articles(data: Path) -> list[dict]:
    """Our labels of more Wikinews articles, joined to their texts, and texts of our own."""
    rows = json_lines(data / "articles_it" / "wikinews.jsonl")
    texts = {row["id"]: row["text"] for row in rows}
    labels = [{**one, "text": texts[one["id"]]} for one in json_lines(LABELS)]
    return [*labels, *json_lines(TEXTS)]


def json_lines(path: Path) -> list[dict]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def learn_from(article: Article) -> Learned:
    """What one article teaches: stretches between marks of which the labels are sure."""
    sight = Sight(article.text, article.language, article.sentences, article.names)
    sure = [
        i for i, seen in enumerate(sight.seen) if seen.has_marks and is_sure(seen, article.unsure)
    ]
    labels = [is_said(sight.seen[i], article.gold) for i in sure]
    return Learned(sight.rows()[sure], np.array(labels, np.float32))


def is_sure(seen: Seen, unsure: Iterable[tuple[int, int]]) -> bool:
    """Whether the labels say anything of a stretch."""
    return not any(s < seen.marked.end and seen.marked.start < e for s, e in unsure)


def is_said(seen: Seen, gold: Iterable[GoldQuote]) -> bool:
    """Whether gold quotes cover enough of a stretch."""
    start, end = seen.marked.start, seen.marked.end
    covered = sum(max(0, min(end, q.end) - max(start, q.start)) for q in gold)
    return covered >= COVERED * (end - start)


def train(learned: Sequence[Learned]) -> SpeechFilter:
    """Grow the forest."""
    rows = np.concatenate([one.rows for one in learned])
    labels = np.concatenate([one.labels for one in learned])
    return SpeechFilter(grow_forest(rows, labels, [], RECIPE))


def score_of(articles: Iterable[Article], used: SpeechFilter) -> QuoteScore:
    """Quote F1 and speaker accuracy over some articles."""
    total = QuoteScore()
    for a in articles:
        found = find_quotes(a.text, a.language, a.sentences, a.names, used)
        total += score_quotes(a.text, a.gold, found)
    return total


def report(name: str, articles: Sequence[Article], filters: Sequence[SpeechFilter]) -> None:
    """Print the scores of each language; article i is read by filter i modulo their number."""
    for language in ("it", "en"):
        total = QuoteScore()
        for fold, used in enumerate(filters):
            part = articles[fold :: len(filters)]
            total += score_of((a for a in part if a.language == language), used)
        print(f"{name:18} {language}: {total}", flush=True)


def main() -> None:
    """Train, print the scores, store the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=speech_filter.WEIGHTS)
    options = parser.parse_args()
    train_set, dev_set = (
        [article_of(labelled) for labelled in read_articles(options.data / "gold_dev" / part)]
        for part in ("train", "dev")
    )
    own = [learn_from(article_of(labelled)) for labelled in own_articles(options.data)]
    learned = [learn_from(article) for article in train_set]
    fitted = [
        train([*own, *(one for i, one in enumerate(learned) if i % FOLDS != fold)])
        for fold in range(FOLDS)
    ]
    final = train([*own, *learned])
    report("train, rules", train_set, [SpeechFilter()])
    report("train, cross-fitted", train_set, fitted)
    report("dev, rules", dev_set, [SpeechFilter()])
    report("dev", dev_set, [final])
    store(final, options.out)


def store(final: SpeechFilter, path: Path) -> None:
    """Write the file that `speech_filter.speech_filter` reads."""
    assert final.forest is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **final.forest.arrays(speech_filter.NAME))


if __name__ == "__main__":
    main()
