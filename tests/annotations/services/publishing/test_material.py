"""The gate held against real rows: each row taken away turns its own rule red."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotations.models import (
    Annotation,
    ArchivedCopy,
    Evidence,
    ModerationEvent,
    PublicationDraft,
    Source,
)
from annotations.services.publishing.material import gate_of, gather
from claims.models import Article, Claim
from tests.annotations.publishing import make_ready_claim, settle
from tests.factories import Cast

Deed = Callable[[Claim, Cast], object]


def evidence(claim: Claim) -> Evidence:
    found = Evidence.objects.filter(annotation__claim=claim).first()
    assert found is not None
    return found


def change_source(claim: Claim, **fields: object) -> object:
    return Source.objects.filter(pk=evidence(claim).source_id).update(**fields)


def hide(claim: Claim, cast: Cast) -> object:
    review = Annotation.objects.get(claim=claim, author=cast.ada)
    return ModerationEvent.objects.create(
        annotation=review, act="hide", reason="Offensiva.", moderator=cast.moderator
    )


def nameless(claim: Claim, cast: Cast) -> object:
    Claim.objects.filter(pk=claim.pk).update(speaker_name="")
    return Article.objects.filter(pk=claim.article_id).update(
        title="", publisher="", canonical_url=""
    )


def draft(**fields: object) -> Deed:
    return lambda claim, cast: PublicationDraft.objects.filter(claim=claim).update(**fields)


DEEDS: list[tuple[str, Deed]] = [
    ("two_sources", lambda claim, cast: evidence(claim).delete()),
    ("source_details", lambda claim, cast: change_source(claim, title=" ")),
    ("source_details", lambda claim, cast: change_source(claim, publisher="")),
    ("primary_source", lambda claim, cast: Evidence.objects.update(is_primary=False)),
    ("excerpts_and_stances", lambda claim, cast: Evidence.objects.update(excerpt="  ")),
    ("excerpts_and_stances", lambda claim, cast: Evidence.objects.update(stance="")),
    ("archived_copies", lambda claim, cast: ArchivedCopy.objects.first().delete()),
    ("archived_copies", lambda claim, cast: ArchivedCopy.objects.update(copy_state="failed")),
    ("speaker_or_article", nameless),
    ("claim_date", draft(claim_made_on=None)),
    ("rationale", draft(rationale=" \n")),
    ("headline", draft(headline="")),
    ("language", draft(language="")),
    ("reviews", hide),
]


@pytest.mark.parametrize(("code", "deed"), DEEDS)
def test_what_is_taken_away_is_what_the_gate_asks_for(cast: Cast, code: str, deed: Deed) -> None:
    claim = make_ready_claim(cast)
    before = [item for item in gate_of(gather(claim), publisher=cast.editor) if item.is_lacking]
    assert before == []
    deed(claim, cast)
    claim = Claim.objects.select_related("article").get(pk=claim.pk)
    after = {item.code for item in gate_of(gather(claim), publisher=cast.editor) if item.is_lacking}
    also_gone = {"reviews": {"settled", "two_sources"}}  # a hidden review takes more with it
    assert code in after
    assert after - {code} <= also_gone.get(code, set())


def test_the_articles_day_stands_in_for_the_claims(cast: Cast) -> None:
    claim = make_ready_claim(cast)
    PublicationDraft.objects.filter(claim=claim).update(claim_made_on=None)
    Article.objects.filter(pk=claim.article_id).update(published_at="2024-09-02T23:30:00Z")
    claim = Claim.objects.select_related("article").get(pk=claim.pk)
    assert not any(item.is_lacking for item in gate_of(gather(claim), publisher=cast.editor))


def test_the_same_words_of_the_same_source_are_one_evidence(cast: Cast) -> None:
    claim = make_ready_claim(cast)
    shared = evidence(claim).source
    Evidence.objects.filter(annotation__claim=claim).update(source=shared)
    assert len(gather(claim).evidence) == 1


@pytest.mark.parametrize(
    ("adas", "brunos", "stands"),
    [
        (("true", "supports"), ("false", "refutes"), "refutes"),  # Ada's rating was overruled
        (("false", "refutes"), ("true", "supports"), "refutes"),
        (("true", "supports"), ("false", ""), "supports"),
        (("false", ""), ("false", "context"), "context"),
        (("false", "context"), ("false", "refutes"), "context"),
        (("false", ""), ("false", ""), ""),
    ],
)
def test_of_words_read_two_ways_the_public_reads_what_goes_with_the_verdict(
    cast: Cast, adas: tuple[str, str], brunos: tuple[str, str], stands: str
) -> None:
    claim = make_ready_claim(cast)
    Evidence.objects.filter(annotation__claim=claim).update(source=evidence(claim).source)
    for author, (rating, stance) in ((cast.ada, adas), (cast.bruno, brunos)):
        review = Annotation.objects.filter(claim=claim, author=author)
        review.update(rating=rating)
        Evidence.objects.filter(annotation__in=review).update(stance=stance)
    settle(claim, cast.editor, "false")
    assert [part.stance for part in gather(claim).evidence] == [stands]
