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


MENDED = [
    (
        "Ten people were killed when a ferry carrying twice its load capsized on Lake Sango.",
        "A ferry carrying twice its load capsized on Lake Sango.",
    ),
    ("Side effects, mostly nausea, were reported by 9%.", "Side effects are mostly nausea."),
    (
        "Inflation, at 5.1% in January, remains above the bank's target of 4% but well below the "
        "7.8% it reached in April 2022.",
        "Inflation at 5.1% remains above the bank's target of 4% but well below the 7.8% it "
        "reached in April 2022.",
    ),
]


@pytest.mark.parametrize(("text", "told"), MENDED)
def test_it_is_told_as_the_agency_tells_it(text: str, told: str) -> None:
    assert told in texts(text)


def test_who_is_pictured_did_nothing() -> None:
    text = "The seat fell vacant on 6 May when Sir Alan Brook (pictured), its MP, resigned."
    assert not [claim for claim in texts(text) if claim.endswith("(pictured).")]


def test_a_first_time_is_no_description_of_a_noun() -> None:
    text = (
        "Two of the six members voted for a cut of half a point, the first time since 2020 that "
        "more than one has dissented."
    )
    assert not [claim for claim in texts(text) if "is the first time" in claim]


def test_only_bodies_have_a_chief_executive() -> None:
    text = "Demand fell faster than expected, said Lise Holm, its chief executive."
    assert not [claim for claim in texts(text) if "emand's chief" in claim]
