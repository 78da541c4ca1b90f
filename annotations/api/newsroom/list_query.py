"""What may be asked of the list of verified claims, its feeds and exports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import NotFound

from annotations.api.newsroom.claim_shapes import LANGUAGES
from annotations.queries.public_filters import PublicFilter
from annotations.queries.public_places import KEYS, PLACE, Order, Place, read_place
from claims.exchange.strict import QueryInput, Words
from claims.models import Claim

_NAME = "The whole name; case and accents don't count."
_ZONE = "Say the time zone (`Z`); without one it is read in the site's."
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

    def __init__(self, **options: Any) -> None:
        super().__init__(trim_whitespace=False, **options)


class ListQuery(QueryInput):
    """The list's query parameters."""

    q = Words(
        required=False,
        allow_blank=True,
        max_length=300,
        help_text='Full text, stemmed for its language, past accents; "phrases", or, -without. '
        "Where it finds next to nothing, words like those typed count too.",
    )
    language = serializers.ChoiceField(LANGUAGES, required=False, allow_blank=True)
    rating = Words(
        required=False,
        allow_blank=True,
        max_length=300,
        help_text="Key of a rating (`rating.key` of the answers; the guide lists them), or several "
        "with commas. No claim has a key that doesn't exist.",
    )
    kind = serializers.ChoiceField(Claim.Kind.choices, required=False, allow_blank=True)
    speaker = Words(
        required=False, allow_blank=True, max_length=200, help_text=f"Who said it. {_NAME}"
    )
    entity = Words(
        required=False, allow_blank=True, max_length=200, help_text=f"Who it is about. {_NAME}"
    )
    publisher = Words(
        required=False,
        allow_blank=True,
        max_length=200,
        help_text=f"Who published the article with the claim. {_NAME}",
    )
    source_domain = Words(
        required=False,
        allow_blank=True,
        max_length=253,
        help_text="Cites a source on this site or below it: istat.it finds dati.istat.it too.",
    )
    published_after = serializers.DateTimeField(
        required=False, help_text=f"First published at this moment or later. {_ZONE}"
    )
    published_before = serializers.DateTimeField(
        required=False, help_text=f"First published before this moment. {_ZONE}"
    )
    updated_since = serializers.DateTimeField(
        required=False,
        help_text="Delta: every claim published, corrected or withdrawn since then, tombstones "
        "included. A claim that a correction moved out of the other filters comes as "
        "`left_filter`. Take the newest updated_at you saw for the next one; its claim "
        "comes again. "
        f"{_ZONE}",
    )
    ordering = serializers.ChoiceField(
        [order.value for order in Order],
        required=False,
        default=Order.NEWEST.value,
        help_text="By last change, by first publication, or by relevance to `q`: what holds all "
        "words in headline or claim comes before the rest, and in both the newest first. Without "
        "`q`, and in a delta, nothing is more relevant than anything else.",
    )
    cursor = CursorField(required=False, help_text="From next or previous.")
    page_size = serializers.IntegerField(
        required=False, default=50, min_value=1, help_text="At most 200; more is cut down to it."
    )

    def validate_cursor(self, written: str) -> Place:
        """Read the cursor back."""
        place = read_place(written)
        if place is None:
            raise serializers.ValidationError(_("This is no cursor of this list."))
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
            raise NotFound(_("This is a cursor of another ordering."))
        return asked

    def validate_source_domain(self, written: str) -> str:
        """Take the host of what was written, a whole address or only a name; what can be no
        site's name is looked for as it is, and found nowhere."""
        try:
            host = urlsplit(written if "//" in written else f"//{written}").hostname
        except ValueError:
            return written
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
