"""POST /articles/."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claims.models import Article, Claim, ExtractionRun
from claims.waking import WakingTask

URL = "/api/v1/articles/"
TEXT = "Il comune ha aperto 12 nuove scuole nel 2024.\n\nLa spesa è salita a 3 milioni di euro.\n"
HTML = """<!doctype html><html lang="it"><head><title>Nuove scuole</title>
<meta property="og:site_name" content="Il Foglio di prova">
<meta property="article:published_time" content="2024-05-03T10:20:00+02:00"></head>
<body><article><h1>Nuove scuole</h1>
<p>Il comune ha aperto dodici nuove scuole nel 2024, con una spesa di 3 milioni di euro.</p>
<p>«Ne apriremo altre tre», ha detto la sindaca Anna Righi in una conferenza stampa.</p>
</article></body></html>"""


def test_a_text_is_stored_and_split(ada, run_tasks):
    with run_tasks():
        response = ada.post(URL, {"text": TEXT, "title": "Scuole", "published_at": "2024-05-03"})
    assert response.status_code == 202
    assert response["Location"] == f"{URL}{response.data['id']}/"
    body = ada.get(response["Location"]).json()
    assert body["title"] == "Scuole"
    assert body["text"] == TEXT.strip()
    assert body["language"] == "it"
    assert body["published_at"].startswith("2024-05-03T00:00:00+02:00")
    assert body["reading"] == {"state": "read", "problem": "", "detail": ""}
    assert body["extraction"]["state"] == "done"
    assert body["extraction"]["progress"] == 1
    assert body["counts"]["claims"] == body["counts"]["proposed"] == Claim.objects.count() > 0


def test_a_day_before_clocks_kept_whole_minutes_is_told_in_utc(ada):
    added = ada.post(URL, {"text": TEXT, "published_at": "1861-03-17"}).json()
    assert added["published_at"] == "1861-03-16T23:10:04Z"  # Rome was 49 min 56 s ahead
    assert ada.get(f"{URL}{added['id']}/").json()["published_at"] == added["published_at"]


def test_the_same_text_again_is_the_same_article(ada, run_tasks):
    with run_tasks():
        first = ada.post(URL, {"text": TEXT})
        again = ada.post(URL, {"text": "\r\n" + TEXT.replace("\n", "\r\n")})
    assert (first.status_code, again.status_code) == (202, 200)
    assert again["Location"] == first["Location"]
    assert Article.objects.count() == ExtractionRun.objects.count() == 1


def test_another_text_at_the_same_address_is_a_new_revision(ada):
    given = {"canonical_url": "https://giornale.example/scuole?utm_source=x#top"}
    first = ada.post(URL, {"text": TEXT, **given}).json()
    second = ada.post(URL, {"text": TEXT + "\nIl sindaco conferma la notizia.", **given}).json()
    third = ada.post(URL, {"text": TEXT + "\nIl sindaco smentisce la notizia.", **given}).json()
    assert first["canonical_url"] == "https://giornale.example/scuole"
    assert second["supersedes"] == first["id"]
    assert third["supersedes"] == second["id"]
    assert ada.get(f"{URL}{first['id']}/").json()["superseded_by"] == second["id"]


@pytest.mark.parametrize("name", ["pagina.html", "pagina"])
def test_an_html_file_is_read_as_a_page(ada, name):
    upload = SimpleUploadedFile(name, HTML.encode(), "application/octet-stream")
    response = ada.post(URL, {"file": upload}, format="multipart")
    assert response.status_code == 202, response.data
    body = response.json()
    assert body["title"] == "Nuove scuole"
    assert body["publisher"] == "Il Foglio di prova"
    assert body["published_at"].startswith("2024-05-03")
    assert body["text"].startswith("Il comune ha aperto")
    assert "\n\n«Ne apriremo" in body["text"]


def test_what_the_person_says_goes_before_what_the_page_says(ada):
    upload = SimpleUploadedFile("pagina.html", HTML.encode(), "text/html")
    response = ada.post(URL, {"file": upload, "title": "Altro"}, format="multipart")
    assert response.json()["title"] == "Altro"


def test_a_text_file_in_windows_letters_is_read(ada):
    text = "La città è già più povera: così dice l’istituto di statistica."
    upload = SimpleUploadedFile("nota.txt", text.encode("cp1252"), "text/plain")
    response = ada.post(URL, {"file": upload}, format="multipart")
    assert response.json()["text"] == text


BAD = [
    ("empty-text", {"text": ""}),
    ("whitespace-only", {"text": " \n\t\u00a0 "}),
    ("binary-text", {"text": "PNG\x00\x01\x02 dati"}),
    ("too-long", {"text": "parola " * 150_000}),
    (
        "unsupported-language",
        {"text": "Die Regierung hat gestern ein neues Gesetz beschlossen. " * 4},
    ),
    ("unsupported-language", {"text": TEXT, "language": "fr"}),
    ("invalid-url", {"url": "ftp://giornale.example/x"}),
    ("invalid-url", {"url": "non è un indirizzo"}),
    ("invalid-url", {"url": ""}),
    ("invalid-url", {"url": "https://nome:segreto@giornale.example/"}),
    ("invalid-url", {"url": "https://giornale.example:8443/"}),
    ("invalid-url", {"text": TEXT, "canonical_url": "http://"}),
    ("private-address", {"url": "http://127.0.0.1/"}),
    ("private-address", {"url": "http://localhost/"}),
    ("private-address", {"url": "http://[::ffff:10.0.0.1]/"}),
    ("private-address", {"url": "http://169.254.169.254/latest/meta-data"}),
]


@pytest.mark.parametrize(("code", "body"), BAD)
def test_a_text_or_address_that_cannot_be_used_is_refused_by_name(ada, code, body):
    response = ada.post(URL, body)
    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["code"] == code
    assert response.json()["type"].endswith(f"/problems/{code}/")
    assert not Article.objects.exists()


BAD_FILES = [
    ("empty-text", "vuoto.txt", b""),
    ("whitespace-only", "spazi.txt", b" \r\n\t "),
    ("binary-text", "figura.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
    ("binary-text", "documento.pdf", b"%PDF-1.7 ..."),
    ("wrong-encoding", "russo.txt", "Правительство вчера приняло закон".encode("cp1251")),
    ("wrong-encoding", "rotto.txt", b"\xff\xfeL\x00a\x00\xd8"),
    ("nothing-to-read", "vuota.html", b"<html><body><nav>menu</nav></body></html>"),
    ("too-large", "grande.txt", b"a" * 5_000_001),
    ("too-long", "lungo.txt", b"parola " * 150_000),
]


@pytest.mark.parametrize(("code", "name", "content"), BAD_FILES)
def test_a_file_that_cannot_be_used_is_refused_by_name(ada, code, name, content):
    upload = SimpleUploadedFile(name, content, "text/plain")
    response = ada.post(URL, {"file": upload}, format="multipart")
    assert (response.status_code, response.json().get("code")) == (422, code)
    assert not Article.objects.exists()


def test_a_file_whose_declared_charset_does_not_fit_is_refused(ada):
    upload = SimpleUploadedFile("n.txt", "perché".encode("cp1252"), "text/plain; charset=utf-8")
    response = ada.post(URL, {"file": upload}, format="multipart")
    assert (response.status_code, response.json()["code"]) == (422, "wrong-encoding")


def test_half_a_character_is_a_wrong_encoding(ada):
    response = ada.generic("POST", URL, r'{"text": "met\ud83d di una faccina"}', "application/json")
    assert (response.status_code, response.json()["code"]) == (422, "wrong-encoding")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": TEXT, "url": "https://a.example/"},
        {"text": TEXT, "published_at": "ieri"},
        {"text": None},
    ],
)
def test_a_request_that_does_not_fit_the_form_is_invalid_input(ada, body):
    response = ada.post(URL, body)
    assert (response.status_code, response.json()["code"]) == (400, "invalid-input")
    assert response.json()["errors"]


def test_json_that_is_not_utf8_is_named(ada):
    response = ada.generic("POST", URL, '{"text": "è"}'.encode("latin-1"), "application/json")
    assert (response.status_code, response.json()["code"]) == (422, "wrong-encoding")


def test_json_that_is_no_json_is_named(ada):
    response = ada.generic("POST", URL, b"{", "application/json")
    assert (response.status_code, response.json()["code"]) == (400, "invalid-input")


def test_a_body_beyond_all_limits_is_not_read(ada, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = ada.post(URL, {"text": TEXT * 20})
    assert (response.status_code, response.json()["code"]) == (422, "too-large")


def test_a_broker_that_is_down_loses_nothing(ada, monkeypatch, run_tasks):
    def down(*args, **kwargs):
        raise WakingTask.OperationalError("connection refused")

    monkeypatch.setattr(WakingTask, "apply_async", down)
    with run_tasks():
        response = ada.post(URL, {"text": TEXT})
    assert response.status_code == 202
    assert ExtractionRun.objects.get().extraction_state == "queued"
