"""A newsroom with its editor, and clients that carry its keys."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import ApiKey, Newsroom
from annotations.services.access.api_keys import create_key
from annotations.services.access.newsrooms import register_newsroom
from tests.factories import make_person


def make_newsroom(name: str = "La Gazzetta di Prova", *, approved: bool = True) -> Newsroom:
    """Register a newsroom with an editor of its own; approved as if a moderator had."""
    person = make_person(f"redazione-{Newsroom.objects.count()}", "")
    newsroom = register_newsroom(name=name, website="https://gazzetta.example.org", by=person)
    if approved:
        newsroom.approved_at = timezone.now()
        newsroom.save()
    return newsroom


def editor_of(newsroom: Newsroom) -> User:
    """Give the newsroom's first editor."""
    return newsroom.editors.select_related("user").get().user


def make_key(
    newsroom: Newsroom, *scopes: str, by: User | None = None, **fields: Any
) -> tuple[ApiKey, str]:
    """Make a key of the newsroom, and give its text."""
    wanted: Collection[str] = scopes or [ApiKey.Scope.READ_VERIFIED]
    owner = by or editor_of(newsroom)
    key, text = create_key(newsroom=newsroom, name="Sito", scopes=wanted, by=owner)
    if fields:
        ApiKey.objects.filter(pk=key.pk).update(**fields)
        key.refresh_from_db()
    return key, text


def client_with(text: str) -> APIClient:
    """Make an API client that sends the key and no cookie."""
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {text}")
    return client
