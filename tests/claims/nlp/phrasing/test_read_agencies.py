"""What English agencies print, read as an editor with a lawyer reads it."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


def texts(text: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, "en")).claims]


TOLD = [
    # who is jailed jails nobody
    (
        "Kelly, 34, was cleared of fraud but found guilty of perjury and jailed for two years.",
        "Kelly was found guilty of perjury.",
    ),
    (
        "Kelly, 34, was cleared of fraud but found guilty of perjury and jailed for two years.",
        "Kelly was jailed for two years.",
    ),
    (
        "The broker was arrested at Gatwick and fined £9,000.",
        "The broker was fined £9,000.",
    ),
    (
        "The boxer was arrested in May and pleaded guilty to theft.",
        "The boxer pleaded guilty to theft.",
    ),
    # a clause that is a subject keeps what ties it
    (
        "That the minister had met the lobbyist twice emerged in March.",
        "That the minister had met the lobbyist twice emerged in March.",
    ),
    (
        "That the lake was polluted was known to the council in 2019.",
        "That the lake was polluted was known to the council in 2019.",
    ),
]
NEVER = [
    ("The company paid a broker it refused to identify.", "refused"),
    ("Parata said the order went to a subcontractor she declined to name.", "declined to name."),
    ("Ireland beat Wales 24-17, their first win in Cardiff since 2013.", "24-17 is"),
]


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_what_is_told(text: str, claim: str) -> None:
    assert claim in texts(text)


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_what_is_never_told(text: str, never: str) -> None:
    assert not [claim for claim in texts(text) if claim != text and never in claim]


def test_who_declines_to_name_somebody_in_particular_is_told() -> None:
    assert "Parata declined to name the firm." in texts("Parata declined to name the firm.")
