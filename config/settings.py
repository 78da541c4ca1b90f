"""Django's settings: embedded and local by default, production by environment variables.

Production sets DATABASE_URL, CELERY_BROKER_URL, SECRET_KEY, ALLOWED_HOSTS and CSRF_TRUSTED_ORIGINS;
everything else has a safe default. Missing secrets stop the start, they are never made up.
"""

from __future__ import annotations

from pathlib import Path

from celery.schedules import crontab
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _
from kombu import Queue

from config import admin_look
from config.env import (
    BASE_DIR,
    BROKER_URL,
    DATABASE_URL,
    EMBEDDED_DATABASE,
    VAR_DIR,
    env,
    secret_key,
    socket_dir,
)

DEBUG = env.bool("DEBUG", default=False)
SECURE = env.bool("VAGLIO_SECURE", default=not EMBEDDED_DATABASE)
"""Served over HTTPS: secure cookies, HSTS, redirects. Off only for the embedded, local start."""

SECRET_KEY = secret_key()
SEALING_KEYS = env.list("SEALING_KEYS", default=[])
"""Fernet keys for secrets kept in the database, the first one seals; else one of SECRET_KEY's."""
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
"""The public address, for links in feeds, ClaimReview and mails."""
SITE_NAME = env.str("SITE_NAME", default="Vaglio")
SITE_LOGO = env.str("SITE_LOGO", default=f"{SITE_URL}/static/vaglio/logo.png")
"""The address of the newsroom's mark, for ClaimReview: at least 112 pixels each way."""
SITE_SAME_AS = env.list("SITE_SAME_AS", default=[])
"""The newsroom's pages elsewhere (Wikidata, a network), for ClaimReview."""
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="redazione@localhost")
"""Where readers report errors; shown on every public page."""

INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_vite",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "pgtrigger",
    "pghistory",
    "claims",
    "annotations",
    "config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "annotations.api.newsroom.short_road.short_road",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.marks.MarksMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.admin_csp.admin_csp",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.languages.PathOrChoiceLocaleMiddleware",
    "config.slashes.SlashMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.idempotency.IdempotencyMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "config" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

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

# Accounts
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "config.accounts.ClosedSignupAdapter"
ACCOUNT_FORMS = {"login": "config.accounts.PlainLoginForm"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=CONTACT_EMAIL)
MAIL_NOTIFICATIONS = bool(env.str("EMAIL_URL", default=""))
"""Whether notifications also go out by e-mail: once a mail server is named."""

# Languages
LANGUAGE_CODE = "it"
LANGUAGES = [("it", _("Italian")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "config" / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="Europe/Rome")

# Static files: Vite hashes its own names, WhiteNoise serves and compresses.
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
FRONTEND_DIST = BASE_DIR / "frontend" / "dist"
STATICFILES_DIRS = [("desk", FRONTEND_DIST)] if FRONTEND_DIST.exists() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/desk/(assets|fonts)/"
"""What Vite built: names with a digest, and fonts, which never change under their name."""
WHITENOISE_USE_FINDERS = EMBEDDED_DATABASE
DJANGO_VITE = {
    "default": {
        "dev_mode": False,
        "manifest_path": FRONTEND_DIST / ".vite" / "manifest.json",
        "static_url_prefix": "desk",
    }
}

# Security
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])
"""Networks of the proxies in front, whose X-Forwarded-For is believed; nobody's by default."""
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# Admin panel
UNFOLD = {
    "SITE_TITLE": SITE_NAME,
    "SITE_HEADER": SITE_NAME,
    "SITE_ICON": admin_look.mark,
    "COLORS": {"primary": admin_look.BLUE},
    "SHOW_LANGUAGES": True,
    "SIDEBAR": {"show_search": True, "navigation": "config.admin_sidebar.sidebar"},
}

# API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "annotations.api.access.key_access.ApiKeyAuthentication",
        "config.http.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["config.http.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["claims.api.parsers.Utf8JSONParser"],
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
SPECTACULAR_SETTINGS = {
    "TITLE": "Vaglio",
    "DESCRIPTION": "Verified claims for newsrooms, and the desk where they are verified.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "DEFAULT_GENERATOR_CLASS": "config.schema.EnglishSchemaGenerator",
    "POSTPROCESSING_HOOKS": [
        "config.schema.plain_names",
        "config.schema.take_keys",
        "config.schema.add_shapes",
        "config.schema.say_what_is_read",
        "config.schema.add_problems",
        "config.schema_examples.add_summaries",
        "config.schema_examples.add_examples",
    ],
}

