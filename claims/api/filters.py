"""Filters of the desk's lists that take an empty parameter for a mistake."""

from __future__ import annotations

from typing import Any

import django_filters
from django.utils.translation import gettext as _
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request


class StrictFilterBackend(DjangoFilterBackend):
    """django-filter's, for which `language=` is no language: words alone may be empty."""

    def get_filterset_kwargs(self, request: Request, queryset: Any, view: Any) -> dict[str, Any]:
        """Look at what was written first. Raises ValidationError."""
        filters = self.get_filterset_class(view, queryset).base_filters
        empty = [
            name
            for name, kept in filters.items()
            if request.query_params.get(name) == "" and type(kept) is not django_filters.CharFilter
        ]
        if empty:
            raise ValidationError({name: [_("This parameter is empty.")] for name in empty})
        kwargs: dict[str, Any] = super().get_filterset_kwargs(request, queryset, view)
        return kwargs
