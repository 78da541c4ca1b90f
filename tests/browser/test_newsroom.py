"""A newsroom's developer comes in by the page: registers, makes a key and a webhook, tries both."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone
from playwright.sync_api import Page, expect

from annotations.models import Newsroom
from annotations.services.access.newsrooms import approve_newsroom
from tests.annotations.newsrooms.receiver import Clock, receiving
from tests.browser.axe import Eye
from tests.browser.browsers import log_in
from tests.browser.test_screens import is_fault
from tests.factories import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_newsroom_integrates_in_one_sitting(
    page: Page, people: Cast, settings: LazySettings, tmp_path: Path
) -> None:
    settings.WEBHOOK_ALLOWED_NETWORKS = ["127.0.0.0/8"]
    eye = Eye()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if is_fault(message) else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    log_in(page, "stranger", leads_to="**/newsroom/")
    page.get_by_label("Nome della redazione").fill("La Gazzetta di Prova")
    page.get_by_label("Sito", exact=True).fill("https://gazzetta.example.org")
    page.get_by_role("button", name="Registra").click()
    expect(page.get_by_text("Un moderatore deve ancora approvare")).to_be_visible()
    approve_newsroom(newsroom=Newsroom.objects.get(), by=people.moderator, now=timezone.now())

    page.get_by_text("Crea una chiave").click()
    page.get_by_label("A che cosa serve?").fill("Sito")
    faults += looked_at(page, eye, tmp_path / "forms.png")
    page.get_by_role("button", name="Crea la chiave").click()
    key = page.locator("#fresh-key").text_content()
    faults += looked_at(page, eye, tmp_path / "key.png")
    bearer = {"Authorization": f"Bearer {key}"}
    answer = page.request.get("/api/v1/verified-claims/", headers=bearer)
    assert answer.headers["ratelimit-policy"] == '"key";q=1200;w=60'

    with receiving(Clock(timezone.now())) as receiver:
        page.goto("/newsroom/")
        expect(page.locator("#fresh-key")).to_have_count(0)
        page.get_by_text("Crea un webhook").click()
        page.get_by_label("Indirizzo").fill(receiver.url)
        page.get_by_role("button", name="Crea il webhook").click()
        expect(page.locator("#fresh-secret")).to_contain_text("whsec_")
        page.get_by_role("button", name="Invia una prova").click()
        expect(page.get_by_text("consegnato", exact=True)).to_be_visible()
        page.get_by_text("1 tentativo").click()
        expect(page.get_by_text("HTTP 204")).to_be_visible()
        faults += looked_at(page, eye, tmp_path / "webhook.png")
        assert [heard.said["type"] for heard in receiver.heard] == ["webhook.test"]
    assert not faults, "\n".join(faults)


def looked_at(page: Page, eye: Eye, picture: Path) -> list[str]:
    """Let axe look in both themes, and keep a picture for who wants to look too."""
    faults = eye.faults(page, picture.stem)
    page.screenshot(path=picture, full_page=True)
    return faults
