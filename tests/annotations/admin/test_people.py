"""People are made and changed in the panel, in the reader's language."""

from __future__ import annotations

import html

import pytest
from django.contrib.auth.models import User
from django.test import Client

from config.package_words import IN_THE_PANEL
from tests.factories import Cast


@pytest.fixture
def panel(cast: Cast) -> Client:
    admin = User.objects.create_superuser("capo", "capo@example.org", "password")
    client = Client(headers={"Accept-Language": "it"})
    client.force_login(admin)
    return client


@pytest.mark.parametrize("tail", ["add/", "{id}/change/"])
def test_the_forms_of_people_speak_italian(cast: Cast, panel: Client, tail: str) -> None:
    answered = panel.get(f"/admin/auth/user/{tail.format(id=cast.editor.pk)}")
    assert answered.status_code == 200
    page = html.unescape(answered.content.decode())
    assert [words for words in IN_THE_PANEL if f">{words}<" in page.replace("\n", "")] == []
    assert not [words for words in IN_THE_PANEL if len(words) > 20 and words[:40] in page]


def test_the_choice_of_an_act_is_asked_for_in_italian(panel: Client) -> None:
    page = panel.get("/admin/auth/user/").content.decode()
    assert "Select action" not in page
    assert "Scegli un’azione" in html.unescape(page)


def test_roles_are_given_by_groups_alone(cast: Cast, panel: Client) -> None:
    page = panel.get(f"/admin/auth/user/{cast.editor.pk}/change/").content.decode()
    assert 'name="groups"' in page
    assert "user_permissions" not in page


def test_the_page_of_a_person_says_what_shutting_them_out_does(cast: Cast, panel: Client) -> None:
    page = html.unescape(panel.get(f"/admin/auth/user/{cast.ada.pk}/change/").content.decode())
    assert "le affermazioni che tiene tornano libere per gli altri" in " ".join(page.split())
