"""Each table of the desk opens in the admin panel, and is only looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from rest_framework.test import APIClient

from annotations.models import (
    Affiliation,
    Annotation,
    ArchivedCopy,
    Assignment,
    ClaimMatch,
    ErrorReport,
    LinkCheck,
    ModerationEvent,
    PublicationDraft,
    PublishedClaim,
    Rating,
    ReplyRequest,
    Source,
    Verdict,
)
from annotations.services.publishing.error_reports import ReportGiven, report_error
from annotations.services.reviewing.moderation import hide_annotation, restore_annotation
from annotations.services.reviewing.verdicts import settle_verdict
from claims.models import Claim
from claims.panel import LookOnlyPage
from tests.annotations.builders import accepted_claim, evidence, review
from tests.factories import Cast, make_cast, make_client, make_person
from tests.undone import undone

LOOKED_AT = [
    Annotation,
    ModerationEvent,
    Verdict,
    Source,
    ArchivedCopy,
    LinkCheck,
    Assignment,
    PublishedClaim,
    PublicationDraft,
    ErrorReport,
    ReplyRequest,
    ClaimMatch,
]
pytestmark = pytest.mark.django_db
TABLES: list[type[Model]] = [*LOOKED_AT, Affiliation, Rating, User, Group]


@dataclass(frozen=True)
class Filled:
    """A desk with a row in every table."""

    cast: Cast
    claim: Claim


@pytest.fixture(scope="module")
def desk(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Filled]:
    """Make it once for all that only look; what a test changes is undone."""
    with django_db_blocker.unblock(), undone():
        cast = make_cast()
        yield Filled(cast, put_a_row_into_every_table(cast))


@pytest.fixture
def cast(db: None, desk: Filled) -> Cast:
    """Give the people of the desk, as they were."""
    return deepcopy(desk.cast)


@pytest.fixture
def filled(db: None, desk: Filled) -> Claim:
    """Give the claim that everything is about."""
    return desk.claim


def put_a_row_into_every_table(cast: Cast) -> Claim:
    """Give the claim that all of them are about."""
    claim = accepted_claim()
    first = review(claim, cast.ada, cites=[evidence()])
    review(claim, cast.bruno, cites=[evidence()])
    Assignment.objects.create(
        claim=claim, reviewer=cast.bruno, assigned_by=cast.editor, due_at=timezone.now()
    )
    hide_annotation(annotation=first, by=cast.moderator, reason="Offende.")
    restore_annotation(annotation=first, by=cast.moderator, reason="Riletta.")
    verdict = settle_verdict(claim=claim, by=cast.editor)
    report_error(ReportGiven("fact", "I nati sono di più.", "it", claim_id=claim.pk))
    LinkCheck.objects.create(source=Source.objects.get(), outcome="failed", problem="too-slow")
    Affiliation.objects.create(speaker="Anna Righi", party="Lista nati")
    PublicationDraft.objects.create(claim=claim, headline="Bozza", updated_by=cast.editor)
    ReplyRequest.objects.create(
        claim=claim, asked="Ufficio nati", asked_at=timezone.now(), written_by=cast.editor
    )
    published = PublishedClaim.objects.create(
        first_published_at=timezone.now(),
        seq=1,
        claim=claim,
        verdict=verdict,
        version=1,
        act="published",
        language="it",
        rating_key="true",
        headline="Vero: 👶",
        document={},
        body=b"{}",
        etag="x",
        published_by=cast.editor,
        created_at=timezone.now(),
    )
    other = accepted_claim(article_text="Nacquero in 370 mila.")
    ClaimMatch.objects.create(
        claim=other, earlier=claim, published=published, score=0.9, model="prova 1"
    )
    return claim


@pytest.fixture
def staff(cast: Cast) -> Client:
    """Give a moderator who may open the panel."""
    cast.moderator.is_staff = True
    cast.moderator.save()
    return make_client(cast.moderator)


def address(model: type[Model], page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", TABLES)
@pytest.mark.parametrize("language", ["it", "en"])
def test_list_and_page_of_each_table_open(
    admin: Client, filled: Claim, model: type[Model], language: str
) -> None:
    headers = {"Accept-Language": language}
    listed = admin.get(address(model, "changelist"), headers=headers)
    assert listed.status_code == 200
    row = model._default_manager.first()
    assert row is not None
    page = admin.get(address(model, "change", row.pk), headers=headers)
    assert page.status_code == 200
    assert f'lang="{language}"' in page.content.decode()


@pytest.mark.parametrize("model", TABLES)
def test_search_and_every_filter_of_each_table_work(
    admin: Client, cast: Cast, filled: Claim, model: type[Model]
) -> None:
    listed = admin.get(address(model, "changelist"), {"q": "nati"})
    assert listed.status_code == 200
    table = listed.context_data["cl"]  # type: ignore[attr-defined]
    links = [
        choice["query_string"] for spec in table.filter_specs for choice in spec.choices(table)
    ]
    assert links or model is Group
    for link in links:  # the page around the rows is the same each time, and dear
        asked = RequestFactory().get(address(model, "changelist") + link)
        asked.user = cast.admin
        found = site._registry[model].get_changelist_instance(asked)
        assert len(found.result_list) == found.result_count, link


@pytest.mark.parametrize("model", LOOKED_AT)
def test_what_services_write_is_not_written_here(
    admin: Client, filled: Claim, model: type[Model]
) -> None:
    row = model._default_manager.first()
    assert row is not None
    assert admin.get(address(model, "add")).status_code == 403
    assert admin.post(address(model, "change", row.pk), {}).status_code == 403
    assert admin.post(address(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert model._default_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", LOOKED_AT)
def test_staff_who_moderate_look_but_reviewers_and_strangers_do_not(
    staff: Client, cast: Cast, filled: Claim, model: type[Model]
) -> None:
    assert staff.get(address(model, "changelist")).status_code == 200
    for user in (cast.ada, cast.stranger):
        user.is_staff = True
        user.save()
        assert make_client(user).get(address(model, "changelist")).status_code == 403


def test_accounts_and_the_scale_are_for_who_runs_the_site(staff: Client, filled: Claim) -> None:
    for model in (User, Group, Rating):
        assert staff.get(address(model, "changelist")).status_code == 403


def test_the_sidebar_lists_what_one_may_open(staff: Client, admin: Client, filled: Claim) -> None:
    users = address(User, "changelist")
    for client, listed in ((staff, False), (admin, True)):
        page = client.get(reverse("admin:index")).content.decode()
        assert address(Annotation, "changelist") in page
        assert (f'href="{users}"' in page) is listed


def test_the_panel_has_no_log_in_of_its_own(anonymous: Client) -> None:
    """The site's log-in counts attempts and asks for the second factor; Django's doesn't."""
    asked = anonymous.get(reverse("admin:login"))
    assert asked.status_code == 302
    assert asked.headers["Location"].startswith(reverse("account_login"))


