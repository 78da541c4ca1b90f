"""/api/v1/: where a program finds everything else, so that it need build no address."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import override
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request

from annotations.api.access.program import program_changed_at
from annotations.api.access.public_access import PublicView, answer, not_modified
from annotations.api.newsroom.verified_claims import MARKS, UNCHANGED

RESOURCES = {
    "verified_claims": ("verified-claims", {}),
    "export": ("export", {"form": "jsonl"}),
    "dumps": ("dumps", {}),
    "match": ("match", {}),
    "claims_search": ("claims-search", {}),
    "feed": ("feed", {"form": "atom"}),
    "corrections_feed": ("corrections-feed", {"form": "atom"}),
    "oembed": ("oembed", {}),
    "webhooks": ("webhooks", {}),
    "annotations": ("annotations", {}),
    "schema": ("schema", {}),
    "docs": ("docs", {}),
    "guide": ("public:guide", {}),
    "changes": ("public:api-changes", {}),
    "problems": ("public:problems", {}),
}
"""Each member of the answer, and which address it gives."""


class StartShape(serializers.Serializer[Any]):
    """Who answers, and the addresses to go on from."""

    name = serializers.CharField()
    version = serializers.CharField()
    verified_claims = serializers.URLField()
    export = serializers.URLField(help_text="Also ends in .csv, .claimreview and .factcricis.")
    dumps = serializers.URLField()
    match = serializers.URLField(help_text="Takes POST.")
    claims_search = serializers.URLField()
    feed = serializers.URLField(help_text="Also ends in .rss and .json; takes the list's filters.")
    corrections_feed = serializers.URLField(help_text="Also ends in .rss and .json.")
    oembed = serializers.URLField()
    webhooks = serializers.URLField(help_text="Needs a key.")
    annotations = serializers.URLField(help_text="A W3C annotation container.")
    schema = serializers.URLField()
    docs = serializers.URLField()
    guide = serializers.URLField()
    changes = serializers.URLField()
    problems = serializers.URLField()


class Start(PublicView):
    """The API's first address."""

    @extend_schema(
        operation_id="start",
        summary="Find the API's addresses",
        tags=["Public"],
        parameters=MARKS,
        responses={200: StartShape, 304: UNCHANGED},
        auth=[],
    )
    def get(self, request: Request) -> HttpResponse:
        """Name the addresses, under the host they were asked of; they change with the program."""
        told = {"name": settings.SITE_NAME, "version": settings.SPECTACULAR_SETTINGS["VERSION"]}
        with override("en"):  # as the API's own words are
            for member, (name, parts) in RESOURCES.items():
                told[member] = request.build_absolute_uri(reverse(name, kwargs=parts))
        etag = f'"{sha256(orjson.dumps(told)).hexdigest()[:32]}"'
        if short := not_modified(request, etag=etag, changed_at=None):
            return short
        return answer(told, etag=etag, changed_at=program_changed_at())
