"""The log of requests for a reply: asked, answered, struck; shown at the desk and to the public."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import ReplyOutcome, ReplyRequest
from annotations.services.publishing.publication import publish
from annotations.services.publishing.replies import ask_for_reply, note_outcome
from claims.models import Claim
from tests.annotations.builders import accepted_claim
from tests.annotations.publishing import make_ready_claim
from tests.factories import Cast

ASKED = {"asked": "Ufficio della sindaca", "channel": "email", "asked_at": "2026-09-04T10:00:00Z"}


def address(claim: Claim, tail: str = "") -> str:
    return f"/api/v1/claims/{claim.pk}/publication/replies/{tail}"


def outcomes(claim: Claim) -> str:
    return address(claim, f"{ReplyRequest.objects.get().pk}/outcomes/")


def advice(shown: dict[str, Any]) -> tuple[bool, bool]:
    item = next(item for item in shown["gate"] if item["code"] == "right_of_reply")
    return item["met"], item["binding"]


def test_a_request_waits_is_answered_and_the_newest_outcome_stands(
    cast: Cast, editor: APIClient
) -> None:
    claim = accepted_claim()
    assert advice(editor.get(f"/api/v1/claims/{claim.pk}/publication/").json()) == (False, False)
    due = (timezone.now() + timedelta(hours=2)).isoformat()
    asked = editor.post(address(claim), {**ASKED, "due_at": due, "note": "Numero privato"})
    assert asked.status_code == 201
    (reply,) = asked.json()["replies"]
    assert (reply["asked"], reply["state"], reply["outcomes"]) == (ASKED["asked"], "waiting", [])
    assert (reply["note"], reply["written_by"]) == ("Numero privato", "Enea Sala")
    assert advice(asked.json()) == (False, False)
    editor.post(outcomes(claim), {"outcome": "silent"})
    answer = {"outcome": "answered", "words": "È giusto 👍", "received_at": "2026-09-05T10:00:00Z"}
    answered = editor.post(outcomes(claim), answer)
    (reply,) = answered.json()["replies"]
    assert reply["state"] == "answered"
    assert [part["outcome"] for part in reply["outcomes"]] == ["answered", "silent"]
    assert reply["outcomes"][0]["words"] == "È giusto 👍"
    assert advice(answered.json()) == (True, False)


def test_a_deadline_that_passed_needs_no_row(cast: Cast, editor: APIClient) -> None:
    claim = accepted_claim()
    shown = editor.post(address(claim), {**ASKED, "due_at": "2026-09-05T10:00:00Z"}).json()
    assert shown["replies"][0]["state"] == "overdue"
    assert advice(shown) == (True, False)


def test_a_request_is_struck_once_and_for_all(cast: Cast, editor: APIClient) -> None:
    claim = accepted_claim()
    editor.post(address(claim), ASKED)
    bare = editor.post(outcomes(claim), {"outcome": "struck", "words": "  "})
    assert (bare.status_code, bare.json()["code"]) == (422, "answer-missing")
    struck = editor.post(outcomes(claim), {"outcome": "struck", "words": "Altra persona"}).json()
    assert struck["replies"][0]["state"] == "struck"
    assert advice(struck) == (False, False)
    again = editor.post(outcomes(claim), {"outcome": "silent"})
    assert (again.status_code, again.json()["code"]) == (409, "wrong-state")


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"asked": ""}, 400),
        ({"channel": "fax"}, 400),
        ({"asked_at": "2999-01-01T00:00:00Z"}, 409),
        ({"due_at": "2026-09-04T09:00:00Z"}, 409),
    ],
)
def test_a_request_that_can_not_be_is_refused(
    cast: Cast, editor: APIClient, sent: dict[str, str], code: int
) -> None:
    assert editor.post(address(accepted_claim()), {**ASKED, **sent}).status_code == code
    assert not ReplyRequest.objects.exists()


def test_an_outcome_belongs_to_a_request_of_the_claim_and_comes_after_it(
    cast: Cast, editor: APIClient
) -> None:
    claim, other = accepted_claim(), accepted_claim(article_text="Altro articolo, altri 3 fatti.")
    editor.post(address(claim), ASKED)
    elsewhere = outcomes(claim).replace(str(claim.pk), str(other.pk))
    assert editor.post(elsewhere, {"outcome": "silent"}).status_code == 404
    early = {"outcome": "answered", "words": "sì", "received_at": "2026-09-03T10:00:00Z"}
    assert editor.post(outcomes(claim), early).json()["code"] == "invalid-moment"
    assert editor.post(outcomes(claim), {"outcome": "told", "words": "x"}).status_code == 400


def test_editors_keep_the_log_and_the_blind_do_not_read_it(
    cast: Cast, ada: APIClient, moderator: APIClient, editor: APIClient
) -> None:
    claim = accepted_claim()
    editor.post(address(claim), ASKED)
    for client in (ada, moderator):
        assert client.post(address(claim), ASKED).status_code == 403
        assert client.post(outcomes(claim), {"outcome": "silent"}).status_code == 403
    assert ada.get(f"/api/v1/claims/{claim.pk}/publication/").json()["replies"] == []


@pytest.mark.parametrize("table", [ReplyRequest, ReplyOutcome])
def test_the_log_is_append_only(cast: Cast, table: Any) -> None:
    claim = accepted_claim()
    request = ask_for_reply(claim=claim, by=cast.editor, **{**ASKED, "asked_at": timezone.now()})
    note_outcome(claim=claim, request_id=request.pk, by=cast.editor, outcome="silent")
    for act in (lambda: table.objects.update(written_by=cast.admin), table.objects.all().delete):
        with pytest.raises((ProgrammingError, ProtectedError)), transaction.atomic():
            act()


def test_the_public_reads_whom_we_asked_and_what_they_answered(cast: Cast, client: Client) -> None:
    claim = make_ready_claim(cast)
    asked_at = timezone.now() - timedelta(days=2)
    for asked, outcome, words in (
        ("Anna Righi", "answered", "Confermo <tutto>."),
        ("Il ministero", "silent", ""),
        ("Persona sbagliata", "struck", "Errore"),
    ):
        row = ask_for_reply(
            claim=claim,
            by=cast.editor,
            asked=asked,
            channel="phone",
            asked_at=asked_at,
            note="tel.",
        )
        note_outcome(claim=claim, request_id=row.pk, by=cast.editor, outcome=outcome, words=words)
    document = publish(claim=claim, by=cast.editor).document
    assert [(reply["asked"], reply["outcome"]) for reply in document["replies"]] == [
        ("Anna Righi", "answered"),
        ("Il ministero", "silent"),
    ]
    assert "Anna Righi" in document["right_of_reply"]
    assert "Confermo <tutto>." in document["right_of_reply"]
    page = client.get(f"/claims/{claim.pk}/").content.decode()
    assert "Confermo &lt;tutto&gt;." in page
    assert "per telefono" in page
    assert "Persona sbagliata" not in page
