"""The plainest reviews, made by the services that the desk uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User

from annotations.models import Annotation
from annotations.services.citing.sources import SourceGiven
from annotations.services.reviewing.annotations import write_annotation
from annotations.services.reviewing.evidence import EvidenceGiven
from claims.models import Claim
from tests.factories import Cast, make_article, make_claim


def accepted_claim(**fields: Any) -> Claim:
    """Make an accepted claim of an article of its own."""
    article = make_article(
        fields.pop("article_text", f"Nel 2024 nacquero {Claim.objects.count()}.")
    )
    return make_claim(article, review_state=Claim.ReviewState.ACCEPTED, **fields)


def evidence(url: str = "https://istat.example/nati", **given: Any) -> EvidenceGiven:
    """Make evidence from one source, with an excerpt and a stance."""
    words = {"excerpt": "370 mila “nati” 👶", "stance": "supports", **given}
    return EvidenceGiven(source=SourceGiven(url=url), **words)


def review(
    claim: Claim, author: User, rating: str = "true", *, cites: Sequence[EvidenceGiven] = ()
) -> Annotation:
    """Write a review by the service."""
    return write_annotation(
        claim=claim,
        author=author,
        rating=rating,
        rationale="Così dice l’istituto 📊.",
        evidence=cites,
    )


def disputed(claim: Claim, cast: Cast) -> tuple[Annotation, Annotation]:
    """Let Ada and Bruno differ."""
    return review(claim, cast.ada, "true"), review(claim, cast.bruno, "false")
