"""Being somebody without the log-in page and the desk behind it, which other tests go through."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page

from tests.browser.browsers import log_out


def come_as(page: Page, username: str) -> None:
    """Give the browser the cookie of a person's new session, whoever was there before."""
    log_out(page)
    client = Client()
    client.force_login(User.objects.get(username=username))
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": session.key, "value": session.value, "url": settings.SITE_URL, "httpOnly": True}]
    )
