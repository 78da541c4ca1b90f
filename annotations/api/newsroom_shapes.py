"""What the public API takes and gives, for validation of what comes in and for the schema.

Answers are stored bytes, so these serializers never render one; a test holds them against
`annotations.public_document`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import NotFound

from annotations.models import ReplyRequest
from annotations.queries.public_filters import PublicFilter
from annotations.queries.public_lists import KEYS, PLACE, Order, Place, read_place
from claims.api.strict import QueryInput
from claims.models import Article, Claim

LANGUAGES = Article.Language.choices
_NAME = "The whole name; case and accents don't count."
MAX_PAGE_SIZE = 200
_AS_THEY_ARE = (
    "kind",
    "speaker",
    "entity",
    "publisher",
    "source_domain",
    "published_after",
    "published_before",
    "updated_since",
)


@extend_schema_field({"type": "string", "pattern": f"^{PLACE}$"})
class CursorField(serializers.CharField):
    """A place in the list, as `next` and `previous` name it."""


class ListQuery(QueryInput):
    """The list's query parameters."""

    q = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=300,
        help_text='Full text, stemmed for its language, past accents; "phrases", or, -without. '
        "Where it finds next to nothing, words like those typed count too.",
    )
    language = serializers.ChoiceField(LANGUAGES, required=False, allow_blank=True)
    rating = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=300,
        help_text="Key of a rating, or several with commas.",
    )
    kind = serializers.ChoiceField(Claim.Kind.choices, required=False, allow_blank=True)
    speaker = serializers.CharField(
        required=False, allow_blank=True, max_length=200, help_text=f"Who said it. {_NAME}"
    )
    entity = serializers.CharField(
        required=False, allow_blank=True, max_length=200, help_text=f"Who it is about. {_NAME}"
    )
    publisher = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=200,
        help_text=f"Who published the article with the claim. {_NAME}",
    )
    source_domain = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=253,
        help_text="Cites a source on this site or below it: istat.it finds dati.istat.it too.",
    )
    published_after = serializers.DateTimeField(
        required=False, help_text="First published at this moment or later."
    )
    published_before = serializers.DateTimeField(
        required=False, help_text="First published before this moment."
    )
    updated_since = serializers.DateTimeField(
        required=False,
        help_text="Delta: every claim published, corrected or withdrawn since then, tombstones "
        "included. A claim that a correction moved out of the other filters comes as "
        "`left_filter`. Take the newest updated_at you saw for the next one.",
    )
    ordering = serializers.ChoiceField(
        [order.value for order in Order],
        required=False,
        default=Order.NEWEST.value,
        help_text="By last change, by first publication, or by relevance to `q`; without `q`, and "
        "in a delta, nothing is more relevant than anything else and the newest comes first.",
    )
    cursor = CursorField(required=False, help_text="From next or previous.")
    page_size = serializers.IntegerField(
        required=False, default=50, min_value=1, help_text="At most 200; more is cut down to it."
    )

    def validate_cursor(self, written: str) -> Place:
        """Read the cursor back."""
        place = read_place(written)
        if place is None:
            raise serializers.ValidationError("This is no cursor of this list.")
        return place

    def validate_ordering(self, written: str) -> Order:
        """Read the order's name."""
        return Order(written)

    def validate(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Relevance is to words; a cursor belongs to one order. Raises NotFound for another's."""
        order, place = asked.get("ordering", Order.NEWEST), asked.get("cursor")
        if order is Order.RELEVANCE and not (
            asked.get("q", "").strip() and "updated_since" not in asked
        ):
            order = asked["ordering"] = Order.NEWEST
        if place is not None and (order in KEYS) != (place.key is not None):
            raise NotFound("This is a cursor of another ordering.")
        return asked

    def validate_source_domain(self, written: str) -> str:
        """Take the host of what was written, a whole address or only a name."""
        try:
            host = urlsplit(written if "//" in written else f"//{written}").hostname
        except ValueError as error:
            raise serializers.ValidationError("This is no site's name.") from error
        return (host or "").removeprefix("www.")

    def validate_page_size(self, size: int) -> int:
        """Cut down to what one page may hold."""
        return min(size, MAX_PAGE_SIZE)

    def wanted(self) -> PublicFilter:
        """Give the filter that was asked for."""
        return wanted_of(self.validated_data)


def wanted_of(asked: Mapping[str, Any]) -> PublicFilter:
    """Give the filter that a valid question asks for."""
    keys = (key.strip() for key in asked.get("rating", "").split(","))
    return PublicFilter(
        words=asked.get("q", ""),
        language=asked.get("language", ""),
        ratings=tuple(key for key in keys if key),
        **{name: asked[name] for name in _AS_THEY_ARE if name in asked},
    )


class FeedQuery(ListQuery):
    """A feed's query parameters: the list's, in the one order that feeds have."""

    ordering = None  # type: ignore[assignment]


class PublicArticleShape(serializers.Serializer[Any]):
    """PublicArticle."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    publisher = serializers.CharField()
    url = serializers.CharField()
    published_at = serializers.DateTimeField(allow_null=True)


class PublicEntityShape(serializers.Serializer[Any]):
    """PublicEntity."""

    text = serializers.CharField()
    label = serializers.ChoiceField(["PER", "ORG", "LOC", "PRODUCT", "MISC"])  # type: ignore[assignment]


class PublicClaimShape(serializers.Serializer[Any]):
    """PublicClaim; spans are half-open, in code points of the article's text."""

    text = serializers.CharField(help_text="The claim, standing alone.")
    exact = serializers.CharField(help_text="The article's own words from start to end.")
    prefix = serializers.CharField()
    suffix = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    segments = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2)
    )
    speaker = serializers.CharField(allow_null=True)
    speaker_kind = serializers.ChoiceField(["person", "organization"], allow_null=True)
    made_on = serializers.DateField(allow_null=True)
    article = PublicArticleShape()
    kind = serializers.ChoiceField([*Claim.Kind.values, ""])
    entities = PublicEntityShape(many=True)


