"""One world for all tests of the contract; what a test changes in it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core import signals
from django.db import close_old_connections, transaction

from tests.contract.world import World, make_world


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Give a desk with one of everything, in a transaction that is never committed.

    Its tests carry `pytest.mark.django_db`, which undoes what each of them changes.
    """
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)  # a plain WSGI call would end the transaction
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)
