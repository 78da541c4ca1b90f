"""What is no article still gives a sensible document; how long it takes is in tests/bench."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitDocument, SplitRequest
from tests.bench.texts import KINDS, PROSE

SIZE = 1_500


def split(kind: str, size: int = SIZE) -> tuple[str, SplitDocument]:
    text = "👍 " + KINDS[kind](size)
    return text, split_text(SplitRequest(text, "it"))


@pytest.mark.parametrize("kind", KINDS)
def test_offsets_hold_and_sentences_cover_the_text(kind: str) -> None:
    text, document = split(kind)
    sentences = document.sentences
    assert sentences
    assert all(one.end <= two.start for one, two in pairwise(sentences))
    covered = sum(len(text[s.start : s.end].strip()) for s in sentences)
    assert covered >= 0.95 * len("".join(text.split()))
    spans = [(s.start, s.end) for claim in document.claims for s in claim.segments]
    spans += [(f.start, f.end) for f in (*document.quantities, *document.dates, *document.quotes)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    for claim in document.claims:
        assert all(one.end <= two.start for one, two in pairwise(claim.segments))
        assert sentences[claim.sentence].start <= claim.start < sentences[claim.sentence].end


@pytest.mark.parametrize("kind", ["only_marks", "one_word", "pasted_table"])
def test_nothing_is_claimed_where_nothing_is_said(kind: str) -> None:
    _, document = split(kind)
    assert document.claims == ()


def test_a_pasted_table_has_a_row_a_sentence() -> None:
    text, document = split("pasted_table")
    rows = text.strip().split("\n")
    assert abs(len(document.sentences) - len(rows)) <= 2


def test_prose_in_one_line_is_split_as_any_prose() -> None:
    _, document = split("one_line", len(PROSE) * 6)
    alone = split_text(SplitRequest(PROSE.strip(), "it"))
    assert len(document.sentences) >= 6 * len(alone.sentences) - 1
    assert len(document.claims) >= 5 * len(alone.claims)
    assert {q.value for q in alone.quantities} <= {q.value for q in document.quantities}


def test_shouted_prose_keeps_sentences_numbers_and_dates() -> None:
    _, document = split("capitals", len(PROSE) * 3)
    alone = split_text(SplitRequest(PROSE.strip(), "it"))
    assert len(document.sentences) >= 3 * len(alone.sentences) - 1
    assert {d.edtf for d in alone.dates} <= {d.edtf for d in document.dates}
    assert {q.value for q in document.quantities} >= {12.0, 12.3e6, 3400.0}


def test_an_endless_sentence_is_read_in_pieces() -> None:
    _, document = split("no_punctuation", 6_000)
    assert document.sentences
    assert all(c.end - c.start <= 2_500 for c in document.claims)


@pytest.mark.parametrize("mark", ["“", "«", '"'])
def test_a_quote_that_never_closes_does_not_swallow_the_rest(mark: str) -> None:
    text = f"La preside non ha dubbi: {mark}Serve una palestra, e subito. {PROSE}\n\n{PROSE}"
    quotes = split_text(SplitRequest(text, "it")).quotes
    assert [text[q.start : q.end] for q in quotes][1:] == ["Ne apriremo altre"] * 2
    assert quotes[0].end - quotes[0].start < 40


def test_only_quotes_are_quotes_that_do_not_overlap() -> None:
    _, document = split("only_quotes")
    assert document.quotes
    assert all(one.end <= two.start for one, two in pairwise(document.quotes))
