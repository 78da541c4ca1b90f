"""Celery. State lives in PostgreSQL, the broker only wakes a worker (config/decisions/0002)."""

from __future__ import annotations

from celery.schedules import crontab
from kombu import Queue

from config.env import BROKER_URL, env

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
