"""What a copy is made of, by its bytes."""

from __future__ import annotations

import pytest

from annotations.sources.copy_content import readable, sniffed_type

PARAGRAPH = "<p>Nel 2024 sono nati 370 mila “bambini” 👶, perché il calo dura da sedici anni.</p>"
PAGE = (
    f"<!doctype html><html><head><title>Nascite</title></head><body>{PARAGRAPH * 3}</body></html>"
)

TYPES = [
    (PAGE.encode(), "text/html"),
    (b"\xef\xbb\xbf" + PAGE.encode(), "text/html"),
    (PAGE.encode("utf-16"), "text/plain"),
    (b"<?xml version='1.0'?><html xmlns='x'><body/></html>", "text/html"),
    ("Perché e\u0301 “così” 👶".encode(), "text/plain"),
    ("Perché".encode("cp1252"), "text/plain"),
    (b"a < b and c > d", "text/plain"),
    (b"", "text/plain"),
    (b"%PDF-1.4", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
    (b"\xff\xd8\xff\xdb", "image/jpeg"),
    (b"GIF89a", "image/gif"),
    (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
    (b"RIFF\x10\x00\x00\x00WAVEfmt ", None),
    (b"PK\x03\x04\x14\x00", None),
    (b"\x7fELF\x02\x01\x01\x00", None),
    (b"text with a \x00 in it", None),
]


@pytest.mark.parametrize(("content", "name"), TYPES)
def test_a_type_is_told_by_the_bytes(content: bytes, name: str | None) -> None:
    assert sniffed_type(content) == name


def test_a_page_gives_its_words_and_its_title() -> None:
    page = readable(PAGE.encode(), "text/html")
    assert "370 mila “bambini” 👶, perché" in page.text
    assert page.title == "Nascite"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_text_is_read_in_the_encoding_it_has(encoding: str) -> None:
    assert readable("Perché così".encode(encoding), "text/plain").text == "Perché così"


def test_the_servers_charset_is_believed_where_the_page_says_nothing() -> None:
    page = PAGE.replace("👶", "").encode("iso-8859-15", "replace")
    assert "perché" in readable(page, "text/html", "text/html; charset=iso-8859-15").text


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.4", "application/pdf"),
        (b"\x89PNG", "image/png"),
        (b"", "text/plain"),
        (b"   ", "text/plain"),
        (b"<html><body></body></html>", "text/html"),
    ],
)
def test_where_nothing_can_be_read_there_are_no_words(content: bytes, name: str) -> None:
    assert readable(content, name).text == ""
