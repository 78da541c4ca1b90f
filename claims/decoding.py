"""Bytes to words: which character encoding a page or file is written in."""

from __future__ import annotations

import codecs
import re

from django.utils.translation import gettext as _

from claims.errors import NotReadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_STARTS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\x7fELF",
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_META = re.compile(rb"""<(?:meta|\?xml)[^>]+(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_PARAMETER = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
# What the web calls Latin-1 and ASCII is Windows-1252 (WHATWG Encoding Standard).
_WINDOWS = {"iso8859-1", "ascii", "latin-1", "cp1252"}
_ITALIAN_OR_ENGLISH = frozenset(
    "àèéìíòóùúâêîôûäëïöüçñáãåæøœßÀÈÉÌÍÒÓÙÚÂÊÎÔÛÄËÏÖÜÇÑÁ«»“”‘’‚„‹›–—…€£°ªº§©®™·•×½¼¾²³±\u00a0\u00ad"
)
_MAX_BROKEN = 0.001


def decode(content: bytes, content_type: str = "", *, is_page: bool = False) -> str:
    """Turn `content` into text. Raises NotReadable: binary-text, wrong-encoding.

    UTF-8 is believed where it fits, whatever is declared; then the byte order mark or declared
    charset; then Windows-1252, where it gives what Italian and English are written with.
    is_page: a page may hold a few broken characters, as browsers show them (U+FFFD).
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    _refuse_binary(content)
    declared = _declared(content, content_type, is_page=is_page)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if declared == "utf-8":
            return _mended(content) if is_page else _strictly(content, "utf-8")
    if declared:
        return _strictly(content, declared)
    return _guessed(content)


def _refuse_binary(content: bytes) -> None:
    strange = len(_CONTROLS.findall(content))
    if content.startswith(_BINARY_STARTS) or b"\x00" in content or strange > len(content) // 50:
        raise NotReadable("binary-text", _("This isn't text."))


def _declared(content: bytes, content_type: str, *, is_page: bool) -> str:
    """Python's name of the charset that header or page declares; empty where none is known."""
    found = _PARAMETER.search(content_type)
    name = found[1] if found else ""
    if not name and is_page and (meta := _META.search(content[:4096])):
        name = meta[1].decode("ascii")
    try:
        canonical = codecs.lookup(name).name if name else ""
    except LookupError:
        return ""
    return "cp1252" if canonical in _WINDOWS else canonical


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise _wrong() from error


def _mended(content: bytes) -> str:
    text = content.decode("utf-8", "replace")
    if text.count("\ufffd") > max(2, len(text) * _MAX_BROKEN):
        raise _wrong()
    return text


def _guessed(content: bytes) -> str:
    text = _strictly(content, "cp1252")
    foreign = [letter for letter in text if letter > "\x7f"]
    if sum(letter not in _ITALIAN_OR_ENGLISH for letter in foreign) > len(foreign) // 20:
        raise _wrong()
    return text


def _wrong() -> NotReadable:
    return NotReadable("wrong-encoding", _("The characters can't be decoded; save it as UTF-8."))
