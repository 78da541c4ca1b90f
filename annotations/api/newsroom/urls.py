"""Addresses of the public API, below /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from annotations.api.newsroom import (
    corrections_feed,
    exports,
    facade,
    feeds,
    match,
    oembed,
    reports,
    schema,
    start,
    verified_claims,
)

newsroom_urls: list[URLPattern] = [
    path("", start.Start.as_view(), name="start"),
    path("verified-claims/", verified_claims.VerifiedClaims.as_view(), name="verified-claims"),
    re_path(
        r"^verified-claims/export\.(?P<form>jsonl|csv|claimreview|factcricis)$",
        exports.Export.as_view(),
        name="export",
    ),
    # the contract's own addresses of the Data Commons form
    *[
        path(f"{at}claimreview.json", exports.Export.as_view(schema=None), {"form": "claimreview"})
        for at in ("verified-claims/", "")
    ],
    path("verified-claims/dumps/", exports.Dumps.as_view(), name="dumps"),
    path("verified-claims/dumps/<str:name>", exports.Dump.as_view(), name="dump"),
    path("verified-claims/match/", match.MatchVerifiedClaims.as_view(), name="match"),
    path(
        "verified-claims/<uuid:claim_id>/",
        verified_claims.VerifiedClaim.as_view(),
        name="verified-claim",
    ),
    path(
        "verified-claims/<uuid:claim_id>/versions/",
        verified_claims.VerifiedClaimVersions.as_view(),
        name="verified-claim-versions",
    ),
    path(
        "verified-claims/<uuid:claim_id>/reports/",
        reports.ErrorReports.as_view(),
        name="verified-claim-reports",
    ),
    path("claims:search", facade.ClaimsSearch.as_view(), name="claims-search"),
    path("claims:imageSearch", facade.NotHere.as_view()),
    re_path(
        r"^feeds/verified-claims\.(?P<form>atom|rss|json)$",
        feeds.VerifiedClaimsFeed.as_view(),
        name="feed",
    ),
    re_path(
        r"^feeds/corrections\.(?P<form>atom|rss|json)$",
        corrections_feed.CorrectionsFeed.as_view(),
        name="corrections-feed",
    ),
    path("oembed/", oembed.OEmbed.as_view(), name="oembed"),
    path("schema/", schema.Schema.as_view(), name="schema"),
    # where other APIs have theirs
    path("openapi.json", schema.Schema.as_view()),
    path("docs/", schema.docs, name="docs"),
    path("docs/desk/", schema.desk_docs, name="docs-desk"),
]

google_urls: list[URLPattern] = [
    path("claims:search", facade.ClaimsSearch.as_view(schema=None)),
    path("claims:imageSearch", facade.NotHere.as_view()),
    re_path(r"^pages(?:/(?P<name>.*))?$", facade.NotHere.as_view()),
]
"""The addresses of Google's Fact Check Tools API, below /v1alpha1/."""
