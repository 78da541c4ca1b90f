"""Writing, revising and withdrawing a review."""

from __future__ import annotations

import pytest

from annotations.errors.desk import (
    AlreadyReviewed,
    InvalidAddress,
    NoLongerBlind,
    NotTheAuthor,
    RationaleMissing,
    RepeatedSource,
    ReviewHidden,
    UnknownRating,
    UnknownSource,
)
from annotations.models import Annotation, Evidence, Rating, Source
from annotations.queries.reviews import annotations_of
from annotations.services.citing.sources import SourceGiven
from annotations.services.reviewing.annotations import (
    revise_annotation,
    withdraw_annotation,
    write_annotation,
)
from annotations.services.reviewing.evidence import EvidenceGiven
from annotations.services.reviewing.moderation import hide_annotation
from claims.errors import DomainError, NotAllowed, StaleVersion, WrongState
from claims.models import Claim
from tests.annotations.builders import evidence, review
from tests.factories import Cast, make_person


def test_a_review_is_stored_with_its_evidence_in_order(cast: Cast, claim: Claim) -> None:
    cites = [evidence("https://b.example/2"), evidence("https://a.example/1", is_primary=True)]
    annotation = review(claim, cast.ada, "half_true", cites=cites)
    stored = list(annotation.evidence.order_by("position"))
    assert [part.source.url for part in stored] == ["https://b.example/2", "https://a.example/1"]
    assert [part.is_primary for part in stored] == [False, True]
    assert stored[0].excerpt == "370 mila “nati” 👶"
    assert annotation.rationale == "Così dice l’istituto 📊."
    assert annotation.version == 1


BAD_EVIDENCE: list[tuple[list[EvidenceGiven], type[DomainError]]] = [
    ([evidence("nowhere")], InvalidAddress),
    ([evidence("ftp://istat.example/x")], InvalidAddress),
    ([evidence("https://a.example/?utm_source=x"), evidence("https://a.example/")], RepeatedSource),
    (
        [EvidenceGiven(SourceGiven(id="00000000-0000-0000-0000-000000000000"))],  # type: ignore[arg-type]
        UnknownSource,
    ),
]


@pytest.mark.parametrize(("cites", "error"), BAD_EVIDENCE)
def test_bad_evidence_leaves_nothing_behind(
    cast: Cast, claim: Claim, cites: list[EvidenceGiven], error: type[DomainError]
) -> None:
    with pytest.raises(error):
        review(claim, cast.ada, cites=[evidence("https://good.example/"), *cites])
    assert not Annotation.objects.exists()
    assert not Source.objects.exists()


@pytest.mark.parametrize("state", ["proposed", "dismissed"])
def test_only_accepted_claims_are_reviewed(cast: Cast, claim: Claim, state: str) -> None:
    claim.review_state = state
    claim.dismissal = "opinion" if state == "dismissed" else ""
    claim.save()
    with pytest.raises(WrongState):
        review(claim, cast.ada)


@pytest.mark.parametrize("name", ["moderator", "editor", "stranger"])
def test_only_reviewers_review(cast: Cast, claim: Claim, name: str) -> None:
    with pytest.raises(NotAllowed):
        review(claim, getattr(cast, name))


def test_a_person_has_one_standing_review_of_a_claim(cast: Cast, claim: Claim) -> None:
    first = review(claim, cast.ada)
    with pytest.raises(AlreadyReviewed):
        review(claim, cast.ada)
    withdraw_annotation(annotation=first, by=cast.ada, seen=1)
    review(claim, cast.ada, "false")
    assert [row.rating_id for row in annotations_of(claim)] == ["false"]


def test_an_unknown_or_retired_rating_is_refused(cast: Cast, claim: Claim) -> None:
    Rating.objects.filter(key="misleading").update(is_active=False)
    for key in ("sideways", "misleading"):
        with pytest.raises(UnknownRating):
            review(claim, cast.ada, key)


