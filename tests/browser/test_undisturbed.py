"""The open editor stays put while colleagues write, and what two wrote at once is never lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from annotations.models import Annotation
from annotations.services.reviewing.annotations import revise_annotation
from claims.services import claims
from tests.annotations.builders import review
from tests.browser.sessions import come_as
from tests.browser.test_screens import is_fault
from tests.factories import Cast, make_claim, make_split_article

WORDS = "12 nuove scuole"
HALF = "Il registro ne conta 12, perche\u0301 👶"
CARET = 8
# a card far down: what comes in above it would push it away
LINES = "\n".join(f"Nel {1950 + n} a Querciola nacquero {300 + n} bambini." for n in range(30))
TEXT = f"{LINES}\nIl comune ha aperto {WORDS} in un anno."
PLACE = """() => {
  const field = document.activeElement;
  const { top, left } = field.getBoundingClientRect();
  const { value, selectionStart } = field;
  return { tag: field.tagName, top: Math.round(top), left, value, selectionStart };
}"""
LOOK_AGAIN = "dispatchEvent(new Event('visibilitychange'))"

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_open_editor_stays_put_and_a_conflict_is_decided_by_its_author(
    page: Page, people: Cast
) -> None:
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if is_fault(message) else None)
    article = make_split_article(TEXT)
    for line in LINES.splitlines():
        make_claim(article, line, check_worthiness=0.5)
    claim = make_claim(article, WORDS, review_state="accepted", check_worthiness=0.9)
    page.clock.install()
    come_as(page, people.ada.username)
    page.goto(f"/desk/articles/{article.pk}?claim={claim.pk}")
    reasons = page.get_by_label("Motivazione")
    reasons.fill(HALF)
    reasons.evaluate(f"field => field.setSelectionRange({CARET}, {CARET})")
    cards = page.locator("[data-card]")
    expect(cards).to_have_count(31)
    expect(page.get_by_text("Mancano ancora valutazioni.")).to_be_visible()
    page.wait_for_load_state("networkidle")  # what still arrives moves the editor by itself
    page.evaluate("() => document.fonts.ready.then(() => null)")
    before = page.evaluate(PLACE)

    claims.add_claim(article=article, start=0, end=30, by=people.bruno)
    claims.dismiss(
        claim_id=article.claims.order_by("start")[4].pk, reason="opinion", by=people.bruno
    )
    review(claim, people.bruno, rating="false")
    page.clock.fast_forward("00:30")
    page.evaluate(LOOK_AGAIN)
    expect(page.get_by_text("resta nascosta finché non dai la tua")).to_be_visible()
    expect(page.get_by_role("button", name="Scartate 1")).to_be_visible()
    assert page.evaluate(PLACE) == before

    decide_a_conflict(page, people)
    assert not faults, "\n".join(faults)


def test_words_typed_while_the_claim_is_reopened_are_sent_once_it_is_accepted_again(
    page: Page, people: Cast
) -> None:
    article = make_split_article(TEXT)
    claim = make_claim(article, WORDS, review_state="accepted", check_worthiness=0.9)
    page.clock.install()
    come_as(page, people.ada.username)
    page.goto(f"/desk/articles/{article.pk}?claim={claim.pk}")
    reasons = page.get_by_label("Motivazione")
    expect(reasons).to_be_visible()
    page.keyboard.press("1")
    page.keyboard.press("r")
    page.keyboard.type(HALF)
    claims.reopen(claim_id=claim.pk, by=people.bruno)
    page.clock.fast_forward("00:30")
    page.evaluate(LOOK_AGAIN)
    note = page.get_by_role("alert").filter(has_text="è stata riaperta mentre scrivevi")
    expect(note).to_be_visible()
    page.keyboard.type(" ado")  # the form is still there: these are words, no commands
    expect(reasons).to_have_value(f"{HALF} ado")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="Invia e vai avanti")).to_be_enabled()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("valutazione inviata").first).to_be_visible()
    assert Annotation.objects.get().rationale == f"{HALF} ado"


def decide_a_conflict(page: Page, people: Cast) -> None:
    """Change a review here and behind the page's back: theirs is kept, then one's own is used."""
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    page.keyboard.press("Control+Enter")
    own = page.get_by_role("region", name="La tua valutazione")
    expect(own.get_by_role("button", name="Modifica")).to_be_visible()
    stored = Annotation.objects.get(author=people.ada)
    note = changed_twice(page, stored, "Da questa finestra.", "Da un’altra finestra.")
    note.get_by_role("button", name="Confronta parola per parola").click()
    expect(note.locator("del", has_text="un’altra")).to_be_visible()
    expect(note.locator("ins", has_text="questa")).to_be_visible()
    note.get_by_role("button", name="Tieni la loro versione").click()
    expect(own.get_by_text("Da un’altra finestra.")).to_be_visible()
    stored.refresh_from_db()
    assert (stored.rationale, stored.version) == ("Da un’altra finestra.", 2)

    note = changed_twice(page, stored, "Ancora da questa.", "Ancora da un’altra.")
    note.get_by_role("button", name="Usa la mia").click()
    expect(own.get_by_role("button", name="Ritira")).to_be_visible()
    expect(own.get_by_text("Ancora da questa.")).to_be_visible()
    stored.refresh_from_db()
    assert (stored.rationale, stored.version) == ("Ancora da questa.", 4)


def changed_twice(page: Page, stored: Annotation, mine: str, theirs: str) -> Locator:
    """Revise a review in the page, and meanwhile elsewhere; give the note that shows both."""
    own = page.get_by_role("region", name="La tua valutazione")
    own.get_by_role("button", name="Modifica").click()
    page.get_by_label("Motivazione").fill(mine)
    revise_annotation(annotation=stored, rationale=theirs, by=stored.author, seen=stored.version)
    page.keyboard.press("Control+Enter")
    note = page.get_by_role("alert").filter(has_text="mentre scrivevi")
    expect(note).to_contain_text(theirs)
    expect(note).to_contain_text(mine)
    return note
