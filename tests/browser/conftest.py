"""A real Chromium, a real worker and a real web server with pages to cite.

Without Chromium these tests are left out, and say so: `apt-get install chromium` brings it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from celery.contrib.testing.worker import start_worker
from django.apps import apps
from playwright.sync_api import BrowserContext, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from config.celery import app as celery_app
from tests.browser.browsers import CHROMIUM, FLAGS
from tests.browser.requests_at_work import answered_in_the_end
from tests.browser.source_pages import SourcePages
from tests.factories import Cast, make_cast

HERE = Path(__file__).parent
LEFT_OUT = (
    "left out: no Chromium on this machine (Debian: apt-get install chromium; "
    "elsewhere name it in the variable CHROMIUM)"
)

# server, worker and test share one process, and a worker that loads models holds it up
expect.set_options(timeout=30_000)
# playwright's loop runs in the main thread, where Django would refuse the database
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is in this folder, and leave it out where there is no browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason=LEFT_OUT))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the machine's own browser, asking nothing of the network."""
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture
def site(live_server: LiveServer, transactional_db: None, settings: Settings) -> Iterator[str]:
    """Give the site's address, which is also the one it names in its documents.

    It is left when the closed pages' last requests are answered: then the database is emptied.
    """
    settings.SITE_URL = live_server.url
    with answered_in_the_end():
        yield str(live_server.url)


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any], site: str) -> dict[str, Any]:
    """Give the settings of a reader in Italy with a laptop."""
    return {
        **browser_context_args,
        "base_url": site,
        "locale": "it-IT",
        "viewport": {"width": 1280, "height": 900},
    }


@pytest.fixture
def scale(transactional_db: None) -> None:
    """Fill in ratings and roles, which an emptied database has lost."""
    import_module("annotations.migrations.0002_rating_scale_and_roles").fill(apps, None)


@pytest.fixture
def people(scale: None) -> Cast:
    """Make the cast in the database that server and worker see too."""
    return make_cast()


@pytest.fixture
def worker(transactional_db: None, settings: Settings) -> Iterator[None]:
    """Run a Celery worker in a thread: tasks are sent and done as in real life."""
    settings.CELERY_TASK_ALWAYS_EAGER = False
    celery_app.conf.update(task_always_eager=False)
    with start_worker(celery_app, pool="solo", perform_ping_check=False, shutdown_timeout=60):
        yield
    celery_app.conf.update(task_always_eager=True)


@pytest.fixture
def source_pages(settings: Settings) -> Iterator[SourcePages]:
    """Serve pages from this machine and let the reader visit it."""
    settings.FETCH_ALLOWED_NETWORKS = ["127.0.0.0/8"]
    server = ThreadingHTTPServer(("127.0.0.1", 0), SourcePages.handler())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield SourcePages(f"http://127.0.0.1:{server.server_address[1]}")
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def complaints(context: BrowserContext) -> Iterator[list[str]]:
    """Collect errors of the pages' scripts and console; the test ends red if there are any."""
    heard: list[str] = []
    context.on("weberror", lambda error: heard.append(str(error.error)))
    context.on(
        "console",
        lambda message: heard.append(message.text) if message.type == "error" else None,
    )
    yield heard
    assert not heard
