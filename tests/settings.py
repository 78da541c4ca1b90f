"""The site's settings with what tests want otherwise: own data folder, no waiting, no queue."""

import os
from pathlib import Path

os.environ.setdefault("VAGLIO_VAR", str(Path(__file__).resolve().parent.parent / ".var" / "test"))

from config.settings import *  # noqa: F403 - the folder must be known before they are read

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "pages")
}
DATABASES["default"]["OPTIONS"]["options"] += (  # noqa: F405
    " -c idle_in_transaction_session_timeout=0"  # a test is one transaction, and may be slow
)
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
LOGGING = {"version": 1, "disable_existing_loggers": False}
