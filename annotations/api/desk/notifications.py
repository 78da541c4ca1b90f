"""One's own notifications; what is asked for often costs one statement and, unchanged, no body."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request

from annotations.api.access.desk_access import answer
from annotations.api.desk.notification_shapes import (
    NotificationQuery,
    NotificationShape,
    ReadInput,
    UnreadShape,
)
from annotations.models import Notification
from annotations.queries.notifications import notifications_of, unread_count
from annotations.services.telling.notifications import mark_read
from claims.exchange.desk import DeskView, person_of


class NotificationsView(DeskView, GenericAPIView[Notification]):
    """What a person was told."""

    serializer_class = NotificationShape
    queryset = Notification.objects.none()

    @extend_schema(
        operation_id="notifications",
        tags=["desk"],
        parameters=[NotificationQuery],
        responses=NotificationShape(many=True),
    )
    def get(self, request: Request) -> HttpResponseBase:
        """List one's own notifications, newest first."""
        query = NotificationQuery(data=request.query_params)
        query.is_valid(raise_exception=True)
        found = notifications_of(person_of(request))
        if query.validated_data["unread"]:
            found = found.filter(read_at=None)
        shape = NotificationShape(self.paginate_queryset(found), many=True)
        return answer(request, self.get_paginated_response(shape.data).data)


class UnreadView(DeskView):
    """How many notifications wait."""

    @extend_schema(operation_id="notifications_unread", tags=["desk"], responses=UnreadShape)
    def get(self, request: Request) -> HttpResponseBase:
        """Count what isn't read; its ETag makes asking again cheap."""
        return _unread(request)


class NotificationReadView(DeskView):
    """The reading of one notification."""

    @extend_schema(
        operation_id="notification_read", tags=["desk"], request=None, responses=UnreadShape
    )
    def post(self, request: Request, notification_id: UUID) -> HttpResponseBase:
        """Mark one as read; done twice it changes nothing."""
        user = person_of(request)
        if not notifications_of(user).filter(pk=notification_id).exists():
            raise Http404
        mark_read(user=user, notification=notification_id)
        return _unread(request)


class NotificationsReadView(DeskView):
    """The reading of all notifications."""

    @extend_schema(
        operation_id="notifications_read",
        tags=["desk"],
        request=ReadInput,
        responses=UnreadShape,
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Mark all as read, or those that came up to a moment: newer ones weren't seen."""
        given = ReadInput(data=request.data)
        given.is_valid(raise_exception=True)
        mark_read(user=person_of(request), until=given.validated_data.get("until"))
        return _unread(request)


def _unread(request: Request) -> HttpResponseBase:
    return answer(request, {"unread": unread_count(person_of(request))})
