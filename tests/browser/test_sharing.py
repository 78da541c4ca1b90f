"""Two people at one desk, each in a browser of their own: who holds a claim, who looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django import Settings

from annotations.queries.assignments import live_holds
from tests.browser.browsers import log_in
from tests.factories import Cast, make_article, make_claim

FIRST, SECOND = "12 nuove scuole", "Anna Righi"
QUEUE = "/desk/queue?mode=first"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def other_page(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """Give a page in a second browser, with cookies of its own."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


def row(page: Page, words: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=words)


def test_a_lease_and_a_look_are_seen_by_the_other(
    page: Page, other_page: Page, people: Cast, settings: Settings, complaints: list[str]
) -> None:
    settings.REVIEWS_NEEDED = 1  # one place a claim: what Ada holds, Bruno can't take
    article = make_article()
    for words, worth in ((FIRST, 0.9), (SECOND, 0.4)):
        make_claim(article, words, review_state="accepted", check_worthiness=worth)
    log_in(page, people.ada.username)
    page.goto(QUEUE)
    expect(row(page, FIRST)).to_be_visible()
    page.keyboard.press("t")
    page.wait_for_url("**/desk/articles/**")
    lease = live_holds().get()
    until = page.evaluate(
        "moment => new Date(moment).toLocaleTimeString('it', {timeStyle: 'short'})",
        lease.held_until.isoformat() if lease.held_until else "",
    )
    assert (lease.reviewer, lease.claim.text) == (people.ada, FIRST)
    expect(page.get_by_text(f"riservata a te fino alle {until}").first).to_be_visible()

    log_in(other_page, people.bruno.username)
    other_page.goto(QUEUE)
    held = f"riservata a Ada Neri fino alle {until}"
    expect(row(other_page, FIRST).get_by_text(held)).to_be_visible()
    row(other_page, FIRST).get_by_role("link").click()
    expect(other_page.get_by_text("Ada Neri sta guardando questa affermazione")).to_be_attached()
    expect(other_page.get_by_text(held).first).to_be_visible()
    page.reload()
    expect(page.get_by_text("Bruno Costa sta guardando questa affermazione")).to_be_attached()

    other_page.goto(QUEUE)
    expect(row(other_page, SECOND)).to_be_visible()
    other_page.keyboard.press("t")
    other_page.wait_for_url("**/desk/articles/**")
    assert live_holds().get(reviewer=people.bruno).claim.text == SECOND

    page.goto("/desk/queue?mode=mine")
    expect(row(page, FIRST)).to_be_visible()
    expect(row(page, SECOND)).to_have_count(0)
    page.keyboard.press("j")
    page.keyboard.press("b")
    expect(page.get_by_text("affermazione restituita").first).to_be_visible()
    other_page.goto(QUEUE)
    expect(row(other_page, FIRST)).to_be_visible()
    expect(other_page.get_by_text("riservata a Ada Neri")).to_have_count(0)
