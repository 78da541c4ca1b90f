"""The order of a list, as its client asks for it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request


def checked_ordering(request: Request, orderings: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give the columns of `?ordering=`, the first of `orderings` when it is missing.

    Raises ValidationError for one that isn't offered.
    """
    asked = request.query_params.get("ordering", next(iter(orderings)))
    if asked not in orderings:
        raise ValidationError({"ordering": [_("This order isn't offered.")]})
    return orderings[asked]
