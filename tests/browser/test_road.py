"""The whole road in a real browser: from a pasted text to a corrected, published claim."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import APIRequestContext, Page, expect

from tests.browser.bench import SLOW, Bench, Cited
from tests.browser.browsers import log_in, log_out
from tests.browser.source_pages import BULLETIN, REGISTER, SourcePages
from tests.factories import Cast

TITLE = "Calamarina, il porto torna a correre"
TEXT = """Il porto di Calamarina torna a correre dopo due anni difficili ⚓. Nel marzo 2026 sono \
entrate in porto 412 navi, trentuno in più dello stesso mese dell’anno prima.

Le gru nuove

“Ci stanno arrivando due gru da 80 tonnellate“, scriveva la direttrice Lucia Ferraris in un \
messaggio ai colleghi. La società che gestisce i moli, fondata nel 1994, dà lavoro a 640 persone. \
I pescatori di Que\u0301ra, però, si lamentano del rumore: è davvero insopportabile."""
CLAIM = "412 navi"
HEADLINE = "Sì, in marzo a Calamarina sono entrate 412 navi"
FIRST_REASONS = "Il bollettino di marzo riporta 412 navi."
FIRST_WORDS = "Il bollettino del porto e il registro della capitaneria danno lo stesso numero."
BETTER_WORDS = "Bollettino e registro danno 412 navi; il registro conta anche i traghetti."
NOTICE = "Abbiamo precisato che il conto comprende i traghetti. Il giudizio non cambia."

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_text_becomes_a_published_claim_that_is_corrected_in_sight(
    page: Page,
    people: Cast,
    worker: None,
    source_pages: SourcePages,
    complaints: list[str],
) -> None:
    bench = Bench(page)
    log_in(page, people.ada.username)
    bench.add_text(TEXT, title=TITLE, publisher="La Lanterna di prova", published="2026-04-02")
    accept_and_review(bench, source_pages)
    review_blind_and_attach(bench, people.bruno.username, source_pages)
    settle_and_publish(bench, people.editor.username)
    address = public_address(bench.open_claim(CLAIM))
    seen_by_public(page, address, version=1, rationale=FIRST_WORDS)

    correct(bench, people.editor.username)
    document = seen_by_public(page, address, version=2, rationale=BETTER_WORDS)
    expect(page.get_by_text(NOTICE).first).to_be_visible()
    assert [change["notice"] for change in document["corrections"]] == [NOTICE]
    versions = answer(page.request, f"/api/v1/verified-claims/{document['id']}/versions/")
    assert len(versions["results"]) == 2


def accept_and_review(bench: Bench, source_pages: SourcePages) -> None:
    """Accept what the machine proposes and review it; the worker keeps the page cited."""
    card = bench.open_claim(CLAIM)
    card.get_by_role("button", name="Accetta").click()
    cited = Cited(
        url=source_pages.address(BULLETIN),
        title="Bollettino del porto",
        publisher="Autorità portuale",
        excerpt="Nel mese di marzo sono entrate in porto 412 navi",
        stance="la sostiene",
        is_primary=True,
    )
    bench.review(card, rating="Vero", rationale=FIRST_REASONS, cited=cited)
    card = bench.open_claim(CLAIM)
    expect(card.get_by_text("Copia conservata il")).to_be_visible(timeout=SLOW)


def review_blind_and_attach(bench: Bench, username: str, source_pages: SourcePages) -> None:
    """Review without seeing the first review, then attach what could not be fetched."""
    log_in(bench.page, username)
    bench.open_article(TITLE)
    card = bench.open_claim(CLAIM)
    expect(card.get_by_text("resta nascosta finché non dai la tua")).to_be_visible()
    expect(card.get_by_text(FIRST_REASONS)).to_have_count(0)
    cited = Cited(
        url=source_pages.address(REGISTER),
        title="Registro degli arrivi",
        publisher="Capitaneria di Calamarina",
        excerpt="Marzo: 412 arrivi, traghetti compresi",
        stance="la sostiene",
    )
    bench.review(card, rating="Vero", rationale="Anche il registro ne conta 412.", cited=cited)
    card = bench.open_claim(CLAIM)
    expect(card.get_by_text(FIRST_REASONS)).to_be_visible()
    own = card.get_by_role("region", name="La tua valutazione")
    expect(own.get_by_text("Copia non riuscita")).to_be_visible(timeout=SLOW)
    bench.attach_copy(own, "Registro degli arrivi. Marzo: 412 arrivi, traghetti compresi.")
    expect(own.get_by_text("Copia conservata il")).to_be_visible()


def settle_and_publish(bench: Bench, username: str) -> None:
    """Go through the gate, which stays shut until verdict, headline and rationale are there."""
    log_in(bench.page, username)
    bench.open_article(TITLE)
    card = bench.open_claim(CLAIM)
    publication = card.get_by_role("region", name="Pubblicazione")
    publish = publication.get_by_role("button", name="Pubblica", exact=True)
    expect(publish).to_be_disabled()
    card.get_by_role("button", name="Decidi il verdetto").click()
    bench.write_draft(
        card, **{"Titolo del verdetto": HEADLINE, "Spiegazione per il pubblico": FIRST_WORDS}
    )
    publish.click()
    asked = bench.page.get_by_role("dialog", name="Pubblica")
    asked.get_by_role("button", name="Pubblica").click()
    expect(publication.get_by_text("pubblicata", exact=True)).to_be_visible()


def correct(bench: Bench, username: str) -> None:
    """Publish better words with a notice."""
    log_in(bench.page, username)
    bench.open_article(TITLE)
    card = bench.open_claim(CLAIM)
    bench.write_draft(card, **{"Spiegazione per il pubblico": BETTER_WORDS})
    bench.correct(card, severity="sostanziale", notice=NOTICE)


def public_address(card: Any) -> str:
    """Give where the desk says the public reads it."""
    address = card.get_by_role("link", name="Apri la pagina pubblica").get_attribute("href")
    assert address
    return str(address)


def seen_by_public(page: Page, address: str, *, version: int, rationale: str) -> dict[str, Any]:
    """Read page, its embedded ClaimReview and the API without a log-in; give the document."""
    log_out(page)
    page.goto(address)
    expect(page.get_by_role("heading", level=1, name=HEADLINE)).to_be_visible()
    expect(page.get_by_text(rationale)).to_be_visible()
    for source in ("Bollettino del porto", "Registro degli arrivi"):
        expect(page.get_by_role("link", name=source).first).to_be_visible()
    script = page.locator("script[type='application/ld+json']").first.text_content()
    review = json.loads(script or "")
    assert (review["@type"], review["reviewRating"]["ratingValue"]) == ("ClaimReview", 5)

    identity = address.rstrip("/").rsplit("/", 1)[-1]
    document = answer(page.request, f"/api/v1/verified-claims/{identity}/")
    assert (document["headline"], document["version"]) == (HEADLINE, version)
    assert document["rationale"] == rationale
    claim = document["claim"]
    assert CLAIM in claim["exact"]
    assert claim["exact"] == TEXT[claim["start"] : claim["end"]]
    assert all(part["archived"]["sha256"] for part in document["evidence"])
    listed = answer(page.request, "/api/v1/verified-claims/?q=navi")
    assert [row["id"] for row in listed["results"]] == [identity]
    return document


def answer(request: APIRequestContext, path: str) -> dict[str, Any]:
    """Get JSON from the API as a newsroom's client would."""
    response = request.get(path)
    assert response.ok, response.text()
    return dict(response.json())
