"""What the desk's lists have in common, and when what they show last changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.http import http_date
from rest_framework.generics import GenericAPIView
from rest_framework.response import Response

from claims.exchange.change_dates import told_date
from claims.exchange.desk import DeskView


class DeskListView(DeskView, GenericAPIView[Any]):
    """A list in cursor pages; `queryset` serves the API's description alone."""

    def page_of(self, found: QuerySet[Any]) -> Response:
        """Answer with the page that is asked for of `found`."""
        shape = self.get_serializer_class()(self.paginate_queryset(found), many=True)
        return self.get_paginated_response(shape.data)


def with_last_modified(response: Response, moments: Iterable[datetime.datetime | None]) -> Response:
    """Put the latest of `moments` into Last-Modified."""
    latest = max(moment for moment in moments if moment is not None)
    response["Last-Modified"] = http_date(told_date(latest))
    return response
