"""States of a screen that a person opens by key or button: dialogs, lists, forms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.quiet import wait_until_quiet

DIALOG = "[role=dialog][aria-modal=true]"
LIST = "[role=listbox]"
WAITING = "[role=status]:has-text('Caricamento'), [role=status]:has-text('Loading')"


@dataclass(frozen=True, slots=True)
class State:
    """A state; entered by pressing `keys`, then clicking `button`; Esc leaves it.

    shows: a selector of what must be in sight then. stays: Esc leaves it as it is.
    """

    name: str
    keys: tuple[str, ...] = ()
    button: str | re.Pattern[str] = ""
    shows: str = DIALOG
    stays: bool = False

    def enter(self, page: Page) -> None:
        """Open it and wait until nothing more is loaded."""
        for key in self.keys:
            page.keyboard.press(key)
        if self.button:
            page.get_by_role("button", name=self.button).first.click()
        expect(page.locator(self.shows).first).to_be_visible()
        wait_until_quiet(page)
        expect(page.locator(WAITING)).to_have_count(0)

    def leave(self, page: Page) -> None:
        """Close it."""
        if not self.stays:
            page.keyboard.press("Escape")
            expect(page.locator(self.shows)).to_have_count(0)


KEYS = State("keys", ("?",))
KEYS_CHANGING = State("keys-changing", ("?",), button="Cambia i tasti")
NOTIFICATIONS = State("notifications", ("N",))
TABLE = State("table", button="Tabella", shows="section [aria-pressed=true]", stays=True)
HISTORY = State("history", ("h",))
OF_CLAIM = (
    HISTORY,
    State("reword", ("w",), shows="label:has-text('con altre parole')"),
    State("split", ("x",)),
    State("merge", ("m",)),
    State("new-claim", ("]", "Enter")),
)
OF_REVIEW = (
    State("sources", ("e",), shows=LIST),
    State("source-taken", ("e", "Enter"), shows="fieldset[data-row] a", stays=True),
    State("copy-text", ("q",)),
    State("source-file", ("e",), button="Aggiungi un file"),
)
OF_SOURCE = (
    State("source-details", button="Dati della fonte"),
    State("source-copy", button="Allega una copia salvata"),
)
ADJUDICATION = State("adjudication", ("v",))
OF_PUBLICATION = (
    State("correction", ("C",)),
    State("withdrawal", ("W",)),
)
ASKING_FOR_REPLY = State("reply-asked", button="Annota una richiesta di replica")
OUTCOME_OF_REPLY = State("reply-outcome", button=re.compile("^Annota qualcosa di più recente: "))
PUBLISHING = State("publishing", ("P",))
HIDING = State("hiding", ("H",))
ADD_ARTICLE = State("add-article", button="Aggiungi articolo")
