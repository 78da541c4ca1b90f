"""The claim that lies on a piece of the article, emoji and curly quotes included."""

from __future__ import annotations

import pytest

from claims.models import Claim
from config.demo.finding import claim_on, likeness

TEXT = "“Più bus 🚌”, dice la sindaca. I bus sono 31 e costano 9 milioni."


def on(words: str, **fields: object) -> Claim:
    start = TEXT.index(words)
    end = start + len(words)
    return Claim(text=words, start=start, end=end, segments=[[start, end]], **fields)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("I bus sono 31", "I bus sono 31"),
        ("bus sono 31", "I bus sono 31"),
        ("costano 9 milioni", "costano 9 milioni"),
        ("Più bus 🚌", "Più bus 🚌"),
        ("dice la sindaca", None),
    ],
)
def test_the_claim_that_fits_best_is_found(words: str, expected: str | None) -> None:
    claims = [on("I bus sono 31"), on("costano 9 milioni"), on("Più bus 🚌")]
    start = TEXT.index(words)
    claim = claim_on(claims, start, start + len(words))
    assert (claim and claim.text) == expected


def test_a_claim_in_two_pieces_is_measured_by_its_pieces() -> None:
    start = TEXT.index("I bus")
    claim = Claim(segments=[[start, start + 5], [start + 15, start + 34]])
    assert likeness(claim, start, start + 5) == pytest.approx(5 / 24)


def test_a_claim_somebody_worked_on_goes_before_an_untouched_twin() -> None:
    touched = on("I bus sono 31", version=2)
    start = TEXT.index("I bus sono 31")
    assert claim_on([on("I bus sono 31"), touched], start, start + 13) is touched
