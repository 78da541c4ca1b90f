"""The catalogues of what people read: collected from the sources and compiled, all by Babel.

The texts in the sources are English; `config/locale/it` holds the Italian. GNU gettext isn't
needed, so that a bare machine can set itself up.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils import translation
from django.utils.translation.template import templatize

from claims.errors import DomainError

BASE = Path(__file__).resolve().parent.parent
LOCALE = BASE / "config" / "locale"
ROOMS = ("claims", "annotations", "config")
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}

MessageId = str | tuple[str, str]
Found = tuple[MessageId, str, str | None]
"""A message, the file it stands in, and its context."""


def catalogue_path(language: str, kind: str) -> Path:
    """Give the place of a language's catalogue; kind is po or mo."""
    return LOCALE / language / "LC_MESSAGES" / f"django.{kind}"


def read_catalogue(language: str) -> Catalog:
    """Read a language's catalogue; empty where there is none yet."""
    path = catalogue_path(language, "po")
    if not path.exists():
        return Catalog(locale=language, domain="django", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="django")


def compile_catalogue(language: str) -> bool:
    """Compile the catalogue for Django where it changed; says whether it did."""
    source, target = catalogue_path(language, "po"), catalogue_path(language, "mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return False
    fresh = target.with_suffix(".new")
    with fresh.open("wb") as file:
        write_mo(file, read_catalogue(language))
    fresh.replace(target)
    return True


def update_catalogue(language: str) -> list[object]:
    """Bring the catalogue to what the sources say; returns what has no translation yet."""
    kept = read_catalogue(language)
    fresh = Catalog(locale=language, domain="django", fuzzy=False, project="Vaglio")
    for message, place, context in messages_in_sources():
        former = kept.get(message, context=context)
        fresh.add(message, former.string if former else None, [(place, 0)], context=context)
    path = catalogue_path(language, "po")
    path.parent.mkdir(parents=True, exist_ok=True)
    written = io.BytesIO()
    write_po(written, fresh, width=100, sort_by_file=True, include_lineno=False, omit_header=False)
    path.write_bytes(_without_dates(written.getvalue()))
    return untranslated(fresh)


def untranslated(catalogue: Catalog) -> list[object]:
    """List the messages that lack a translation, or a plural of one."""
    return [message.id for message in catalogue if message.id and not all(_forms(message.string))]


def messages_in_sources() -> Iterator[Found]:
    """Give every message of the project's own Python files, templates and error titles."""
    for room in ROOMS:
        for path in sorted((BASE / room).rglob("*")):
            if path.suffix == ".py" and "migrations" not in path.parts:
                yield from _extracted(io.BytesIO(path.read_bytes()), path)
            elif path.suffix in (".html", ".txt") and "templates" in path.parts:
                code = templatize(path.read_text(), origin=str(path))
                flat = "\n".join(line.lstrip() for line in code.split("\n"))  # Python's rule
                yield from _extracted(io.BytesIO(flat.encode()), path)
    for error in _kin(DomainError):
        yield _title(error), f"{error.__module__.replace('.', '/')}.py", None


def _extracted(code: BinaryIO, path: Path) -> Iterator[Found]:
    place = str(path.relative_to(BASE))
    for _, function, words, _comments in extract_python(code, KEYWORDS, (), {}):
        texts = [words] if isinstance(words, str) else [word for word in words or () if word]
        if not texts:
            continue
        name = str(function)
        context = texts.pop(0) if name.startswith("pgettext") else None
        plural = name.startswith("n") and len(texts) > 1
        yield (texts[0], texts[1]) if plural else texts[0], place, context


def _kin(error: type[DomainError]) -> Iterator[type[DomainError]]:
    yield error
    for below in error.__subclasses__():
        yield from _kin(below)


def _title(error: type[DomainError]) -> str:
    with translation.override("en"):
        return str(error.title)


def _forms(string: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [string or ""] if isinstance(string, str | None) else list(string)


def _without_dates(written: bytes) -> bytes:
    """Leave out what changes with every run and says nothing."""
    lines = written.split(b"\n")
    noise = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By')
    return b"\n".join(line for line in lines if not line.startswith(noise))
