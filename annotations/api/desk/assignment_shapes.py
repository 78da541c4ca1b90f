"""How holds on claims look in JSON, and what people send to make, move and end them."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.auth.models import User
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from annotations.api.desk.shapes import PersonShape
from annotations.models import Assignment, Presence
from annotations.queries.people import display_name
from claims.exchange.strict import JsonInput

_PERSON_ID = re.compile(r"[1-9][0-9]{0,9}", re.ASCII)
MOST = 500
"""How many claims one act may concern."""


class HoldShape(serializers.ModelSerializer[Assignment]):
    """Who holds a claim and until when; context holds the `user` who asks.

    how: `taken` from the queue, with `until` the end of the lease, or `assigned`, with `until`
    the due time.
    """

    reviewer = PersonShape()
    how = serializers.SerializerMethodField()
    until = serializers.SerializerMethodField()
    overdue = serializers.SerializerMethodField()
    mine = serializers.SerializerMethodField()

    class Meta:
        model = Assignment
        fields: tuple[str, ...] = ("id", "reviewer", "how", "until", "overdue", "mine")

    @extend_schema_field(serializers.ChoiceField(["taken", "assigned"]))
    def get_how(self, hold: Assignment) -> str:
        """Say how the person came by the claim."""
        return "assigned" if hold.due_at else "taken"

    @extend_schema_field(serializers.DateTimeField())
    def get_until(self, hold: Assignment) -> str:
        """Say when it is due or free again."""
        until = hold.due_at or hold.held_until
        assert until is not None
        return timezone.localtime(until).isoformat()

    def get_overdue(self, hold: Assignment) -> bool:
        """Say whether the due time has passed."""
        return hold.due_at is not None and hold.due_at < timezone.now()

    def get_mine(self, hold: Assignment) -> bool:
        """Say whether the person who asks holds the claim."""
        return bool(hold.reviewer_id == self.context["user"].pk)


class AssignmentShape(HoldShape):
    """A hold with its claim, whether it goes on or has ended; read with `with_people`."""

    claim = serializers.UUIDField(source="claim_id")
    claim_text = serializers.CharField(source="claim.text")
    article = serializers.UUIDField(source="claim.article_id")
    article_title = serializers.CharField(source="claim.article.title")
    assigned_by = PersonShape(allow_null=True)

    class Meta(HoldShape.Meta):
        fields = (
            *HoldShape.Meta.fields,
            "claim",
            "claim_text",
            "article",
            "article_title",
            "assigned_by",
            "ended_at",
            "ending",
            "created_at",
        )


class AssignmentsMadeShape(serializers.Serializer[Any]):
    """What one act made, moved or ended."""

    results = AssignmentShape(many=True)


class ReviewerShape(PersonShape):
    """Somebody who may be given claims, and how many they hold."""

    open_holds = serializers.IntegerField()
    overdue = serializers.IntegerField()


class ReviewersShape(serializers.Serializer[Any]):
    """The desk's reviewers, by name."""

    results = ReviewerShape(many=True)


class LookerShape(serializers.ModelSerializer[Presence]):
    """Somebody who has a claim open."""

    id = serializers.CharField(source="person_id")
    display_name = serializers.SerializerMethodField()
    mine = serializers.SerializerMethodField()

    class Meta:
        model = Presence
        fields = ("id", "display_name", "since", "mine")

    def get_display_name(self, presence: Presence) -> str:
        """Give the name colleagues know."""
        return display_name(presence.person)

    def get_mine(self, presence: Presence) -> bool:
        """Say whether it is the person who asks."""
        return bool(presence.person_id == self.context["user"].pk)


class PresenceShape(serializers.Serializer[Any]):
    """Who looks at a claim right now, and who holds it."""

    looking = LookerShape(many=True)
    holds = HoldShape(many=True)


class PresenceInput(JsonInput):
    """A sign of life; `active` says that the person did something of late."""

    active = serializers.BooleanField(required=False, default=True)


class TakingInput(JsonInput):
    """The claim to take; without one, the first that fits the filters."""

    claim = serializers.UUIDField(required=False)


@extend_schema_field(
    {
        "oneOf": [
            {"type": "string", "pattern": "^[1-9][0-9]{0,9}$"},
            {"type": "integer", "minimum": 1, "maximum": 9_999_999_999},
        ]
    }
)
class ReviewerField(serializers.Field[User, Any, Any, Any]):
    """Somebody's id, as answers give it or as a number; 404, as for a claim, where none is."""

    default_error_messages = {"invalid": _("This is nobody’s id.")}

    def to_internal_value(self, data: Any) -> User:
        """Give the person. Raises ValidationError, Http404."""
        if isinstance(data, float) and data.is_integer():  # 3.0 is whole in JSON Schema
            data = int(data)
        is_number = isinstance(data, int) and not isinstance(data, bool)
        written = str(data) if is_number or isinstance(data, str) else ""
        if not _PERSON_ID.fullmatch(written):
            self.fail("invalid")
        return get_object_or_404(User, pk=int(written), is_active=True)


class AssigningInput(JsonInput):
    """Claims, or whole articles, for a reviewer until a due time."""

    claims = serializers.ListField(
        child=serializers.UUIDField(),
        required=False,
        allow_empty=False,
        min_length=1,
        max_length=MOST,
    )
    articles = serializers.ListField(
        child=serializers.UUIDField(),
        required=False,
        allow_empty=False,
        min_length=1,
        max_length=MOST,
    )
    reviewer = ReviewerField()
    due_at = serializers.DateTimeField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for claims or articles, not both."""
        if ("claims" in attrs) == ("articles" in attrs):
            raise serializers.ValidationError({"claims": _("Name either claims or articles.")})
        return attrs


class MoveInput(JsonInput):
    """An assignment and who gets it; without `due_at` the old due time stays."""

    assignment = serializers.UUIDField()
    reviewer = ReviewerField()
    due_at = serializers.DateTimeField(required=False)


class ReassigningInput(JsonInput):
    """Assignments to be given to other people."""

    moves = serializers.ListField(
        child=MoveInput(), allow_empty=False, min_length=1, max_length=MOST
    )


class GivingBackInput(JsonInput):
    """Assignments to be ended."""

    assignments = serializers.ListField(
        child=serializers.UUIDField(), allow_empty=False, min_length=1, max_length=MOST
    )