def test_a_rating_is_edited_but_keeps_its_key(admin: Client, filled: Claim) -> None:
    page = admin.get(address(Rating, "change", "true")).content.decode()
    assert 'name="name_it"' in page
    assert 'name="key"' not in page
    assert admin.post(address(Rating, "delete", "true"), {"post": "yes"}).status_code == 403


def test_who_reviews_stays_blind_in_the_panel_too(cast: Cast, filled: Claim) -> None:
    both = make_person("both", "Due Parti", "reviewers", "moderators", is_staff=True)
    third = review(accepted_claim(), cast.ada, "misleading")
    page = make_client(both).get(address(Annotation, "changelist")).content.decode()
    assert str(third.pk) not in page
    hidden = make_client(both).get(address(Annotation, "change", third.pk))
    assert hidden.status_code == 302


def test_only_the_panels_pages_have_the_looser_policy(admin: Client, filled: Claim) -> None:
    panel = admin.get(reverse("admin:index")).headers["Content-Security-Policy"]
    assert "'unsafe-eval'" in panel
    assert "frame-ancestors 'none'" in panel
    api = admin.get("/api/v1/me/").headers["Content-Security-Policy"]
    assert "unsafe-eval" not in api
    assert "script-src 'self';" in api + ";"


def test_sources_are_visited_from_the_panel(
    staff: APIClient,
    filled: Claim,
    monkeypatch: pytest.MonkeyPatch,
    run_tasks: Callable[[], AbstractContextManager[Any]],
) -> None:
    visited: list[str] = []
    monkeypatch.setattr("annotations.tasks.check_link.wake", visited.append)
    source, check = Source.objects.get(), LinkCheck.objects.get()
    for model, row, action in ((Source, source, "visit"), (LinkCheck, check, "visit_again")):
        chosen = {"action": action, "_selected_action": str(row.pk)}
        with run_tasks():
            answer = staff.post(address(model, "changelist"), chosen, format="multipart")
        assert answer.status_code == 302
    assert visited == [str(source.pk)] * 2


def test_parties_are_kept_by_who_settles(staff: APIClient, filled: Claim) -> None:
    words = {"speaker": "Bruno Lai", "party": "Lista di prova"}
    answer = staff.post(address(Affiliation, "add"), words, format="multipart")
    assert answer.status_code == 302
    assert Affiliation.objects.get(speaker="Bruno Lai").party == "Lista di prova"


def test_acts_read_well_for_one_row_and_for_many() -> None:
    # each stands as a button on a row's own page, and above a list for the rows picked there
    tables = [table for table in site._registry.values() if isinstance(table, LookOnlyPage)]
    words = [
        str(getattr(table, str(name)).short_description)
        for table in tables
        for name in table.actions
    ]
    assert words
    assert not [said for said in words if "selected" in said]