def test_reasons_are_words(cast: Cast, claim: Claim) -> None:
    with pytest.raises(RationaleMissing):
        write_annotation(claim=claim, author=cast.ada, rating="true", rationale=" \n ", evidence=[])


def test_who_has_seen_the_ratings_cannot_add_one(cast: Cast, claim: Claim) -> None:
    """The admin may settle, so two reviews are open to them: their own rating would follow."""
    review(claim, cast.ada)
    third = make_person("third", "Terza Persona", "reviewers", "editors")
    review(claim, cast.bruno)
    with pytest.raises(NoLongerBlind):
        review(claim, third)


def test_a_third_reviewer_who_saw_nothing_may_review(cast: Cast, claim: Claim) -> None:
    review(claim, cast.ada)
    review(claim, cast.bruno)
    review(claim, make_person("third", "Terza Persona", "reviewers"))
    assert annotations_of(claim).count() == 3


def test_a_hidden_review_is_not_got_round_by_another(cast: Cast, claim: Claim) -> None:
    hidden = review(claim, cast.ada)
    hide_annotation(annotation=hidden, by=cast.moderator, reason="Offende.")
    with pytest.raises(ReviewHidden):
        review(claim, cast.ada)


def test_revising_raises_the_version_and_keeps_the_evidence_not_named(
    cast: Cast, claim: Claim
) -> None:
    annotation = review(claim, cast.ada, cites=[evidence()])
    revised = revise_annotation(annotation=annotation, by=cast.ada, seen=1, rating="false")
    assert (revised.version, revised.rating_id, revised.evidence.count()) == (2, "false", 1)


def test_replaced_evidence_keeps_the_rows_of_sources_cited_before(cast: Cast, claim: Claim) -> None:
    annotation = review(
        claim, cast.ada, cites=[evidence("https://a.example/"), evidence("https://b.example/")]
    )
    kept = annotation.evidence.get(source__url="https://a.example/").pk
    cites = [evidence("https://c.example/"), evidence("https://a.example/", excerpt="altro")]
    revise_annotation(annotation=annotation, by=cast.ada, seen=1, evidence=cites)
    rows = list(Evidence.objects.filter(annotation=annotation).order_by("position"))
    assert [row.source.url for row in rows] == ["https://c.example/", "https://a.example/"]
    assert (rows[1].pk, rows[1].excerpt) == (kept, "altro")


def test_a_stale_revision_changes_nothing(cast: Cast, claim: Claim) -> None:
    annotation = review(claim, cast.ada)
    revise_annotation(annotation=annotation, by=cast.ada, seen=1, rationale="Seconda.")
    with pytest.raises(StaleVersion):
        revise_annotation(annotation=annotation, by=cast.ada, seen=1, rationale="Terza.")
    with pytest.raises(StaleVersion):
        withdraw_annotation(annotation=annotation, by=cast.ada, seen=1)
    annotation.refresh_from_db()
    assert (annotation.rationale, annotation.withdrawn_at) == ("Seconda.", None)


def test_only_the_author_revises_and_withdraws(cast: Cast, claim: Claim) -> None:
    annotation = review(claim, cast.ada)
    with pytest.raises(NotTheAuthor):
        revise_annotation(annotation=annotation, by=cast.bruno, seen=1, rating="false")
    with pytest.raises(NotTheAuthor):
        withdraw_annotation(annotation=annotation, by=cast.admin, seen=None)


def test_a_withdrawn_review_is_over(cast: Cast, claim: Claim) -> None:
    annotation = review(claim, cast.ada)
    withdraw_annotation(annotation=annotation, by=cast.ada, seen=1)
    assert not annotations_of(claim).exists()
    with pytest.raises(WrongState):
        revise_annotation(annotation=annotation, by=cast.ada, seen=None, rating="false")
    with pytest.raises(WrongState):
        withdraw_annotation(annotation=annotation, by=cast.ada, seen=None)
