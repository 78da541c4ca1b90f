"""Addresses of the public pages."""

from __future__ import annotations

from django.urls import path, re_path
from django.views.decorators.gzip import gzip_page

from annotations.api.newsroom.oembed import PlainOEmbed
from annotations.pages import (
    about,
    claims,
    guide,
    newsroom,
    newsroom_webhooks,
    reports,
    sitemap,
    versions,
)
from annotations.pages.api_catalog import CATALOG, api_catalog
from annotations.pages.embed import embed
from annotations.pages.preview import preview
from annotations.pages.problems import problem, problems

app_name = "public"
EMBED = r"^embed/(?P<claim_id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/?$"
# one address for all languages
plain_urlpatterns = [
    re_path(EMBED, embed, name="embed-card"),
    re_path(EMBED.replace("^", "^api/v1/"), embed),
    re_path(r"^oembed/?$", PlainOEmbed.as_view(), name="plain-oembed"),
    path(CATALOG.removeprefix("/"), api_catalog),
    path("robots.txt", sitemap.robots),
    path("sitemap.xml", sitemap.sitemap),
    path("sitemap-<int:after>.xml", sitemap.sitemap_file),
]
WEBHOOK = "newsroom/webhooks/<uuid:endpoint_id>"
# compressed are pages that hold no secret
urlpatterns = [
    path("", gzip_page(claims.home), name="home"),
    path("claims/<uuid:claim_id>/", gzip_page(claims.claim), name="claim"),
    path("claims/<uuid:claim_id>/versions/", gzip_page(versions.versions), name="claim-versions"),
    path("claims/<uuid:claim_id>/report/", reports.report_claim, name="report-claim"),
    path("report/", reports.report_site, name="report"),
    path("reports/", reports.outcomes, name="outcomes"),
    path("reports/<uuid:report_id>/", reports.ticket, name="ticket"),
    path("claims/<uuid:claim_id>/preview/", preview, name="preview"),
    path("articles/<uuid:article_id>/", gzip_page(claims.article), name="article"),
    path("methodology/", gzip_page(about.methodology), name="methodology"),
    path("corrections/", gzip_page(about.corrections), name="corrections"),
    path("newsroom/", newsroom.overview, name="newsroom"),
    path("newsroom/register/", newsroom.register, name="newsroom-register"),
    path("newsroom/editors/", newsroom.add_colleague, name="newsroom-colleague"),
    path("newsroom/keys/", newsroom.make_key, name="newsroom-keys"),
    path("newsroom/keys/<uuid:key_id>/revoke/", newsroom.shut_key, name="newsroom-key-revoke"),
    path("newsroom/webhooks/", newsroom_webhooks.make_webhook, name="newsroom-webhooks"),
    path(f"{WEBHOOK}/", newsroom_webhooks.webhook, name="newsroom-webhook"),
    path(f"{WEBHOOK}/secret/", newsroom_webhooks.rotate, name="newsroom-webhook-rotate"),
    path(f"{WEBHOOK}/<slug:name>/", newsroom_webhooks.act, name="newsroom-webhook-act"),
    path(
        f"{WEBHOOK}/deliveries/<int:delivery_id>/replay/",
        newsroom_webhooks.replay_one,
        name="newsroom-replay",
    ),
    path("docs/guide/", gzip_page(guide.guide), name="guide"),
    path("docs/changes/", guide.api_changes, name="api-changes"),
    path("problems/", problems, name="problems"),
    path("problems/<slug:code>/", problem, name="problem"),
]
