"""Who is told of what, and who isn't."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import Annotation, Notification
from annotations.services.assigning.assignments import assign_claims
from annotations.services.assigning.holds import make_lease
from annotations.services.publishing import publication
from annotations.services.publishing.error_reports import ReportGiven, report_error
from annotations.services.reviewing.annotations import revise_annotation, withdraw_annotation
from annotations.services.reviewing.moderation import hide_annotation, restore_annotation
from annotations.services.reviewing.verdicts import settle_verdict
from annotations.services.telling.notifications import News, tell, tell_of_assignment
from claims.models import Claim
from tests.annotations.builders import accepted_claim, disputed, review
from tests.annotations.publishing import correct_a_date, make_published
from tests.factories import Cast, make_person


def told(kind: str = "") -> list[tuple[str, str]]:
    """List (who, what) in order of names."""
    rows = Notification.objects.select_related("recipient").order_by("recipient__username")
    return [(row.recipient.username, row.kind) for row in rows if kind in ("", row.kind)]


def test_a_dispute_is_told_to_who_rated_and_who_may_decide(claim: Claim, cast: Cast) -> None:
    review(claim, cast.ada, "true")
    assert told() == []
    review(claim, cast.bruno, "false")
    # not to Bruno, who made it; not to the admin, who has no part at the desk
    assert told() == [("ada", "disputed"), ("enea", "disputed"), ("marta", "disputed")]


def test_agreement_is_no_news(claim: Claim, cast: Cast) -> None:
    review(claim, cast.ada, "true")
    review(claim, cast.bruno, "true")
    settle_verdict(claim=claim, by=cast.editor)
    assert told() == []


def test_a_dispute_is_told_once_but_another_rating_makes_another(claim: Claim, cast: Cast) -> None:
    disputed(claim, cast)
    own = Annotation.objects.get(author=cast.bruno)
    revise_annotation(annotation=own, by=cast.bruno, seen=None, rationale="Altre parole.")
    hide_annotation(annotation=own, by=cast.moderator, reason="Offende.")
    restore_annotation(annotation=own, by=cast.moderator, reason="Riletta.")
    assert len(told()) == 3 + 1  # Bruno hears of it when his review comes back
    revise_annotation(annotation=own, by=cast.bruno, seen=None, rating="misleading")
    assert len(told()) == 4 + 3


def settled(claim: Claim, cast: Cast) -> None:
    settle_verdict(claim=claim, by=cast.editor, rating="false", reason="La fonte è prima.")


def agreed(claim: Claim, cast: Cast) -> None:
    own = Annotation.objects.get(claim=claim, author=cast.bruno)
    revise_annotation(annotation=own, by=cast.bruno, seen=None, rating="true")


def withdrawn(claim: Claim, cast: Cast) -> None:
    own = Annotation.objects.get(claim=claim, author=cast.bruno)
    withdraw_annotation(annotation=own, by=cast.bruno, seen=None)


def hidden(claim: Claim, cast: Cast) -> None:
    own = Annotation.objects.get(claim=claim, author=cast.bruno)
    hide_annotation(annotation=own, by=cast.moderator, reason="Offende.")


@pytest.mark.parametrize("end", [settled, agreed, withdrawn, hidden])
def test_a_dispute_that_is_over_waits_for_nobody(
    claim: Claim, cast: Cast, end: Callable[[Claim, Cast], None]
) -> None:
    elsewhere = accepted_claim()
    disputed(elsewhere, cast)
    disputed(claim, cast)
    end(claim, cast)
    unread = Notification.objects.filter(kind="disputed", read_at=None)
    assert {row.claim_id for row in unread} == {elsewhere.pk}


def test_of_two_disputes_only_the_later_waits(claim: Claim, cast: Cast) -> None:
    disputed(claim, cast)
    own = Annotation.objects.get(author=cast.bruno)
    revise_annotation(annotation=own, by=cast.bruno, seen=None, rating="misleading")
    unread = Notification.objects.filter(read_at=None)
    assert len({(row.recipient_id, row.claim_id) for row in unread}) == len(unread) == 3


def test_who_is_blind_is_told_nothing(claim: Claim, cast: Cast) -> None:
    make_person("carla", "Carla Blu", "reviewers")
    disputed(claim, cast)
    settled(claim, cast)
    assert "carla" not in {who for who, _ in told()}


def test_who_adjudicates_must_not_have_reviewed_to_be_called(claim: Claim, cast: Cast) -> None:
    both = make_person("both", "Due Parti", "reviewers", "moderators")
    review(claim, both, "true")
    review(claim, cast.bruno, "false")
    kinds = dict(told())
    assert kinds["both"] == "disputed"  # as one who rated
    assert "ada" not in kinds


def test_an_adjudication_is_told_to_the_reviewers(claim: Claim, cast: Cast) -> None:
    disputed(claim, cast)
    settle_verdict(claim=claim, by=cast.editor, rating="false", reason="La fonte è prima.")
    assert told("adjudicated") == [("ada", "adjudicated"), ("bruno", "adjudicated")]


@pytest.mark.parametrize("kind", ["corrected", "withdrawn"])
def test_who_published_is_told_what_another_changes(cast: Cast, kind: str) -> None:
    claim = make_published(cast).claim
    other = make_person("olga", "Olga Verdi", "editors")
    for by in (cast.editor, other):
        if kind == "corrected":
            correct_a_date(claim=claim, by=by)
        elif by == other:
            publication.withdraw(claim=claim, by=by, notice="Fonte ritirata.")
    assert told(kind) == [("enea", kind)]


def test_a_draft_that_fails_the_act_tells_nobody(claim: Claim, cast: Cast) -> None:
    disputed(claim, cast)
    before = len(told())
    with pytest.raises(Exception, match="written reason"):
        settle_verdict(claim=claim, by=cast.editor, rating="false")
    assert len(told()) == before


def test_who_is_given_a_claim_is_told_who_takes_one_is_not(claim: Claim, cast: Cast) -> None:
    due = timezone.now() + timedelta(days=1)
    given = assign_claims(claim_ids=[claim.pk], reviewer=cast.ada, due_at=due, by=cast.editor)
    assert told() == [("ada", "assigned")]
    assert Notification.objects.get().due_at == due
    tell_of_assignment(given[0])  # told twice, written once
    make_lease(claim, cast.bruno)
    assert told() == [("ada", "assigned")]


def test_who_answers_readers_is_told_of_their_reports(claim: Claim, cast: Cast) -> None:
    report_error(ReportGiven("fact", "I nati sono di più.", "it", claim_id=claim.pk))
    report_error(ReportGiven("other", "Il sito è lento.", "it"))
    assert told() == [("enea", "report")] * 2 + [("marta", "report")] * 2


def test_being_told_of_a_claim_does_not_hold_it_in_place(
    claim: Claim, cast: Cast, ada: APIClient
) -> None:
    tell([cast.ada.pk], News(Notification.Kind.DISPUTED, "x", claim=claim))
    answer = ada.post(
        f"/api/v1/claims/{claim.pk}/reword/", {"text": "Altre parole."}, headers={"If-Match": "*"}
    )
    assert answer.status_code == 200
