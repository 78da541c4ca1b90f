"""An editor gives claims to reviewers, who find them; an undo takes them back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Assignment
from annotations.queries.assignments import live_holds
from tests.browser.sessions import come_as
from tests.factories import Cast, make_claim, make_split_article

FIRST, SECOND = "12 nuove scuole", "Anna Righi"
MINE = "/desk/queue?mode=mine"

pytestmark = pytest.mark.django_db(transaction=True)


def give_to(page: Page, name: str) -> None:
    """Choose the person in the dialog that stands open, and send it by keys."""
    dialog = page.get_by_role("dialog")
    choice = dialog.get_by_label("Revisore")
    expect(choice).to_be_focused()
    page.keyboard.type(name)
    expect(choice.locator("option:checked")).to_contain_text(name)
    page.keyboard.press("Control+Enter")
    expect(dialog).to_have_count(0)


def test_a_claim_is_assigned_by_keys_found_by_its_reviewer_and_taken_back(
    page: Page, people: Cast, complaints: list[str]
) -> None:
    article = make_split_article()
    for words, worth in ((FIRST, 0.9), (SECOND, 0.4)):
        make_claim(article, words, review_state="accepted", check_worthiness=worth)
    come_as(page, people.editor.username)
    page.goto("/desk/queue?mode=first")
    row = page.get_by_role("listitem").filter(has_text=FIRST)
    expect(row).to_have_attribute("aria-current", "true")
    page.keyboard.press("w")
    expect(page.get_by_role("dialog")).to_contain_text(FIRST)
    give_to(page, "Ada Neri")
    expect(row.get_by_text("assegnata a Ada Neri")).to_be_visible()
    assert [(hold.claim.text, hold.reviewer) for hold in live_holds()] == [(FIRST, people.ada)]

    come_as(page, people.ada.username)
    page.goto(MINE)
    expect(page.get_by_role("listitem").filter(has_text=FIRST)).to_be_visible()
    expect(page.get_by_role("button", name="Notifiche: 1 da leggere")).to_be_visible()

    come_as(page, people.editor.username)
    page.goto("/desk/queue?mode=first")
    expect(row.get_by_text("assegnata a Ada Neri")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("w")
    give_to(page, "Bruno Costa")
    expect(page.get_by_text("assegnata a Bruno Costa").first).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_text("Annullato: affermazione assegnata a Bruno Costa.")).to_be_visible()
    assert [hold.reviewer for hold in live_holds()] == [people.ada]
    assert Assignment.objects.get(reviewer=people.bruno).ending == "taken_back"


def test_all_that_waits_in_an_article_is_assigned_from_the_list(
    page: Page, people: Cast, complaints: list[str]
) -> None:
    article = make_split_article()
    for words in (FIRST, SECOND):
        make_claim(article, words, review_state="accepted", check_worthiness=0.5)
    come_as(page, people.editor.username)
    page.goto("/desk/")
    expect(page.locator("tr[aria-current=true]")).to_have_count(1)
    page.keyboard.press("w")
    give_to(page, "Ada Neri")
    expect(page.get_by_text("2 affermazioni assegnate a Ada Neri").first).to_be_visible()
    assert {hold.claim.text for hold in live_holds()} == {FIRST, SECOND}
    page.keyboard.press("u")
    expect(page.get_by_text("Annullato: 2 affermazioni assegnate a Ada Neri.")).to_be_visible()
    assert not live_holds().exists()
