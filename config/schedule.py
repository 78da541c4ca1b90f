"""The schedule in a thread of a process that is there anyway: a machine of one's own needs no more.

In production `celery -A config beat` is a process by itself.
"""

from __future__ import annotations

import logging
from pathlib import Path
from threading import Thread
from typing import Any

from celery.beat import EmbeddedService

from config.celery import app

STOP_SECONDS = 2.0
"""How long it may take to write down when it last sent what; a broker that is gone holds it up."""


class Schedule:
    """Celery's beat, started again should its thread ever end."""

    def __init__(self, file: Path) -> None:
        """Keep in `file` when what was sent last; nothing is sent before `start`."""
        self.file = file
        self._beat: Any = None

    def start(self) -> None:
        """Send from now on what is due."""
        logging.getLogger("celery.beat").setLevel(logging.WARNING)  # each sending is no news
        self._beat = EmbeddedService(app, thread=True, schedule_filename=str(self.file))
        self._beat.start()

    def look(self) -> None:
        """Start it again if it was started and has ended."""
        if self._beat is not None and not self._beat.is_alive():
            self.start()

    def stop(self) -> None:
        """Let it end, if it does so soon; the process needn't wait for it."""
        if self._beat is not None:
            self._beat.service.stop()
            Thread.join(self._beat, STOP_SECONDS)
