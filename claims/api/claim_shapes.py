"""How claims look in the API."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.fields import empty

from claims.exchange.strict import JsonInput
from claims.models import Claim
from claims.people import person_name
from claims.queries import facts_within, is_referred_to, quote_of
from claims.services.acting import MAX_TEXT, refuse_long_text

LONGEST = 10_000_000
"""No article is longer, in code points."""


class SpeakerShape(serializers.Serializer[Any]):
    """Whom the article quotes; the span is where the name stands nearby."""

    name = serializers.CharField()
    start = serializers.IntegerField(allow_null=True)
    end = serializers.IntegerField(allow_null=True)


class QuantityShape(serializers.Serializer[Any]):
    """A number with what it counts."""

    text = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    value = serializers.FloatField()
    unit = serializers.CharField(allow_null=True)
    measure = serializers.CharField(
        required=False, allow_null=True, help_text="The unit's one sign: EUR, km/h, m²."
    )
    bound = serializers.ChoiceField(
        ["about", "over", "under", "at_least", "at_most"], required=False, allow_null=True
    )


class DateShape(serializers.Serializer[Any]):
    """A time expression; `edtf` is null where nothing says which."""

    text = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    edtf = serializers.CharField(allow_null=True)


class EntityShape(serializers.Serializer[Any]):
    """A name."""

    text = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    label = serializers.CharField()  # type: ignore[assignment]
    name = serializers.CharField(
        required=False, help_text="The whole name that all its mentions in the article share."
    )


class UnresolvedShape(serializers.Serializer[Any]):
    """A word whose meaning the article leaves open, and what it may mean, the likeliest first."""

    text = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    candidates = serializers.ListField(child=serializers.CharField())


class OriginShape(serializers.Serializer[Any]):
    """Who proposed the claim: a pipeline, or a person by name."""

    by = serializers.ChoiceField(["machine", "person"])
    pipeline = serializers.CharField(allow_null=True)
    name = serializers.CharField(allow_null=True)


class ClaimShape(serializers.ModelSerializer[Claim]):
    """A claim and its anchor: offsets are half-open, in code points of the article's text."""

    article = serializers.UUIDField(source="article_id")
    exact = serializers.SerializerMethodField()
    prefix = serializers.SerializerMethodField()
    suffix = serializers.SerializerMethodField()
    segments = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2)
    )
    speaker = serializers.SerializerMethodField()
    quantities = serializers.SerializerMethodField()
    dates = serializers.SerializerMethodField()
    entities = serializers.SerializerMethodField()
    unresolved = serializers.SerializerMethodField()
    dismissal = serializers.ChoiceField(Claim.Dismissal.choices, allow_blank=True)
    origin = serializers.SerializerMethodField()
    fixed = serializers.SerializerMethodField()

    class Meta:
        model = Claim
        fields = [
            "id", "article", "text", "exact", "prefix", "suffix", "start", "end", "segments",
            "kind", "check_worthiness", "reasons", "speaker", "quantities", "dates", "entities",
            "unresolved", "hedged", "negated", "review_state", "dismissal", "origin", "made_from",
            "fixed", "version", "created_at", "updated_at",
        ]  # fmt: skip
        read_only_fields = fields

    def get_exact(self, claim: Claim) -> str:
        """The article's own words from start to end."""
        return quote_of(claim).exact

    def get_prefix(self, claim: Claim) -> str:
        """The words before."""
        return quote_of(claim).prefix

    def get_suffix(self, claim: Claim) -> str:
        """The words after."""
        return quote_of(claim).suffix

    @extend_schema_field(SpeakerShape(allow_null=True))
    def get_speaker(self, claim: Claim) -> dict[str, Any] | None:
        """Whom the article quotes, if anyone."""
        if not claim.speaker_name:
            return None
        return {
            "name": claim.speaker_name,
            "start": claim.speaker_start,
            "end": claim.speaker_end,
        }

    @extend_schema_field(QuantityShape(many=True))
    def get_quantities(self, claim: Claim) -> list[dict[str, Any]]:
        """Those within the claim's segments."""
        return facts_within(claim, "quantities")

    @extend_schema_field(DateShape(many=True))
    def get_dates(self, claim: Claim) -> list[dict[str, Any]]:
        """Those within the claim's segments."""
        return facts_within(claim, "dates")

    @extend_schema_field(EntityShape(many=True))
    def get_entities(self, claim: Claim) -> list[dict[str, Any]]:
        """Those within the claim's segments."""
        return facts_within(claim, "entities")

    @extend_schema_field(UnresolvedShape(many=True))
    def get_unresolved(self, claim: Claim) -> list[dict[str, Any]]:
        """Those within the claim's segments."""
        return facts_within(claim, "unresolved")

    def get_fixed(self, claim: Claim) -> bool:
        """Whether people's work rests on it: its words, place and state then stay as they are."""
        known: bool | None = getattr(claim, "is_fixed", None)
        return is_referred_to(claim) if known is None else known

    @extend_schema_field(OriginShape)
    def get_origin(self, claim: Claim) -> dict[str, str | None]:
        """Where the claim comes from."""
        if claim.run is not None:
            return {"by": "machine", "pipeline": claim.run.pipeline, "name": None}
        return {"by": "person", "pipeline": None, "name": person_name(claim.added_by)}


