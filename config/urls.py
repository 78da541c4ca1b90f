"""Where each address leads; each app names its own below its prefix."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from annotations.api.newsroom.schema import Schema
from annotations.api.newsroom.urls import google_urls
from annotations.pages.urls import plain_urlpatterns
from config.desk import desk
from config.health import health

urlpatterns = [
    path("healthz/", health, name="health"),
    path("api/v1/", include("claims.api.urls")),
    path("api/v1/", include("annotations.api.urls")),
    path("api/openapi.json", Schema.as_view()),
    path("v1alpha1/", include(google_urls)),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    re_path(r"^desk(?:/.*)?$", desk, name="desk"),
    path("", include(plain_urlpatterns)),
    # Italian without a prefix, English below /en/
    *i18n_patterns(
        path("", include("annotations.pages.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "config.refusals.bad_request"
handler403 = "config.refusals.permission_denied"
handler404 = "config.refusals.page_not_found"
handler500 = "config.refusals.server_error"
