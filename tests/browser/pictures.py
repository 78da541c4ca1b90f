"""Take pictures of every screen of a running demo, light and dark.

    python -m tests.browser.pictures --url http://127.0.0.1:8000 --out /tmp/pictures
    python -m tests.browser.pictures --readme frontend/public/workbench.png

The password is read from the installation's data folder (VAGLIO_VAR).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright
from tqdm import tqdm

from config.env import VAR_DIR
from tests.browser.browsers import CHROMIUM, FLAGS, log_in
from tests.browser.quiet import watch
from tests.browser.screens import ADMIN, DESK, NEWSROOM, PUBLIC, Screen, places_of

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
SIZE = {"width": 1280, "height": 900}
README_SCREEN = "workbench-corrected"


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--out", type=Path, help="folder for a picture of every screen and theme")
    parser.add_argument("--readme", type=Path, help="file for the README's one picture")
    parser.add_argument("--only", default="", help="only screens whose name contains this")
    chosen = parser.parse_args(arguments)
    if CHROMIUM is None:
        sys.exit("No Chromium on this machine (Debian: apt-get install chromium).")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        if chosen.out:
            screens = [s for s in (*PUBLIC, *DESK, *NEWSROOM, *ADMIN) if chosen.only in s.name]
            photograph(browser, chosen.url, screens, chosen.out)
        if chosen.readme:
            screen = next(s for s in DESK if s.name == README_SCREEN)
            photograph_one(browser, chosen.url, screen, chosen.readme)
        browser.close()


def photograph(browser: Browser, url: str, screens: Sequence[Screen], folder: Path) -> None:
    """Take every screen in both themes; one session for each person and theme."""
    folder.mkdir(parents=True, exist_ok=True)
    with tqdm(total=len(screens) * len(THEMES), disable=None) as bar:
        for theme in THEMES:
            places = places_of(visitor(browser, url, theme, "giulia"))
            for who, seen in groupby(sorted(screens, key=lambda s: s.who), lambda s: s.who):
                page = visitor(browser, url, theme, who)
                for screen in seen:
                    page.goto(screen.address(places))
                    screen.settle(page)
                    page.screenshot(path=folder / f"{screen.name}-{theme}.png", full_page=True)
                    for state in screen.states:
                        state.enter(page)
                        page.screenshot(path=folder / f"{screen.name}-{state.name}-{theme}.png")
                        state.leave(page)
                    bar.update()
                page.context.close()


def photograph_one(browser: Browser, url: str, screen: Screen, file: Path) -> None:
    """Take one screen as it first shows, in light."""
    page = visitor(browser, url, "light", screen.who)
    page.goto(screen.address(places_of(page)))
    screen.settle(page)
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file)


def visitor(browser: Browser, url: str, theme: Theme, who: str) -> Page:
    """Open a new session as somebody; nobody for an empty name."""
    context = browser.new_context(
        base_url=url, locale="it-IT", viewport=SIZE, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    watch(page)
    if who:
        log_in(page, who, (VAR_DIR / "demo_password").read_text().strip())
    return page


if __name__ == "__main__":
    main()