class QueuedClaimShape(ClaimShape):
    """A claim in the queue, with its article's title."""

    article_title = serializers.CharField(source="article.title")

    class Meta(ClaimShape.Meta):
        fields = [*ClaimShape.Meta.fields, "article_title"]
        read_only_fields = fields


class OwnWords(serializers.CharField):
    """A claim in a person's own words; services refuse longer ones, with a code of their own.

    longest: what the OpenAPI file says of it.
    """

    longest = MAX_TEXT

    def run_validation(self, data: Any = empty) -> Any:
        """Count the words as they are sent. Raises InvalidText, ValidationError."""
        if isinstance(data, str):
            refuse_long_text(data)
        return super().run_validation(data)


class SelectionInput(JsonInput):
    """Words a person selected in the article's text, in code points, half-open."""

    start = serializers.IntegerField(min_value=0, max_value=LONGEST)
    end = serializers.IntegerField(min_value=1, max_value=LONGEST)
    text = OwnWords(required=False, allow_blank=True, help_text="Own words, if any.")


class DismissalInput(JsonInput):
    """Why a claim is set aside."""

    reason = serializers.ChoiceField(
        [(why.value, why.label) for why in (*Claim.REASONS, Claim.Dismissal.TAKEN_BACK)],
        help_text="“taken_back” is for who added the claim: no list shows it any more.",
    )


class RewordingInput(JsonInput):
    """The claim in better words."""

    text = OwnWords()


SEGMENTS: Any = serializers.ListField(
    child=serializers.ListField(
        child=serializers.IntegerField(min_value=0, max_value=LONGEST), min_length=2, max_length=2
    ),
    allow_empty=False,
    min_length=1,
    max_length=50,
    help_text="Half-open spans in code points of the article's text.",
)


class ResizingInput(JsonInput):
    """The words of the article that the claim is to be anchored to."""

    segments = SEGMENTS


class PartInput(JsonInput):
    """One claim to be made out of another."""

    segments = SEGMENTS
    text = OwnWords(required=False, allow_blank=True, help_text="Own words, if any.")


class SplittingInput(JsonInput):
    """The claims to be made out of one."""

    parts = serializers.ListField(child=PartInput(), min_length=2, max_length=20)


class ProposedPartShape(serializers.Serializer[Any]):
    """Words of a claim that say less than all of it."""

    text = serializers.CharField()
    segments = SEGMENTS


class ProposedPartsShape(serializers.Serializer[Any]):
    """What the claim may be split into, in reading order; parts may share words."""

    parts = ProposedPartShape(many=True)


class MergedInput(JsonInput):
    """Another claim to be merged, and the version of it that was seen."""

    id = serializers.UUIDField()
    version = serializers.IntegerField(required=False, min_value=1, max_value=2**31 - 1)


class MergingInput(JsonInput):
    """The claims to be merged with this one, and the words for all of them."""

    others = serializers.ListField(child=MergedInput(), min_length=1, max_length=20)
    text = OwnWords(required=False, allow_blank=True, help_text="Own words, if any.")


class ReshapedShape(serializers.Serializer[Any]):
    """What came of it: the claims made, and those they were made from, now dismissed."""

    made = ClaimShape(many=True)
    origins = ClaimShape(many=True)


class ChangeShape(serializers.Serializer[Any]):
    """One event of the audit trail."""

    at = serializers.DateTimeField()
    by = serializers.CharField(allow_null=True)
    act = serializers.ChoiceField(["insert", "update", "delete"])
    deed = serializers.CharField(help_text="accept, dismiss, reopen, reword, extract, ...")
    changes = serializers.DictField(child=serializers.ListField(min_length=2, max_length=2))


class HistoryShape(serializers.Serializer[Any]):
    """A claim's events, oldest first."""

    results = ChangeShape(many=True)
