"""Addresses of the public pages."""

from __future__ import annotations

from django.urls import path

from annotations.pages import about, claims, reports
from annotations.pages.problems import problem, problems

app_name = "public"
urlpatterns = [
    path("", claims.home, name="home"),
    path("claims/<uuid:claim_id>/", claims.claim, name="claim"),
    path("claims/<uuid:claim_id>/report/", reports.report_claim, name="report-claim"),
    path("report/", reports.report_site, name="report"),
    path("reports/", reports.outcomes, name="outcomes"),
    path("reports/<uuid:report_id>/", reports.ticket, name="ticket"),
    path("articles/<uuid:article_id>/", claims.article, name="article"),
    path("methodology/", about.methodology, name="methodology"),
    path("corrections/", about.corrections, name="corrections"),
    path("problems/", problems, name="problems"),
    path("problems/<slug:code>/", problem, name="problem"),
]