class NamesShape(serializers.Serializer[Any]):
    """A name in each language."""

    it = serializers.CharField()
    en = serializers.CharField()


class PublicRatingShape(serializers.Serializer[Any]):
    """PublicRating."""

    key = serializers.CharField()
    names = NamesShape()
    value = serializers.IntegerField(
        allow_null=True, help_text="Worst 1, best 5; null where truth can't be placed."
    )
    export = serializers.ChoiceField(["true", "mixture", "false", "other"])


class PublicSourceShape(serializers.Serializer[Any]):
    """PublicSource."""

    url = serializers.CharField()
    title = serializers.CharField()
    publisher = serializers.CharField()
    published_on = serializers.DateField(allow_null=True)


class KeptCopyShape(serializers.Serializer[Any]):
    """KeptCopy."""

    sha256 = serializers.CharField()
    kept_at = serializers.DateTimeField()


class PublicEvidenceShape(serializers.Serializer[Any]):
    """PublicEvidence."""

    source = PublicSourceShape()  # type: ignore[assignment] # DRF's attribute is per field
    excerpt = serializers.CharField()
    stance = serializers.ChoiceField(["supports", "refutes", "context"])
    is_primary = serializers.BooleanField()
    archived = KeptCopyShape(allow_null=True)


class PublicCorrectionShape(serializers.Serializer[Any]):
    """Correction."""

    version = serializers.IntegerField()
    act = serializers.ChoiceField(["corrected", "withdrawn"])
    severity = serializers.ChoiceField(["minor", "significant", ""])
    notice = serializers.CharField()
    at = serializers.DateTimeField()
    from_rating = serializers.CharField(allow_null=True)
    to_rating = serializers.CharField(allow_null=True)


class PublicReplyShape(serializers.Serializer[Any]):
    """PublicReply."""

    asked = serializers.CharField(allow_blank=True)
    channel = serializers.ChoiceField(ReplyRequest.Channel.choices, allow_blank=True)
    asked_at = serializers.DateTimeField(allow_null=True)
    due_at = serializers.DateTimeField(allow_null=True)
    outcome = serializers.ChoiceField(["waiting", "answered", "declined", "silent", "told"])
    answer = serializers.CharField(allow_blank=True)
    received_at = serializers.DateTimeField(allow_null=True)


class VerifiedClaimShape(serializers.Serializer[Any]):
    """PublicDocument."""

    id = serializers.UUIDField()
    url = serializers.URLField()
    publication_state = serializers.ChoiceField(["published"])
    version = serializers.IntegerField()
    language = serializers.ChoiceField(LANGUAGES)
    headline = serializers.CharField()
    claim = PublicClaimShape()
    rating = PublicRatingShape()
    rationale = serializers.CharField()
    evidence = PublicEvidenceShape(many=True)
    one_source_reason = serializers.CharField()
    no_primary_reason = serializers.CharField()
    reviews = serializers.IntegerField()
    as_of = serializers.DateField(allow_null=True)
    recheck_on = serializers.DateField(allow_null=True)
    right_of_reply = serializers.CharField()
    published_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    corrections = PublicCorrectionShape(many=True)
    replies = PublicReplyShape(many=True, required=False)


class TombstoneShape(serializers.Serializer[Any]):
    """Tombstone."""

    id = serializers.UUIDField()
    url = serializers.URLField()
    publication_state = serializers.ChoiceField(["withdrawn"])
    version = serializers.IntegerField()
    language = serializers.ChoiceField(LANGUAGES)
    claim_text = serializers.CharField()
    notice = serializers.CharField()
    published_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    corrections = PublicCorrectionShape(many=True)


class LeftFilterShape(serializers.Serializer[Any]):
    """A claim that a correction moved out of the filters of a delta: forget it there."""

    id = serializers.UUIDField()
    url = serializers.URLField()
    publication_state = serializers.ChoiceField(["left_filter"])
    version = serializers.IntegerField()
    updated_at = serializers.DateTimeField()


class WithdrawnProblemShape(TombstoneShape):
    """The problem document of a withdrawn claim: RFC 9457 with the tombstone's members."""

    type = serializers.URLField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField()
    detail = serializers.CharField()


class VersionShape(serializers.Serializer[Any]):
    """One version; its document is held back once the claim is withdrawn."""

    version = serializers.IntegerField()
    act = serializers.ChoiceField(["published", "corrected", "withdrawn"])
    severity = serializers.ChoiceField(["minor", "significant", ""])
    notice = serializers.CharField()
    at = serializers.DateTimeField()
    document = VerifiedClaimShape(allow_null=True)


class VersionListShape(serializers.Serializer[Any]):
    """All versions, newest first; always one page."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = VersionShape(many=True)


@extend_schema_field(
    PolymorphicProxySerializer(
        component_name="VerifiedClaimOrTombstone",
        serializers={
            "published": VerifiedClaimShape,
            "withdrawn": TombstoneShape,
            "left_filter": LeftFilterShape,
        },
        resource_type_field_name="publication_state",
        many=True,
    )
)
class PublicResultsField(serializers.ListField):
    """Documents of the list; a delta has tombstones and what left its filters among them."""


class VerifiedClaimPageShape(serializers.Serializer[Any]):
    """One page of the list."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = PublicResultsField()
