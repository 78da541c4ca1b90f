"""The gate, rule by rule: met, and not met when its one thing is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from annotations.publication_gate import (
    GATE_CODES,
    EvidenceFacts,
    GateFacts,
    publication_gate,
)

FIRST = EvidenceFacts("a", True, True, True, True, is_primary=True)
SECOND = replace(FIRST, source="b", is_primary=False)
WHOLE = GateFacts(
    evidence=(FIRST, SECOND),
    one_source_reason="",
    no_primary_reason="",
    has_speaker_or_article=True,
    has_claim_date=True,
    rationale="Perché sì.",
    headline="Non è così",
    language="it",
    reviewers=frozenset({1, 2}),
    reviews_needed=2,
    is_settled=True,
    publisher=3,
    replies=("answered",),
)

REPLIES: list[tuple[tuple[str, ...], bool]] = [
    ((), False),
    (("waiting",), False),
    (("answered", "waiting"), False),
    (("overdue",), True),
    (("answered", "silent", "declined"), True),
]

MISSING: list[tuple[str, dict[str, Any]]] = [
    ("two_sources", {"evidence": (FIRST, replace(SECOND, source="a"))}),
    ("source_details", {"evidence": (FIRST, replace(SECOND, has_details=False))}),
    ("primary_source", {"evidence": (replace(FIRST, is_primary=False), SECOND)}),
    ("excerpts_and_stances", {"evidence": (FIRST, replace(SECOND, has_excerpt=False))}),
    ("excerpts_and_stances", {"evidence": (FIRST, replace(SECOND, has_stance=False))}),
    ("archived_copies", {"evidence": (FIRST, replace(SECOND, has_copy=False))}),
    ("speaker_or_article", {"has_speaker_or_article": False}),
    ("claim_date", {"has_claim_date": False}),
    ("rationale", {"rationale": ""}),
    ("headline", {"headline": ""}),
    ("language", {"language": ""}),
    ("reviews", {"reviewers": frozenset({1})}),
    ("settled", {"is_settled": False}),
    ("not_only_reviewer", {"reviewers": frozenset({3}), "reviews_needed": 1}),
    ("right_of_reply", {"replies": ()}),
]

ALLOWED: list[dict[str, Any]] = [
    {"evidence": (FIRST,), "one_source_reason": "È il registro ufficiale."},
    {"evidence": (replace(FIRST, is_primary=False), SECOND), "no_primary_reason": "Segreto."},
    {"reviewers": frozenset({2, 3})},
    {"publisher": None},
]


def missing(facts: GateFacts) -> list[str]:
    return [item.code for item in publication_gate(facts) if not item.met]


def test_nothing_is_missing_where_everything_is_there() -> None:
    assert missing(WHOLE) == []


@pytest.mark.parametrize(("code", "change"), MISSING)
def test_each_rule_says_that_its_own_thing_is_missing(code: str, change: dict[str, Any]) -> None:
    assert missing(replace(WHOLE, **change)) == [code]


def test_every_rule_has_a_case() -> None:
    assert {code for code, _ in MISSING} == set(GATE_CODES)
    assert len(GATE_CODES) == 14


@pytest.mark.parametrize("change", ALLOWED)
def test_a_written_reason_or_another_reviewer_is_enough(change: dict[str, Any]) -> None:
    assert missing(replace(WHOLE, **change)) == []


@pytest.mark.parametrize(("replies", "met"), REPLIES)
def test_a_reply_still_awaited_is_told_and_stops_nobody(
    replies: tuple[str, ...], met: bool
) -> None:
    item = publication_gate(replace(WHOLE, replies=replies))[-1]
    assert (item.code, item.met, item.is_lacking) == ("right_of_reply", met, False)


def test_no_evidence_meets_no_rule_about_evidence() -> None:
    bare = replace(WHOLE, evidence=(), one_source_reason="Una basta.")
    assert missing(bare) == [
        "two_sources",
        "source_details",
        "primary_source",
        "excerpts_and_stances",
        "archived_copies",
    ]


def test_messages_speak_the_readers_language() -> None:
    with translation.override("it"):
        italian = [str(item.message) for item in publication_gate(WHOLE)]
    with translation.override("en"):
        english = [str(item.message) for item in publication_gate(WHOLE)]
    assert len(set(italian)) == len(set(english)) == 14
    assert not set(italian) & set(english)
