"""/sources/ and the copies of sources"""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from annotations.models import ArchivedCopy, Source
from annotations.tasks import read_copy
from tests.annotations.pdfs import pdf_of
from tests.factories import Cast

PAGE = """<!doctype html><html lang="it"><head><title>Nascite</title></head><body><article>
<h1>Nascite nel 2024</h1><p>Nel 2024 sono nati 370 mila bambini 👶, il dato più basso di sempre.</p>
<p>“Serve una svolta”, ha detto la ministra, perche\u0301 il calo dura da sedici anni.</p>
</article></body></html>"""
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 32


@pytest.fixture
def source(cast: Cast) -> Source:
    return Source.objects.create(url="https://istat.example/nati", title="Nascite 100%")


def address(source: Source, tail: str = "") -> str:
    return f"/api/v1/sources/{source.pk}/{tail}"


def upload(client: APIClient, source: Source, content: bytes, name: str = "copia") -> Any:
    file = SimpleUploadedFile(name, content)
    return client.post(address(source, "copy/"), {"file": file}, format="multipart")


@pytest.mark.parametrize(
    ("words", "found"),
    [("", 2), ("nascite", 1), ("100%", 1), ("istat.example", 1), ("%", 1), ("qq", 0)],
)
def test_sources_are_found_by_title_publisher_and_address(
    ada: APIClient, source: Source, words: str, found: int
) -> None:
    Source.objects.create(url="https://comune.example/bilancio", publisher="Comune di Prova")
    answer = ada.get("/api/v1/sources/", {"q": words})
    assert answer.status_code == 200
    assert len(answer.json()["results"]) == found


def test_the_list_is_paged_and_its_queries_do_not_grow(ada: APIClient, cast: Cast) -> None:
    for number in range(12):
        made = Source.objects.create(url=f"https://a.example/{number}")
        ArchivedCopy.objects.create(source=made)
    seen: list[str] = []
    address: str | None = "/api/v1/sources/?page_size=5"
    counts = set()
    while address:
        with CaptureQueriesContext(connection) as queries:
            page = ada.get(address).json()
        counts.add(len(queries))
        seen += [row["url"] for row in page["results"]]
        address = page["next"]
    assert seen == [f"https://a.example/{number}" for number in reversed(range(12))]
    assert len(counts) == 1


def test_a_source_is_added_once_and_its_page_is_fetched(
    ada: APIClient, cast: Cast, run_tasks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    monkeypatch.setattr("annotations.tasks.archive_source.wake", called.append)
    with run_tasks():
        made = ada.post("/api/v1/sources/", {"url": "https://istat.example/nati"})
        known = ada.post("/api/v1/sources/", {"url": "HTTPS://istat.EXAMPLE:443/nati#tab?utm_id=3"})
    assert (made.status_code, known.status_code) == (201, 200)
    assert made.json() == known.json()
    assert made.json()["copy"]["state"] == "queued"
    assert made.headers["Location"] == f"/api/v1/sources/{made.json()['id']}/"
    assert set(called) == {str(ArchivedCopy.objects.get().pk)}
    assert Source.objects.get().added_by == cast.ada


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({}, 400),
        ({"url": ""}, 400),
        ({"url": "https://a.example/", "file": "x"}, 400),
        ({"file": "not a file"}, 400),
        ({"url": "ftp://a.example"}, 422),
        ({"url": "no words"}, 422),
    ],
)
def test_a_source_without_an_address_is_refused(
    ada: APIClient, sent: dict[str, str], code: int
) -> None:
    assert ada.post("/api/v1/sources/", sent).status_code == code
    assert not Source.objects.exists()


def add_file(client: APIClient, content: bytes, name: str = "Nota stampa.pdf", **known: str) -> Any:
    sent = {"file": SimpleUploadedFile(name, content), **known}
    return client.post("/api/v1/sources/", sent, format="multipart")


