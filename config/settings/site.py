"""Who publishes here and where: names, addresses, languages, mail."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from config.env import BASE_DIR, env

SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
"""The public address, for links in feeds, ClaimReview and mails."""
SITE_NAME = env.str("SITE_NAME", default="Vaglio")
SITE_LOGO = env.str("SITE_LOGO", default=f"{SITE_URL}/static/vaglio/logo.png")
"""The address of the newsroom's mark, for ClaimReview: at least 112 pixels each way."""
SITE_SAME_AS = env.list("SITE_SAME_AS", default=[])
"""The newsroom's pages elsewhere (Wikidata, a network), for ClaimReview."""
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="redazione@localhost")
"""Where readers report errors; shown on every public page."""

LANGUAGE_CODE = "it"
LANGUAGES = [("it", _("Italian")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "config" / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="Europe/Rome")

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=CONTACT_EMAIL)
MAIL_NOTIFICATIONS = bool(env.str("EMAIL_URL", default=""))
"""Whether notifications also go out by e-mail: once a mail server is named."""
