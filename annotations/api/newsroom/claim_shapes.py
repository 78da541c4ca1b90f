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
    """The article in which the claim was read."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    publisher = serializers.CharField(help_text="Empty where it isn't known.")
    url = serializers.CharField(help_text="Empty for a text that came without an address.")
    published_at = serializers.DateTimeField(
        allow_null=True, help_text="When the article came out, as far as it says."
    )


class PublicEntityShape(serializers.Serializer[Any]):
    """A name in the claim, whole: person, organization, place, product or other."""

    text = serializers.CharField()
    label = serializers.ChoiceField(["PER", "ORG", "LOC", "PRODUCT", "MISC"])  # type: ignore[assignment]


class PublicClaimShape(serializers.Serializer[Any]):
    """The claim and its own words in the article.

    Offsets are half-open, in code points of the article's text, which isn't served: the words are
    found again by prefix, exact and suffix.
    """

    text = serializers.CharField(help_text="The claim, standing alone.")
    exact = serializers.CharField(help_text="The article's own words from start to end.")
    prefix = serializers.CharField(
        help_text="What stands before them: about 160 code points, whole words."
    )
    suffix = serializers.CharField(help_text="What stands after them, likewise.")
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    segments = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2),
        help_text="The pieces of the article that express the claim, [start, end] each.",
    )
    speaker = serializers.CharField(
        allow_null=True, help_text="Whom the article quotes; null where it speaks itself."
    )
    speaker_kind = serializers.ChoiceField(["person", "organization"], allow_null=True)
    made_on = serializers.DateField(
        allow_null=True,
        help_text="The day on which the claim was made; the article's where no other is known.",
    )
    article = PublicArticleShape()
    kind = serializers.ChoiceField(
        [*Claim.Kind.values, ""], help_text="Empty in documents from before kinds were kept."
    )
    entities = PublicEntityShape(many=True)


class NamesShape(serializers.Serializer[Any]):
    """A name in each language."""

    it = serializers.CharField()
    en = serializers.CharField()


class PublicRatingShape(serializers.Serializer[Any]):
    """A step of the rating scale; the methodology page explains each."""

    key = serializers.CharField(help_text="What `rating` filters by.")
    names = NamesShape()
    value = serializers.IntegerField(
        allow_null=True, help_text="Worst 1, best 5; null where truth can't be placed."
    )
    export = serializers.ChoiceField(
        ["true", "mixture", "false", "other"],
        help_text="The same on a four-way scale, for shared collections.",
    )


class PublicSourceShape(serializers.Serializer[Any]):
    """A document that is cited."""

    url = serializers.CharField(
        allow_blank=True,
        help_text="Empty for a document without a web address: `archived.sha256` tells which.",
    )
    title = serializers.CharField()
    publisher = serializers.CharField()
    published_on = serializers.DateField(allow_null=True)


class KeptCopyShape(serializers.Serializer[Any]):
    """The copy that was kept of a source; it isn't served."""

    sha256 = serializers.CharField(help_text="Of its bytes, in lower-case hexadecimal.")
    kept_at = serializers.DateTimeField()


class PublicEvidenceShape(serializers.Serializer[Any]):
    """What a source says about the claim."""

    source = PublicSourceShape()  # type: ignore[assignment] # DRF's attribute is per field
    excerpt = serializers.CharField(help_text="Its own words.")
    stance = serializers.ChoiceField(
        ["supports", "refutes", "context"], help_text="Which way they point."
    )
    is_primary = serializers.BooleanField(
        help_text="Whether the source is where the fact comes from, not who repeats it."
    )
    archived = KeptCopyShape(allow_null=True, help_text="Null where no copy was kept.")


class PublicCorrectionShape(serializers.Serializer[Any]):
    """A change after the claim was published."""

    version = serializers.IntegerField(help_text="The version that it made.")
    act = serializers.ChoiceField(["corrected", "withdrawn"])
    severity = serializers.ChoiceField(
        ["minor", "significant", ""], help_text="Empty for a withdrawal."
    )
    notice = serializers.CharField(help_text="What changed and why, for readers.")
    at = serializers.DateTimeField()
    from_rating = serializers.CharField(allow_null=True, help_text="Key of the rating before.")
    to_rating = serializers.CharField(
        allow_null=True, help_text="Key of the rating since; null for a withdrawal."
    )


