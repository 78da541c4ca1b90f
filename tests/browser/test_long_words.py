"""Words longer than a phone is wide break; nothing scrolls sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sessions import come_as
from tests.factories import Cast, make_claim, make_split_article

PHONE = 390
WORD = "precipitevolissimevolmente" * 12
FIRST = f"Il comune di {WORD} ha speso 12 euro"
SECOND = f"La sindaca di {WORD} ne ha spesi 3"
KEYS = {"m": "Unisci affermazioni", "x": "Dividi l’affermazione"}
TOO_WIDE = "element => element.scrollWidth > element.clientWidth"

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_word_longer_than_a_phone_is_wide_breaks_in_page_and_dialogs(
    page: Page, people: Cast, complaints: list[str]
) -> None:
    article = make_split_article(f"{FIRST}. {SECOND}.", title=f"Spese a {WORD}")
    for words in (FIRST, SECOND):
        make_claim(article, words, check_worthiness=0.9)
    page.set_viewport_size({"width": PHONE, "height": 844})
    come_as(page, people.ada.username)
    for path in ("/desk/", "/desk/queue", f"/desk/articles/{article.pk}"):
        page.goto(path)
        expect(page.get_by_text(WORD).first).to_be_visible()
        assert not page.locator("html").evaluate(TOO_WIDE), path
    page.keyboard.press("j")
    expect(page.get_by_role("button", name="Accetta", exact=True)).to_be_visible()
    for key, title in KEYS.items():
        page.keyboard.press(key)
        dialog = page.get_by_role("dialog", name=title)
        expect(dialog).to_be_visible()
        assert not dialog.evaluate(TOO_WIDE), title
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
