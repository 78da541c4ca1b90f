"""The card on other people's pages, in the frame whose size oEmbed names."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from annotations.models import PublicationDraft, PublishedClaim
from annotations.services.publishing.publication import publish, withdraw
from tests.annotations.publishing import correct_a_date, make_published, make_ready_claim
from tests.factories import Cast, make_article

pytestmark = pytest.mark.django_db(transaction=True)
HEADLINE = "No, il biglietto di Valdarsa non sarà il più economico della regione"
TEXT = "Anche dopo l'aumento il nostro biglietto sarà il più economico della regione. Fine."
WIDTHS = (200, 280, 320, 400, 500, 600)


@pytest.fixture
def cards(people: Cast) -> list[PublishedClaim]:
    """Give a short card, a corrected one whose words wrap badly, and a withdrawn one."""
    article = make_article(TEXT, publisher="Corriere di Valdarsa (testata d'esempio)")
    full = make_ready_claim(people, article, speaker_name="")
    PublicationDraft.objects.filter(claim=full).update(headline=HEADLINE)
    publish(claim=full, by=people.editor)
    corrected = correct_a_date(claim=full, by=people.editor, notice="Due parole.")
    gone = make_published(people, make_article("Il ponte è lungo. Fine."))
    withdrawn = withdraw(claim=gone.claim, by=people.editor, notice="Errore nostro.")
    return [make_published(people), corrected, withdrawn]


def test_a_card_fits_its_frame(page: Page, cards: list[PublishedClaim]) -> None:
    for card in cards:
        for width in WIDTHS:
            asked = {"url": card.document["url"], "maxwidth": str(width)}
            told = page.request.get("/oembed", params=asked).json()
            found = re.search(r'src="[^"]*(/embed/[^"]*)"', told["html"])
            assert found
            page.set_viewport_size({"width": told["width"], "height": told["height"]})
            page.goto(found[1])
            took = page.evaluate(
                "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
            )
            assert took == [told["width"], told["height"]], (card, width)
