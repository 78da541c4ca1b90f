"""Each problem that the API gives has a page that explains it, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

from django.test import Client
from django.utils import translation

from annotations.pages.problem_texts import PROBLEMS
from claims.errors import DomainError
from tests.annotations.pages.looking import PREFIX, page

BASE = Path(__file__).resolve().parents[3]


def codes_in_sources() -> set[str]:
    """Collect every problem code that an error class has or a service gives."""
    found = set()
    kin = [DomainError]
    while kin:
        error = kin.pop()
        kin += error.__subclasses__()
        found.add(error.code)
    raised = re.compile(
        r'(?:NotReadable|CopyRefused)\(\s*"([a-z-]+)"'
        r'|Outcome\(0, problem="([a-z-]+)"'
        r'|_(?:mark_)?fail(?:ed)?\([^"()]*"([a-z-]+)"'
    )
    for room in ("claims", "annotations", "config"):
        for path in (BASE / room).rglob("*.py"):
            found |= {code for pair in raised.findall(path.read_text()) for code in pair if code}
    http = (BASE / "config" / "http.py").read_text()
    return found | set(re.findall(r'\d{3}: "([a-z-]+)"', http))


def test_every_problem_the_api_gives_is_explained(client: Client, db: None) -> None:
    codes = codes_in_sources()
    assert len(codes) > 40
    assert codes <= set(PROBLEMS)
    for code in PROBLEMS:
        for language in ("it", "en"):
            page(client, f"{PREFIX[language]}/problems/{code}/")


def test_the_address_that_names_a_type_explains_it_in_both_languages(
    client: Client, db: None
) -> None:
    named = page(client, "/problems/unsupported-language/")
    english = page(client, "/en/problems/unsupported-language/")
    assert "Questa lingua non è servita." in named
    assert '<section lang="en">\n<h2>This language isn’t served.</h2>' in named
    assert "<h1>This language isn’t served.</h1>" in english
    assert "Questa lingua" not in english


def test_each_explanation_is_translated() -> None:
    for problem in PROBLEMS.values():
        with translation.override("it"):
            italian = (str(problem.title), str(problem.words))
        with translation.override("en"):
            english = (str(problem.title), str(problem.words))
        assert italian[0] != english[0]
        assert italian[1] != english[1]