def test_a_file_is_a_source_and_its_words_are_read(
    ada: APIClient, cast: Cast, run_tasks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotations.tasks.read_copy.wake", read_copy)
    content = pdf_of(["Nel 2024 sono nati 370 mila bambini."], title="Nascite")
    with run_tasks():
        made = add_file(ada, content, publisher="Istat")
    assert made.status_code == 201
    assert (made.json()["url"], made.json()["title"]) == ("", "Nota stampa")
    assert (made.json()["copy"]["state"], made.json()["copy"]["text_state"]) == ("kept", "waiting")
    shown = ada.get(made.headers["Location"]).json()
    assert (shown["copy"]["has_text"], shown["copy"]["text_state"]) == (True, "read")
    text = ada.get(f"{made.headers['Location']}copy/text/").json()["text"]
    assert text == "Nel 2024 sono nati 370 mila bambini."
    assert Source.objects.get().added_by == cast.ada


def test_the_same_file_is_one_source_however_it_came(
    ada: APIClient, bruno: APIClient, source: Source
) -> None:
    content = pdf_of(["Nel 2024 sono nati 370 mila bambini."])
    first, again = add_file(ada, content), add_file(bruno, content, "altro.pdf")
    assert (first.status_code, again.status_code) == (201, 200)
    assert (first.json()["id"], again.json()["title"]) == (again.json()["id"], "Nota stampa")
    upload(ada, source, PNG)
    known = add_file(ada, PNG, "foto.png")
    assert (known.status_code, known.json()["id"]) == (200, str(source.pk))
    assert Source.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b"MZ\x90\x00\x03", "unsupported-type"),
        (PAGE.encode(), "unsupported-type"),
        (b"%PDF-" + b"a" * 2001, "too-large"),
    ],
)
def test_a_file_that_is_no_document_is_refused(
    ada: APIClient, settings: LazySettings, content: bytes, code: str
) -> None:
    settings.COPY_MAX_BYTES = 2000
    answer = add_file(ada, content)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not Source.objects.exists()


def test_a_source_that_came_by_file_is_given_an_address_once(
    ada: APIClient, source: Source
) -> None:
    there = add_file(ada, PNG, "foto.png").headers["Location"]
    assert ada.post(f"{there}archive/").json()["code"] == "wrong-state"
    taken = ada.patch(there, {"url": source.url})
    assert (taken.status_code, taken.json()["code"]) == (409, "address-taken")
    assert taken.json()["source"] == str(source.pk)
    assert ada.patch(there, {"url": "ftp://a.example"}).json()["code"] == "invalid-url"
    given = ada.patch(there, {"url": "HTTPS://B.example:443/foto#x"})
    assert (given.status_code, given.json()["url"]) == (200, "https://b.example/foto")
    assert ada.patch(there, {"url": "https://c.example/"}).json()["code"] == "wrong-state"


def test_a_source_is_read_and_answers_304(ada: APIClient, source: Source) -> None:
    answer = ada.get(address(source))
    assert answer.json() == {
        "id": str(source.pk),
        "url": "https://istat.example/nati",
        "title": "Nascite 100%",
        "publisher": "",
        "published_on": None,
        "copy": None,
        "link": {"state": "unchecked", "checked_at": None, "problem": ""},
    }
    headers = {"If-None-Match": answer.headers["ETag"]}
    assert ada.get(address(source), headers=headers).status_code == 304
    assert ada.get(address(source)).headers["Last-Modified"]


def test_details_are_corrected(ada: APIClient, source: Source) -> None:
    change = {"publisher": "Istat", "published_on": "2025-03-31"}
    answer = ada.patch(address(source), change)
    assert answer.status_code == 200
    assert (answer.json()["title"], answer.json()["publisher"]) == ("Nascite 100%", "Istat")
    bad = ada.patch(address(source), {"published_on": "ieri"})
    assert (bad.status_code, bad.json()["errors"][0]["pointer"]) == (400, "/published_on")
    moved = ada.patch(address(source), {"url": "https://b.example/"})
    assert (moved.status_code, moved.json()["code"]) == (409, "wrong-state")
    assert ada.patch(address(source), {"url": source.url}).status_code == 200


