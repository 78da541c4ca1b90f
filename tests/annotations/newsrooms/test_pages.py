"""The page for newsrooms: keys, webhooks and their log, with plain forms."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from annotations.models import (
    ApiKey,
    Newsroom,
    WebhookAttempt,
    WebhookDelivery,
    WebhookEndpoint,
)
from annotations.queries.newsrooms import standing_key
from tests.annotations.newsroom_cast import editor_of, make_key, make_newsroom
from tests.annotations.newsrooms.conftest import Hook
from tests.annotations.newsrooms.receiver import Clock, Receiver
from tests.annotations.publishing import make_published
from tests.factories import Cast, make_article

PAGE = "/newsroom/"
FRESH_KEY = re.compile(r'id="fresh-key">(vg_[\w-]+)<')
FRESH_SECRET = re.compile(r'id="fresh-secret">(whsec_[\w+/=]+)<')
KEY = {"key-name": "Sito", "key-scopes": ["read:verified", "webhooks"], "key-days": "30"}


@pytest.fixture
def browser(newsroom: Newsroom) -> Client:
    """Give the newsroom's editor's browser, of which CSRF is asked as of any."""
    return logged_in(editor_of(newsroom))


def logged_in(person: Any) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(person)
    return client


def test_strangers_are_sent_to_log_in_and_back(db: None, client: Client) -> None:
    answer = client.get(PAGE)
    assert answer.status_code == 302
    assert answer["Location"] == f"/accounts/login/?next={PAGE}"


def test_a_newsroom_registers_itself_and_waits_for_approval(cast: Cast) -> None:
    client = logged_in(cast.stranger)
    shown = client.get("/en/newsroom/").content.decode()
    assert "Register" in shown
    assert 'href="/accounts/logout/"' in shown
    bad = client.post("/en/newsroom/register/", {"newsroom-name": "Il Faro"})
    assert bad.status_code == 422
    given = {"newsroom-name": "Il Faro", "newsroom-website": "https://faro.example.org"}
    done = client.post("/en/newsroom/register/", given, follow=True)
    assert "A moderator has yet to approve" in done.content.decode()
    again = client.post("/en/newsroom/register/", given)
    assert (again.status_code, Newsroom.objects.count()) == (422, 1)


def test_a_key_is_shown_once_and_revoked(browser: Client, newsroom: Newsroom) -> None:
    made = browser.post("/en/newsroom/keys/", KEY)
    assert made.status_code == 200
    assert "no-store" in made["Cache-Control"]
    text = FRESH_KEY.findall(made.content.decode())[0]
    key = standing_key(text, timezone.now())
    assert (key.newsroom, key.scopes) == (newsroom, ["read:verified", "webhooks"])
    assert 29 <= (key.expires_at - timezone.now()).days <= 30
    page = browser.get("/en/newsroom/").content.decode()
    assert key.prefix in page
    assert text not in page
    assert "never used" in page
    assert browser.post(f"{PAGE}keys/{key.pk}/revoke/").status_code == 302
    key.refresh_from_db()
    assert key.revoked_at is not None


BAD_KEYS = [{"key-scopes": []}, {"key-name": ""}, {"key-scopes": ["desk:read"]}, {"key-days": "7"}]


@pytest.mark.parametrize("change", BAD_KEYS)
def test_a_key_that_can_not_be_is_not_made(browser: Client, change: dict[str, Any]) -> None:
    answer = browser.post(f"{PAGE}keys/", {**KEY, **change})
    assert answer.status_code == 422
    assert "errorlist" in answer.content.decode()
    assert not ApiKey.objects.exists()


def test_forms_from_elsewhere_are_refused(newsroom: Newsroom) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor_of(newsroom))
    for path in ("keys/", "webhooks/", "editors/", "register/"):
        assert client.post(PAGE + path, KEY).status_code == 403


def test_a_webhook_is_made_tried_read_and_replayed(
    cast: Cast, browser: Client, receiver: Receiver, clock: Clock, run_tasks: Any
) -> None:
    given = {"webhook-url": receiver.url, "webhook-event_types": ["claim.published"]}
    made = browser.post("/en/newsroom/webhooks/", given)
    secret = FRESH_SECRET.findall(made.content.decode())[0]
    endpoint = WebhookEndpoint.objects.get()
    one = f"/en/newsroom/webhooks/{endpoint.pk}/"
    assert secret not in browser.get(one).content.decode()
    with run_tasks():
        assert browser.post(f"{one}test/").status_code == 302
    receiver.will(500)
    version = make_published(cast)
    Hook(endpoint, secret, clock).pump()
    page = browser.get(one).content.decode()
    assert "HTTP 500" in page
    assert "webhook.test" in page
    assert version.headline in page
    delivery = WebhookDelivery.objects.get(published=version)
    with run_tasks():
        browser.post(f"{one}deliveries/{delivery.pk}/replay/")
    delivery.refresh_from_db()
    assert delivery.delivery_state == "delivered"
    with run_tasks():
        since = {"replay-since": "2020-01-01T00:00"}
        page = browser.post(f"{one}replay/", since, follow=True).content.decode()
    assert "1 message is sent again" in page
    assert "Say since when" in browser.post(f"{one}replay/", {}, follow=True).content.decode()
    assert "paused" in browser.post(f"{one}pause/", follow=True).content.decode()
    assert "active again" in browser.post(f"{one}resume/", follow=True).content.decode()
    rotated = browser.post(f"{one}secret/").content.decode()
    assert FRESH_SECRET.findall(rotated) not in ([], [secret])
    assert browser.post(f"{one}explode/").status_code == 404
    assert browser.post(f"{one}remove/").status_code == 302
    assert browser.get(one).status_code == 404


def test_the_page_tells_of_a_message_given_up_and_of_no_attempt_that_will_not_be(
    cast: Cast, browser: Client, hook: Hook, receiver: Receiver
) -> None:
    one = f"/en/newsroom/webhooks/{hook.endpoint.pk}/"
    gone, waiting = make_published(cast), make_published(cast, make_article("Tre ponti. Fine."))
    assert "next attempt" in browser.get(one).content.decode()
    receiver.will(410)
    hook.pump()
    page = browser.get(one).content.decode()
    assert gone.headline in page
    assert waiting.headline in page
    assert page.count("given up</span>") == 1
    assert "next attempt" not in page


def test_the_page_says_in_words_why_no_answer_came(cast: Cast, browser: Client, hook: Hook) -> None:
    make_published(cast)
    delivery = WebhookDelivery.objects.get()
    WebhookAttempt.objects.create(
        delivery=delivery, started_at=timezone.now(), milliseconds=5, problem="unreachable"
    )
    page = browser.get(f"/newsroom/webhooks/{hook.endpoint.pk}/").content.decode()
    assert "Il server non è raggiungibile." in page
    assert "unreachable" not in page


def test_a_webhook_into_the_private_network_is_refused_in_words(browser: Client) -> None:
    given = {"webhook-url": "https://10.0.0.1/", "webhook-event_types": ["claim.published"]}
    answer = browser.post("/en/newsroom/webhooks/", given)
    assert answer.status_code == 422
    assert "private network" in answer.content.decode()


def test_another_newsroom_s_things_are_not_there(cast: Cast, browser: Client, hook: Hook) -> None:
    other = make_newsroom("Il Faro")
    outsider = logged_in(editor_of(other))
    key, _ = make_key(hook.endpoint.newsroom)
    assert outsider.get(f"{PAGE}webhooks/{hook.endpoint.pk}/").status_code == 404
    assert outsider.post(f"{PAGE}webhooks/{hook.endpoint.pk}/pause/").status_code == 404
    assert outsider.post(f"{PAGE}keys/{key.pk}/revoke/").status_code == 404
    assert logged_in(cast.stranger).post(f"{PAGE}keys/", KEY).status_code == 403


def test_a_colleague_is_added_by_name(cast: Cast, browser: Client, newsroom: Newsroom) -> None:
    browser.post(f"{PAGE}editors/", {"colleague-username": "stranger"})
    assert newsroom.editors.filter(user=cast.stranger).exists()
    for name in ("nobody", "stranger"):
        again = browser.post("/en/newsroom/editors/", {"colleague-username": name})
        assert again.status_code == 422


def test_what_can_not_be_brought_back_is_asked_once_more(browser: Client, hook: Hook) -> None:
    make_key(hook.endpoint.newsroom)
    one = f"/en/newsroom/webhooks/{hook.endpoint.pk}/"
    for page, act in (("/en/newsroom/", "revoke/"), (one, "remove/")):
        html = browser.get(page).content.decode()
        asked = re.findall(r'<details class="sure">.*?</details>', html, re.DOTALL)
        assert [act in part for part in asked] == [True]
        assert html.count(act) == 1
