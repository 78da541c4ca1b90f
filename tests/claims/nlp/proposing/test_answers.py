"""Only what keeps to the form is an answer."""

from __future__ import annotations

import json
from typing import Any

import pytest

from claims.nlp.proposing.answers import BadAnswerError, message_of, read_answer
from claims.nlp.proposing.proposal import AskedSentence, Proposal, Question

QUESTION = Question("it", "", "", (AskedSentence(3, 0, 9, "Piove 👍."),))
GOOD = {"sentence": 3, "pieces": ["Piove"], "text": "Piove."}


def answer(*claims: Any, **others: Any) -> str:
    return json.dumps({"claims": list(claims), **others})


def test_a_good_answer_is_read():
    assert read_answer(answer(GOOD), QUESTION) == [Proposal(3, ("Piove",), "Piove.")]


def test_a_sentence_that_was_not_asked_about_is_left_out():
    assert read_answer(answer(GOOD | {"sentence": 4}), QUESTION) == []


@pytest.mark.parametrize(
    "content",
    [
        "",
        "Certo! Ecco le affermazioni.",
        f"```json\n{answer(GOOD)}\n```",
        answer(GOOD)[:-5],
        "[" * 100_000,
        "[]",
        "null",
        json.dumps({"claims": None}),
        answer(GOOD, verdict="false"),
        answer(GOOD | {"rating": "false"}),
        answer({"sentence": 3, "pieces": ["Piove"]}),
        answer(GOOD | {"sentence": "3"}),
        answer(GOOD | {"sentence": True}),
        answer(GOOD | {"sentence": 3.0}),
        answer(GOOD | {"pieces": "Piove"}),
        answer(GOOD | {"pieces": []}),
        answer(GOOD | {"pieces": [1]}),
        answer(GOOD | {"pieces": ["Piove"] * 13}),
        answer(GOOD | {"text": None}),
        answer(GOOD | {"text": "a" * 1_001}),
        answer(*[GOOD] * 401),
    ],
)
def test_whatever_else_is_none(content):
    with pytest.raises(BadAnswerError):
        read_answer(content, QUESTION)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<html>",
        "[]",
        "{}",
        '{"choices": []}',
        '{"choices": [{"message": null}]}',
        '{"choices": [{"message": {"content": null}}]}',
        '{"choices": [{"message": {"content": "\\ud83d"}}]}',
        '{"choices": [{"message": {"content": "\\u0000"}}]}',
        "[" * 100_000,
    ],
)
def test_a_body_without_a_message_is_none(body):
    with pytest.raises(BadAnswerError):
        message_of(body)
