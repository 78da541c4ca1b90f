"""Labelled sentences for the check-worthiness model, each set with its features."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp

from claims.nlp.training.gold import project_articles, read_articles
from claims.nlp.training.own_sentences import OwnSentence, own_sentences
from claims.nlp.weighing.check_worthiness import (
    CONTEXT_SCALE,
    HASH_SCALE,
)
from claims.nlp.weighing.sentence_contexts import contexts_of
from claims.nlp.weighing.sentence_cues import cues_of
from claims.nlp.weighing.word_hashes import WIDTH, hashes_of


@dataclass(frozen=True)
class SentenceSet:
    """`answers`: 0 or 1 a sentence; `groups`: what must stay together when folds are made."""

    texts: list[str]
    answers: np.ndarray
    groups: np.ndarray
    own: tuple[OwnSentence, ...] = ()

    def __len__(self) -> int:
        return len(self.texts)


@dataclass(frozen=True)
class Features:
    """dense: (n, 384 + cues), contexts scaled; hashed: (n, WIDTH), sparse and scaled."""

    dense: np.ndarray
    hashed: sp.csr_matrix

    @property
    def wide(self) -> sp.csr_matrix:
        """Both side by side."""
        return sp.hstack([sp.csr_matrix(self.dense), self.hashed]).tocsr()


def read_sets(data: Path) -> dict[str, SentenceSet]:
    """Every set that is there; the first four may train, the others are only measured."""
    debates = data / "checkworthiness_en"
    objective = data / "subjectivity_it"
    sets = {
        "gold_train": article_sentences(read_articles(data / "gold_dev" / "train")),
        "own": own_set(own_sentences()),
        "taught": article_sentences(project_articles(data / "articles_it" / "wikinews.jsonl")),
        "debate_train": labelled(debates / "train.jsonl"),
        "gold_dev": article_sentences(read_articles(data / "gold_dev" / "dev")),
        "debate_dev": labelled(debates / "dev.jsonl"),
        "debate_devtest": labelled(debates / "devtest.jsonl"),
        "speeches": labelled(data / "policlaim_en" / "train.jsonl"),
        "objective_dev": labelled(objective / "dev.jsonl", yes="OBJ"),
        "objective_devtest": labelled(objective / "dev_test.jsonl", yes="OBJ"),
    }
    return {name: found for name, found in sets.items() if len(found)}


def article_sentences(articles: Iterable[dict]) -> SentenceSet:
    """Sentences of labelled articles; those labelled "either" or not at all are left out."""
    kept = [
        (article["text"][sentence["start"] : sentence["end"]], sentence["label"], article["id"])
        for article in articles
        for sentence in article["sentences"]
        if sentence.get("label") in ("yes", "no")
    ]
    return SentenceSet(
        texts=[text for text, _, _ in kept],
        answers=np.array([int(label == "yes") for _, label, _ in kept]),
        groups=np.array([article for _, _, article in kept]),
    )


def own_set(sentences: Sequence[OwnSentence]) -> SentenceSet:
    """The project's sentences, answered by whether they can be checked."""
    answers = np.array([int(sentence.is_checkable) for sentence in sentences])
    texts = [sentence.text for sentence in sentences]
    return SentenceSet(texts, answers, np.arange(len(texts)), tuple(sentences))


def labelled(path: Path, *, yes: object = 1) -> SentenceSet:
    """Lines {"id", "text", "label"}; empty when the file isn't there."""
    shown = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    lines = [json.loads(line) for line in shown]
    answers = np.array([int(line["label"] == yes) for line in lines])
    return SentenceSet([line["text"] for line in lines], answers, np.arange(len(lines)))


def features_of(texts: Sequence[str]) -> Features:
    """What the model reads of each sentence."""
    cues = np.array([cues_of(text).as_row() for text in texts])
    dense = np.hstack([CONTEXT_SCALE * contexts_of(texts), cues])
    places, weights, starts = [], [], [0]
    for text in texts:
        place, weight = hashes_of(text)
        places.append(place)
        weights.append(weight)
        starts.append(starts[-1] + len(place))
    hashed = sp.csr_matrix(
        (HASH_SCALE * np.concatenate(weights), np.concatenate(places), starts),
        shape=(len(texts), WIDTH),
    )
    return Features(dense, hashed)


def balance(answers: np.ndarray) -> np.ndarray:
    """Weights, 1 on average, that make both answers count the same."""
    share = answers.mean()
    return np.where(answers == 1, 0.5 / share, 0.5 / (1 - share))
