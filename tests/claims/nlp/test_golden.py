"""The golden texts: hand-labelled articles written for this project."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import Label, SplitDocument, SplitRequest

FOLDER = Path(__file__).parents[2] / "golden"
ARTICLES = [
    json.loads(line)
    for path in sorted(FOLDER.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
every_article = pytest.mark.parametrize("article", ARTICLES, ids=[a["id"] for a in ARTICLES])


@lru_cache
def _split(text: str, language: str) -> SplitDocument:
    return split_text(SplitRequest(text, language))


def split(article: dict[str, Any]) -> SplitDocument:
    return _split(article["text"], article["language"])


@every_article
def test_sentences_are_those_a_person_sees(article: dict[str, Any]) -> None:
    found = [(s.start, s.end) for s in split(article).sentences]
    assert found == [(s["start"], s["end"]) for s in article["sentences"]]


@every_article
def test_most_sentences_are_labelled_as_a_person_would(article: dict[str, Any]) -> None:
    pairs = zip(split(article).sentences, article["sentences"], strict=True)
    sure = [(s.label, g["label"]) for s, g in pairs if g["label"] != "either"]
    right = sum((label == Label.CHECKABLE) == (gold == "yes") for label, gold in sure)
    assert right >= len(sure) - 1


@every_article
def test_quotes_and_speakers_are_found(article: dict[str, Any]) -> None:
    found = {
        (q.start, q.end): q.speaker.name.split()[-1] if q.speaker else None
        for q in split(article).quotes
    }
    gold = {(q["start"], q["end"]): q["speaker"].split()[-1] for q in article["quotes"]}
    assert found == gold


@every_article
def test_quantities_have_their_values(article: dict[str, Any]) -> None:
    found = [round(q.value, 3) for q in split(article).quantities]
    assert found == [round(q["value"], 3) for q in article["quantities"]]


@every_article
def test_dates_have_their_values(article: dict[str, Any]) -> None:
    found = [d.edtf for d in split(article).dates if d.edtf]
    assert found == [d["edtf"] for d in article["dates"]]
