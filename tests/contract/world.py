"""A desk with one of everything, and requests that reach it: what a fuzzer needs to get far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from annotations.models import Annotation, Source, WebhookEndpoint
from annotations.services.access.newsrooms import register_newsroom
from annotations.services.delivering.webhooks import create_endpoint
from tests.annotations.publishing import make_published
from tests.factories import make_article, make_cast, make_claim

CSRF = "c" * 32
_TURNS = count()  # Hypothesis holds `random` still


@dataclass(frozen=True)
class World:
    """Ids by the name of the path's parameter, and the cookies of who may do everything."""

    ids: Mapping[str, list[str]]
    cookies: Mapping[str, str]


def make_world() -> World:
    """Make articles, claims in every state, reviews, sources and a published claim."""
    cast = make_cast()
    published = make_published(cast)
    article = make_article("Un porto nuovo costa 3 milioni 👍. Il ponte no. Il caffè è freddo.")
    proposed = make_claim(article, "Un porto nuovo costa 3 milioni")
    accepted = make_claim(article, "Il ponte no", review_state="accepted")
    make_claim(article, "Il caffè è freddo", review_state="dismissed", dismissal="opinion")
    claims = [published.claim_id, accepted.pk, proposed.pk]
    return World(
        ids={
            "article_id": [str(article.pk), str(published.claim.article_id)],
            "claim_id": [str(pk) for pk in claims],
            "annotation_id": [str(pk) for pk in Annotation.objects.values_list("pk", flat=True)],
            "endpoint_id": [str(_endpoint(cast.admin).pk)],
            "source_id": [str(pk) for pk in Source.objects.values_list("pk", flat=True)],
        },
        cookies=session_of(cast.admin),
    )


def _endpoint(owner: User) -> WebhookEndpoint:
    newsroom = register_newsroom(name="Prova", website="https://prova.example.org", by=owner)
    newsroom.approved_at = timezone.now()
    newsroom.save()
    url = "https://prova.example.org/vaglio"
    endpoint, _secret = create_endpoint(newsroom=newsroom, url=url, by=owner)
    return endpoint


def session_of(user: User) -> dict[str, str]:
    """Log a person in; give the cookies of their browser."""
    client = Client()
    client.force_login(user)
    return {"sessionid": client.cookies["sessionid"].value, "csrftoken": CSRF}


def with_known_ids(world: World, parameters: dict[str, Any] | None) -> dict[str, Any] | None:
    """Put ids that exist, one after the other, in the place of made-up ones."""
    if not parameters:
        return parameters
    known = {name: pks for name, pks in world.ids.items() if name in parameters}
    turn = next(_TURNS)
    return parameters | {name: pks[turn % len(pks)] for name, pks in known.items()}
