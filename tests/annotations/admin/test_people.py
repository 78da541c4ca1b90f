"""People are made and changed in the panel, in the reader's language."""

from __future__ import annotations

import html
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from annotations.models import Assignment
from annotations.services.assigning.assignments import assign_claims
from annotations.services.assigning.leases import take
from config.package_words import IN_THE_PANEL
from tests.annotations.builders import accepted_claim
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
    assert page.count('type="checkbox" name="groups"') == 3  # boxes, no chooser that speaks English
    assert "user_permissions" not in page


def test_the_page_of_a_person_says_what_shutting_them_out_does(cast: Cast, panel: Client) -> None:
    page = html.unescape(panel.get(f"/admin/auth/user/{cast.ada.pk}/change/").content.decode())
    assert "le affermazioni che tiene tornano libere per gli altri" in " ".join(page.split())


def test_roles_are_named_in_the_readers_language(cast: Cast, panel: Client) -> None:
    for where in (f"{cast.ada.pk}/change/", ""):
        page = html.unescape(panel.get(f"/admin/auth/user/{where}").content.decode())
        assert all(role in page for role in ("revisore", "moderatore", "caporedattore"))
        assert not any(name in page for name in ("reviewers", "moderators", "editors"))


def keep(panel: Client, person: User, **changed: Any) -> None:
    """Send the page of a person with some fields changed."""
    there = f"/admin/auth/user/{person.pk}/change/"
    shown = panel.get(there).context
    inlines = [shown_inline.formset for shown_inline in shown["inline_admin_formsets"]]
    forms = [shown["adminform"].form]
    forms += [form for inline in inlines for form in (inline.management_form, *inline.forms)]
    sent: dict[str, Any] = {}
    for form in forms:
        for bound in form:
            value = bound.value()
            rows = [getattr(row, "pk", row) for row in value] if isinstance(value, list) else value
            sent[bound.html_name] = rows
    joined = timezone.localtime(person.date_joined)
    sent |= {"date_joined_0": f"{joined:%d/%m/%Y}", "date_joined_1": f"{joined:%H:%M:%S}"}
    sent |= changed
    kept = {name: value for name, value in sent.items() if value is not None and value is not False}
    answered = panel.post(there, kept)
    assert answered.status_code == 302, answered.context["errors"]
    person.refresh_from_db()


def test_who_is_shut_out_lets_go_of_claims_and_comes_back_without(
    cast: Cast, panel: Client
) -> None:
    given, taken, others = accepted_claim(), accepted_claim(), accepted_claim()
    tomorrow = timezone.now() + timedelta(days=1)
    assign_claims(claim_ids=[given.pk], reviewer=cast.ada, due_at=tomorrow, by=cast.editor)
    take(claim=taken, by=cast.ada)
    assign_claims(claim_ids=[others.pk], reviewer=cast.bruno, due_at=tomorrow, by=cast.editor)
    keep(panel, cast.ada, last_name="Neri")
    assert Assignment.objects.filter(ended_at=None).count() == 3
    keep(panel, cast.ada, is_active=False)
    assert not cast.ada.is_active
    over = Assignment.objects.filter(reviewer=cast.ada)
    assert [hold.ending for hold in over] == ["taken_back"] * 2
    keep(panel, cast.ada, is_active="on")
    assert cast.ada.is_active
    assert not Assignment.objects.filter(reviewer=cast.ada, ended_at=None).exists()
    assert Assignment.objects.get(reviewer=cast.bruno).ended_at is None


def make_factors(person: User) -> tuple[Authenticator, Authenticator]:
    """Give a person a second factor and its recovery codes."""
    kinds = Authenticator.Type
    return (
        Authenticator.objects.create(user=person, type=kinds.TOTP, data={"secret": "SEGRETO"}),
        Authenticator.objects.create(user=person, type=kinds.RECOVERY_CODES, data={"seed": "SEME"}),
    )


def test_second_factors_stand_on_their_persons_page_without_their_secrets(
    cast: Cast, panel: Client
) -> None:
    there = f"/admin/auth/user/{cast.ada.pk}/change/"
    assert "econdi fattori" not in panel.get(there).content.decode()  # no table without rows
    make_factors(cast.ada)
    page = html.unescape(panel.get(there).content.decode())
    assert "Autenticatore TOTP" in page
    assert "SEGRETO" not in page
    assert "SEME" not in page
    assert panel.get("/admin/mfa/authenticator/").status_code == 404
    assert "Authenticators" not in panel.get("/admin/").content.decode()


def test_a_lost_second_factor_is_taken_away_with_its_codes(cast: Cast, panel: Client) -> None:
    factor, codes = make_factors(cast.ada)
    keep(panel, cast.ada)
    assert set(Authenticator.objects.all()) == {factor, codes}
    keep(panel, cast.ada, **{"authenticator_set-0-DELETE": "on"})
    assert not Authenticator.objects.exists()
