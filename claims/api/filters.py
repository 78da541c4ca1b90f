"""Filters of the desk's lists that take an empty parameter for a mistake."""

from __future__ import annotations

from typing import Any

from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.request import Request

from claims.exchange.strict import refuse_empty


class StrictFilterBackend(DjangoFilterBackend):
    """django-filter's, for which `language=` is no language: words alone may be empty."""

    def get_filterset_kwargs(self, request: Request, queryset: Any, view: Any) -> dict[str, Any]:
        """Look at what was written first. Raises ValidationError."""
        refuse_empty(request, self.get_filterset_class(view, queryset))
        kwargs: dict[str, Any] = super().get_filterset_kwargs(request, queryset, view)
        return kwargs
