"""On a phone a list begins on the first screen, its filters behind a button that counts them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import Eye
from tests.browser.sessions import come_as
from tests.factories import Cast, make_claim, make_split_article

WIDTH, HEIGHT = 390, 844
TOP = "row => row.getBoundingClientRect().top"
LISTS = {"/desk/": "Stato", "/desk/queue": "Merita la verifica"}
"""Each list with the label of one of its filters."""
NARROWED = "?assigned_to=nobody&language=it"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("path", LISTS)
def test_filters_stand_behind_a_button_that_says_how_many_are_active(
    page: Page, people: Cast, complaints: list[str], path: str
) -> None:
    article = make_split_article("Il bus costa 2 euro. Il tram ne costa 3.", title="I prezzi")
    make_claim(article, "Il bus costa 2 euro", check_worthiness=0.9)
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    come_as(page, people.ada.username)
    page.goto(path)
    row = page.locator("[aria-current=true]").filter(has_text="I prezzi")
    expect(row).to_be_visible()
    assert row.evaluate(TOP) < HEIGHT / 2
    choice = page.get_by_label(LISTS[path])
    expect(choice).to_be_hidden()
    page.get_by_role("button", name="Filtri", exact=True).click()
    expect(choice).to_be_visible()
    assert not Eye().faults(page, path)

    page.goto(path + NARROWED)
    expect(page.get_by_role("button", name="Filtri: 2 attivi")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": HEIGHT})
    expect(choice).to_be_visible()
    expect(page.get_by_role("button", name="Filtri: 2 attivi")).to_be_hidden()
