"""Groups in the panel: those that give roles stay, others carry rights."""

from __future__ import annotations

import html

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from annotations.policies import Role, roles_of
from claims.people import EDITORS, MODERATORS, REVIEWERS
from tests.factories import Cast

ROLES = (REVIEWERS, MODERATORS, EDITORS)
LIST = reverse("admin:auth_group_changelist")
STAYS = {
    "it": "Il gruppo «%s» dà un ruolo a chi ne fa parte: conserva il suo nome e resta.",
    "en": "The group “%s” gives its members a role: it keeps its name and stays.",
}


def panel(cast: Cast, language: str = "it") -> Client:
    client = Client(headers={"Accept-Language": language})
    client.force_login(cast.admin)
    return client


def page_of(client: Client, group: Group) -> str:
    return html.unescape(
        client.get(reverse("admin:auth_group_change", args=[group.pk])).content.decode()
    )


def delete(client: Client, *groups: Group, **more: str) -> str:
    picked = [str(group.pk) for group in groups]
    form = {"action": "delete_selected", ACTION_CHECKBOX_NAME: picked, **more}
    return html.unescape(client.post(LIST, form, follow=True).content.decode())


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("language", STAYS)
def test_a_group_that_gives_a_role_keeps_its_name(cast: Cast, name: str, language: str) -> None:
    group = Group.objects.get(name=name)
    client = panel(cast, language)
    page = page_of(client, group)
    assert STAYS[language] % name in page
    assert 'name="name"' not in page
    assert reverse("admin:auth_group_delete", args=[group.pk]) not in page
    where = reverse("admin:auth_group_change", args=[group.pk])
    assert client.post(where, {"name": "altro"}).status_code == 302
    group.refresh_from_db()
    assert group.name == name


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("language", STAYS)
def test_a_group_that_gives_a_role_is_not_deleted(cast: Cast, name: str, language: str) -> None:
    group = Group.objects.get(name=name)
    client = panel(cast, language)
    where = reverse("admin:auth_group_delete", args=[group.pk])
    for answered in (
        client.get(where, follow=True),
        client.post(where, {"post": "yes"}, follow=True),
    ):
        assert STAYS[language] % name in html.unescape(answered.content.decode())
    assert Group.objects.filter(pk=group.pk).exists()


def test_where_one_of_the_chosen_gives_a_role_none_is_deleted(cast: Cast) -> None:
    own, role = Group.objects.create(name="stagisti"), Group.objects.get(name=REVIEWERS)
    page = delete(panel(cast), own, role, post="yes")
    assert STAYS["it"] % REVIEWERS in page
    assert Group.objects.filter(pk__in=[own.pk, role.pk]).count() == 2
    assert roles_of(cast.ada) == {Role.REVIEWER}


def test_a_group_of_ones_own_is_renamed_and_deleted(cast: Cast) -> None:
    one, other = Group.objects.create(name="stagisti"), Group.objects.create(name="ospiti")
    client = panel(cast)
    assert 'name="name"' in page_of(client, one)
    client.post(reverse("admin:auth_group_change", args=[one.pk]), {"name": "praticanti"})
    one.refresh_from_db()
    assert one.name == "praticanti"
    delete(client, one, post="yes")
    client.post(reverse("admin:auth_group_delete", args=[other.pk]), {"post": "yes"})
    assert not Group.objects.filter(pk__in=[one.pk, other.pk]).exists()


def test_rights_are_boxes_in_the_readers_language_and_each_opens_something(cast: Cast) -> None:
    group = Group.objects.create(name="stagisti")
    page = page_of(panel(cast), group)
    assert 'class="selectfilter"' not in page
    assert all(f": {act}" in page for act in ("guardare", "aggiungere", "modificare", "cancellare"))
    assert "Can view" not in page
    assert page.count('type="checkbox" name="permissions"') == 12  # people, groups, the scale
    rights = Permission.objects.filter(content_type__model="rating", codename="view_rating")
    group.permissions.set(rights)
    cast.stranger.is_staff = True
    cast.stranger.save()
    cast.stranger.groups.add(group)
    client = Client()
    client.force_login(cast.stranger)
    assert client.get(reverse("admin:annotations_rating_changelist")).status_code == 200
