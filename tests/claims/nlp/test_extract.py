"""One text in, one document out, every offset exact."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.nlp.document import to_json
from claims.nlp.extract import split_text
from claims.nlp.types import SplitError, SplitRequest

ARTICLE = (
    "Chiude la cava di Montebruno\r\n\r\n"
    "“Perche\u0301 adesso? 👍🏽“, scriveva ieri Elio Banti, capo dei tecnici. "
    "“Mancano 64mila tonnellate.”\r\n\r\n"
    "La cava, aperta nel 1987, ha\u00a0dato lavoro a\u200b 120 operai fino ad aprile 2021."
)
WORDS = [
    "Il sindaco Ugo Ferri ha detto che ",
    "«Va bene così», ",
    "“Non so“, diceva Banti. ",
    "La ditta, che vende case, chiude. ",
    "64mila schede ",
    "il 12,3% ",
    "nel 2020 ",
    "1° maggio 2021 ",
]
CHARACTERS = [
    "\r\n",
    "\r\n\r\n",
    "👨\u200d👩\u200d👧 ",
    "e\u0301",
    "\u0301",
    "\u200b",
    "\ufeff",
    "\u00a0",
]
CHARACTERS += ["‘", "’", '"', "…", ". ", "! ", "\ud83d", "ﷺ", "𝔘𝔫 "]
PIECES = st.sampled_from(WORDS + CHARACTERS)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), min_size=1, max_size=14).map("".join)


def spans_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Everything that says a place in the text."""
    found = [*document["sentences"], *document["quotes"], *document["quantities"]]
    found += document["dates"]
    for claim in document["claims"]:
        found += [*claim["quantities"], *claim["dates"], *claim["entities"]]
    return found


def check_offsets(text: str, document: dict[str, Any]) -> None:
    for spanned in spans_of(document):
        assert 0 <= spanned["start"] < spanned["end"] <= len(text)
        assert text[spanned["start"] : spanned["end"]] == spanned["text"]
    for claim in document["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["quote"]["exact"]
        assert text[: claim["start"]].endswith(claim["quote"]["prefix"])
        assert text[claim["end"] :].startswith(claim["quote"]["suffix"])
        segments = claim["segments"]
        assert (segments[0][0], segments[-1][1]) == (claim["start"], claim["end"])
        assert all(s < e for s, e in segments)
        assert 0 <= claim["sentence"] < len(document["sentences"])
        assert 0 <= claim["check_worthiness"] <= 1
    starts = [s["start"] for s in document["sentences"]]
    assert starts == sorted(starts)


@given(TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_offset_points_into_the_text_as_given(text: str) -> None:
    with suppress(SplitError):  # nothing but white space, or too much that is no text
        check_offsets(text, to_json(split_text(SplitRequest(text, "it")), text))


def test_the_document_says_what_the_contract_promises() -> None:
    document = to_json(split_text(SplitRequest(ARTICLE, date=dt.date(2024, 7, 15))), ARTICLE)
    check_offsets(ARTICLE, document)
    assert document["language"] == "it"
    assert document["pipeline"].startswith("it-")
    assert {(q["value"], q["unit"]) for q in document["quantities"]} >= {
        (64000, "tonnellate"),
        (120, "operai"),
    }
    assert {d["edtf"] for d in document["dates"]} == {"2024-07-14", "1987", "2021-04"}
    assert [q["speaker"] for q in document["quotes"]] == ["Elio Banti", "Elio Banti"]
    assert ARTICLE[document["quotes"][0]["speaker_start"] :].startswith("Elio Banti")
    assert document["sentences"][0]["label"] == "heading"
    assert document["claims"]


def test_a_claim_carries_the_quantities_of_its_own_words() -> None:
    document = split_text(SplitRequest(ARTICLE))
    for claim in document.claims:
        for quantity in claim.quantities:
            assert any(s.start <= quantity.start < s.end for s in claim.segments)


def test_without_a_date_what_is_relative_has_no_value() -> None:
    document = to_json(split_text(SplitRequest(ARTICLE)), ARTICLE)
    assert {"text": "ieri", "edtf": None}.items() <= document["dates"][0].items()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n", "whitespace_only"),
        ("\x00\x01", "binary"),
        ("è" * 600_000, "too_long"),
    ],
)
def test_what_cannot_be_split_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(SplitError) as caught:
        split_text(SplitRequest(text))
    assert caught.value.code == code


def test_progress_is_told_and_grows() -> None:
    shares: list[float] = []
    split_text(SplitRequest(ARTICLE), shares.append)
    assert shares == sorted(shares)
    assert shares[-1] > 0.9


def test_a_long_text_keeps_every_offset() -> None:
    text = (ARTICLE + "\r\n\r\n") * (8_000 // len(ARTICLE))
    check_offsets(text, to_json(split_text(SplitRequest(text, "it")), text))
