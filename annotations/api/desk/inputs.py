"""What people send to the desk: checked for form here, for sense by the services."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.models import Evidence
from annotations.services.citing.copies import MAX_TEXT
from annotations.services.citing.sources import MAX_PUBLISHER, MAX_TITLE, SourceGiven
from annotations.services.reviewing.evidence import EvidenceGiven
from claims.exchange.strict import (
    READABLE_TEXT,
    JsonInput,
    MaybeAddress,
    QueryInput,
    WebAddress,
    Words,
)

MAX_WORDS = 20_000
MAX_EVIDENCE = 50


class SourceInput(JsonInput):
    """A source by `id`, or by `url` with what is known about it."""

    id = serializers.UUIDField(required=False)
    url = WebAddress(required=False, max_length=2000)
    title = Words(required=False, allow_blank=True, max_length=MAX_TITLE)
    publisher = Words(required=False, allow_blank=True, max_length=MAX_PUBLISHER)
    published_on = serializers.DateField(required=False, allow_null=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for one of the two ways to name a source."""
        if "id" not in attrs and "url" not in attrs:
            raise serializers.ValidationError({"url": _("Name the source by its id or its url.")})
        return attrs


class EvidenceInput(JsonInput):
    """One evidence of a review."""

    source = SourceInput()  # type: ignore[assignment] # DRF's own attribute of that name is per field
    excerpt = Words(required=False, allow_blank=True, max_length=MAX_WORDS)
    stance = serializers.ChoiceField(
        choices=Evidence.Stance.choices, required=False, allow_blank=True
    )
    note = Words(required=False, allow_blank=True, max_length=MAX_WORDS)
    is_primary = serializers.BooleanField(required=False)
    start = serializers.IntegerField(
        required=False,
        allow_null=True,
        min_value=0,
        max_value=MAX_TEXT,
        help_text=_("Where the excerpt was picked in the source's copy, in code points."),
    )


class AnnotationInput(JsonInput):
    """A new review."""

    rating = Words(max_length=30)
    rationale = Words(max_length=MAX_WORDS)
    evidence = EvidenceInput(many=True, required=False)


class RevisionInput(JsonInput):
    """A change of a review; what isn't named stays, `evidence` replaces the whole list."""

    rating = Words(required=False, max_length=30)
    rationale = Words(required=False, max_length=MAX_WORDS)
    evidence = EvidenceInput(many=True, required=False)


class ModerationInput(JsonInput):
    """Why a review is hidden or brought back."""

    reason = Words(max_length=MAX_WORDS)


class SourceDetails(JsonInput):
    """What is known about a source."""

    title = Words(required=False, allow_blank=True, max_length=MAX_TITLE)
    publisher = Words(required=False, allow_blank=True, max_length=MAX_PUBLISHER)
    published_on = serializers.DateField(required=False, allow_null=True)


class NewSourceInput(SourceDetails):
    """A source by its address, with what is known about it."""

    url = WebAddress(max_length=2000)


class NewSourceUpload(SourceDetails):
    """A source as a file (PDF, image), with what is known about it."""

    published_on = serializers.DateField(required=False)
    file = serializers.FileField(use_url=False)


class NewSourceGiven(SourceDetails):
    """A source by its address or as a file: a form may hold either."""

    url = Words(required=False, max_length=2000)
    file = serializers.FileField(required=False, allow_empty_file=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for exactly one of the two roads."""
        if ("url" in attrs) == ("file" in attrs):
            raise serializers.ValidationError({"url": _("Send either an address or a file.")})
        return attrs


class SourceDetailsInput(JsonInput):
    """What is known about a source; a name not given stays as it is.

    url: only for a source that came by file and has no address yet.
    """

    url = MaybeAddress(required=False, allow_blank=True, max_length=2000)
    title = Words(required=False, allow_blank=True, max_length=MAX_TITLE)
    publisher = Words(required=False, allow_blank=True, max_length=MAX_PUBLISHER)
    published_on = serializers.DateField(required=False, allow_null=True)


class WordsQuery(QueryInput):
    """What a source is looked for by."""

    q = Words(
        required=False,
        allow_blank=True,
        default="",
        help_text="Words of title, publisher, address.",
    )


class SavedText(serializers.CharField):
    """A text as it comes."""

    words = READABLE_TEXT

    def __init__(self, **options: Any) -> None:
        super().__init__(trim_whitespace=False, **options)


class CopyInput(JsonInput):
    """The text of a source, saved by hand."""

    text = SavedText()


class CopyUpload(JsonInput):
    """A copy saved by hand: a file (HTML, text, PDF, image)."""

    file = serializers.FileField(use_url=False)


class CopyGiven(JsonInput):
    """A file or the text alone: a form may hold either."""

    file = serializers.FileField(required=False, allow_empty_file=True)
    text = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for exactly one of the two."""
        if len(attrs) != 1:
            raise serializers.ValidationError(_("Send either a file or a text."))
        return attrs


class VerdictInput(JsonInput):
    """A settling act; `replaces` names the standing verdict that another takes the place of."""

    rating = Words(required=False, allow_blank=True, allow_null=True, max_length=30)
    reason = Words(required=False, allow_blank=True, max_length=MAX_WORDS)
    replaces = serializers.UUIDField(required=False, allow_null=True)


class ReopeningInput(JsonInput):
    """The taking back of a verdict: which one stood, and why, if there is something to say."""

    verdict = serializers.UUIDField()
    reason = Words(required=False, allow_blank=True, max_length=MAX_WORDS)


class MeInput(JsonInput):
    """A change of one's own profile."""

    interface_language = serializers.ChoiceField(choices=["it", "en"], required=False)
    mail_notifications = serializers.BooleanField(required=False)


def evidence_given(parts: list[Mapping[str, Any]]) -> list[EvidenceGiven]:
    """Turn checked input into what the services take."""
    return [EvidenceGiven(**{**part, "source": SourceGiven(**part["source"])}) for part in parts]
