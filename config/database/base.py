"""The engine `config.database`: Django's PostgreSQL, whose health check asks the socket first."""

from __future__ import annotations

import select
from typing import Any

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Spares most requests Django's `SELECT 1` on a kept connection.

    A server or pooler that ended a connection has closed the socket, which can then be read; so has
    one that has something else to say. Only then is the server asked. A line cut without a word
    shows neither way until something is sent.
    """

    health_check_done: bool

    def close_if_health_check_failed(self) -> None:
        """Close the connection if its server is gone; once a request, as Django does."""
        if self.connection is not None and not self.health_check_done and _is_quiet(self):
            self.health_check_done = True
        super().close_if_health_check_failed()


def _is_quiet(wrapper: Any) -> bool:
    """Say whether the connection stands and nothing waits to be read from it."""
    try:
        look = select.poll()
        look.register(wrapper.connection.pgconn.socket, select.POLLIN)
        return not look.poll(0)
    except (OSError, wrapper.Database.Error):
        return False
