"""Every text people see has its Italian, and the catalogue is what the sources say."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.conf import settings
from django.urls import get_resolver
from django.utils import translation

from config import translations
from config.translations import messages_in_sources, read_catalogue, untranslated

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")


@pytest.fixture(scope="module")
def italian() -> Catalog:
    return read_catalogue("it")


def forms(text: object) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [])  # type: ignore[call-overload]


def placeholders(text: str) -> set[str]:
    return {match.group() for match in PLACEHOLDER.finditer(text)}


def test_every_message_of_the_sources_is_translated(italian: Catalog) -> None:
    assert get_resolver().url_patterns  # every module is loaded, so that all errors are known
    found = list(messages_in_sources())
    assert len(found) > 300
    missing = [
        (place, message)
        for message, place, context in found
        if not (entry := italian.get(message, context=context)) or not all(forms(entry.string))
    ]
    assert not missing, "run `python manage.py catalogue` and translate what it names"
    assert untranslated(italian) == []


def test_translations_keep_the_placeholders(italian: Catalog) -> None:
    for entry in italian:
        if entry.id:
            *singular, last = zip(forms(entry.id), forms(entry.string), strict=True)
            assert placeholders(last[1]) == placeholders(last[0])
            assert all(placeholders(text) <= placeholders(last[0]) for _, text in singular)


def test_no_translation_says_itself_twice(italian: Catalog) -> None:
    texts = [text for entry in italian if entry.id for text in forms(entry.string)]
    # a text that is made of itself is found again in its own double before the end
    assert [text for text in texts if text and (text + text).find(text, 1) < len(text)] == []


def test_a_review_is_called_by_one_word(italian: Catalog) -> None:
    """“Revisione” is what the glossary calls a revision: a later reading of an article."""
    server = [text for entry in italian if entry.id for text in forms(entry.string)]
    workbench = (settings.BASE_DIR / "frontend/src/i18n/it.json").read_text("utf-8")
    assert [text for text in [*server, workbench] if re.search(r"(?i)\brevision[ei]\b", text)] == []


def test_nothing_is_translated_that_no_source_says(italian: Catalog) -> None:
    assert get_resolver().url_patterns
    said = {(message, context) for message, _, context in messages_in_sources()}
    assert [
        entry.id for entry in italian if entry.id and (entry.id, entry.context) not in said
    ] == []


def test_the_compiled_catalogue_is_what_pages_speak(monkeypatch, tmp_path: Path) -> None:
    source = translations.catalogue_path("it", "po").read_bytes()
    monkeypatch.setattr(translations, "LOCALE", tmp_path)
    target = translations.catalogue_path("it", "po")
    target.parent.mkdir(parents=True)
    target.write_bytes(source)
    assert translations.compile_catalogue("it") is True
    assert translations.catalogue_path("it", "mo").stat().st_size > 10_000
    assert translations.compile_catalogue("it") is False
    with translation.override("it"):
        assert translation.gettext("Report an error") == "Segnala un errore"


def test_messages_are_found_in_templates_and_plurals(monkeypatch, tmp_path: Path) -> None:
    templates = tmp_path / "claims" / "templates"
    templates.mkdir(parents=True)
    (templates / "x.html").write_text(
        '{% load i18n %}<p>{% translate "One 👍" %}</p>\n'
        "  {% blocktranslate count n=2 %}a {{ n }}{% plural %}b {{ n }}{% endblocktranslate %}"
    )
    (tmp_path / "claims" / "y.py").write_text('_("Two")\npgettext("here", "Three")\nprint("no")\n')
    monkeypatch.setattr(translations, "BASE", tmp_path)
    monkeypatch.setattr(translations, "ROOMS", ("claims",))
    monkeypatch.setattr(translations, "_kin", lambda error: iter(()))
    assert [(message, context) for message, _, context in messages_in_sources()] == [
        ("One 👍", None),
        (("a %(n)s", "b %(n)s"), None),
        ("Two", None),
        ("Three", "here"),
    ]


def test_what_a_service_refuses_with_is_said_in_the_readers_language() -> None:
    """A plain sentence in a `raise` would reach Italian readers in English."""
    rooms = ["claims/services", "claims/api", "annotations/services", "annotations/api/desk"]
    files = (path for room in rooms for path in (translations.BASE / room).rglob("*.py"))
    assert [
        (path.name, sentence) for path in files for sentence in plain_sentences(path.read_text())
    ] == []


def plain_sentences(source: str) -> list[str]:
    """List the sentences that errors are raised with as they stand, not marked for translation."""
    raised = (
        part.exc.args
        for part in ast.walk(ast.parse(source))
        if isinstance(part, ast.Raise) and isinstance(part.exc, ast.Call)
    )
    given = (constant for arguments in raised for a in arguments for constant in said_as_is(a))
    return [text for text in given if " " in text]


def said_as_is(argument: ast.expr) -> list[str]:
    """Give the texts an expression may be: itself, or either side of a choice."""
    if isinstance(argument, ast.IfExp):
        return said_as_is(argument.body) + said_as_is(argument.orelse)
    is_text = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return [argument.value] if is_text else []
