"""What every test may ask for: the database, the cast and their API clients."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from hypothesis import settings
from pytest_django import DjangoDbBlocker
from rest_framework.test import APIClient

from annotations.services.access.key_use import counter
from config.embedded import ensure_running
from tests.factories import Cast, make_cast, make_client
from tests.migrated import migrated_template
from tests.turns import OneByOneAtLast, in_turn

# a busy machine is no fault: how long things take is measured in tests/bench
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the tests; pytest has put those that share a browser beside each other."""
    in_turn(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneByOneAtLast:
    """Share the tests out so that all processes end together."""
    return OneByOneAtLast(config, log)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """Have the embedded database up, and the migrations run, before test databases are made."""
    ensure_running(broker=False)
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated_template()


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Forget throttles, cached answers and counted uses of the test before."""
    for kept in caches.all(initialized_only=True):
        kept.clear()
    counter.forget()


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let some seconds have passed since what the test changes: dates prove something then."""
    clock = SimpleNamespace(time=lambda: time.time() + 10)
    monkeypatch.setattr("claims.exchange.change_dates.time", clock)


@pytest.fixture
def cast(db: None) -> Cast:
    """Give the six people of tests.factories.make_cast."""
    return make_cast()


@pytest.fixture
def ada(cast: Cast) -> APIClient:
    """Give the first reviewer's client."""
    return make_client(cast.ada)


@pytest.fixture
def bruno(cast: Cast) -> APIClient:
    """Give the second reviewer's client."""
    return make_client(cast.bruno)


@pytest.fixture
def moderator(cast: Cast) -> APIClient:
    """Give the moderator's client."""
    return make_client(cast.moderator)


@pytest.fixture
def editor(cast: Cast) -> APIClient:
    """Give the editor's client."""
    return make_client(cast.editor)


@pytest.fixture
def admin(cast: Cast) -> APIClient:
    """Give the client of who runs the site."""
    return make_client(cast.admin)


@pytest.fixture
def stranger(cast: Cast) -> APIClient:
    """Give the client of somebody with an account but no role."""
    return make_client(cast.stranger)


@pytest.fixture
def anonymous(db: None) -> APIClient:
    """Give a client that isn't logged in."""
    return make_client()


@pytest.fixture
def run_tasks(
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[Any]],
) -> Callable[[], AbstractContextManager[Any]]:
    """Give `with run_tasks():`, which runs at its end the tasks that were sent within it."""
    return partial(django_capture_on_commit_callbacks, execute=True)
