"""What somebody says of themselves is told of them, in English and where each word is sure."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


def texts(text: str, language: str = "en") -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, language)).claims]


TOLD = [
    ("“I rang the harbour twice,” said Anna Bell.", "Anna Bell rang the harbour twice."),
    ("“I'm 71,” says Anna Bell.", "Anna Bell is 71."),
    ("“I’ve lived here since 1968,” Tom Reed says.", "Tom Reed has lived here since 1968."),
    ("“I'd never met the buyer,” said Tom Reed.", "Tom Reed had never met the buyer."),
    (
        "“I don't have a contract with the port,” said Tom Reed.",
        "Tom Reed doesn't have a contract with the port.",
    ),
    ("“I pay 40 euros a month,” said Tom Reed.", "Tom Reed pays 40 euros a month."),
    ("“I carry 30 letters a day,” said Tom Reed.", "Tom Reed carries 30 letters a day."),
    (
        "“My brother sold the boat in May,” said Tom Reed.",
        "Tom Reed's brother sold the boat in May.",
    ),
    ("“I lost my shop in the flood,” said Anna Bell.", "Anna Bell lost her shop in the flood."),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_one_says_of_oneself_is_told_of_the_speaker(text: str, told: str) -> None:
    found = split_text(SplitRequest(text, "en")).claims
    assert told in [claim.text for claim in found]
    (claim,) = [claim for claim in found if claim.text == told]
    assert claim.speaker is not None


KEPT = [
    "“We lost three lorries in the flood,” said Anna Bell.",  # who else?
    "“I lost my shop in the flood,” said Quimby.",  # hers, his?
    "“I told you about the 300 dollars,” said Tom Reed.",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_not_sure_keeps_its_speaker_s_voice(text: str) -> None:
    inner = text[1 : text.index(",")]
    assert any(f": “{inner}.”" in found for found in texts(text))


def test_the_quotation_itself_keeps_every_word() -> None:
    assert "Anna Bell said: “I rang the harbour twice”." in texts(TOLD[0][0])
