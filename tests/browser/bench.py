"""What a person does at the desk, in the words that stand on its Italian screens."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

SLOW = 90_000
"""Milliseconds for what a worker does: the first text also loads the language models."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One source as a reviewer types it in."""

    url: str
    title: str
    publisher: str
    excerpt: str
    stance: str
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Bench:
    """The desk as one person sees it."""

    page: Page

    def add_text(self, text: str, *, title: str, publisher: str, published: str) -> None:
        """Add an article from the list and come to the workbench."""
        self.page.get_by_role("button", name="Aggiungi articolo").first.click()
        dialog = self.page.get_by_role("dialog", name="Aggiungi articolo")
        dialog.get_by_role("tab", name="Testo").click()
        dialog.get_by_label("Testo dell’articolo").fill(text)
        dialog.get_by_label("Titolo").fill(title)
        dialog.get_by_label("Testata o editore").fill(publisher)
        dialog.get_by_label("Data di pubblicazione").fill(published)
        dialog.get_by_role("button", name="Aggiungi", exact=True).click()
        expect(self.page.get_by_role("heading", level=1, name=title)).to_be_visible()

    def open_article(self, title: str) -> None:
        """Go from the list of articles to one of them."""
        self.page.get_by_role("link", name=title).first.click()
        expect(self.page.get_by_role("heading", level=1, name=title)).to_be_visible()

    def open_claim(self, words: str) -> Locator:
        """Open the card of the claim that holds `words`, and give it."""
        claims = self.page.get_by_role("region", name="Affermazioni")
        card = claims.get_by_role("listitem").filter(has=self.page.locator("[data-card]"))
        card = card.filter(has_text=words).first
        opener = card.locator("[data-card]")
        expect(opener).to_be_visible(timeout=SLOW)
        if opener.get_attribute("aria-expanded") != "true":
            opener.click()
        expect(opener).to_have_attribute("aria-expanded", "true")
        return card

    def review(self, card: Locator, *, rating: str, rationale: str, cited: Cited) -> None:
        """Rate a claim with one source and send the review."""
        form = card.get_by_role("region", name="La tua valutazione")
        form.get_by_role("radio", name=rating, exact=True).check()
        form.get_by_label("Motivazione").fill(rationale)
        form.get_by_role("button", name="Aggiungi una fonte").click()
        source = form.get_by_role("group", name="Fonte 1")
        address = "Indirizzo, o parole di una fonte già usata"
        source.get_by_role("combobox", name=address).fill(cited.url)
        source.get_by_role("combobox", name=address).press("Enter")
        self.describe(source, cited)
        source.get_by_label("Estratto").fill(cited.excerpt)
        source.get_by_role("radio", name=cited.stance).check()
        if cited.is_primary:
            source.get_by_label("È una fonte primaria").check()
        form.get_by_role("button", name="Invia e vai avanti").click()
        expect(self.page.get_by_text("valutazione inviata").first).to_be_visible()

    def describe(self, source: Locator, cited: Cited) -> None:
        """Say what a new source is called, whatever its page says of itself."""
        source.get_by_role("button", name="Dati della fonte", exact=True).click()
        dialog = self.page.get_by_role("dialog", name="Dati della fonte")
        dialog.get_by_label("Titolo").fill(cited.title)
        dialog.get_by_label("Testata o editore").fill(cited.publisher)
        dialog.get_by_role("button", name="Salva").click()
        expect(dialog).to_be_hidden()

    def attach_copy(self, card: Locator, text: str) -> None:
        """Attach a source's words by hand where fetching them failed."""
        card.get_by_role("button", name="Allega una copia salvata").click()
        dialog = self.page.get_by_role("dialog", name="Allega una copia salvata")
        dialog.get_by_role("tab", name="Testo").click()
        dialog.get_by_label("Testo della fonte").fill(text)
        dialog.get_by_role("button", name="Allega una copia salvata").click()
        expect(dialog).to_be_hidden()

    def write_draft(self, card: Locator, **fields: str) -> None:
        """Fill fields of the publication's draft by their labels, and wait until it is kept."""
        panel = card.get_by_role("region", name="Pubblicazione")
        for label, words in fields.items():
            panel.get_by_label(label, exact=True).fill(words)
        expect(panel.get_by_text("Salvato alle")).to_be_visible()

    def correct(self, card: Locator, *, severity: str, notice: str) -> None:
        """Publish the next version with a notice."""
        panel = card.get_by_role("region", name="Pubblicazione")
        panel.get_by_role("button", name="Correggi").click()
        dialog = self.page.get_by_role("dialog", name="Correggi")
        dialog.get_by_role("radio", name=severity).check()
        dialog.get_by_label("Avviso per il pubblico").fill(notice)
        dialog.get_by_role("button", name="Correggi").click()
        expect(dialog).to_be_hidden()
