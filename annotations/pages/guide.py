"""The guide for newsrooms' developers, and what changed in the API.

The code shown stands in guide_code/, one file a step and language, and asks for the newest
published claim; a test runs every block as the page shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from annotations.pages.api_changes import API_CHANGES
from annotations.pages.guide_example import newest_example
from annotations.queries.ratings import ratings_in_use

FOLDER = Path(__file__).parent / "guide_code"
EXAMPLE_SITE = "https://vaglio.example.org"
LANGUAGES = (("Python", "py"), ("JavaScript", "mjs"))


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: `name` is that of its files."""

    name: str
    title: str | Promise
    words: str | Promise


STEPS = (
    Step(
        "search",
        _("Find verified claims"),
        _(
            "No key is needed to read. Words are searched in their forms; every filter of the "
            "list can be added."
        ),
    ),
    Step(
        "read",
        _("Read one, and ask again cheaply"),
        _(
            "Send back the ETag you have: an unchanged claim answers 304 without a body, a "
            "withdrawn one 410 with the reason."
        ),
    ),
    Step(
        "follow",
        _("Never miss a correction"),
        _(
            "Ask for what changed since your last visit. Withdrawn claims are among the results, "
            "so that you can take them down too; with filters, so are those that a correction "
            "moved out of them (left_filter). The last change that you saw comes again: store by "
            "id, so that it makes no difference."
        ),
    ),
    Step(
        "match",
        _("Ask whether a text has been checked"),
        _(
            "Send a sentence or a whole article; each claim found in it comes with the published "
            "claims that say the same."
        ),
    ),
    Step(
        "webhook",
        _("Be told at once"),
        _(
            "Add a webhook on your newsroom’s page and check each message’s signature before you "
            "believe it (Standard Webhooks). “Send a test” there tries your receiver. A message’s "
            "data is the claim’s whole document, or what stays of a withdrawn one, with the "
            "notice; it may come late or twice, so ask what changed now and then all the same."
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step with its code: [(language, code)]."""

    step: Step
    blocks: tuple[tuple[str, str], ...]


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Show the way into the API in five steps."""
    example = newest_example()
    said = {EXAMPLE_SITE: settings.SITE_URL, **example.in_code(get_language() or "it")}
    shown = [ShownStep(step, blocks_of(step.name, said)) for step in STEPS]
    context = {
        "steps": shown,
        "site": settings.SITE_URL,
        "word": example.word,
        "ratings": ratings_in_use(),
    }
    return render(request, "vaglio/guide.html", context)


@require_safe
def api_changes(request: HttpRequest) -> HttpResponse:
    """Show what changed in the API, newest first."""
    return render(request, "vaglio/api_changes.html", {"changes": API_CHANGES})


def blocks_of(name: str, said: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Give a step's code, with what is said here in place of what its file says."""
    return tuple(
        (language, _replaced(_code(f"{name}.{ending}.txt"), said)) for language, ending in LANGUAGES
    )


@cache
def _code(file: str) -> str:
    return (FOLDER / file).read_text()


def _replaced(code: str, said: Mapping[str, str]) -> str:
    for old, new in said.items():
        code = code.replace(old, new)
    return code
