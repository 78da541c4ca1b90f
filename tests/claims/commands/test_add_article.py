"""manage.py add_article."""

from __future__ import annotations

import io
import sys
import uuid

import pytest
from django.core.management import CommandError, call_command

from claims.models import Article, ExtractionRun

pytestmark = pytest.mark.django_db
TEXT = "Il comune ha aperto 12 nuove scuole nel 2024.\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "notizia.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def add(*words):
    out, err = io.StringIO(), io.StringIO()
    call_command("add_article", *words, stdout=out, stderr=err)
    return Article.objects.get(pk=uuid.UUID(out.getvalue().strip())), err.getvalue()


def test_a_file_is_stored_and_its_splitting_queued(file):
    article, told = add(file, "--publisher", "Il Foglio", "--published-at", "2024-05-03",
                        "--language", "it", "--title", "Scuole")  # fmt: skip
    assert (article.text, article.publisher, article.title) == (TEXT.strip(), "Il Foglio", "Scuole")
    assert article.published_at.isoformat().startswith("2024-05-02T22:00")
    assert article.extraction_runs.get().extraction_state == "queued"
    assert told == ""


def test_waiting_splits_it_here(file):
    article, _ = add(file, "--wait")
    assert article.extraction_runs.get().extraction_state == "done"


def test_standard_input_is_a_file_too(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert add("-")[0].text == TEXT.strip()


def test_the_same_file_again_gives_the_same_id(file):
    first, _ = add(file)
    again, told = add(file)
    assert first == again
    assert "already" in told
    assert ExtractionRun.objects.count() == 1


def test_an_address_is_queued_or_read_at_once(web):
    url = web.page("/a", TEXT, "text/plain")
    article, _ = add(url)
    assert article.reading_state == "queued"
    article, _ = add(url, "--wait")
    assert (article.reading_state, article.text) == ("read", TEXT.strip())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["/non/esiste.txt"], "No such file"),
        (["ftp://a.example/"], "invalid-url"),
        (["http://10.0.0.1/"], "private-address"),
        (["{file}", "--language", "fr"], "unsupported-language"),
        (["{file}", "--published-at", "ieri"], "no ISO date"),
        ([], "URL_OR_FILE"),
    ],
)
def test_what_cannot_be_added_is_an_error(file, words, told):
    with pytest.raises(CommandError, match=told):
        add(*(word.format(file=file) for word in words))
    assert not Article.objects.exists()


def test_waiting_for_a_page_that_fails_is_an_error(web):
    with pytest.raises(CommandError, match="http-error"):
        add(web.url + "/manca", "--wait")
