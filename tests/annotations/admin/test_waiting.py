"""The panel's first page says what waits for the person who looks, and leads to it."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.utils import timezone

from annotations.models import Newsroom
from tests.factories import Cast, make_article

pytestmark = pytest.mark.django_db


def first_page(client: Client) -> str:
    """Read it in Italian."""
    answered = client.get("/admin/", headers={"Accept-Language": "it"})
    return html.unescape(answered.content.decode())


def test_what_waits_is_counted_and_its_link_lists_the_same_rows(cast: Cast) -> None:
    client = Client()
    cast.moderator.is_staff = True
    cast.moderator.save()
    client.force_login(cast.moderator)
    assert "Niente, nelle tabelle, ti aspetta." in first_page(client)

    for name in ("Gazzetta", "Corriere"):
        Newsroom.objects.create(name=name, created_by=cast.ada)
    Newsroom.objects.create(
        name="Eco", created_by=cast.ada, approved_at=timezone.now(), approved_by=cast.moderator
    )
    make_article(reading_state="failed", reading_problem="not-found")
    page = first_page(client)
    assert "2 redazioni aspettano l’approvazione" in page
    assert "1 articolo non è stato letto" in page
    links = re.findall(r'href="(/admin/[a-z]+/[a-z]+/\?[^"]+)"', page)
    counts = [client.get(link).context["cl"].result_count for link in links]
    assert counts == [2, 1]


def test_who_may_not_look_at_a_table_is_told_nothing_of_it(cast: Cast) -> None:
    Newsroom.objects.create(name="Gazzetta", created_by=cast.ada)
    cast.ada.is_staff = True
    cast.ada.save()
    client = Client()
    client.force_login(cast.ada)
    assert "aspetta l’approvazione" not in first_page(client)


def test_who_is_logged_in_and_refused_is_told_as_whom_and_what_to_do(cast: Cast) -> None:
    client = Client()
    cast.moderator.is_staff = True
    cast.moderator.save()
    client.force_login(cast.moderator)
    answered = client.get("/admin/auth/user/", headers={"Accept-Language": "it"})
    page = " ".join(html.unescape(answered.content.decode()).split())
    assert answered.status_code == 403
    assert f"Hai fatto l’accesso come {cast.moderator.username}" in page
    assert "/accounts/login/" not in page
