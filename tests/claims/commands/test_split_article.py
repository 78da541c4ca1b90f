"""`split_article` and `score_sentences`, run as a newsroom runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.absent_modules import only_runtime

ROOT = Path(__file__).parents[3]
TEXT = "Perche\u0301 chiude? 👍\r\nLa cava ha dato lavoro a 120 operai fino ad aprile 2021."


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


def lines_of(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_each_file_becomes_a_document_and_what_is_no_text_is_told(tmp_path: Path) -> None:
    article, image = tmp_path / "article.txt", tmp_path / "image.png"
    article.write_bytes(TEXT.encode())
    image.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\xff")
    missing = str(tmp_path / "not-there.txt")
    done = run("split_article", str(article), missing, str(image), "-", given=TEXT.encode())
    documents = lines_of(done)
    assert [d["id"] for d in documents] == [str(article), "-"]
    for document in documents:
        assert document["language"] == "it"
        for sentence in document["sentences"]:
            assert TEXT[sentence["start"] : sentence["end"]] == sentence["text"]
    assert b"not-there.txt" in done.stderr
    assert b"image.png" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.returncode == 1


def test_lines_are_answered_in_order_and_bad_ones_do_not_stop_them() -> None:
    texts = [json.dumps({"id": i, "text": TEXT}) for i in range(3)]
    bad = ["broken", "", json.dumps({"id": "last", "text": ""})]
    given = "\n".join([*texts, *bad, json.dumps({"id": 9, "text": TEXT})])
    done = run("split_article", "--jsonl", "--workers", "2", given=given.encode())
    answers = lines_of(done)
    assert [a["id"] for a in answers] == [0, 1, 2, None, "last", 9]
    assert [a.get("error") for a in answers] == [None] * 3 + ["not_json", "empty", None]
    assert done.returncode == 1
    assert b"2 of the texts" in done.stderr


def test_a_line_is_answered_before_the_next_is_sent() -> None:
    process = subprocess.Popen(
        [sys.executable, "manage.py", "split_article", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for number in range(2):
        process.stdin.write(json.dumps({"id": number, "text": TEXT}).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == number
    process.stdin.close()
    assert process.wait(60) == 0


def test_sentences_are_scored_one_a_line() -> None:
    done = run(
        "score_sentences", given="Il PIL è cresciuto del 2% nel 2023.\nChe bello!\n".encode()
    )
    assert done.returncode == 0
    first, second = lines_of(done)
    assert first["label"] == "checkable"
    assert first["check_worthiness"] > second["check_worthiness"]
    assert (first["id"], second["id"]) == (1, 2)


def test_scoring_json_lines_repeats_ids_and_tells_bad_lines() -> None:
    given = b'{"id": "a", "text": "The tax rose by 3% in 2020."}\nbroken\n'
    done = run("score_sentences", "--jsonl", given=given)
    assert [a["id"] for a in lines_of(done)] == ["a", None]
    assert done.returncode == 1
