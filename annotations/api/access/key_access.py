"""API keys on the wire: `Authorization: Bearer vg_…` (RFC 6750).

A key acts for its owner, under the owner's own rights and blindness, and only as far as its scopes
reach. A view names the scope that reading and writing ask for in `read_scope` and `write_scope`;
one that names none belongs to the desk.
"""

from __future__ import annotations

from typing import Any

import pghistory
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone
from rest_framework.authentication import BaseAuthentication
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request

from annotations.errors.newsroom import REALM, ScopeMissing
from annotations.models import ApiKey
from annotations.queries.newsrooms import standing_key
from annotations.services.access.key_use import note_use

SCHEME = "bearer"
Scope = ApiKey.Scope


class ApiKeyAuthentication(BaseAuthentication):
    """Tells who asks by the key in the header; a request without one is left to others."""

    def authenticate(self, request: Request) -> tuple[User, ApiKey] | None:
        """Give owner and key. Raises KeyRefused, NewsroomNotApproved, ScopeMissing."""
        scheme, _, text = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != SCHEME:
            return None
        now = timezone.now()
        key = standing_key(text.strip(), now)
        request.api_key = key  # type: ignore[attr-defined] # also known where its scope is refused
        note_use(key_id=key.pk, now=now)
        check_scope(key, needed_scope(request))
        pghistory.context(api_key=str(key.pk))  # into the trail of what this request changes
        return key.owner, key

    def authenticate_header(self, request: Request) -> str:
        """Name the scheme to whom came without a key."""
        return REALM


def needed_scope(request: Request) -> str:
    """Say which scope the view asks for this method."""
    view: Any = (request.parser_context or {}).get("view")
    if request.method in SAFE_METHODS:
        return str(getattr(view, "read_scope", Scope.DESK_READ))
    return str(getattr(view, "write_scope", Scope.DESK_WRITE))


def check_scope(key: ApiKey, scope: str) -> None:
    """Raise ScopeMissing unless the key covers it."""
    if scope not in key.scopes:
        raise ScopeMissing(scope)


def key_of(request: Request | HttpRequest) -> ApiKey | None:
    """Give the key that this request was authenticated with; asks for no authentication."""
    return getattr(request, "api_key", None)
