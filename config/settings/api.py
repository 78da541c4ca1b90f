"""The REST framework and the OpenAPI file."""

from __future__ import annotations

from config.env import env
from config.settings.security import SECURE

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "annotations.api.access.key_access.ApiKeyAuthentication",
        "config.http.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["config.http.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["claims.exchange.parsers.Utf8JSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "config.http.StrictNegotiation",
    "DEFAULT_PAGINATION_CLASS": "config.http.CursorPagination",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_RATES": {
        "anon": env.str("THROTTLE_ANON", default="120/min"),
        "key": env.str("THROTTLE_KEY", default="1200/min"),
        "desk": env.str("THROTTLE_DESK", default="1200/min"),
        "reading": env.str("THROTTLE_READING", default="60/min"),
        "reports": env.str("THROTTLE_REPORTS", default="10/hour"),
    },
    # who asks is the address that the last proxy of ours saw, not what the client claims
    "NUM_PROXIES": env.int("NUM_PROXIES", default=1 if SECURE else 0),
    "EXCEPTION_HANDLER": "config.http.problem_response",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
WHAT_HOLDS_EVERYWHERE = """Verified claims for newsrooms, and the desk where they are verified.

What holds everywhere:

- Reading what is published needs no key. With one, sent as `Authorization: Bearer vg_...`, more may
  be asked for: `RateLimit` says how much is left, a 429 in `Retry-After` how long to wait.
- Every GET carries `ETag` and `Last-Modified`. Send them back: an unchanged answer is a 304 without
  a body. Changes name the version that was seen in `If-Match`.
- A POST that comes with a key or a log-in may carry an `Idempotency-Key` of 1 to 255 characters.
  It is carried out once: sent again within 24 hours, it gets the first answer.
- Lists are pages of `next`, `previous` and `results`. Parameters that aren't known are passed over.
- Failures are problem documents (RFC 9457); at the address in `type` there is a page about each.
- Offsets are half-open, from 0, in Unicode code points.
"""
SPECTACULAR_SETTINGS = {
    "TITLE": "Vaglio",
    "DESCRIPTION": WHAT_HOLDS_EVERYWHERE,
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "DEFAULT_GENERATOR_CLASS": "config.schema.EnglishSchemaGenerator",
    "WEBHOOKS": [
        "annotations.api.newsroom.webhook_messages.PUBLISHED",
        "annotations.api.newsroom.webhook_messages.CORRECTED",
        "annotations.api.newsroom.webhook_messages.WITHDRAWN",
        "annotations.api.newsroom.webhook_messages.TEST",
    ],
    "POSTPROCESSING_HOOKS": [
        "config.schema.plain_names",
        "config.schema.take_keys",
        "config.schema.add_shapes",
        "config.schema.say_what_is_read",
        "config.schema.add_problems",
        "config.schema_examples.add_summaries",
        "config.schema_examples.add_examples",
        "config.schema.name_repeated_posts",
    ],
}
