"""The machine's own Chromium, how it is started, and logging in with it."""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import Page

CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def log_in(
    page: Page, username: str, password: str = "password", *, leads_to: str = "**/desk/**"
) -> None:
    """Fill the log-in page in, whoever was there before, and wait for where the desk lets them."""
    log_out(page)
    page.goto("/accounts/login/?next=/desk/")
    page.locator("input[name=login]").fill(username)
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(leads_to)


def log_out(page: Page) -> None:
    """Become nobody; the page is left first, or the desk would go to the log-in by itself."""
    page.goto("about:blank")
    page.context.clear_cookies()
