"""Rows that many tests look at, made once for all of them and never committed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core import signals
from django.db import close_old_connections, transaction


@contextmanager
def undone() -> Iterator[None]:
    """Run a transaction that is never committed, whatever is asked meanwhile.

    Tests within it carry `pytest.mark.django_db`, which undoes what each of them changes.
    """
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)  # a plain WSGI call would end the transaction
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)
