"""What an English speaker says of themselves is told of them where each word is sure."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import tree_of
from claims.nlp.phrasing.third_person import third_person
from claims.nlp.phrasing.wording import stand_alone_text
from claims.nlp.types import SplitRequest


def told(text: str, name: str) -> str | None:
    """The whole sentence as told of its speaker; None where it isn't."""
    [[(offset, doc)]] = parse_sentences(text, "en", [(0, len(text))])
    tree = tree_of(doc, "en", 0, offset)
    root = next(i for i in range(tree.size) if tree.heads[i] == i)
    statement = Statement(tree, root, tree.words)
    words = third_person(statement, name)
    return None if words is None else stand_alone_text(statement, words, None)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("I rang the harbour twice.", "Anna Bell", "Anna Bell rang the harbour twice."),
        ("I'm 71.", "Anna Bell", "Anna Bell is 71."),
        ("I’ve lived here since 1968.", "Tom Reed", "Tom Reed has lived here since 1968."),
        ("I'd never met the buyer.", "Tom Reed", "Tom Reed had never met the buyer."),
        ("I'd sell the mill tomorrow.", "Tom Reed", "Tom Reed would sell the mill tomorrow."),
        ("I'll sell the mill in 2027.", "Tom Reed", "Tom Reed will sell the mill in 2027."),
        ("I don't have a contract.", "Tom Reed", "Tom Reed doesn't have a contract."),
        ("I can prove the theft.", "Tom Reed", "Tom Reed can prove the theft."),
        ("I pay 40 euros a month.", "Tom Reed", "Tom Reed pays 40 euros a month."),
        ("I carry 30 letters a day.", "Tom Reed", "Tom Reed carries 30 letters a day."),
        ("I fish and mend the nets.", "Tom Reed", "Tom Reed fishes and mends the nets."),
        ("My brother sold the boat.", "Tom Reed", "Tom Reed's brother sold the boat."),
        ("I lost my shop in the flood.", "Anna Bell", "Anna Bell lost her shop in the flood."),
        ("I know that I signed it.", "Tom Reed", "Tom Reed knows that he signed it."),
        ("I know that I signed it.", "Quimby", "Quimby knows that Quimby signed it."),
    ],
)
def test_what_one_says_of_oneself_is_told_of_the_speaker(
    text: str, name: str, expected: str
) -> None:
    assert told(text, name) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We lost three lorries in the flood.", "Anna Bell"),  # who else?
        ("I lost my shop in the flood.", "Quimby"),  # hers, his?
        ("I foresaw the flood.", "Tom Reed"),
        ("I told you about the 300 dollars.", "Tom Reed"),
        ("The mill is mine.", "Tom Reed"),
        ("I rang the harbour twice.", "a fisherman"),
        ("The mill burned down.", "Tom Reed"),
    ],
)
def test_nothing_is_told_where_a_word_isn_t_sure(text: str, name: str) -> None:
    assert told(text, name) is None


def test_the_quotation_itself_keeps_every_word_and_its_content_has_its_speaker() -> None:
    text = "“I pay 40 euros a month,” said Tom Reed."
    found = {claim.text: claim for claim in split_text(SplitRequest(text, "en")).claims}
    speaker = found["Tom Reed pays 40 euros a month."].speaker
    assert speaker is not None
    assert speaker.name == "Tom Reed"
    assert "Tom Reed said: “I pay 40 euros a month”." in found