def test_a_fetch_is_queued_once(
    ada: APIClient, source: Source, run_tasks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    monkeypatch.setattr("annotations.tasks.archive_source.wake", called.append)
    with run_tasks():
        for _ in range(2):
            answer = ada.post(address(source, "archive/"))
            assert (answer.status_code, answer.json()["copy"]["state"]) == (202, "queued")
    assert set(called) == {str(ArchivedCopy.objects.get().pk)}


@pytest.mark.parametrize(
    ("content", "content_type", "words"),
    [
        (PAGE.encode(), "text/html", "370 mila bambini 👶"),
        ("Nati: 370 mila 👶, perché".encode(), "text/plain; charset=utf-8", "370 mila 👶, perché"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "application/pdf", ""),
        (PNG, "image/png", ""),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg", ""),
    ],
)
def test_a_file_is_kept_under_the_type_its_bytes_have(
    ada: APIClient, source: Source, content: bytes, content_type: str, words: str
) -> None:
    answer = upload(ada, source, content, "nome.exe")
    assert answer.status_code == 201
    copy = answer.json()["copy"]
    assert (copy["state"], copy["content_type"]) == ("kept", content_type)
    assert (copy["has_text"], copy["attached_by"]) == (bool(words), "Ada Neri")
    text = ada.get(address(source, "copy/text/")).json()
    assert words in text["text"]
    assert text["sha256"] == copy["sha256"]
    assert bytes(ArchivedCopy.objects.get().content or b"") == content


def test_a_text_alone_is_a_copy_too(ada: APIClient, source: Source) -> None:
    text = "  Prima riga “1”\n\nSeconda 👶 e\u0301  "
    assert ada.post(address(source, "copy/"), {"text": text}).status_code == 201
    assert ada.get(address(source, "copy/text/")).json()["text"] == text


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty-file"), (b"MZ\x90\x00\x03", "unsupported-type"), (b"a" * 2001, "too-large")],
)
def test_what_cannot_be_kept_is_a_problem(
    ada: APIClient, source: Source, settings: LazySettings, content: bytes, code: str
) -> None:
    settings.COPY_MAX_BYTES = 2000
    answer = upload(ada, source, content)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not source.copies.exists()


@pytest.mark.parametrize("sent", [{}, {"text": "x", "file": "y"}, {"file": "not a file"}])
def test_a_copy_needs_exactly_a_file_or_a_text(
    ada: APIClient, source: Source, sent: dict[str, str]
) -> None:
    assert ada.post(address(source, "copy/"), sent).status_code == 400


def test_a_copy_is_saved_as_it_was_and_never_run(ada: APIClient, source: Source) -> None:
    page = b"<!doctype html><html><script>alert(1)</script><p>x"
    upload(ada, source, page)
    answer = ada.get(address(source, "copy/file/"))
    assert answer.content == page
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert answer.headers["Content-Disposition"].endswith('.html"')
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    headers = {"If-None-Match": answer.headers["ETag"]}
    assert ada.get(address(source, "copy/file/"), headers=headers).status_code == 304


def test_without_a_kept_copy_there_are_no_words(ada: APIClient, source: Source) -> None:
    ArchivedCopy.objects.create(source=source)
    assert ada.get(address(source, "copy/text/")).status_code == 404
    assert ada.get(address(source, "copy/file/")).status_code == 404


@pytest.mark.parametrize("tail", ["", "archive/", "copy/", "copy/text/", "copy/file/"])
def test_sources_are_for_the_desk(
    anonymous: APIClient, stranger: APIClient, source: Source, tail: str
) -> None:
    for client, expected in ((anonymous, 401), (stranger, 403)):
        method = client.get if tail in ("", "copy/text/", "copy/file/") else client.post
        assert method(address(source, tail)).status_code == expected
