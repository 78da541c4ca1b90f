"""Pages and files become text with what the page says of itself."""

from __future__ import annotations

import datetime

import pytest

from claims.decoding import decode
from claims.errors import NotReadable
from claims.fetching import Fetched
from claims.reading import read_fetched, read_file, read_page

PAGE = """<!doctype html><html lang="it-IT"><head><title>Nuove scuole | Il Foglio di prova</title>
<meta property="og:title" content="Nuove scuole in città">
<meta property="og:site_name" content="Il Foglio di prova">
<meta property="article:published_time" content="2024-05-03T10:20:00+02:00">
<link rel="canonical" href="https://www.foglio.example/scuole?utm_source=rss">
</head><body><nav><a href="/">Prima pagina</a> <a href="/sport">Sport</a></nav>
<article><h1>Nuove scuole in città</h1>
<p>Il comune ha aperto <b>dodici</b> nuove scuole nel 2024, con una spesa di
   3 milioni di euro.</p>
<h2>Le altre promesse</h2>
<p>«Ne apriremo altre tre», ha detto la sindaca Anna Righi<br>in una conferenza stampa 👍.</p>
<ul><li>Una scuola in centro per trecento alunni</li><li>Due scuole in periferia</li></ul>
<blockquote><p>La scuola resta il primo pensiero di questa giunta.</p></blockquote>
</article><footer>Contatti e note legali</footer></body></html>"""

TEXT = """Il comune ha aperto dodici nuove scuole nel 2024, con una spesa di 3 milioni di euro.

Le altre promesse

«Ne apriremo altre tre», ha detto la sindaca Anna Righi
in una conferenza stampa 👍.

Una scuola in centro per trecento alunni

Due scuole in periferia

La scuola resta il primo pensiero di questa giunta."""


def test_a_page_gives_its_words_by_paragraph_and_what_it_says_of_itself(settings):
    page = read_page(PAGE, "https://foglio.example/scuole?x=1")
    assert page.text == TEXT
    assert page.title == "Nuove scuole in città"
    assert page.publisher == "Il Foglio di prova"
    assert page.published_at.date() == datetime.date(2024, 5, 3)
    assert page.language == "it"
    assert page.canonical_url == "https://www.foglio.example/scuole"


def test_a_page_cannot_claim_the_address_of_another_site():
    page = read_page(PAGE, "https://altrove.example/copia")
    assert page.canonical_url == "https://altrove.example/copia"


@pytest.mark.parametrize(
    "html",
    ["<html><body></body></html>", "<html><body><nav>Menu</nav></body></html>", "<!-- x -->"],
)
def test_a_page_without_an_article_holds_nothing_to_read(html):
    with pytest.raises(NotReadable) as refusal:
        read_page(html, "https://foglio.example/")
    assert refusal.value.code == "nothing-to-read"


BODY = "<p>Però la città è più povera di così, perché c’è la crisi — dice l’istituto.</p>" * 3


@pytest.mark.parametrize(
    ("head", "content_type", "encoding"),
    [
        ("", "text/html; charset=utf-8", "utf-8"),
        ("", "text/html", "utf-8"),
        ("", "text/html; charset=ISO-8859-1", "cp1252"),
        ("", "text/html; charset=iso-8859-1", "utf-8"),
        ('<meta charset="windows-1252">', "text/html", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "", "cp1252"),
        ("", "text/html", "cp1252"),
        ("", "text/html; charset=nessuno", "utf-8"),
        ("", "text/html", "utf-8-sig"),
        ("", "text/html", "utf-16"),
    ],
)
def test_a_page_is_decoded_as_it_was_written(head, content_type, encoding):
    body = f"<body><article>{BODY}</article></body>"
    html = f"<html><head>{head}<title>Prova</title></head>{body}</html>"
    if "8859-15" in head:
        html = html.replace("’", "'").replace("—", "-")
    fetched = Fetched(
        html.encode(encoding),
        content_type,
        "https://foglio.example/a",
        datetime.datetime.now(datetime.UTC),
    )
    assert "Però la città è più povera di così, perché c" in read_fetched(fetched).text


def test_a_few_broken_bytes_do_not_spoil_a_page_but_many_do():
    html = "<p>" + "perché " * 3000
    assert "\ufffd" in decode(html.encode() + b"\xe9", "text/html; charset=utf-8", is_page=True)
    with pytest.raises(NotReadable) as refusal:
        decode(html.encode("latin-1"), "text/html; charset=utf-8", is_page=True)
    assert refusal.value.code == "wrong-encoding"


def test_a_plain_text_page_is_its_own_text():
    fetched = Fetched(
        "<p> è scritto così.".encode(), "text/plain", "https://foglio.example/n.txt",
        datetime.datetime.now(datetime.UTC),
    )  # fmt: skip
    page = read_fetched(fetched)
    assert (page.text, page.canonical_url) == (
        "<p> è scritto così.",
        "https://foglio.example/n.txt",
    )


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty-text"),
        ("a.html", b"", "empty-text"),
        ("a.txt", "\u2003\n\t".encode(), "whitespace-only"),
        ("a.txt", bytes(range(256)), "binary-text"),
        ("a.txt", b"PK\x03\x04", "binary-text"),
        ("a.txt", "Привет, мир".encode("koi8-r"), "wrong-encoding"),
        ("a.txt", b"\xef\xbb\xbf\xff\xff", "wrong-encoding"),
    ],
)
def test_a_file_that_holds_no_text_says_why(name, content, code):
    with pytest.raises(NotReadable) as refusal:
        read_file(name, content)
    assert refusal.value.code == code
