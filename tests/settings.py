"""The site's settings with what tests want otherwise: own data folder, no waiting, no queue."""

import os
from pathlib import Path

os.environ.setdefault("VAGLIO_VAR", str(Path(__file__).resolve().parent.parent / ".var" / "test"))

from config.settings import *  # noqa: F403 - the folder must be known before they are read

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# even an eager task opens the pool of connections that later tests send through
CELERY_BROKER_URL = "memory://"
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WARM_UP_SECONDS = 0
# every test client is a site of its own, which would look for all static files at its first request
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
LOGGING = {"version": 1, "disable_existing_loggers": False}
# a busy machine is slow, which is no fault (a test is one transaction: it may be idle in it for
# long), and a test's rows needn't survive a power cut
DATABASES["default"]["OPTIONS"]["options"] = (  # noqa: F405
    "-c statement_timeout=60000 -c lock_timeout=30000 -c synchronous_commit=off"
    " -c pg_trgm.word_similarity_threshold=0.4 -c random_page_cost=1.1"
)