# Tasks: state lives in PostgreSQL, the broker only wakes a worker (config/decisions/0002).
CELERY_BROKER_URL = BROKER_URL
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 600
# a receiver that hangs holds a worker of its own queue, and no article waits for it; a worker that
# names no queue serves both
CELERY_TASK_QUEUES = [Queue("celery"), Queue("webhooks")]
CELERY_TASK_ROUTES = {"annotations.tasks.deliver_webhook": {"queue": "webhooks"}}
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {"visibility_timeout": 660, "unacked_restore_throttle": 1, "unacked_restore_interval": 5}
    if BROKER_URL.startswith(("redis", "rediss"))
    else {}
)
CELERY_BEAT_SCHEDULE = {
    "sweep-webhooks": {
        "task": "annotations.tasks.sweep_webhooks",
        "schedule": env.float("SWEEP_SECONDS", default=10.0),
    },
    "sweep": {"task": "claims.tasks.sweep", "schedule": env.float("SWEEP_SECONDS", default=10.0)},
    "sweep-copies": {
        "task": "annotations.tasks.sweep_copies",
        "schedule": env.float("SWEEP_SECONDS", default=10.0) * 3,
    },
    "prune-webhook-log": {
        "task": "annotations.tasks.prune_webhook_log",
        "schedule": crontab(hour="4", minute="23"),
    },
    "forget-reporters": {"task": "annotations.tasks.forget_reporters", "schedule": 3600.0},
    "dump-public": {
        "task": "annotations.tasks.dump_public",
        "schedule": crontab(hour="3", minute="17"),
    },
    "match-claims": {
        "task": "annotations.tasks.match_claims",
        "schedule": env.float("SWEEP_SECONDS", default=10.0),
    },
    "check-links": {
        "task": "annotations.tasks.check_links",
        "schedule": env.float("LINK_CHECK_SECONDS", default=900.0),
    },
    "send-mails": {
        "task": "annotations.tasks.send_mails",
        "schedule": env.float("MAIL_SECONDS", default=120.0),
    },
}

# Reading and splitting
FETCH_USER_AGENT = env.str("FETCH_USER_AGENT", default=f"VaglioBot/0.1 (+{SITE_URL}/methodology/)")
FETCH_MAX_BYTES = env.int("FETCH_MAX_BYTES", default=5_000_000)
FETCH_SECONDS = env.float("FETCH_SECONDS", default=20.0)
COPY_MAX_BYTES = env.int("COPY_MAX_BYTES", default=10_000_000)
"""How large a copy of a source may be that a person attaches by hand."""
PDF_SECONDS = env.int("PDF_SECONDS", default=20)
PDF_MEGABYTES = env.int("PDF_MEGABYTES", default=768)
PDF_PAGES = env.int("PDF_PAGES", default=400)
"""What reading the words of one PDF may take; beyond the pages, the first ones are read."""
FETCH_ALLOWED_NETWORKS = env.list("FETCH_ALLOWED_NETWORKS", default=[])
"""Private networks a newsroom lets the reader visit (its own intranet); none by default."""
ARTICLE_MAX_BYTES = env.int("ARTICLE_MAX_BYTES", default=1_000_000)
LINK_CHECKS_AT_ONCE = env.int("LINK_CHECKS_AT_ONCE", default=10)
"""How many cited sources one run of the schedule visits again, one after the other."""
EXTRACTION_LEASE_SECONDS = env.int("EXTRACTION_LEASE_SECONDS", default=120)

# Webhooks
WEBHOOK_SECONDS = env.float("WEBHOOK_SECONDS", default=15.0)
"""How long a receiver may take to answer; Standard Webhooks asks for 15 to 30 s."""
WEBHOOK_GRACE_HOURS = env.float("WEBHOOK_GRACE_HOURS", default=24.0)
"""How long the secret before the newest goes on signing beside it."""
WEBHOOK_LOG_DAYS = env.int("WEBHOOK_LOG_DAYS", default=90)
"""How long the log keeps what got through, at least a week; what was given up stays for good."""
WEBHOOK_ALLOWED_NETWORKS = env.list("WEBHOOK_ALLOWED_NETWORKS", default=[])
"""Private networks that webhooks may go to, also without TLS: for tests and trials only."""

# Exports
DUMPS_DIR = Path(env.str("DUMPS_DIR", default=str(VAR_DIR / "dumps")))
"""Where the nightly dumps of everything published lie; served by the web process."""

# Comparing texts with what is published
MATCH_MAX_CHARACTERS = env.int("MATCH_MAX_CHARACTERS", default=20_000)
MATCH_MAX_CLAIMS = env.int("MATCH_MAX_CLAIMS", default=100)
MATCH_AT_ONCE = env.int("MATCH_AT_ONCE", default=2)
"""How many texts each web process compares at once; others wait MATCH_WAIT_SECONDS, then 503."""
WARM_UP_SECONDS = env.float("WARM_UP_SECONDS", default=20.0)
"""How long after its start a web process loads the language models (about 450 MB), so that nobody
waits for them; 0 leaves it to the first text that is compared."""
MATCH_WAIT_SECONDS = env.float("MATCH_WAIT_SECONDS", default=3.0)

# Reviewing
REVIEWS_NEEDED = env.int("REVIEWS_NEEDED", default=2)
"""How many submitted reviews a claim needs before its verdict can be settled."""
LEASE_SECONDS = env.int("LEASE_SECONDS", default=20 * 60)
LEASES_AT_ONCE = env.int("LEASES_AT_ONCE", default=10)
"""How many claims from the queue one person may hold at once; 0: as many as they like."""
"""How long a claim taken from the queue is held; work on it renews the lease."""
PRESENCE_SECONDS = env.int("PRESENCE_SECONDS", default=45)
"""For how long after the last sign somebody counts as looking at a claim."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {"httpx": {"level": "WARNING"}, "trafilatura": {"level": "ERROR"}},
}
