"""How a rating looks on a page: colour, icon, word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language

from annotations.documents.public_document import PublicRating
from annotations.models import Rating
from annotations.rating_scale import BEST

ICON_OF_KEY = {
    "true": "check",
    "mostly_true": "check",
    "half_true": "half",
    "misleading": "warning",
    "false": "cross",
    "outdated": "clock",
    "unverifiable": "question",
}
ICON_OF_EXPORT = {"true": "check", "mixture": "half", "false": "cross", "other": "question"}

Scale = Mapping[str, Rating]


@dataclass(frozen=True, slots=True)
class RatingMark:
    """A rating as shown: `colour` is a token of the style sheet, `icon` a drawing's name."""

    key: str
    name: str
    colour: str
    icon: str
    value: int | None
    best: int = BEST


def rating_scale() -> Scale:
    """Read the whole scale in its order, ratings no longer in use included."""
    return {rating.key: rating for rating in Rating.objects.order_by("position")}


def mark_of(published: PublicRating, scale: Scale) -> RatingMark:
    """Show a published rating under the name it was published with."""
    now = scale.get(published.key)
    return RatingMark(
        key=published.key,
        name=published.names[_language()],
        colour=now.colour if now else "unreviewed",
        icon=_icon(published.key, published.export),
        value=published.value,
    )


def mark_of_key(key: str | None, scale: Scale) -> RatingMark | None:
    """Show a rating of the present scale; None where there was none."""
    rating = scale.get(key or "")
    return mark_of_rating(rating) if rating else None


def mark_of_rating(rating: Rating) -> RatingMark:
    """Show a rating of the present scale."""
    icon = _icon(rating.key, rating.export)
    return RatingMark(rating.key, str(rating), rating.colour, icon, rating.value)


def _icon(key: str, export: str) -> str:
    return ICON_OF_KEY.get(key) or ICON_OF_EXPORT[export]


def _language() -> str:
    return "en" if (get_language() or "").startswith("en") else "it"
