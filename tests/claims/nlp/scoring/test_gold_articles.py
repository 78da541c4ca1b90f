"""Documents against labelled articles; the figures below were worked out by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from claims.nlp.scoring.counts import Counts
from claims.nlp.scoring.gold_articles import (
    Article,
    read_gold,
    score_article,
    score_articles,
    word_f1,
)
from claims.nlp.types import (
    Candidate,
    DateExpression,
    Label,
    Quantity,
    Quote,
    Sentence,
    Span,
    Speaker,
    SplitDocument,
)

TEXT = "👍 La cava di Que\u0301 chiude nel 2021. «Persi 120 posti», dice Anna Righi. Peccato!"


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def span(words: str) -> dict[str, int]:
    start, end = at(words)
    return {"start": start, "end": end}


FIRST, SECOND, THIRD = (
    "La cava di Que\u0301 chiude nel 2021.", "«Persi 120 posti», dice Anna Righi.", "Peccato!",
)  # fmt: skip
GOLD: Article = {
    "id": "a1",
    "language": "it",
    "text": TEXT,
    "sentences": [
        span(FIRST) | {"label": "yes"},
        span(SECOND) | {"label": "yes"},
        span(THIRD) | {"label": "no"},
    ],
    "claims": [
        {
            "statement": "La cava chiude nel 2021.",
            "segments": [at("La cava"), at("chiude nel 2021")],
        },
        {"statement": "Anna Righi parla.", "segments": [at("dice Anna Righi")], "must": False},
        {"statement": "Si sono persi 120 posti.", "segments": [at("Persi 120 posti")]},
    ],
    "quotes": [span("Persi 120 posti") | {"speaker": "Anna Righi"}],
    "quantities": [span("120 posti") | {"value": 120, "unit": "posti"}],
    "dates": [span("2021") | {"edtf": "2021"}],
}  # fmt: skip


def found() -> SplitDocument:
    return SplitDocument(
        language="it",
        pipeline="p",
        sentences=(
            Sentence(*at(FIRST), Label.CHECKABLE, 0.9),
            Sentence(*at(SECOND), Label.OPINION, 0.2),
            Sentence(*at(THIRD), Label.CHECKABLE, 0.6),
        ),
        claims=(
            Candidate("La cava chiude", 0, (Span(*at("La cava")), Span(*at("chiude nel 2021")))),
            Candidate("Persi posti", 1, (Span(*at("120 posti")),)),
            Candidate("Persi", 1, (Span(*at("Peccato")),)),
        ),
        quotes=(Quote(*at("«Persi 120 posti»"), speaker=Speaker("A. Righi")),),
        quantities=(Quantity(*at("120"), 120.0), Quantity(*at("2021"), 2021.0)),
        dates=(DateExpression(*at("nel 2021"), "2021"), DateExpression(*at("Peccato"), None)),
    )


def test_each_part_is_counted() -> None:
    score = score_article(GOLD, found())
    assert score.sentences == Counts(3, 0, 0)
    assert score.checked == Counts(1, 1, 1)
    assert score.claims_at_8 == Counts(1, 2, 1)  # the claim that one labeller saw costs nothing
    assert score.claims_at_5 == Counts(2, 1, 0)
    assert score.wordings == pytest.approx((2 * 3 / 8, 2 * 2 / 7))
    assert (score.quotes, score.speakers) == (Counts(1, 0, 0), (True,))
    assert (score.quantities, score.dates) == (Counts(1, 1, 0), Counts(1, 0, 0))


def test_a_boundary_inside_a_sentence_costs_both_halves() -> None:
    start, end = at(FIRST)
    halves = (Sentence(start, start + 7), Sentence(start + 8, end), *found().sentences[1:])
    assert score_article(GOLD, replace(found(), sentences=halves)).sentences == Counts(2, 2, 1)


def test_an_empty_document_misses_all_and_an_empty_text_has_nothing_to_miss() -> None:
    nothing = SplitDocument("it", "p")
    assert score_article(GOLD, nothing).claims_at_8 == Counts(0, 0, 2)
    lists = ("sentences", "claims", "quotes", "quantities", "dates")
    empty = GOLD | {"text": ""} | {key: [] for key in lists}
    assert score_article(empty, nothing).claims_at_8 == Counts()


def test_articles_are_added_up(tmp_path: Path) -> None:
    for name, language in (("a", "it"), ("b", "it"), ("c", "en")):
        (tmp_path / f"{name}.json").write_text(json.dumps(GOLD | {"language": language}), "utf-8")
    score = score_articles(read_gold(tmp_path, "it"), lambda article: found())
    assert score.articles == 2
    assert score.counts["claims_at_8"] == Counts(2, 4, 2)
    assert score.check_ap == pytest.approx((1 + 1 + 3 / 5 + 4 / 6) / 4)
    assert score.speaker_accuracy == 1.0


def test_words_are_compared_without_their_order_or_case() -> None:
    assert word_f1("La cava CHIUDE", "chiude la cava") == 1.0
    assert word_f1("", "") == 0.0
