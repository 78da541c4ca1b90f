"""A claim with all that a publication asks for; tests take away what they are about."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone

from annotations.models import (
    Annotation,
    ArchivedCopy,
    Evidence,
    PublicationDraft,
    PublishedClaim,
    Rating,
    Source,
    Verdict,
)
from annotations.services.publishing.publication import correct, publish
from claims.models import Article, Claim
from tests.factories import Cast, make_article, make_claim

DRAFT = {
    "headline": "Le scuole aperte sono nove, non dodici",
    "rationale": "Il registro del comune ne conta nove.\n\nTre sono soltanto progettate.",
    "language": "it",
    "claim_made_on": date(2024, 9, 3),
    "as_of": date(2024, 10, 1),
}


def make_source(name: str, **fields: Any) -> Source:
    """Make a source with all its details and a kept copy."""
    given = {"title": f"Registro {name}", "publisher": "Comune di Prova"}
    source = Source.objects.create(url=f"https://{name}.example.org/registro", **given | fields)
    make_copy(source)
    return source


def make_copy(source: Source) -> ArchivedCopy:
    """Keep a copy of the source, as if it had been fetched."""
    content = f"<p>{source.url}</p>".encode()
    return ArchivedCopy.objects.create(
        source=source,
        copy_state="kept",
        content=content,
        content_type="text/html",
        sha256=hashlib.sha256(content).hexdigest(),
        kept_at=timezone.now(),
    )


def make_review(claim: Claim, author: User, source: Source, **fields: Any) -> Annotation:
    """Make a standing review that rests on one source."""
    given = {"rating_id": "false", "rationale": "Il registro dice altro."}
    review = Annotation.objects.create(claim=claim, author=author, **given | fields)
    Evidence.objects.create(
        annotation=review,
        source=source,
        excerpt="Scuole aperte nell’anno: nove.",
        stance="refutes",
        is_primary=True,
    )
    return review


def settle(claim: Claim, by: User, rating: str = "false") -> Verdict:
    """Settle the claim on its standing reviews as they are now."""
    reviews = Annotation.objects.filter(claim=claim, withdrawn_at=None)
    return Verdict.objects.create(
        claim=claim,
        rating=Rating.objects.get(pk=rating),
        method="adjudication",
        reason="Il registro fa fede.",
        settled_by=by,
        rests_on={str(review.pk): review.rating_id for review in reviews},
    )


def make_ready_claim(cast: Cast, article: Article | None = None, **fields: Any) -> Claim:
    """Make an accepted claim to which nothing is missing."""
    article = article or make_article(canonical_url="https://foglio.example.org/scuole")
    given = {"review_state": "accepted", "speaker_name": "Anna Righi"}
    claim = make_claim(article, **given | fields)
    name = str(claim.pk)[:8]
    make_review(claim, cast.ada, make_source(f"a{name}"))
    make_review(claim, cast.bruno, make_source(f"b{name}"))
    settle(claim, cast.editor)
    PublicationDraft.objects.create(claim=claim, updated_by=cast.editor, **DRAFT)
    return claim


def make_published(cast: Cast, article: Article | None = None, **fields: Any) -> PublishedClaim:
    """Publish a claim to which nothing is missing."""
    return publish(claim=make_ready_claim(cast, article, **fields), by=cast.editor)


def correct_a_date(*, claim: Claim, by: User, notice: str = "Un refuso.") -> PublishedClaim:
    """Publish a minor correction: the day until which it holds moves on by one."""
    PublicationDraft.objects.filter(claim=claim).update(as_of=F("as_of") + timedelta(days=1))
    return correct(claim=claim, by=by, severity="minor", notice=notice)
