"""How published claims look in JSON, for the description of the API.

Answers are stored bytes, so these serializers never render one; a test holds them against
`annotations.documents.public_document`.
"""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from annotations.models import ReplyRequest
from claims.models import Article, Claim

LANGUAGES = Article.Language.choices


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

    url = serializers.CharField(
        allow_blank=True,
        help_text="Empty for a document without a web address: `archived.sha256` tells which.",
    )
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