class PublicReplyShape(serializers.Serializer[Any]):
    """A request for a reply, and what came of it."""

    asked = serializers.CharField(
        allow_blank=True,
        help_text="Who was asked; empty where a text of earlier times alone tells of it.",
    )
    channel = serializers.ChoiceField(ReplyRequest.Channel.choices, allow_blank=True)
    asked_at = serializers.DateTimeField(allow_null=True)
    due_at = serializers.DateTimeField(
        allow_null=True, help_text="By when an answer was asked for."
    )
    outcome = serializers.ChoiceField(
        ["waiting", "answered", "declined", "silent", "told"],
        help_text="`told`: `answer` holds the text of earlier times.",
    )
    answer = serializers.CharField(allow_blank=True, help_text="Empty unless there is one.")
    received_at = serializers.DateTimeField(allow_null=True)


class VerifiedClaimShape(serializers.Serializer[Any]):
    """One version of a verified claim. Texts are plain: show them escaped."""

    id = serializers.UUIDField(help_text="Stays the same through all versions.")
    url = serializers.URLField(help_text="The claim's page, in the language of the document.")
    publication_state = serializers.ChoiceField(["published"])
    version = serializers.IntegerField(
        help_text="1 at first; each correction and withdrawal adds one."
    )
    language = serializers.ChoiceField(
        LANGUAGES, help_text="In which headline, rationale and notices are written."
    )
    headline = serializers.CharField()
    claim = PublicClaimShape()
    rating = PublicRatingShape()
    rationale = serializers.CharField(
        help_text="Why it is rated so; an empty line parts paragraphs."
    )
    evidence = PublicEvidenceShape(many=True)
    one_source_reason = serializers.CharField(
        help_text="Why one source was enough; empty where there are more."
    )
    no_primary_reason = serializers.CharField(
        help_text="Why no source is primary; empty where one is."
    )
    reviews = serializers.IntegerField(
        help_text="How many people reviewed the claim, each for themselves."
    )
    as_of = serializers.DateField(
        allow_null=True, help_text="The day up to which the verdict holds, where it says so."
    )
    recheck_on = serializers.DateField(
        allow_null=True, help_text="The day on which it is to be checked again."
    )
    right_of_reply = serializers.CharField(
        help_text="`replies` told in one text; empty where nobody was asked."
    )
    published_at = serializers.DateTimeField(help_text="When the claim was first published.")
    updated_at = serializers.DateTimeField(
        help_text="When this version was: for `updated_since`, and to tell which document is newer."
    )
    corrections = PublicCorrectionShape(
        many=True, help_text="Every change so far, the oldest first."
    )
    replies = PublicReplyShape(
        many=True, required=False, help_text="Missing in documents from before they were kept so."
    )


class TombstoneShape(serializers.Serializer[Any]):
    """What stays of a withdrawn claim: remove it on your side, or show the notice in its place."""

    id = serializers.UUIDField()
    url = serializers.URLField(help_text="The claim's page, in the language of the document.")
    publication_state = serializers.ChoiceField(["withdrawn"])
    version = serializers.IntegerField(help_text="The withdrawal is a version of its own.")
    language = serializers.ChoiceField(LANGUAGES)
    claim_text = serializers.CharField(help_text="The claim, standing alone.")
    notice = serializers.CharField(help_text="Why it was withdrawn, for readers.")
    published_at = serializers.DateTimeField(help_text="When the claim was first published.")
    updated_at = serializers.DateTimeField(help_text="When it was withdrawn.")
    corrections = PublicCorrectionShape(many=True)


class LeftFilterShape(serializers.Serializer[Any]):
    """A claim that a correction moved out of the filters of a delta: forget it there."""

    id = serializers.UUIDField()
    url = serializers.URLField()
    publication_state = serializers.ChoiceField(["left_filter"])
    version = serializers.IntegerField(
        help_text="The version that no longer fits; read it at its address."
    )
    updated_at = serializers.DateTimeField(help_text="When that was published.")


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
    severity = serializers.ChoiceField(
        ["minor", "significant", ""], help_text="Of a correction; else empty."
    )
    notice = serializers.CharField(help_text="Empty for what was published.")
    at = serializers.DateTimeField(help_text="When it was published.")
    document = VerifiedClaimShape(
        allow_null=True, help_text="Null for a withdrawal, and for all once the claim is withdrawn."
    )


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
