"""Every screen of the site once: where it is and who looks at it. Needs the demo's content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.quiet import wait_until_quiet
from tests.browser.states import (
    ADD_ARTICLE,
    ADJUDICATION,
    ASKING_FOR_REPLY,
    HIDING,
    HISTORY,
    KEYS,
    KEYS_CHANGING,
    NOTIFICATIONS,
    OF_CLAIM,
    OF_PUBLICATION,
    OF_REVIEW,
    OF_SOURCE,
    OUTCOME_OF_REPLY,
    PUBLISHING,
    TABLE,
    State,
)

VERDICT = re.compile("^(Verdetto|Verdict)$")
LOADING = re.compile("^(Caricamento|Loading)")
LONG_AGO = "2020-01-01T00:00:00Z"
BENCH = "/desk/articles/{article}"
ARTICLE = "Valdarsa, duello sui bus"
"""The sample article whose claims stand at every stage."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen; `path` has {places}.

    who: a user name of the cast, empty for the public; opens: words of the claim to be opened;
    follows: a CSS selector of the link that leads on to the screen;
    states: what can be opened on it, one after the other.
    """

    name: str
    path: str
    who: str = ""
    opens: str = ""
    follows: str = ""
    states: tuple[State, ...] = ()

    def address(self, places: dict[str, str]) -> str:
        """Fill the ids in."""
        return self.path.format(**places)

    def settle(self, page: Page) -> None:
        """Wait until nothing more is loaded, with the claim open that is wanted."""
        wait_until_quiet(page)
        if self.follows:
            page.locator(self.follows).first.click()
            wait_until_quiet(page)
        if self.opens:
            cards = page.locator("[data-state=accepted] [data-card]")
            cards.filter(has_text=self.opens).first.click()
            expect(page.get_by_role("region", name=VERDICT)).to_be_visible()
            wait_until_quiet(page)
        expect(page.get_by_role("status").filter(has_text=LOADING)).to_have_count(0)


PUBLIC = (
    Screen("home", "/"),
    Screen("home-english", "/en/"),
    Screen("search", "/?q=biglietto"),
    Screen("nothing-found", "/?q=zzzzzz"),
    Screen("claim", "/claims/{claim}/"),
    Screen("claim-english", "/en/claims/{english}/"),
    Screen("claim-corrected", "/claims/{corrected}/"),
    Screen("claim-withdrawn", "/claims/{withdrawn}/"),
    Screen("versions", "/claims/{corrected}/versions/"),
    Screen("article", "/articles/{public_article}/"),
    Screen("methodology", "/methodology/"),
    Screen("corrections", "/corrections/"),
    Screen("report", "/claims/{claim}/report/"),
    Screen("report-english", "/en/report/"),
    Screen("outcomes", "/reports/"),
    Screen("embed", "/embed/{corrected}"),
    Screen("embed-withdrawn", "/embed/{withdrawn}?lang=en"),
    Screen("guide", "/docs/guide/"),
    Screen("api-changes", "/docs/changes/"),
    Screen("problem", "/problems/not-found/"),
    Screen("not-there", "/claims/00000000-0000-4000-8000-000000000000/"),
    Screen("api-docs", "/api/v1/docs/"),
    Screen("api-docs-desk", "/api/v1/docs/desk/"),
    Screen("log-in", "/accounts/login/"),
    Screen("sign-up", "/accounts/signup/"),
    Screen("password-forgotten", "/accounts/password/reset/"),
)
DESK = (
    Screen("articles", "/desk/", "giulia", states=(ADD_ARTICLE,)),
    Screen("articles-english", "/desk/", "owen"),
    Screen("dashboard", "/desk/dashboard", "giulia"),
    Screen("dashboard-editor", "/desk/dashboard", "davide", states=(NOTIFICATIONS, TABLE)),
    Screen("dashboard-english", "/desk/dashboard", "owen"),
    Screen("queue", "/desk/queue", "giulia"),
    Screen("queue-mine", "/desk/queue?mode=mine", "giulia"),
    Screen("queue-second-english", "/desk/queue?mode=second", "owen"),
    Screen("queue-editor", "/desk/queue?mode=first", "davide"),
    Screen(
        "workbench",
        BENCH,
        "giulia",
        "tre parcheggi di scambio",
        states=(KEYS, KEYS_CHANGING, *OF_CLAIM, *OF_REVIEW),
    ),
    Screen("workbench-english", BENCH, "owen", "da 7,2 a 5,9 milioni"),
    Screen("workbench-corrected", "/desk/articles/{housing}", "owen", "Fewer than one in five"),
    Screen(
        "workbench-reviewed",
        BENCH,
        "giulia",
        "più economico della regione",
        states=(HISTORY, *OF_SOURCE),
    ),
    Screen("workbench-moderator", BENCH, "chiara", "6 per cento in meno", states=(HIDING,)),
    Screen(
        "workbench-editor",
        BENCH,
        "davide",
        "più economico della regione",
        states=OF_PUBLICATION,
    ),
    Screen(
        "workbench-disputed",
        "/desk/articles/{disputed}",
        "davide",
        "modelli aperti di Mistral",
        states=(ADJUDICATION,),
    ),
    Screen(
        "workbench-replies",
        "/desk/articles/{housing}",
        "davide",
        "homes in the last twelve months",
        states=(OUTCOME_OF_REPLY,),
    ),
    Screen(
        "workbench-withdrawn",
        "/desk/articles/{heat}",
        "davide",
        "ricoveri per disidratazione",
        states=(ASKING_FOR_REPLY, PUBLISHING),
    ),
    Screen("workbench-gate", "/desk/articles/{disputed}", "davide", "LibGen comprende"),
    Screen("desk-not-there", "/desk/nowhere", "giulia"),
)
NEWSROOM = (
    Screen("newsroom-register", "/en/newsroom/", "giulia"),
    Screen("newsroom", "/newsroom/", "elena"),
    Screen("newsroom-english", "/en/newsroom/", "elena"),
    Screen("newsroom-webhook", "/newsroom/", "elena", follows=".rows h3 a"),
)
ADMIN = (
    Screen("admin", "/admin/", "admin"),
    *(
        Screen(f"admin-{table}", f"/admin/{app}/{table}/", "admin")
        for app, table in (
            ("claims", "article"),
            ("claims", "claim"),
            ("annotations", "annotation"),
            ("annotations", "assignment"),
            ("annotations", "verdict"),
            ("annotations", "errorreport"),
            ("annotations", "outsideannotation"),
            ("annotations", "claimmatch"),
            ("annotations", "replyrequest"),
            ("annotations", "publishedclaim"),
            ("annotations", "newsroom"),
            ("annotations", "apikey"),
            ("annotations", "webhookendpoint"),
            ("annotations", "webhookdelivery"),
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
        "disputed": next(row["id"] for row in articles if "GPT-4" in row["title"]),
        "housing": next(row["id"] for row in articles if "Harwick" in row["title"]),
        "heat": next(row["id"] for row in articles if "Portolume" in row["title"]),
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
