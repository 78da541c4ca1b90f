"""Settling: agreement in one act, disputes by someone who did not review."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from annotations.errors.desk import (
    AdjudicatorReviewed,
    AlreadySettled,
    NotEnoughReviews,
    RatingDiffers,
    RatingMissing,
    ReasonMissing,
    UnknownRating,
    VerdictIsPublic,
)
from annotations.models import Annotation, Verdict
from annotations.queries.progress import review_progress, standing_verdict
from annotations.services.publishing.publication import publish
from annotations.services.publishing.publication import withdraw as withdraw_claim
from annotations.services.reviewing.annotations import revise_annotation, withdraw_annotation
from annotations.services.reviewing.moderation import hide_annotation, restore_annotation
from annotations.services.reviewing.verdicts import reopen_verdict, settle_verdict
from claims.errors import DomainError, NotAllowed, StaleVersion, WrongState
from claims.models import Claim
from tests.annotations.builders import disputed, review
from tests.annotations.publishing import make_ready_claim
from tests.factories import Cast, make_person


def agreed(claim: Claim, cast: Cast) -> tuple[Annotation, Annotation]:
    return review(claim, cast.ada, "false"), review(claim, cast.bruno, "false")


@pytest.mark.parametrize("name", ["editor", "moderator", "admin"])
def test_agreement_is_settled_in_one_act(cast: Cast, claim: Claim, name: str) -> None:
    reviews = agreed(claim, cast)
    verdict = settle_verdict(claim=claim, by=getattr(cast, name))
    assert (verdict.rating_id, verdict.method) == ("false", "agreement")
    assert verdict.rests_on == {str(row.pk): "false" for row in reviews}
    assert review_progress(claim).state == "settled"


def test_a_dispute_takes_a_rating_and_a_reason(cast: Cast, claim: Claim) -> None:
    disputed(claim, cast)
    assert review_progress(claim).state == "disputed"
    verdict = settle_verdict(
        claim=claim, by=cast.editor, rating="half_true", reason="Vale la nota 3."
    )
    assert (verdict.method, verdict.reason) == ("adjudication", "Vale la nota 3.")


REFUSED: list[tuple[dict[str, Any], type[DomainError]]] = [
    ({"rating": "", "reason": "Perché sì."}, RatingMissing),
    ({"rating": "true", "reason": "  "}, ReasonMissing),
    ({"rating": "sideways", "reason": "Perché sì."}, UnknownRating),
]


@pytest.mark.parametrize(("given", "error"), REFUSED)
def test_a_dispute_is_not_settled_without_them(
    cast: Cast, claim: Claim, given: dict[str, Any], error: type[DomainError]
) -> None:
    disputed(claim, cast)
    with pytest.raises(error):
        settle_verdict(claim=claim, by=cast.editor, **given)


def test_one_review_is_not_enough(cast: Cast, claim: Claim) -> None:
    review(claim, cast.ada)
    with pytest.raises(NotEnoughReviews) as refused:
        settle_verdict(claim=claim, by=cast.editor)
    assert refused.value.extra == {"reviews_given": 1, "reviews_needed": 2}


@pytest.mark.parametrize("name", ["ada", "stranger"])
def test_reviewers_do_not_settle(cast: Cast, claim: Claim, name: str) -> None:
    agreed(claim, cast)
    with pytest.raises(NotAllowed):
        settle_verdict(claim=claim, by=getattr(cast, name))


@pytest.mark.parametrize("withdrawn", [False, True])
def test_who_reviewed_cannot_adjudicate_even_after_withdrawing(
    cast: Cast, claim: Claim, withdrawn: bool
) -> None:
    both = make_person("both", "Due Parti", "reviewers", "editors")
    own = review(claim, both)
    disputed(claim, cast)
    if withdrawn:
        withdraw_annotation(annotation=own, by=both, seen=1)
    with pytest.raises(AdjudicatorReviewed):
        settle_verdict(claim=claim, by=both, rating="true", reason="Perché sì.")


def test_nobody_settles_against_what_all_say(cast: Cast, claim: Claim) -> None:
    agreed(claim, cast)
    with pytest.raises(RatingDiffers):
        settle_verdict(claim=claim, by=cast.editor, rating="true", reason="Mi pare.")


def test_a_dismissed_claim_is_not_settled(cast: Cast, claim: Claim) -> None:
    agreed(claim, cast)
    Claim.objects.filter(pk=claim.pk).update(review_state="dismissed", dismissal="duplicate")
    with pytest.raises(WrongState):
        settle_verdict(claim=claim, by=cast.editor)


def test_a_settled_claim_is_settled_again_only_by_who_saw_the_verdict(
    cast: Cast, claim: Claim
) -> None:
    disputed(claim, cast)
    first = settle_verdict(claim=claim, by=cast.editor, rating="false", reason="Fonte A.")
    with pytest.raises(AlreadySettled):
        settle_verdict(claim=claim, by=cast.moderator, rating="true", reason="Fonte B.")
    second = settle_verdict(
        claim=claim, by=cast.moderator, rating="true", reason="Fonte B.", replaces=first.pk
    )
    assert standing_verdict(claim) == second
    assert Verdict.objects.count() == 2


def change_rating(cast: Cast, first: Annotation) -> None:
    revise_annotation(annotation=first, by=cast.ada, seen=1, rating="true")


def change_words(cast: Cast, first: Annotation) -> None:
    revise_annotation(annotation=first, by=cast.ada, seen=1, rationale="Meglio detto.")


def withdraw(cast: Cast, first: Annotation) -> None:
    withdraw_annotation(annotation=first, by=cast.ada, seen=1)


def hide(cast: Cast, first: Annotation) -> None:
    hide_annotation(annotation=first, by=cast.moderator, reason="Offende.")


def hide_and_restore(cast: Cast, first: Annotation) -> None:
    hide(cast, first)
    restore_annotation(annotation=first, by=cast.moderator, reason="Errore mio.")


def third_agrees(cast: Cast, first: Annotation) -> None:
    review(first.claim, make_person("third", "Terza", "reviewers"), "false")


def third_differs(cast: Cast, first: Annotation) -> None:
    review(first.claim, make_person("third", "Terza", "reviewers"), "true")


AFTERWARDS: list[tuple[Callable[[Cast, Annotation], None], str]] = [
    (change_rating, "disputed"),
    (change_words, "settled"),
    (withdraw, "needs_reviews"),
    (hide, "needs_reviews"),
    (hide_and_restore, "settled"),
    (third_agrees, "settled"),
    (third_differs, "disputed"),
]


@pytest.mark.parametrize(("act", "state"), AFTERWARDS)
def test_a_verdict_stands_as_long_as_its_reviews_do(
    cast: Cast, claim: Claim, act: Callable[[Cast, Annotation], None], state: str
) -> None:
    first, _ = agreed(claim, cast)
    settle_verdict(claim=claim, by=cast.editor)
    act(cast, first)
    assert review_progress(claim).state == state
    assert (standing_verdict(claim) is not None) == (state == "settled")


def test_after_a_verdict_fell_the_claim_is_settled_anew(cast: Cast, claim: Claim) -> None:
    first, second = agreed(claim, cast)
    settle_verdict(claim=claim, by=cast.editor)
    for row, by in ((first, cast.ada), (second, cast.bruno)):
        revise_annotation(annotation=row, by=by, seen=1, rating="outdated")
    assert settle_verdict(claim=claim, by=cast.editor).rating_id == "outdated"


def test_a_verdict_is_taken_back_and_settled_again_and_the_history_shows_all(
    cast: Cast, claim: Claim
) -> None:
    agreed(claim, cast)
    verdict = settle_verdict(claim=claim, by=cast.editor)
    reopened = reopen_verdict(claim=claim, by=cast.moderator, seen=verdict.pk, reason=" Presto ")
    assert (reopened.method, reopened.reason) == ("reopened", "Presto")
    assert (standing_verdict(claim), review_progress(claim).state) == (None, "agreed")
    again = settle_verdict(claim=claim, by=cast.editor)
    assert standing_verdict(claim) == again
    methods = Verdict.objects.filter(claim=claim).order_by("created_at")
    assert list(methods.values_list("method", flat=True)) == ["agreement", "reopened", "agreement"]


def test_a_verdict_is_taken_back_by_who_settles_and_saw_it_standing(
    cast: Cast, claim: Claim
) -> None:
    agreed(claim, cast)
    verdict = settle_verdict(claim=claim, by=cast.editor)
    with pytest.raises(NotAllowed):
        reopen_verdict(claim=claim, by=cast.ada, seen=verdict.pk)
    reopened = reopen_verdict(claim=claim, by=cast.editor, seen=verdict.pk)
    for seen in (verdict.pk, reopened.pk):  # another was faster
        with pytest.raises(StaleVersion):
            reopen_verdict(claim=claim, by=cast.editor, seen=seen)


def test_what_is_public_is_withdrawn_before_its_verdict_is_taken_back(cast: Cast) -> None:
    claim = make_ready_claim(cast)
    verdict = publish(claim=claim, by=cast.editor).verdict
    with pytest.raises(VerdictIsPublic):
        reopen_verdict(claim=claim, by=cast.editor, seen=verdict.pk)
    withdraw_claim(claim=claim, by=cast.editor, notice="Era di un altro.")
    assert reopen_verdict(claim=claim, by=cast.editor, seen=verdict.pk).method == "reopened"
