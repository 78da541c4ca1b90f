"""Addresses of the annotations API, below /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

from annotations.api.desk.assignment_urls import assignment_urls
from annotations.api.desk.publication_urls import publication_urls
from annotations.api.desk.statistics_urls import statistics_urls
from annotations.api.desk.urls import desk_urls
from annotations.api.newsroom.urls import newsroom_urls
from annotations.api.newsroom.webhook_urls import webhook_urls

urlpatterns: list[URLPattern | URLResolver] = [
    *desk_urls,
    *assignment_urls,
    *statistics_urls,
    *publication_urls,
    *newsroom_urls,
    *webhook_urls,
]
