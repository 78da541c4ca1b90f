"""Waiting until a page has nothing more to fetch and has drawn what came."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from playwright.sync_api import Page, Request

FRAMES = """() => new Promise(done => {
  let left = 3;
  const next = () => (left-- ? requestAnimationFrame(next) : setTimeout(done));
  next();
})"""
"""What came is drawn in the next frames, and what is drawn may ask for more."""
TURN = 15
"""Milliseconds between two looks."""
LONGEST = 60_000
ON_THEIR_WAY: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()


def watch(page: Page) -> None:
    """Count a page's requests from now on."""
    if page in ON_THEIR_WAY:
        return
    flying = ON_THEIR_WAY[page] = set()
    page.on("request", lambda request: flying.add(request))
    page.on("requestfinished", lambda request: flying.discard(request))
    page.on("requestfailed", lambda request: flying.discard(request))
    page.on("framenavigated", lambda frame: frame.parent_frame or forget_earlier(page))


def forget_earlier(page: Page) -> None:
    """Drop what a page that was left had asked for: nobody answers it any more."""
    ON_THEIR_WAY[page].clear()


def wait_until_quiet(page: Page) -> None:
    """Wait until no request of a watched page is on its way and the page stands still.

    Playwright's own "networkidle" waits half a second longer, on every screen.
    """
    page.wait_for_load_state("load")
    for _ in range(LONGEST // TURN):
        draw(page)
        if not ON_THEIR_WAY[page]:
            return
        page.wait_for_timeout(TURN)
    raise AssertionError(f"{page.url}: still waits for {ON_THEIR_WAY[page].pop().url}")


def draw(page: Page) -> None:
    """Let the page draw what it has, and run what follows from that."""
    page.evaluate(FRAMES)
