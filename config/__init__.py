"""Settings, addresses and servers: what puts claims and annotations together."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
