"""What all addresses of webhooks share: whose they are, the key's scope, the allowance."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.contrib.auth.models import User
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from rest_framework import status
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request

from annotations.api.access.allowance import ClientThrottle, count_request
from annotations.api.access.desk_access import answer
from annotations.api.access.key_access import key_of
from annotations.api.newsroom.webhook_shapes import WebhookShape
from annotations.errors.newsroom import NotANewsroomEditor
from annotations.models import ApiKey, Newsroom, WebhookEndpoint
from annotations.queries.newsrooms import newsroom_of
from annotations.queries.webhooks import endpoints_of
from claims.exchange.change_dates import dated

TAGS = ["Webhooks"]


class WebhookView(GenericAPIView[Any]):
    """A view of one newsroom's webhooks."""

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
        dated(response, request.method)
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
