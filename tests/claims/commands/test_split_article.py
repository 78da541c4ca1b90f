"""`split_article` and `score_sentences`: once as a newsroom runs them, else by their function.

A process of its own reads the language's models anew, which takes seconds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from select import select
from threading import Thread
from typing import Any, TextIO

import pytest
from django.core.management import CommandError, call_command

from tests.absent_modules import only_runtime
from tests.claims.model_server import claim, model_serving

ROOT = Path(__file__).parents[3]
TEXT = "Perche\u0301 chiude? 👍\r\nLa cava ha dato lavoro a 120 operai fino ad aprile 2021."
ENGLISH = "“Why now?” 👍 The quarry employed 120 people until April 2021."
Answers = list[dict[str, Any]]


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    # Neither a database nor the packages of the tests are to be had: the commands need none.
    environment = os.environ | only_runtime()
    environment |= {
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
        "OMP_NUM_THREADS": "1",
    }
    environment |= {"SECRET_KEY": "only-for-this-test-only-for-this-test-only-for-this-test"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env=environment,
        timeout=300,
        check=False,
    )


@contextmanager
def standard_input(monkeypatch: pytest.MonkeyPatch) -> Iterator[TextIO]:
    """Give what a command of this process reads from, as a pipe's other end."""
    reads, writes = os.pipe()
    with os.fdopen(reads) as source, os.fdopen(writes, "w") as given:
        monkeypatch.setattr(sys, "stdin", source)
        yield given


def answers(monkeypatch: pytest.MonkeyPatch, given: str, *arguments: str) -> tuple[Answers, str]:
    """Run a command here; give the lines it printed, and its complaint."""
    printed, complaint = StringIO(), ""
    with standard_input(monkeypatch) as lines:
        lines.write(given)
        lines.close()
        try:
            call_command(*arguments, stdout=printed)
        except CommandError as error:
            complaint = str(error)
    return read(printed.getvalue()), complaint


def read(printed: str) -> Answers:
    return [json.loads(line) for line in printed.splitlines()]


def test_each_file_becomes_a_document_and_what_is_no_text_is_told(tmp_path: Path) -> None:
    article, image = tmp_path / "article.txt", tmp_path / "image.png"
    article.write_bytes(ENGLISH.encode())
    image.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\xff")
    missing = str(tmp_path / "not-there.txt")
    done = run("split_article", str(article), missing, str(image), "-", given=TEXT.encode())
    documents = read(done.stdout.decode())
    assert [d["id"] for d in documents] == [str(article), "-"]
    for document, language, text in zip(documents, ("en", "it"), (ENGLISH, TEXT), strict=True):
        assert document["language"] == language
        for sentence in document["sentences"]:
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]
    assert b"not-there.txt" in done.stderr
    assert b"image.png" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.returncode == 1


def test_lines_are_answered_in_order_and_bad_ones_do_not_stop_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two processes share them: the first text takes one of them long, the rest are quick."""
    lines = [json.dumps({"id": 0, "text": TEXT}), "broken", ""]
    lines += [json.dumps({"id": name, "text": ""}) for name in ("third", "last")]
    command = ("split_article", "--jsonl", "--workers", "2")
    found, complaint = answers(monkeypatch, "\n".join(lines), *command)
    assert [answer["id"] for answer in found] == [0, None, "third", "last"]
    assert [answer.get("error") for answer in found] == [None, "not_json", "empty", "empty"]
    assert found[0]["sentences"]
    assert "3 of the texts" in complaint


def test_a_line_is_answered_before_the_next_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    reads, writes = os.pipe()
    with standard_input(monkeypatch) as lines, os.fdopen(reads) as printed:
        output = os.fdopen(writes, "w")
        command = ("split_article", "--jsonl")
        splitting = Thread(target=call_command, args=command, kwargs={"stdout": output})
        splitting.start()
        for number in range(2):
            lines.write(json.dumps({"id": number, "text": TEXT}) + "\n")
            lines.flush()
            ready, _, _ = select([reads], [], [], 60)
            assert ready, "no answer comes before the next line"
            assert json.loads(printed.readline())["id"] == number
        lines.close()
        splitting.join(60)
        assert not splitting.is_alive()
        output.close()


def test_an_operator_lets_the_model_propose(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    lines = "\n".join(json.dumps({"id": number, "text": ENGLISH}) for number in range(2))
    words = "The quarry employed 120 people"
    with model_serving() as server:
        settings.MODEL_URL, settings.MODEL_NAME = server.url, "prova"
        server.says = lambda material: [claim(1, words)]
        server.will(500)
        (alone, proposed), complaint = answers(
            monkeypatch, lines, "split_article", "--jsonl", "--model"
        )
        answers(monkeypatch, lines, "split_article", "--jsonl")
    assert len(server.heard) == 2
    assert alone["pipeline"] == "en-vaglio 1.0"
    assert proposed["pipeline"] == "en-vaglio 1.0 + prova"
    assert words + "." in [found["text"] for found in proposed["claims"]]
    assert complaint == "1 of the texts were split without all answers."


@pytest.mark.parametrize(
    ("url", "workers", "complaint"),
    [("", "1", "VAGLIO_MODEL_URL"), ("ftp://models/v1", "1", "http"), ("http://m/v1", "2", "one")],
)
def test_a_model_that_cannot_be_asked_is_told(
    monkeypatch: pytest.MonkeyPatch, settings: Any, url: str, workers: str, complaint: str
) -> None:
    settings.MODEL_URL, settings.MODEL_NAME = url, "prova"
    found, told = answers(monkeypatch, "", "split_article", "--model", "--workers", workers)
    assert complaint in told
    assert found == []


def test_sentences_are_scored_one_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    given = "Il PIL è cresciuto del 2% nel 2023.\nChe bello!\n"
    (first, second), complaint = answers(monkeypatch, given, "score_sentences")
    assert not complaint
    assert first["label"] == "checkable"
    assert first["check_worthiness"] > second["check_worthiness"]
    assert (first["id"], second["id"]) == (1, 2)


def test_scoring_json_lines_repeats_ids_and_tells_bad_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = '{"id": "a", "text": "The tax rose by 3% in 2020."}\nbroken\n'
    found, complaint = answers(monkeypatch, given, "score_sentences", "--jsonl")
    assert [answer["id"] for answer in found] == ["a", None]
    assert complaint
