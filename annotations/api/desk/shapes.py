"""How the desk's resources look in JSON, going out."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from drf_spectacular.utils import extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from annotations.models import (
    Annotation,
    ArchivedCopy,
    Evidence,
    ModerationEvent,
    Rating,
    Source,
)
from annotations.queries.people import display_name
from annotations.queries.visits import link_of
from annotations.sources.link_state import LinkState


class RatingShape(serializers.ModelSerializer[Rating]):
    """A step of the rating scale."""

    class Meta:
        model = Rating
        fields = (
            "key",
            "position",
            "name_it",
            "name_en",
            "definition_it",
            "definition_en",
            "value",
            "colour",
            "export",
        )


class RatingScaleShape(serializers.Serializer[Any]):
    """The whole scale, in its order."""

    results = RatingShape(many=True)


class PersonShape(serializers.Serializer[User]):
    """A colleague."""

    id = serializers.CharField(source="pk")
    display_name = serializers.SerializerMethodField()

    def get_display_name(self, user: User) -> str:
        """Give the name colleagues know."""
        return display_name(user)


class CopyShape(serializers.ModelSerializer[ArchivedCopy]):
    """The copy that stands for a source: the newest kept one, else the newest."""

    state = serializers.ChoiceField(
        source="copy_state", choices=ArchivedCopy.CopyState.choices, read_only=True
    )
    detail = serializers.CharField(source="problem_detail", read_only=True)
    has_text = serializers.BooleanField(read_only=True)
    attached_by = serializers.SerializerMethodField()

    class Meta:
        model = ArchivedCopy
        fields = (
            "id",
            "state",
            "problem",
            "detail",
            "kept_at",
            "sha256",
            "content_type",
            "has_text",
            "text_state",
            "attached_by",
        )

    def get_attached_by(self, copy: ArchivedCopy) -> str | None:
        """Name who attached the copy by hand; null for a copy we fetched."""
        return display_name(copy.attached_by) if copy.attached_by else None


class LinkShape(serializers.Serializer[Any]):
    """How a source's address is doing, as the visits to it tell."""

    state = serializers.ChoiceField(choices=[state.value for state in LinkState])
    checked_at = serializers.DateTimeField(allow_null=True)
    problem = serializers.CharField(allow_blank=True)


class SourceShape(serializers.ModelSerializer[Source]):
    """A source with its copy and its address's state; read with `with_shown_copy`."""

    copy = serializers.SerializerMethodField()
    link = serializers.SerializerMethodField()

    class Meta:
        model = Source
        fields = ("id", "url", "title", "publisher", "published_on", "copy", "link")

    def to_representation(self, instance: Source) -> dict[str, Any]:
        """Show the source that stands for it."""
        return dict(super().to_representation(instance.standing))

    @extend_schema_field(CopyShape(allow_null=True))
    def get_copy(self, source: Source) -> dict[str, Any] | None:
        """Shape the copy read along."""
        copies: list[ArchivedCopy] = getattr(source, "shown_copies")  # noqa: B009 - read along
        return CopyShape(copies[0]).data if copies else None

    @extend_schema_field(LinkShape)
    def get_link(self, source: Source) -> dict[str, Any]:
        """Shape what the visits read along say."""
        return LinkShape(link_of(source)).data


class PassageShape(serializers.Serializer[Any]):
    """A passage of a copy: where it begins and ends in the copy's words, in code points."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    exact = serializers.CharField()
    score = serializers.FloatField()


class SourceSuggestionShape(serializers.Serializer[Any]):
    """An earlier source, with the passage that speaks of the claim."""

    source = SourceShape()  # type: ignore[assignment] # DRF's own attribute of that name is per field
    passage = PassageShape(allow_null=True)


class SourceSuggestionsShape(serializers.Serializer[Any]):
    """Earlier sources for a claim, the likeliest first."""

    results = SourceSuggestionShape(many=True)


class AnchorShape(serializers.Serializer[Evidence]):
    """Where an excerpt stands in the words of a copy."""

    copy = serializers.UUIDField(source="copy_id")
    start = serializers.IntegerField()
    prefix = serializers.CharField()
    suffix = serializers.CharField()


class EvidenceShape(serializers.ModelSerializer[Evidence]):
    """A source used for one claim."""

    source = SourceShape()  # type: ignore[assignment] # DRF's own attribute of that name is per field
    anchor = serializers.SerializerMethodField()

    class Meta:
        model = Evidence
        fields = ("id", "source", "excerpt", "stance", "note", "is_primary", "position", "anchor")

    @extend_schema_field(AnchorShape(allow_null=True))
    def get_anchor(self, evidence: Evidence) -> dict[str, Any] | None:
        """Shape the place in the copy; null for words typed by hand."""
        return AnchorShape(evidence).data if evidence.copy_id else None


class AnnotationShape(serializers.ModelSerializer[Annotation]):
    """A review; read with `with_people_and_evidence`; context holds the `user` who asks."""

    author = PersonShape()
    mine = serializers.SerializerMethodField()
    rating = serializers.CharField(source="rating_id")
    evidence = EvidenceShape(many=True)
    hidden = serializers.SerializerMethodField()

    class Meta:
        model = Annotation
        fields = (
            "id",
            "claim",
            "author",
            "mine",
            "rating",
            "rationale",
            "evidence",
            "withdrawn_at",
            "hidden",
            "version",
            "created_at",
            "updated_at",
        )

    def get_mine(self, annotation: Annotation) -> bool:
        """Say whether the person who asks wrote it."""
        return bool(annotation.author_id == self.context["user"].pk)

    def get_hidden(self, annotation: Annotation) -> bool:
        """Say whether a moderator has hidden it."""
        return bool(getattr(annotation, "moderation_act") == ModerationEvent.Act.HIDE)  # noqa: B009


class AnnotationListShape(serializers.Serializer[Any]):
    """What a person may see of a claim's reviews, and how many are kept from them still."""

    results = AnnotationShape(many=True)
    hidden_until_you_rate = serializers.IntegerField()


@extend_schema_serializer(component_name="AnnotationChange")
class ChangeShape(serializers.Serializer[Any]):
    """One change in a history: {field: [before, after]}."""

    at = serializers.DateTimeField()
    by = serializers.CharField(allow_null=True)
    act = serializers.CharField()
    changes = serializers.DictField(child=serializers.ListField())


@extend_schema_serializer(component_name="AnnotationHistory")
class HistoryShape(serializers.Serializer[Any]):
    """A history, oldest change first."""

    results = ChangeShape(many=True)


class CopyTextShape(serializers.Serializer[Any]):
    """The readable words of a kept copy."""

    copy = serializers.UUIDField()
    kept_at = serializers.DateTimeField()
    sha256 = serializers.CharField()
    text = serializers.CharField()


class MeShape(serializers.Serializer[Any]):
    """Who is logged in, and what they may do."""

    id = serializers.CharField()
    username = serializers.CharField()
    display_name = serializers.CharField()
    roles = serializers.ListField(
        child=serializers.ChoiceField(choices=["reviewer", "moderator", "editor"])
    )
    interface_language = serializers.ChoiceField(choices=["it", "en"])
    reviews_needed = serializers.IntegerField()
    mail_notifications = serializers.BooleanField()
    mail_is_configured = serializers.BooleanField()
    may_open_panel = serializers.BooleanField(help_text="The admin panel lets them in.")
