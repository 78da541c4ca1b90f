"""Who a name is said to be in English: one of many by trade, the only one by what they hold."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    ("The novelist Ada Brell lives in York.", "Ada Brell is a novelist."),
    ("The report was written by the consultancy Hallmark.", "Hallmark is a consultancy."),
    ("Voss was advised by the economist Karl Ritter.", "Karl Ritter is an economist."),
    ("The owner Lorna Hay closed the shop in 2019.", "Lorna Hay is the owner."),
    ("The late novelist Ada Brell left her house to the town.", "Ada Brell was a novelist."),
    ("The late mayor Karl Voss opened the bridge in 1988.", "Karl Voss was the mayor."),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_trade_is_one_of_many(text: str, told: str) -> None:
    assert told in texts(text, "en")
