"""One world for all tests of the contract; what a test changes in it is undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest

from tests.contract.world import World, make_world
from tests.undone import undone

T = TypeVar("T")


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Give a desk with one of everything, in a transaction that is never committed."""
    with django_db_blocker.unblock(), undone():
        yield make_world()


@pytest.fixture(scope="module")
def kept(django_db_setup: None, django_db_blocker: Any) -> Callable[[Callable[[], T]], T]:
    """Give what asks once, and undoes what that made; its tests carry `pytest.mark.django_db`."""

    def ask(questions: Callable[[], T]) -> T:
        with django_db_blocker.unblock(), undone():
            return questions()

    return ask
