"""/.well-known/api-catalog: where the APIs of this site and their descriptions are (RFC 9727)."""

from __future__ import annotations

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

CATALOG = "/.well-known/api-catalog"
PROFILE = "https://www.rfc-editor.org/info/rfc9727"
CONTENT_TYPE = f'application/linkset+json; profile="{PROFILE}"'


@require_safe
def api_catalog(request: HttpRequest) -> HttpResponse:
    """Name the API, its OpenAPI file, its pages and its state, as a linkset (RFC 9264)."""
    root = settings.SITE_URL
    api, catalog = f"{root}{reverse('verified-claims')}", f"{root}{CATALOG}"
    google = f"{root}/v1alpha1/claims:search"
    described = {
        "service-desc": [{"href": f"{root}{reverse('schema')}", "type": "application/json"}],
        "service-doc": [{"href": f"{root}{reverse('docs')}", "type": "text/html"}],
        "status": [{"href": f"{root}/healthz/", "type": "application/json"}],
    }
    linkset = [
        {"anchor": catalog, "item": [{"href": api}, {"href": google}]},
        {"anchor": api, **described},
        {"anchor": google, **described},
    ]
    response = HttpResponse(orjson.dumps({"linkset": linkset}), content_type=CONTENT_TYPE)
    response["Link"] = f'<{catalog}>; rel="api-catalog"'
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "public, max-age=3600"
    return response
