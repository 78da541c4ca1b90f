"""What was sent to a webhook: the log, a test, and sending again."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.newsroom.webhook_shapes import (
    DeliveryQuery,
    DeliveryShape,
    ReplayedShape,
    ReplayInput,
)
from annotations.api.newsroom.webhook_view import TAGS, WebhookView
from annotations.models import WebhookDelivery, WebhookEndpoint
from annotations.queries.webhooks import deliveries_of
from annotations.services.delivering import webhooks
from annotations.webhook_tasks import wake_webhooks


class WebhookTest(WebhookView):
    """Trying a webhook out."""

    @extend_schema(
        operation_id="webhooks_test",
        summary="Send a test",
        description="Sends a message of the type `webhook.test`; the log shows what came of it.",
        tags=TAGS,
        request=None,
        responses={202: DeliveryShape},
    )
    def post(self, request: Request, endpoint_id: UUID) -> Response:
        """Queue a test."""
        endpoint = self.endpoint(endpoint_id)
        sent = webhooks.send_test(endpoint=endpoint, by=self.person(), now=timezone.now())
        wake_webhooks()
        return _delivery(endpoint, sent.pk)


class WebhookReplay(WebhookView):
    """Sending again what was lost on the other side."""

    @extend_schema(
        operation_id="webhooks_replay",
        summary="Replay everything since a moment",
        description="In the order of each claim's versions; messages keep their ids.",
        tags=TAGS,
        request=ReplayInput,
        responses={202: ReplayedShape},
    )
    def post(self, request: Request, endpoint_id: UUID) -> Response:
        """Queue it."""
        given = ReplayInput(data=request.data)
        given.is_valid(raise_exception=True)
        queued = webhooks.replay_since(
            endpoint=self.endpoint(endpoint_id),
            since=given.validated_data["since"],
            by=self.person(),
            now=timezone.now(),
        )
        wake_webhooks()
        return Response({"queued": queued}, status=status.HTTP_202_ACCEPTED)


class WebhookDeliveries(WebhookView):
    """The log of one webhook."""

    cursor_ordering = ("-id",)
    serializer_class = DeliveryShape
    queryset = WebhookDelivery.objects.none()

    @extend_schema(
        operation_id="webhooks_deliveries",
        summary="Read the delivery log",
        tags=TAGS,
        parameters=[DeliveryQuery],
        responses=DeliveryShape(many=True),
    )
    def get(self, request: Request, endpoint_id: UUID) -> Response:
        """List the messages, newest first, each with its attempts."""
        asked = DeliveryQuery(data=request.query_params)
        asked.is_valid(raise_exception=True)
        rows: QuerySet[WebhookDelivery] = deliveries_of(self.endpoint(endpoint_id))
        rows = rows.filter(**asked.validated_data)
        page = self.paginate_queryset(rows)
        return self.get_paginated_response(DeliveryShape(page, many=True).data)


class WebhookDeliveryReplay(WebhookView):
    """Sending one message again."""

    @extend_schema(
        operation_id="webhooks_delivery_replay",
        summary="Replay one message",
        tags=TAGS,
        request=None,
        responses={202: DeliveryShape},
    )
    def post(self, request: Request, endpoint_id: UUID, delivery_id: int) -> Response:
        """Queue it, or hasten it where it waits still."""
        endpoint = self.endpoint(endpoint_id)
        rows = WebhookDelivery.objects.select_related("endpoint__newsroom")
        delivery = get_object_or_404(rows, endpoint=endpoint, pk=delivery_id)
        queued = webhooks.replay_delivery(delivery=delivery, by=self.person(), now=timezone.now())
        wake_webhooks()
        return _delivery(endpoint, queued.pk)


def _delivery(endpoint: WebhookEndpoint, delivery_id: int) -> Response:
    row = deliveries_of(endpoint).get(pk=delivery_id)
    return Response(DeliveryShape(row).data, status=status.HTTP_202_ACCEPTED)
