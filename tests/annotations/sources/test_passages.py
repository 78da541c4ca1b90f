"""The passage of a document that speaks of a claim."""

from __future__ import annotations

import pytest

from annotations.sources.passages import best_passage

TEXT = (
    "👶 Nascite. Nel 2024 sono nati 370.000 bambini, perche\u0301 il calo dura! "
    "“Serve una svolta”, ha detto la ministra.\nNel 2019 nacquero 420.000 bambini"
)


@pytest.mark.parametrize(
    ("claim", "exact"),
    [
        ("I nati sono stati 370.000 nel 2024", "Nel 2024 sono nati 370.000 bambini, perch"),
        ("La ministra dice che serve una svolta", "“Serve una svolta”"),
        ("Nel 2019 nacquero 420.000 bambini", "Nel 2019 nacquero 420.000 bambini"),
        ("Le tariffe del bus salgono del 6 per cento", None),
        ("", None),
        ("la di il", None),
    ],
)
def test_the_passage_that_shares_most_with_the_claim_is_found(
    claim: str, exact: str | None
) -> None:
    found = best_passage(TEXT, claim)
    if exact is None:
        assert found is None
        return
    assert found is not None
    assert found.exact.startswith(exact)
    assert TEXT[found.start : found.end] == found.exact


def test_a_text_without_words_has_no_passage() -> None:
    assert best_passage("", "Nel 2019 nacquero 420.000 bambini") is None


def test_a_block_without_full_stops_is_no_excerpt() -> None:
    assert best_passage("nacquero 2019 bambini " * 60, "Nel 2019 nacquero bambini") is None
