"""Problem documents in the OpenAPI description (RFC 9457)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiResponse
from rest_framework import serializers


class FieldProblem(serializers.Serializer[Any]):
    """One thing wrong with the input; `pointer` is a JSON Pointer (RFC 6901)."""

    detail = serializers.CharField()
    pointer = serializers.CharField()


class Problem(serializers.Serializer[Any]):
    """What every failure looks like; `type` leads to its explanation."""

    type = serializers.URLField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField()
    detail = serializers.CharField(required=False)
    errors = FieldProblem(many=True, required=False)  # type: ignore[assignment]


_MEANINGS = {
    400: "The input isn't valid.",
    401: "Not logged in.",
    403: "Not a member of the desk, or not allowed.",
    404: "There is nothing here.",
    409: "It doesn't fit the present state.",
    412: "Someone changed it in the meantime.",
    422: "The text, page or span can't be used; `code` says why.",
    428: "If-Match is missing.",
    429: "Too many requests; see Retry-After.",
}


def problems(*statuses: int) -> dict[tuple[int, str], OpenApiResponse]:
    """Describe the failures of an endpoint, beside those that every endpoint has."""
    return {
        (status, "application/problem+json"): OpenApiResponse(Problem, _MEANINGS[status])
        for status in sorted({401, 403, 429, *statuses})
    }
