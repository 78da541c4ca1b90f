"""Every screen of the seeded demo opens, says nothing wrong and passes axe, light and dark."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from config.demo.cast import PASSWORD_FILE
from tests.browser.axe import Eye
from tests.browser.browsers import log_in, log_out
from tests.browser.quiet import watch
from tests.browser.screens import ADMIN, DESK, NEWSROOM, PUBLIC, Screen, places_of
from tests.browser.sessions import come_as
from tests.seeded import fill_seeded

EXPECTED_STATUS = {"claim-withdrawn": 410, "embed-withdrawn": 410, "not-there": 404}
PHONE = 320
"""CSS pixels: the smallest phone, and a laptop's page at 400 per cent (WCAG 1.4.10)."""

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_screen_opens_and_passes_axe_in_both_themes(
    page: Page, scale: None, site: str
) -> None:
    fill_seeded()
    password = PASSWORD_FILE.read_text().strip()
    watch(page)
    log_in(page, "giulia", password)
    places = places_of(page)
    eye = Eye()
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if is_fault(message) else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    for who in ("", "giulia", "owen", "chiara", "davide", "elena"):
        if who:
            come_as(page, who)
        else:
            log_out(page)
        for screen in [screen for screen in (*PUBLIC, *DESK, *NEWSROOM) if screen.who == who]:
            faults += look_at(page, screen, places, eye)
    assert not faults, "\n".join(faults)

    come_as(page, "admin")
    for screen in ADMIN:
        answer = page.request.get(screen.path)
        assert answer.ok, screen.name
        assert "<h1" in answer.text(), screen.name
    page.goto("/admin/claims/claim/?q=biglietto")
    expect(page.get_by_role("row").filter(has_text="biglietto").first).to_be_visible()


def look_at(page: Page, screen: Screen, places: dict[str, str], eye: Eye) -> list[str]:
    """Open a screen, look at it in both themes and give what is wrong with it."""
    answer = page.goto(screen.address(places))
    screen.settle(page)
    wanted = EXPECTED_STATUS.get(screen.name, 200)
    faults = [] if answer and answer.status == wanted else [f"{screen.name}: answered {answer}"]
    faults += eye.faults(page, screen.name)
    for state in screen.states:
        state.enter(page)
        faults += eye.faults(page, f"{screen.name}, {state.name}")
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


def is_fault(message: Any) -> bool:
    """Say whether a line of the console tells of a fault; wanted 404s and 410s are none."""
    return bool(message.type == "error" and "status of 4" not in message.text)
