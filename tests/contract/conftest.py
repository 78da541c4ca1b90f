"""One world for all tests of the contract; what a test changes in it is undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import pytest
from django.core import signals
from django.db import close_old_connections, transaction

from tests.contract.world import World, make_world

T = TypeVar("T")


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Give a desk with one of everything, in a transaction that is never committed.

    Its tests carry `pytest.mark.django_db`, which undoes what each of them changes.
    """
    with django_db_blocker.unblock(), _undone():
        yield make_world()


@pytest.fixture(scope="module")
def kept(django_db_setup: None, django_db_blocker: Any) -> Callable[[Callable[[], T]], T]:
    """Give what asks once, and undoes what that made; its tests carry `pytest.mark.django_db`."""

    def ask(questions: Callable[[], T]) -> T:
        with django_db_blocker.unblock(), _undone():
            return questions()

    return ask


@contextmanager
def _undone() -> Iterator[None]:
    """Run a transaction that is never committed, whatever is asked meanwhile."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)  # a plain WSGI call would end the transaction
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)
