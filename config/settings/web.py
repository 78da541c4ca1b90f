"""What a request goes through: apps, middleware, templates, files, the panel's look, the log."""

from __future__ import annotations

from config import admin_look
from config.env import BASE_DIR, EMBEDDED_DATABASE, VAR_DIR, env
from config.settings.site import SITE_NAME

DEBUG = env.bool("DEBUG", default=False)

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

# Static files: Vite hashes its own names, WhiteNoise serves and compresses.
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
FRONTEND_DIST = BASE_DIR / "frontend" / "dist"
STATICFILES_DIRS = [("desk", FRONTEND_DIST)] if FRONTEND_DIST.exists() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.statics.PackedOnce"},
}
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/desk/(assets|fonts)/"
"""What Vite built: names with a digest, and fonts, which never change under their name."""
WHITENOISE_USE_FINDERS = env.bool("STATIC_FROM_SOURCES", default=EMBEDDED_DATABASE)
"""Serve files from where they are written, uncompressed; the demo collects them as it starts."""
DJANGO_VITE = {
    "default": {
        "dev_mode": False,
        "manifest_path": FRONTEND_DIST / ".vite" / "manifest.json",
        "static_url_prefix": "desk",
    }
}

UNFOLD = {
    "SITE_TITLE": SITE_NAME,
    "SITE_HEADER": SITE_NAME,
    "SITE_ICON": admin_look.mark,
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": admin_look.mark}],
    "COLORS": {"primary": admin_look.BLUE},
    "SHOW_LANGUAGES": True,
    "DASHBOARD_CALLBACK": "annotations.admin.waiting.add_what_waits",
    "SIDEBAR": {"show_search": True, "navigation": "config.admin_sidebar.sidebar"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {"httpx": {"level": "WARNING"}, "trafilatura": {"level": "ERROR"}},
}
