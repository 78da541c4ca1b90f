"""Texts and sentences as lines of JSON: one line in, one line out, errors as lines too.

Every function here can run in another process and never raises for what a line holds.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from claims.nlp.document import to_json
from claims.nlp.extract import score_sentences, split_text
from claims.nlp.types import Sentence, SplitDocument, SplitError, SplitRequest

Split = Callable[[SplitRequest], SplitDocument]


@dataclass(frozen=True, slots=True)
class Answer:
    """A line to print; `is_done` is False when it only says what was wrong."""

    line: str
    is_done: bool


class BadLineError(ValueError):
    """A line that doesn't say what it should; `code` names why, `line_id` is its id or None."""

    def __init__(self, code: str, detail: str, line_id: Any = None) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.line_id = line_id


def split_line(line: bytes, language: str, split: Split = split_text) -> Answer:
    """Split the text of one line {"id", "text", "language"?, "date"?}."""
    try:
        line_id, request = read_request(line, language)
    except BadLineError as error:
        return _failed(error.line_id, error.code, error.detail)
    return split_one(line_id, request, split)


def split_one(line_id: Any, request: SplitRequest, split: Split = split_text) -> Answer:
    """The document of one text, with its id."""
    try:
        document = split(request)
    except SplitError as error:
        return _failed(line_id, error.code, error.detail)
    except Exception as fault:  # one text must not stop the stream
        return _failed(line_id, "splitting_failed", f"{type(fault).__name__}: {fault}")
    return Answer(dumps({"id": line_id} | to_json(document, request.text)), True)


def read_request(line: bytes, language: str) -> tuple[Any, SplitRequest]:
    """Id and request of one line. Raises BadLineError."""
    fields = _read_object(line)
    line_id = fields.get("id")
    text = fields.get("text")
    if not isinstance(text, str):
        raise BadLineError("no_text", 'The line has no "text" that is a string.', line_id)
    asked = fields.get("language") or language
    if not isinstance(asked, str):
        raise BadLineError("bad_language", '"language" must be a string.', line_id)
    return line_id, SplitRequest(text, asked, _read_date(fields.get("date"), line_id))


def score_lines(lines: Sequence[bytes], *, is_json: bool, first: int = 1) -> list[Answer]:
    """Scores of sentences, one a line; plain lines get their number, from `first`, as id."""
    read = [
        _read_sentence(line, number) if is_json else _read_plain(line, number)
        for number, line in enumerate(lines, first)
    ]
    texts = [text for _, text in read if isinstance(text, str)]
    scored = iter(score_sentences(texts))
    return [
        _scored(line_id, next(scored))
        if isinstance(found, str)
        else _failed(line_id, found.code, found.detail)
        for line_id, found in read
    ]


def dumps(value: Any) -> str:
    """One line of JSON; a lone surrogate, which UTF-8 can't hold, is written as an escape."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return line


def _read_object(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLineError("wrong_encoding", "The line is not UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise BadLineError("not_json", f"The line is not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise BadLineError("not_an_object", "The line is JSON, but not an object.")
    return fields


def _read_date(shown: Any, line_id: Any) -> dt.date | None:
    if shown is None or shown == "":
        return None
    try:
        return dt.date.fromisoformat(str(shown)[:10])
    except ValueError as error:
        raise BadLineError("bad_date", f"{shown!r} is no ISO date.", line_id) from error


def _read_sentence(line: bytes, number: int) -> tuple[Any, str | BadLineError]:
    try:
        fields = _read_object(line)
    except BadLineError as error:
        return None, error
    text = fields.get("text")
    if not isinstance(text, str):
        return fields.get("id"), BadLineError("no_text", 'The line has no "text".')
    return fields.get("id"), text


def _read_plain(line: bytes, number: int) -> tuple[Any, str | BadLineError]:
    try:
        return number, line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        return number, BadLineError("wrong_encoding", "The line is not UTF-8.")


def _scored(line_id: Any, sentence: Sentence) -> Answer:
    answer = {
        "id": line_id,
        "check_worthiness": sentence.check_worthiness,
        "label": str(sentence.label),
        "checkable": sentence.checkable,
        "subjective": sentence.subjective,
    }
    return Answer(dumps(answer), True)


def _failed(line_id: Any, code: str, detail: str) -> Answer:
    return Answer(dumps({"id": line_id, "error": code, "detail": detail}), False)
