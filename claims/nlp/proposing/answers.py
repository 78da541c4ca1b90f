"""A model's answer, read to the letter: what isn't in the form that was asked for is no answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from claims.nlp.proposing.proposal import Proposal, Question

MOST_CLAIMS = 400
MOST_PIECES = 12
LONGEST_TEXT = 1_000


class BadAnswerError(ValueError):
    """An answer that doesn't keep to the form."""


def read_answer(content: str, question: Question) -> list[Proposal]:
    """The proposals in an answer. Raises BadAnswerError.

    One about a sentence that wasn't asked for is left out: numbers can't stand in the form.
    """
    asked = {sentence.number for sentence in question.sentences}
    claims = read_object(content, {"claims"})["claims"]
    if not isinstance(claims, list) or len(claims) > MOST_CLAIMS:
        raise BadAnswerError("claims")
    return [one for one in map(_proposal, claims) if one.sentence in asked]


def message_of(body: str) -> str:
    """What the assistant says in a chat completion. Raises BadAnswerError."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, KeyError, IndexError, TypeError) as error:
        raise BadAnswerError("completion") from error
    if not isinstance(content, str) or not is_storable(content):
        raise BadAnswerError("completion")
    return content


def is_storable(content: str) -> bool:
    """Whether a text holds neither half a character nor a zero, which no database takes."""
    return "\0" not in content and not any("\ud800" <= char <= "\udfff" for char in content)


def read_object(content: str, keys: set[str]) -> dict[str, Any]:
    """A JSON object of exactly these keys. Raises BadAnswerError."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadAnswerError("not JSON") from error
    return _with_keys(found, keys)


def _with_keys(found: Any, keys: set[str]) -> dict[str, Any]:
    if not isinstance(found, dict) or found.keys() != keys:
        raise BadAnswerError("keys")
    return found


def _proposal(found: Any) -> Proposal:
    fields = _with_keys(found, {"sentence", "pieces", "text"})
    number, text = fields["sentence"], fields["text"]
    if not isinstance(number, int) or isinstance(number, bool):
        raise BadAnswerError("sentence")
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        raise BadAnswerError("text")
    return Proposal(number, tuple(_pieces(fields["pieces"])), text)


def _pieces(found: Any) -> Sequence[str]:
    is_list = isinstance(found, list) and 0 < len(found) <= MOST_PIECES
    if not is_list or not all(isinstance(piece, str) for piece in found):
        raise BadAnswerError("pieces")
    return list(found)
