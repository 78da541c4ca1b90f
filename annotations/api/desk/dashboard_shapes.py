"""How the dashboard looks in JSON."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from annotations.api.desk.shapes import LinkShape, PersonShape
from annotations.models import Assignment
from claims.models import Claim


class WorkInHandShape(serializers.Serializer[Any]):
    """How many claims wait at which step now."""

    proposed = serializers.IntegerField()
    unreviewed = serializers.IntegerField()
    second_review = serializers.IntegerField()
    agreed = serializers.IntegerField()
    disputed = serializers.IntegerField()
    reviewed = serializers.IntegerField(
        help_text="Agreed or disputed, where you may not read the reviews yet."
    )
    settled = serializers.IntegerField()
    published = serializers.IntegerField()


class OverdueClaimShape(serializers.ModelSerializer[Claim]):
    """The claim somebody is late with."""

    class Meta:
        model = Claim
        fields = ("id", "text", "article")


class OverdueAssignmentShape(serializers.ModelSerializer[Assignment]):
    """One assignment past its due time."""

    claim = OverdueClaimShape()
    reviewer = PersonShape()

    class Meta:
        model = Assignment
        fields = ("id", "claim", "reviewer", "due_at")


class OverdueAssignmentsShape(serializers.Serializer[Any]):
    """The assignments past their due time, the longest overdue first; 50 at most are listed."""

    total = serializers.IntegerField()
    results = OverdueAssignmentShape(many=True, source="newest")


class TimeToVerdictShape(serializers.Serializer[Any]):
    """Hours from a claim's arrival to its first verdict."""

    verdicts = serializers.IntegerField()
    median = serializers.FloatField(allow_null=True)
    p90 = serializers.FloatField(allow_null=True)


class WeekOfVerdictsShape(serializers.Serializer[Any]):
    """The verdicts of the week that begins on this Monday."""

    week = serializers.DateField()
    time = TimeToVerdictShape()


class VerdictTimesShape(serializers.Serializer[Any]):
    """The whole period and its weeks."""

    whole = TimeToVerdictShape()
    weeks = WeekOfVerdictsShape(many=True)


class BalanceShape(serializers.Serializer[Any]):
    """The claims of one speaker or party; without a name, those that nobody is named for."""

    name = serializers.CharField(allow_blank=True)
    seen = serializers.IntegerField()
    accepted = serializers.IntegerField()
    checked = serializers.IntegerField()
    published = serializers.IntegerField()
    ratings = serializers.DictField(child=serializers.IntegerField())


class DeskBalanceShape(serializers.Serializer[Any]):
    """Whose claims are checked, against whose are seen."""

    speakers = BalanceShape(many=True)
    parties = BalanceShape(many=True)


class CitedSourceShape(serializers.Serializer[Any]):
    """A source and how often it is cited."""

    id = serializers.UUIDField()
    title = serializers.CharField(allow_blank=True)
    url = serializers.CharField()
    publisher = serializers.CharField(allow_blank=True)
    citations = serializers.IntegerField()
    claims = serializers.IntegerField()


class CitedPublisherShape(serializers.Serializer[Any]):
    """A publisher and how often its sources are cited."""

    publisher = serializers.CharField()
    sources = serializers.IntegerField()
    citations = serializers.IntegerField()
    claims = serializers.IntegerField()


class FailingSourceShape(serializers.Serializer[Any]):
    """A source in trouble and what rests on it."""

    id = serializers.UUIDField(source="source.pk")
    title = serializers.CharField(source="source.title", allow_blank=True)
    url = serializers.CharField(source="source.url")
    link = LinkShape()
    claims = serializers.IntegerField()
    published = serializers.IntegerField()


class DashboardShape(serializers.Serializer[Any]):
    """The desk at a glance."""

    work = WorkInHandShape()
    overdue = OverdueAssignmentsShape()
    verdict_times = VerdictTimesShape()
    balance = DeskBalanceShape()
    cited_sources = CitedSourceShape(many=True)
    cited_publishers = CitedPublisherShape(many=True)
    failing_sources = FailingSourceShape(many=True)
