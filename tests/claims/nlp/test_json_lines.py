"""Lines of JSON: one in, one out, whatever they hold."""

from __future__ import annotations

import json

import pytest

from claims.nlp.json_lines import dumps, score_lines, split_line


def test_a_line_gives_its_document_with_its_id() -> None:
    line = json.dumps({"id": "a1", "text": "Il PIL è cresciuto del 2% nel 2024."}).encode()
    answer = split_line(line, "auto")
    document = json.loads(answer.line)
    assert answer.is_done
    assert document["id"] == "a1"
    assert document["quantities"][0]["value"] == 2


@pytest.mark.parametrize(
    ("line", "line_id", "error"),
    [
        (b"no json", None, "not_json"),
        (b"[1]", None, "not_an_object"),
        (b"\xff\xfe", None, "wrong_encoding"),
        (b'{"id": 7}', 7, "no_text"),
        (b'{"id": 7, "text": 3}', 7, "no_text"),
        (b'{"id": "x", "text": ""}', "x", "empty"),
        (b'{"id": "x", "text": " "}', "x", "whitespace_only"),
        (b'{"id": "x", "text": "Ciao.", "language": "fr"}', "x", "unsupported_language"),
        (b'{"id": "x", "text": "Ciao.", "language": 5}', "x", "bad_language"),
        (b'{"id": "x", "text": "Ciao.", "date": "ieri"}', "x", "bad_date"),
        (b"[" * 100_000, None, "not_json"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(line: bytes, line_id: object, error: str) -> None:
    answer = split_line(line, "auto")
    document = json.loads(answer.line)
    assert not answer.is_done
    assert (document["id"], document["error"]) == (line_id, error)


def test_the_date_of_a_line_resolves_what_is_relative() -> None:
    line = json.dumps({"id": 1, "text": "È crollato ieri il ponte di Sasso.", "date": "2024-07-15"})
    assert json.loads(split_line(line.encode(), "it").line)["dates"][0]["edtf"] == "2024-07-14"


def test_sentences_are_scored_in_order_with_their_ids() -> None:
    lines = [
        b'{"id": "a", "text": "The tax rose by 3% in 2020."}',
        b"broken",
        b'{"id": "c", "text": "Wow!"}',
    ]
    answers = [json.loads(a.line) for a in score_lines(lines, is_json=True)]
    assert [a["id"] for a in answers] == ["a", None, "c"]
    assert answers[0]["check_worthiness"] > answers[2]["check_worthiness"]
    assert answers[1]["error"] == "not_json"


def test_plain_lines_get_their_number() -> None:
    answers = score_lines([b"Uno.", "Perché\u0301? 👍".encode()], is_json=False, first=5)
    assert [json.loads(a.line)["id"] for a in answers] == [5, 6]


def test_a_lone_surrogate_can_be_printed() -> None:
    assert json.loads(dumps({"text": "\ud83d è"}).encode("utf-8").decode()) == {"text": "\ud83d è"}
