"""How verdicts look in the desk's API."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from annotations.models import Verdict
from annotations.queries.people import display_name

VERDICT_STATES = ("needs_reviews", "reviewed", "agreed", "disputed", "settled")
"""`reviewed`: enough reviews, but who asks may not know yet whether they agree."""


class VerdictShape(serializers.ModelSerializer[Verdict]):
    """A verdict."""

    rating = serializers.CharField(source="rating_id")
    settled_by = serializers.SerializerMethodField()

    class Meta:
        model = Verdict
        fields = ("id", "rating", "method", "reason", "settled_by", "created_at")

    def get_settled_by(self, verdict: Verdict) -> str:
        """Name who settled."""
        return display_name(verdict.settled_by)


class VerdictHistoryShape(serializers.Serializer[Any]):
    """The verdicts of a claim, oldest first; the last one stands."""

    results = VerdictShape(many=True)


class VerdictStateShape(serializers.Serializer[Any]):
    """How far a claim's verdict is, as the person who asks may know."""

    state = serializers.ChoiceField(choices=VERDICT_STATES)
    reviews_needed = serializers.IntegerField()
    reviews_given = serializers.IntegerField()
    may_settle = serializers.BooleanField()
    why_not = serializers.CharField(allow_blank=True)
    agreed_rating = serializers.CharField(allow_null=True)
    verdict = VerdictShape(allow_null=True)
    may_reopen = serializers.BooleanField()
    why_not_reopen = serializers.CharField(allow_blank=True)


class ClaimVerdictShape(serializers.Serializer[Any]):
    """How far the verdict of one of an article's claims is; ratings as the person may know them."""

    claim = serializers.UUIDField()
    state = serializers.ChoiceField(choices=VERDICT_STATES)
    reviews_needed = serializers.IntegerField()
    reviews_given = serializers.IntegerField()
    rating = serializers.CharField(allow_null=True)
    own_rating = serializers.CharField(allow_null=True)
    publication_state = serializers.ChoiceField(["unpublished", "published", "withdrawn"])


class ArticleVerdictsShape(serializers.Serializer[Any]):
    """The verdicts of an article's accepted claims, in reading order."""

    results = ClaimVerdictShape(many=True)
