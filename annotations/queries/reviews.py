"""Reviews that count, and reviews that a person may see.

A review *stands* while its author hasn't withdrawn it and no moderator has hidden it; only
standing reviews count. Whose ratings a person may read is `annotations.policies`'s blind rule,
turned into SQL here so that no view can forget it.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual

from annotations import policies
from annotations.models import Annotation, Evidence, ModerationEvent
from annotations.queries.sources import with_shown_copy
from claims.models import Claim

HIDE = ModerationEvent.Act.HIDE


def with_moderation(reviews: QuerySet[Annotation]) -> QuerySet[Annotation]:
    """Add `moderation_act`: the newest act on each review, or an empty string."""
    newest = ModerationEvent.objects.filter(annotation=OuterRef("pk"))
    act = newest.order_by("-created_at", "id").values("act")[:1]
    return reviews.annotate(moderation_act=Coalesce(Subquery(act), Value("")))


def standing_annotations() -> QuerySet[Annotation]:
    """Read every review that counts, of every claim."""
    reviews = Annotation.objects.filter(withdrawn_at=None)
    return with_moderation(reviews).exclude(Q(moderation_act=HIDE))


def annotations_of(claim: Claim) -> QuerySet[Annotation]:
    """Read the reviews of a claim that count, oldest first."""
    return standing_annotations().filter(claim=claim)


def with_people_and_evidence(reviews: QuerySet[Annotation]) -> QuerySet[Annotation]:
    """Read authors, evidence, sources and their copies along: four queries for any number."""
    evidence = Evidence.objects.order_by("position", "id").prefetch_related(
        Prefetch("source", queryset=with_shown_copy())
    )
    return reviews.select_related("author__reviewer", "rating").prefetch_related(
        Prefetch("evidence", queryset=evidence)
    )


def visible_to(user: User) -> QuerySet[Annotation]:
    """Read the reviews that a person may see, of every claim.

    One's own, whatever became of them; others' standing ones by the blind rule; hidden ones for
    moderators who don't rate claims themselves, who may see the claim's reviews, or who moderated
    that very review.
    """
    own = Q(author=user)
    seen = reviews_open_to(user)
    others = Q(withdrawn_at=None) & ~Q(moderation_act=HIDE) & seen
    reviews = with_moderation(Annotation.objects.all())
    if not policies.may_moderate(user):
        return reviews.filter(own | others)
    handled = Q(pk__in=ModerationEvent.objects.filter(moderator=user).values("annotation"))
    open_hidden = handled | seen if policies.may_review(user) else Q()
    return reviews.filter(own | others | (Q(moderation_act=HIDE) & open_hidden))


def visible_annotations(claim: Claim, user: User) -> QuerySet[Annotation]:
    """Read the reviews of one claim that a person may see, oldest first."""
    return visible_to(user).filter(claim=claim)


def hidden_until_rated(claim: Claim, user: User) -> int:
    """Count the standing reviews of a claim that a person may not see yet."""
    seen = visible_annotations(claim, user).values("pk")
    return annotations_of(claim).exclude(pk__in=seen).count()


def may_see_reviews(claim: Claim, user: User) -> bool:
    """Say whether a person may read others' ratings of this claim now."""
    authors = list(annotations_of(claim).values_list("author_id", flat=True))
    return policies.may_see_reviews(
        user,
        has_rated=user.pk in authors,
        reviews_enough=len(authors) >= settings.REVIEWS_NEEDED,
    )


def has_reviewed(claim: Claim, user: User) -> bool:
    """Say whether a person ever reviewed this claim: withdrawn and hidden reviews count too."""
    return Annotation.objects.filter(claim=claim, author=user).exists()


def reviews_open_to(user: User, claim: str = "claim") -> Q:
    """Give `policies.may_see_reviews` as a condition on rows that belong to a claim.

    claim: the row's field that holds the claim. It looks at the reviews of that one claim only,
    so that the reviews of all others cost nothing.
    """
    of_claim = standing_annotations().filter(claim=OuterRef(claim)).order_by()
    rated = Q(Exists(of_claim.filter(author=user)))
    if not policies.may_see_reviews(user, has_rated=False, reviews_enough=True):
        return rated
    count = Coalesce(Subquery(of_claim.values("claim").annotate(n=Count("pk")).values("n")), 0)
    return rated | Q(GreaterThanOrEqual(count, settings.REVIEWS_NEEDED))
