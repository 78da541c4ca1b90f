"""Settings, addresses and servers: what puts claims and annotations together."""

import os

from config.celery import app as celery_app
from config.matrix_threads import keep_to_one_thread

__all__ = ["celery_app"]

keep_to_one_thread(os.environ)
