"""Three reviewers at one claim, each in a browser of their own, until their dispute is settled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from annotations.models import Annotation, Verdict
from annotations.queries.assignments import live_holds
from tests.browser.sessions import come_as
from tests.factories import Cast, make_claim, make_person, make_split_article

FIRST, SECOND = "12 nuove scuole", "Anna Righi"
QUEUE = "/desk/queue?mode=first"
ADAS, BRUNOS = "Il registro ne conta dodici 👶.", "Tre delle dodici sono soltanto progettate."
REASON = "Il registro conta anche quelle progettate."

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def others(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[list[Page]]:
    """Give pages in two more browsers, with cookies of their own."""
    contexts = [browser.new_context(**browser_context_args) for _ in range(2)]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def row(page: Page, words: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=words)


def held(page: Page, name: str, until: datetime) -> str:
    """Give what the others read of a lease, in the browser's own time."""
    clock = page.evaluate(
        "moment => new Date(moment).toLocaleTimeString('it', {timeStyle: 'short'})",
        until.isoformat(),
    )
    return f"riservata a {name} fino alle {clock}"


def test_three_share_a_claim_blind_until_the_dispute_is_settled(
    page: Page, others: list[Page], people: Cast, complaints: list[str]
) -> None:
    carla = make_person("carla", "Carla Dini", "reviewers")
    article = make_split_article()
    for words, worth in ((FIRST, 0.9), (SECOND, 0.4)):
        make_claim(article, words, review_state="accepted", check_worthiness=worth)
    ada, bruno, third = page, *others
    for at, who in ((ada, people.ada), (bruno, people.bruno), (third, carla)):
        come_as(at, who.username)
        at.goto(QUEUE)
        expect(row(at, FIRST)).to_be_visible()
        at.keyboard.press("t")
        at.wait_for_url("**/desk/articles/**")
    leases_are_seen(ada, bruno, third)
    given_back(third, bruno)
    reviewed_blind(ada, bruno, third)
    adjudicated(third, people, seen_by=ada)


def leases_are_seen(ada: Page, bruno: Page, third: Page) -> None:
    """Two hold the claim that has two places, the third was handed the next; all see who looks."""
    leases = list(live_holds().order_by("created_at"))
    assert [lease.claim.text for lease in leases] == [FIRST, FIRST, SECOND]
    until = [lease.held_until for lease in leases]
    assert until[0]
    assert until[1]
    third.goto(QUEUE)
    expect(row(third, FIRST).get_by_text(held(third, "Ada Neri", until[0]))).to_be_visible()
    expect(row(third, FIRST).get_by_text(held(third, "Bruno Costa", until[1]))).to_be_visible()
    expect(row(third, FIRST).get_by_role("button", name="Prendi questa")).to_have_count(0)
    row(third, FIRST).get_by_role("link").click()
    looking = "Ada Neri, Bruno Costa stanno guardando questa affermazione"
    expect(third.get_by_text(looking)).to_be_attached()
    ada.reload()
    expect(ada.get_by_text("Bruno Costa, Carla Dini stanno guardando")).to_be_attached()
    expect(ada.get_by_text("riservata a te fino alle").first).to_be_visible()
    expect(ada.get_by_text(held(ada, "Bruno Costa", until[1])).first).to_be_visible()


def given_back(third: Page, other: Page) -> None:
    """What one gives back is free for the others."""
    third.goto("/desk/queue?mode=mine")
    expect(row(third, SECOND)).to_be_visible()
    expect(row(third, FIRST)).to_have_count(0)
    third.keyboard.press("b")  # the first claim is meant at once
    expect(third.get_by_text("affermazione restituita").first).to_be_visible()
    there = other.url
    other.goto(QUEUE)
    expect(row(other, SECOND).get_by_role("button", name="Prendi questa")).to_be_visible()
    expect(other.get_by_text("riservata a Carla Dini")).to_have_count(0)
    other.goto(there)


def reviewed_blind(ada: Page, bruno: Page, third: Page) -> None:
    """The second review is given without a word of the first; then the two see each other's."""
    there = ada.url
    write(ada, "1", ADAS)
    third.goto("/desk/queue?mode=second")
    expect(row(third, FIRST).get_by_text("riservata a Bruno Costa")).to_be_visible()
    bruno.goto(there)
    expect(bruno.get_by_text("resta nascosta finché non dai la tua")).to_be_visible()
    expect(bruno.get_by_text(ADAS)).to_have_count(0)
    write(bruno, "5", BRUNOS)
    bruno.goto(there)
    expect(bruno.get_by_role("article", name="Valutazione di Ada Neri")).to_contain_text(ADAS)
    expect(bruno.get_by_text("In disputa").first).to_be_visible()
    assert Annotation.objects.count() == 2
    third.goto(there)
    expect(third.get_by_text("ora decide un moderatore o un caporedattore")).to_be_visible()
    expect(third.get_by_text(ADAS)).to_have_count(0)
    expect(third.get_by_text("In disputa")).to_have_count(0)


def adjudicated(page: Page, people: Cast, *, seen_by: Page) -> None:
    """Who did not review reads both side by side and settles by keyboard; reviewers read why."""
    there = page.url
    come_as(page, people.moderator.username)
    page.goto(there)
    expect(page.get_by_role("button", name="Dirimi")).to_be_visible()
    page.keyboard.press("v")
    dialog = page.get_by_role("dialog", name="Dirimi")
    for words in (ADAS, BRUNOS):
        expect(dialog.get_by_text(words)).to_be_visible()
    dialog.get_by_role("radio", name="Fuorviante").check()
    dialog.get_by_label("Motivo scritto").fill(REASON)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("verdetto stabilito").first).to_be_visible()
    assert Verdict.objects.get().rating_id == "misleading"
    seen_by.goto(there)
    verdict = seen_by.get_by_role("region", name="Verdetto")
    expect(verdict.get_by_text(REASON)).to_be_visible()
    expect(verdict.get_by_text("Deciso, dopo disputa, da Marta Riva")).to_be_visible()


def write(page: Page, rating: str, reasons: str) -> None:
    """Rate the open claim and say why, by keys."""
    expect(page.get_by_role("heading", name="La tua valutazione")).to_be_visible()
    page.keyboard.press(rating)
    page.keyboard.press("r")
    page.keyboard.type(reasons)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("valutazione inviata").first).to_be_visible()
