"""How tests ask the public list."""

from __future__ import annotations

from typing import Any

from rest_framework.test import APIClient

from annotations.models import PublishedClaim
from tests.annotations.publishing import make_published
from tests.factories import Cast, make_article

LIST = "/api/v1/verified-claims/"


def one(version: PublishedClaim, tail: str = "") -> str:
    return f"{LIST}{version.claim_id}/{tail}"


def ids(client: APIClient, **query: Any) -> list[str]:
    response = client.get(LIST, query)
    assert response.status_code == 200, response.content
    return [part["id"] for part in response.json()["results"]]


def many(cast: Cast, count: int) -> list[PublishedClaim]:
    return [
        make_published(cast, make_article(f"Il testo numero {n} parla. Fine."))
        for n in range(count)
    ]
