"""PostgreSQL, the cache, the audit trail."""

from __future__ import annotations

from config.env import DATABASE_URL, EMBEDDED_DATABASE, env, socket_dir

# Database: pghistory's triggers run in the same transaction as the row they record.
DATABASES = {
    "default": {
        **env.db_url_config(DATABASE_URL),
        "ENGINE": "config.database",  # Django's PostgreSQL with a cheaper health check
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }
}
DATABASES["default"].setdefault("OPTIONS", {})
DATABASES["default"]["OPTIONS"].update(
    options="-c statement_timeout=15000 -c lock_timeout=5000"
    " -c idle_in_transaction_session_timeout=30000"
    # how like a mistyped word must be: two letters in eight may have changed places
    " -c pg_trgm.word_similarity_threshold=0.4"
    # pages lie in memory or on a solid disk: the default is a spinning one's, and makes the planner
    # walk the whole list rather than jump to the rows that hold a word
    " -c random_page_cost=1.1"
)
# plans of the few hottest statements are kept by their connection; PREPARED_STATEMENTS=false behind
# a pooler that hands one connection to many and can't follow them (PgBouncer before 1.21)
DATABASES["default"]["OPTIONS"]["prepare_threshold"] = (
    5 if env.bool("PREPARED_STATEMENTS", default=True) else None
)
if EMBEDDED_DATABASE:
    DATABASES["default"]["HOST"] = str(socket_dir())
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    # throttles and idempotency keys; more than one web process needs one cache for all
    "default": env.cache("CACHE_URL", default="locmemcache://vaglio?max_entries=20000"),
}

# Audit: event tables refuse UPDATE and DELETE themselves.
PGHISTORY_APPEND_ONLY = True
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")
"""A GET writes nothing; asking who reads would cost public pages a session and two queries."""
