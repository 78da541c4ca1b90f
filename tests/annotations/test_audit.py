"""Every act leaves a row that says who did it, and the rows refuse to be changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from rest_framework.test import APIClient

from annotations.models import ModerationEvent, Verdict
from annotations.services.citing.sources import describe_source
from annotations.services.reviewing.annotations import revise_annotation, withdraw_annotation
from annotations.services.reviewing.moderation import hide_annotation
from annotations.services.reviewing.verdicts import settle_verdict
from claims.models import Claim
from tests.annotations.builders import evidence, review
from tests.factories import Cast


def trail(model: str) -> list[tuple[str, User | None]]:
    """Read (act, who) of a model's audit rows, oldest first."""
    rows = apps.get_model("annotations", f"{model}Event").objects.order_by("pgh_id")
    people = {user.pk: user for user in User.objects.all()}
    return [
        (row.pgh_label, people.get(row.pgh_context.metadata["user"]) if row.pgh_context else None)
        for row in rows.select_related("pgh_context")
    ]


def test_each_act_of_a_service_is_recorded_with_its_person(cast: Cast, claim: Claim) -> None:
    annotation = review(claim, cast.ada, cites=[evidence()])
    revise_annotation(annotation=annotation, by=cast.ada, seen=1, rating="false", evidence=[])
    describe_source(source=_source(), by=cast.bruno, title="Altro")
    withdraw_annotation(annotation=annotation, by=cast.ada, seen=2)
    assert trail("Annotation") == [
        ("insert", cast.ada),
        ("update", cast.ada),
        ("update", cast.ada),
    ]
    assert trail("Evidence") == [("insert", cast.ada), ("delete", cast.ada)]
    assert trail("Source") == [("insert", cast.ada), ("update", cast.bruno)]
    assert trail("ArchivedCopy") == [("insert", cast.ada)]


def test_an_act_over_the_api_names_the_person_and_the_address(
    ada: APIClient, cast: Cast, claim: Claim
) -> None:
    address = f"/api/v1/claims/{claim.pk}/annotations/"
    assert ada.post(address, {"rating": "true", "rationale": "Sì."}).status_code == 201
    event = apps.get_model("annotations", "AnnotationEvent").objects.get()
    assert event.pgh_context.metadata == {"user": cast.ada.pk, "url": address}


def test_a_change_past_the_services_is_recorded_too(cast: Cast, claim: Claim) -> None:
    annotation = review(claim, cast.ada)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE annotations_annotation SET rationale = 'x' WHERE id = %s", [annotation.pk]
        )
    assert trail("Annotation")[-1][0] == "update"


def test_verdicts_and_moderation_name_their_person_in_the_row(cast: Cast, claim: Claim) -> None:
    first = review(claim, cast.ada)
    review(claim, cast.bruno)
    settle_verdict(claim=claim, by=cast.editor)
    hide_annotation(annotation=first, by=cast.moderator, reason="Offende.")
    assert Verdict.objects.get().settled_by == cast.editor
    assert ModerationEvent.objects.get().moderator == cast.moderator


TABLES = [
    "annotations_annotationevent",
    "annotations_evidenceevent",
    "annotations_sourceevent",
    "annotations_archivedcopyevent",
    "annotations_ratingevent",
    "annotations_verdict",
    "annotations_moderationevent",
]


@pytest.mark.parametrize("table", TABLES)
def test_the_trail_refuses_update_and_delete_even_in_sql(
    cast: Cast, claim: Claim, table: str
) -> None:
    first = review(claim, cast.ada, cites=[evidence()])
    review(claim, cast.bruno)
    settle_verdict(claim=claim, by=cast.editor)
    hide_annotation(annotation=first, by=cast.moderator, reason="Offende.")
    column = "id" if table in ("annotations_verdict", "annotations_moderationevent") else "pgh_id"
    assert _run(f"SELECT count(*) FROM {table}") > 0
    for sql in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
            _run(sql)


def _run(sql: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0] if cursor.description else None


def _source() -> Any:
    return apps.get_model("annotations", "Source").objects.get()
