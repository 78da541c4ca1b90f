"""Every screen of the seeded demo opens, says nothing wrong and passes axe, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Page, expect

from config.demo.cast import PASSWORD_FILE
from config.demo.seeding import seed_demo
from tests.browser.browsers import log_in, log_out
from tests.browser.screens import ADMIN, DESK, NEWSROOM, PUBLIC, Screen, places_of

AXE = Path(django_settings.BASE_DIR) / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXPECTED_STATUS = {"claim-withdrawn": 410, "embed-withdrawn": 410, "not-there": 404}
PHONE = 320
"""CSS pixels: the smallest phone, and a laptop's page at 400 per cent (WCAG 1.4.10)."""
COLOUR = ["color-contrast", "link-in-text-block"]
"""What a theme can break alone; the rest of a page is the same in both."""
RULES: dict[Literal["light", "dark"], dict[str, Any]] = {
    "light": {"type": "tag", "values": TAGS},
    "dark": {"type": "rule", "values": COLOUR},
}

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_screen_opens_and_passes_axe_in_both_themes(
    page: Page, scale: None, site: str
) -> None:
    seed_demo(lambda line: None)
    password = PASSWORD_FILE.read_text().strip()
    log_in(page, "giulia", password)
    places = places_of(page)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if is_fault(message) else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    for who in ("", "giulia", "owen", "chiara", "davide", "elena"):
        if who:
            log_in(page, who, password)
        else:
            log_out(page)
        for screen in [screen for screen in (*PUBLIC, *DESK, *NEWSROOM) if screen.who == who]:
            faults += look_at(page, screen, places)
    assert not faults, "\n".join(faults)

    log_in(page, "admin", password)
    for screen in ADMIN:
        answer = page.goto(screen.path)
        assert answer is not None
        assert answer.status == 200, screen.name
        expect(page.get_by_role("heading").first).to_be_visible()
    page.goto("/admin/claims/claim/?q=biglietto")
    expect(page.get_by_role("row").filter(has_text="biglietto").first).to_be_visible()


def look_at(page: Page, screen: Screen, places: dict[str, str]) -> list[str]:
    """Open a screen, look at it in both themes and give what is wrong with it."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    answer = page.goto(screen.address(places))
    screen.settle(page)
    wanted = EXPECTED_STATUS.get(screen.name, 200)
    faults = [] if answer and answer.status == wanted else [f"{screen.name}: answered {answer}"]
    faults += seen_in_both_themes(page, screen.name)
    for state in screen.states:
        state.enter(page)
        faults += seen_in_both_themes(page, f"{screen.name}, {state.name}")
        state.leave(page)
    return faults + scrolls_sideways(page, screen.name)


def scrolls_sideways(page: Page, name: str) -> list[str]:
    """Look at the page as on a small phone: nothing may stand out to the right."""
    laptop = page.viewport_size
    page.set_viewport_size({"width": PHONE, "height": 740})
    wide = page.evaluate("document.documentElement.scrollWidth")
    if laptop:
        page.set_viewport_size(laptop)
    return [f"{name}: {wide} px wide on a phone"] if wide > PHONE else []


def seen_in_both_themes(page: Page, name: str) -> list[str]:
    """Let axe look at what stands there: by all its rules in light, by those of colour in dark."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))  # by the debugger: the page's policy forbids scripts
    faults: list[str] = []
    for theme, rules in RULES.items():
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        # what lies behind a dialog was seen in the dark before it opened
        place = "[role=dialog]" if theme == "dark" else "html"
        faults += [f"{name} ({theme}): {words}" for words in violations(page, rules, place)]
    return faults


def violations(page: Page, rules: dict[str, Any], place: str) -> list[str]:
    """Let axe look at a place, or at all where there is none; one line for each rule broken."""
    found: list[dict[str, Any]] = page.evaluate(
        """([rules, place]) => axe
            .run(document.querySelector(place) ?? document, {runOnly: rules})
            .then(r => r.violations)""",
        [rules, place],
    )
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found]


def is_fault(message: Any) -> bool:
    """Say whether a line of the console tells of a fault; wanted 404s and 410s are none."""
    return bool(message.type == "error" and "status of 4" not in message.text)
