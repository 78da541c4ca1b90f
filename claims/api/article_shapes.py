"""How articles and sentences look in the API."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.exchange.strict import RAW_TEXT, WEB_ADDRESS, JsonInput, MaybeAddress, Words
from claims.models import Article, ExtractionRun, Sentence
from claims.moments import read_moment
from claims.people import person_name
from claims.queries import Counts, newest_run
from claims.services.articles import Given


class ReadingShape(serializers.Serializer[Article]):
    """How far the reading of the page is."""

    state = serializers.ChoiceField(Article.ReadingState.choices, source="reading_state")
    problem = serializers.CharField(source="reading_problem", help_text="Empty, or a code.")
    detail = serializers.CharField(source="reading_detail")


class ExtractionShape(serializers.Serializer[ExtractionRun]):
    """How far the splitting is; all empty before it is queued."""

    state = serializers.ChoiceField(
        ExtractionRun.ExtractionState.choices, source="extraction_state", allow_null=True
    )
    progress = serializers.FloatField(min_value=0, max_value=1)
    pipeline = serializers.CharField()
    problem = serializers.CharField(help_text="Empty, or a code.")
    detail = serializers.CharField(source="problem_detail")
    model_problem = serializers.CharField(
        help_text="Why claims are without the operator's language model. Empty, or a code."
    )


class CountsShape(serializers.Serializer[Counts]):
    """Claims by review state."""

    claims = serializers.IntegerField()
    proposed = serializers.IntegerField()
    accepted = serializers.IntegerField()
    dismissed = serializers.IntegerField()


_NO_RUN = {
    "state": None,
    "progress": 0.0,
    "pipeline": "",
    "problem": "",
    "detail": "",
    "model_problem": "",
}


@extend_schema_field(OpenApiTypes.DATETIME)
class Moment(serializers.DateTimeField):
    """A date or a date with time; a day alone is its midnight in the newsroom's time zone."""

    def to_internal_value(self, value: Any) -> datetime.datetime:
        """Read ISO 8601. Raises ValidationError."""
        try:
            return super().to_internal_value(read_moment(value))
        except (TypeError, ValueError, OverflowError):
            self.fail("invalid", format="YYYY-MM-DD[Thh:mm[:ss][+hh:mm]]")

    def to_representation(self, value: datetime.datetime) -> str:
        """Write the moment with its offset; in UTC where clocks still went by the sun.

        Rome was 49 minutes and 56 seconds ahead until 1893: RFC 3339 knows no seconds there.
        """
        local = timezone.localtime(value)
        is_solar = (local.utcoffset() or datetime.timedelta()) % datetime.timedelta(minutes=1)
        told = value.astimezone(datetime.UTC) if is_solar else local
        return told.isoformat().replace("+00:00", "Z")


class ArticleCard(serializers.ModelSerializer[Article]):
    """An article in a list: everything but its text. Counts come by the context `counts`."""

    added_by = serializers.SerializerMethodField()
    language = serializers.ChoiceField(
        Article.Language.choices, allow_blank=True, help_text="Empty until the text is read."
    )
    requested_url = serializers.CharField(help_text="Empty, or a web address.")
    canonical_url = serializers.CharField(help_text="Empty, or a web address.")
    published_at = Moment(allow_null=True)
    supersedes = serializers.UUIDField(source="supersedes_id", allow_null=True)
    superseded_by = serializers.SerializerMethodField()
    reading = ReadingShape(source="*")
    extraction = serializers.SerializerMethodField()
    counts = serializers.SerializerMethodField()

    class Meta:
        model = Article
        fields = [
            "id", "title", "publisher", "published_at", "language", "requested_url",
            "canonical_url", "text_sha256", "read_at", "created_at", "updated_at", "added_by",
            "reading", "extraction", "supersedes", "superseded_by", "counts",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_added_by(self, article: Article) -> str | None:
        """The name of who added it."""
        return person_name(article.added_by)

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_superseded_by(self, article: Article) -> str | None:
        """The later revision."""
        later = getattr(article, "superseded_by", None)
        return str(later.pk) if later else None

    @extend_schema_field(ExtractionShape)
    def get_extraction(self, article: Article) -> Any:
        """The newest run."""
        run = newest_run(article)
        return ExtractionShape(run).data if run else _NO_RUN

    @extend_schema_field(CountsShape)
    def get_counts(self, article: Article) -> dict[str, int]:
        """Claims by review state."""
        return asdict(self.context["counts"].get(article.pk, Counts()))


class ArticleShape(ArticleCard):
    """An article with its text."""

    class Meta(ArticleCard.Meta):
        fields = [*ArticleCard.Meta.fields, "text"]
        read_only_fields = fields


class SentenceShape(serializers.ModelSerializer[Sentence]):
    """A sentence as a span of the article's text, in code points."""

    class Meta:
        model = Sentence
        fields = ["position", "start", "end", "label", "check_worthiness", "reasons"]
        read_only_fields = fields


class RawText(serializers.CharField):
    """Text taken as it comes: what is wrong with it, services say with a code of their own."""

    words = RAW_TEXT

    def __init__(self, **options: Any) -> None:
        super().__init__(trim_whitespace=False, allow_blank=True, **options)
        self.validators = []


class RawAddress(RawText):
    """The address of a page."""

    words = WEB_ADDRESS


@extend_schema_field({"type": "string", "enum": [*Article.Language.values, ""]})
class LanguageCode(Words):
    """A language of ours; what is wrong with another, services say with a code of their own."""

    def __init__(self, **options: Any) -> None:
        super().__init__(trim_whitespace=False, **options)


@extend_schema_field(OpenApiTypes.BINARY)
class Upload(serializers.FileField):
    """A file in a form; an empty one is refused by the services, with a code of its own."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_empty_file=True, use_url=False, **options)


class ArticleDetails(JsonInput):
    """What the person knows about the article."""

    title = Words(required=False, allow_blank=True, max_length=500)
    publisher = Words(required=False, allow_blank=True, max_length=200)
    published_at = Moment(required=False, allow_null=True)
    language = LanguageCode(
        required=False, allow_blank=True, max_length=20, help_text="it, en; found when empty."
    )
    canonical_url = MaybeAddress(required=False, allow_blank=True, max_length=2000)


class ArticleInput(ArticleDetails):
    """Either url or text, and what is known about the article."""

    url = RawAddress(required=False, max_length=2000)
    text = RawText(required=False)


class ArticleUpload(ArticleDetails):
    """An article in a file, and what is known about it."""

    published_at = Moment(required=False)
    file = Upload()


class ArticleGiven(ArticleInput):
    """Exactly one of url, text, file: a form may hold any of them."""

    file = Upload(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for one text and one only."""
        if len(attrs.keys() & {"url", "text", "file"}) != 1:
            raise serializers.ValidationError(_("Give exactly one of url, text and file."))
        return attrs


def given_by(attrs: dict[str, Any]) -> Given:
    """What the person says about the article, as the services take it."""
    return Given(
        title=attrs.get("title", ""),
        publisher=attrs.get("publisher", ""),
        published_at=attrs.get("published_at"),
        language=attrs.get("language", ""),
        canonical_url=attrs.get("canonical_url", ""),
    )
