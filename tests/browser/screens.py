"""Every screen of the site once: where it is and who looks at it. Needs the demo's content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

LONG_AGO = "2020-01-01T00:00:00Z"
ARTICLE = "Valdarsa, duello sui bus"
"""The sample article whose claims stand at every stage."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen; `who` is a user name of the cast, empty for the public; `path` has {places}."""

    name: str
    path: str
    who: str = ""

    def address(self, places: dict[str, str]) -> str:
        """Fill the ids in."""
        return self.path.format(**places)


PUBLIC = (
    Screen("home", "/"),
    Screen("home-english", "/en/"),
    Screen("search", "/?q=biglietto"),
    Screen("nothing-found", "/?q=zzzzzz"),
    Screen("claim", "/claims/{claim}/"),
    Screen("claim-english", "/en/claims/{english}/"),
    Screen("claim-corrected", "/claims/{corrected}/"),
    Screen("claim-withdrawn", "/claims/{withdrawn}/"),
    Screen("article", "/articles/{public_article}/"),
    Screen("methodology", "/methodology/"),
    Screen("corrections", "/corrections/"),
    Screen("problem", "/problems/not-found/"),
    Screen("not-there", "/claims/00000000-0000-4000-8000-000000000000/"),
    Screen("api-docs", "/api/v1/docs/"),
    Screen("log-in", "/accounts/login/"),
)
DESK = (
    Screen("articles", "/desk/", "giulia"),
    Screen("articles-english", "/desk/", "owen"),
    Screen("queue", "/desk/queue", "giulia"),
    Screen("workbench", "/desk/articles/{article}", "giulia"),
    Screen("workbench-english", "/desk/articles/{article}", "owen"),
    Screen("workbench-moderator", "/desk/articles/{article}", "chiara"),
    Screen("workbench-editor", "/desk/articles/{article}", "davide"),
    Screen("desk-not-there", "/desk/nowhere", "giulia"),
)
ADMIN = (
    Screen("admin", "/admin/", "admin"),
    *(
        Screen(f"admin-{table}", f"/admin/{app}/{table}/", "admin")
        for app, table in (
            ("claims", "article"),
            ("claims", "claim"),
            ("annotations", "annotation"),
            ("annotations", "verdict"),
            ("annotations", "publishedclaim"),
            ("auth", "user"),
        )
    ),
)


def places_of(page: Page) -> dict[str, str]:
    """Ask the API for the ids that the screens' paths want; someone must be logged in."""
    claims = _results(page, "/api/v1/verified-claims/?page_size=200")
    changed = _results(page, f"/api/v1/verified-claims/?page_size=200&updated_since={LONG_AGO}")
    articles = _results(page, "/api/v1/articles/?page_size=200")
    article = next(row["id"] for row in articles if row["title"].startswith(ARTICLE))
    own = [row for row in claims if row["claim"]["article"]["id"] == article]
    return {
        "article": article,
        "public_article": article,
        "claim": own[-1]["id"],
        "english": next(row["id"] for row in claims if row["language"] == "en"),
        "corrected": next(row["id"] for row in claims if row["corrections"]),
        "withdrawn": next(row["id"] for row in changed if row["publication_state"] == "withdrawn"),
    }


def _results(page: Page, path: str) -> list[dict[str, Any]]:
    answer = page.request.get(path)
    assert answer.ok, f"{path}: {answer.status} {answer.text()[:200]}"
    return list(answer.json()["results"])
