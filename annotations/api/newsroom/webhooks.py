"""A newsroom's webhooks over the API: with a key that covers `webhooks`, or an editor's session."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponseBase
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.newsroom.webhook_shapes import (
    NewWebhookShape,
    SecretShape,
    WebhookChangeInput,
    WebhookInput,
    WebhookShape,
)
from annotations.api.newsroom.webhook_view import TAGS, WebhookView
from annotations.models import WebhookSecret
from annotations.queries.webhooks import endpoints_of
from annotations.services.delivering import webhooks
from annotations.webhook_tasks import wake_webhooks
from claims.exchange.conditional import IF_MATCH, version_seen


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
        made, secret = webhooks.create_endpoint(
            newsroom=self.newsroom(), by=self.person(), **given.validated_data
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
        webhooks.change_endpoint(
            endpoint=endpoint, fields=given.validated_data, by=self.person(), seen=seen
        )
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
