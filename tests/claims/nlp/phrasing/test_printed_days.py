"""The weekday of a report's first sentence is told with the date that the report prints."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest

TOLD = [
    (
        "en",
        "OSLO, 12 March 2025 — Two ferries collided off Bergen on Wednesday.",
        "Two ferries collided off Bergen on Wednesday, 12 March 2025.",
    ),
    (
        "en",
        "Rescue 🚢\n\nOSLO, March 12, 2025 — A ferry sank on Wednesday evening off Bergen.",
        "A ferry sank on Wednesday evening, March 12, 2025, off Bergen.",
    ),
    (
        "it",
        "ROMA, 12 MARZO 2025 - Il Senato ha approvato mercoledì la riforma delle dogane.",
        "Il Senato ha approvato mercoledì 12 marzo 2025 la riforma delle dogane.",
    ),
    (
        "it",
        "Milano, 1 luglio 2025 – Due treni si sono scontrati martedì mattina a Pioltello.",
        "Due treni si sono scontrati martedì mattina, 1° luglio 2025, a Pioltello.",
    ),
]
LEFT = [
    (  # the eleventh of March isn't the Wednesday
        "en",
        "OSLO, 11 March 2025 — Two ferries collided off Bergen on Wednesday.",
        "Two ferries collided off Bergen on Wednesday.",
    ),
    (
        "en",
        "OSLO, 12 March 2025 — Two ferries collided off Bergen last Wednesday.",
        "Two ferries collided off Bergen last Wednesday.",
    ),
    (
        "en",
        "OSLO, 12 March 2025 — The harbour will close on Wednesday.",
        "The harbour will close on Wednesday.",
    ),
    (
        "en",
        "OSLO, 12 March — Two ferries collided off Bergen on Wednesday.",
        "Two ferries collided off Bergen on Wednesday.",
    ),
    (
        "it",
        "ROMA, 12 MARZO 2025 - Il Senato ha votato. La Camera ha respinto mercoledì la riforma.",
        "La Camera ha respinto mercoledì la riforma.",
    ),
]


@pytest.mark.parametrize(("language", "text", "claim"), TOLD)
def test_a_weekday_behind_a_dateline_has_its_date(language: str, text: str, claim: str) -> None:
    assert claim in texts(text, language)


@pytest.mark.parametrize(("language", "text", "claim"), LEFT)
def test_a_weekday_that_may_be_another_stays_bare(language: str, text: str, claim: str) -> None:
    assert claim in texts(text, language)


def texts(text: str, language: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, language)).claims]
