"""A newsroom's webhooks over the API: with a key that covers `webhooks`, or an editor's session."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.allowance import ClientThrottle, count_request
from annotations.api.desk import answer
from annotations.api.key_access import key_of
from annotations.api.webhook_shapes import (
    DeliveryQuery,
    DeliveryShape,
    NewWebhookShape,
    ReplayedShape,
    ReplayInput,
    SecretShape,
    WebhookChangeInput,
    WebhookInput,
    WebhookShape,
)
from annotations.models import (
    ApiKey,
    Newsroom,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookSecret,
)
from annotations.newsroom_errors import NotANewsroomEditor
from annotations.queries.newsrooms import newsroom_of
from annotations.queries.webhooks import deliveries_of, endpoints_of
from annotations.services import webhooks
from annotations.webhook_tasks import wake_webhooks
from claims.api.conditional import IF_MATCH, version_seen

TAGS = ["Webhooks"]


class WebhookView(GenericAPIView[Any]):
    """What all views of webhooks share: whose they are, the key's scope, the allowance."""

    permission_classes = [IsAuthenticated]
    throttle_classes = [ClientThrottle]
    read_scope = write_scope = ApiKey.Scope.WEBHOOKS
    serializer_class: Any = WebhookShape
    queryset: Any = WebhookEndpoint.objects.none()

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Keep answers out of shared caches, and say what is left to ask."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        count_request(request).write_to(response)
        return response

    def newsroom(self) -> Newsroom:
        """Give the newsroom of the key or person that asks. Raises NotANewsroomEditor."""
        key = key_of(self.request)
        newsroom = key.newsroom if key else newsroom_of(self.request.user)
        if newsroom is None:
            raise NotANewsroomEditor
        return newsroom

    def endpoint(self, endpoint_id: UUID) -> WebhookEndpoint:
        """Read one of the newsroom's own webhooks; 404 for another's."""
        rows = endpoints_of(self.newsroom()).select_related("newsroom")
        return get_object_or_404(rows, pk=endpoint_id)

    def shown(self, endpoint_id: UUID, *, code: int = status.HTTP_200_OK) -> HttpResponseBase:
        """Answer with a webhook as it stands now."""
        endpoint = self.endpoint(endpoint_id)
        body = WebhookShape(endpoint).data
        return answer(
            self.request,
            body,
            version=endpoint.version,
            changed_at=endpoint.updated_at,
            code=code,
        )

    def person(self) -> User:
        """Give the person who asks, or for whom the key acts."""
        return cast(User, self.request.user)


class Webhooks(WebhookView):
    """All webhooks of the newsroom."""

    @extend_schema(
        operation_id="webhooks_list",
        summary="List webhooks",
        tags=TAGS,
        responses=WebhookShape(many=True),
    )
    def get(self, request: Request) -> Response:
        """List them, newest first."""
        page = self.paginate_queryset(endpoints_of(self.newsroom()))
        return self.get_paginated_response(WebhookShape(page, many=True).data)

    @extend_schema(
        operation_id="webhooks_create",
        summary="Make a webhook",
        description="Signed by Standard Webhooks. The secret is shown this once.",
        tags=TAGS,
        request=WebhookInput,
        responses={201: NewWebhookShape},
    )
    def post(self, request: Request) -> Response:
        """Make one."""
        given = WebhookInput(data=request.data)
        given.is_valid(raise_exception=True)
        fields = dict(given.validated_data)
        if "events" in fields:
            fields["event_types"] = fields.pop("events")
        made, secret = webhooks.create_endpoint(
            newsroom=self.newsroom(), by=self.person(), **fields
        )
        endpoint = self.endpoint(made.pk)
        body = {**WebhookShape(endpoint).data, "secret": secret}
        response = Response(body, status=status.HTTP_201_CREATED)
        response["Location"] = request.build_absolute_uri(f"{made.pk}/")
        response["ETag"] = f'"{endpoint.version}"'
        response["Cache-Control"] = "private, no-store"
        return response


class Webhook(WebhookView):
    """One webhook."""

    @extend_schema(
        operation_id="webhooks_retrieve",
        summary="Read a webhook",
        tags=TAGS,
        responses=WebhookShape,
    )
    def get(self, request: Request, endpoint_id: UUID) -> HttpResponseBase:
        """Show it."""
        return self.shown(endpoint_id)

    @extend_schema(
        operation_id="webhooks_update",
        summary="Change a webhook",
        tags=TAGS,
        parameters=[IF_MATCH],
        request=WebhookChangeInput,
        responses=WebhookShape,
    )
    def patch(self, request: Request, endpoint_id: UUID) -> HttpResponseBase:
        """Change address, description or events."""
        endpoint, seen = self.endpoint(endpoint_id), version_seen(request)
        given = WebhookChangeInput(data=request.data)
        given.is_valid(raise_exception=True)
        fields = dict(given.validated_data)
        if "events" in fields:
            fields["event_types"] = fields.pop("events")
        webhooks.change_endpoint(endpoint=endpoint, fields=fields, by=self.person(), seen=seen)
        return self.shown(endpoint_id)

    @extend_schema(
        operation_id="webhooks_destroy",
        summary="Remove a webhook",
        tags=TAGS,
        responses={204: None},
    )
    def delete(self, request: Request, endpoint_id: UUID) -> Response:
        """Take it away; nothing more is sent."""
        webhooks.remove_endpoint(
            endpoint=self.endpoint(endpoint_id), by=self.person(), now=timezone.now()
        )
        return Response(status=status.HTTP_204_NO_CONTENT)


class WebhookSecretRotation(WebhookView):
    """Changing the secret without losing a message."""

    @extend_schema(
        operation_id="webhooks_rotate_secret",
        summary="Rotate the secret",
        description="The old secret signs beside the new one for a day: change over meanwhile.",
        tags=TAGS,
        request=None,
        responses=SecretShape,
    )
    def post(self, request: Request, endpoint_id: UUID) -> Response:
        """Make a new secret, shown this once."""
        endpoint = self.endpoint(endpoint_id)
        secret = webhooks.rotate_secret(endpoint=endpoint, by=self.person(), now=timezone.now())
        old = WebhookSecret.objects.filter(endpoint=endpoint, expires_at__isnull=False).first()
        shape = SecretShape({"secret": secret, "old_expires_at": old.expires_at if old else None})
        return Response(shape.data, headers={"Cache-Control": "private, no-store"})


class WebhookPause(WebhookView):
    """Pausing."""

    @extend_schema(
        operation_id="webhooks_pause",
        summary="Pause a webhook",
        description="Nothing is sent; what happens meanwhile waits for the resuming.",
        tags=TAGS,
        request=None,
        responses=WebhookShape,
    )
    def post(self, request: Request, endpoint_id: UUID) -> HttpResponseBase:
        """Pause it."""
        webhooks.pause_endpoint(
            endpoint=self.endpoint(endpoint_id), by=self.person(), now=timezone.now()
        )
        return self.shown(endpoint_id)


class WebhookResume(WebhookView):
    """Resuming what was paused, or disabled for failing."""

    @extend_schema(
        operation_id="webhooks_resume",
        summary="Resume a webhook",
        description="Sends what waited, and what happened while it was disabled.",
        tags=TAGS,
        request=None,
        responses=WebhookShape,
    )
    def post(self, request: Request, endpoint_id: UUID) -> HttpResponseBase:
        """Resume it."""
        webhooks.resume_endpoint(
            endpoint=self.endpoint(endpoint_id), by=self.person(), now=timezone.now()
        )
        wake_webhooks()
        return self.shown(endpoint_id)


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
