"""Heavy modules wait until they are needed."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claims.lazy import LazyModule

ROOT = Path(__file__).parents[2]
LOOK = """
import sys, warnings
warnings.simplefilter("ignore")
import config.wsgi
from django.urls import get_resolver
get_resolver().url_patterns
print(",".join(name for name in ("spacy", "numpy", "trafilatura") if name in sys.modules))
"""


def test_a_web_process_starts_without_language_models() -> None:
    environment = os.environ | {
        "WARM_UP_SECONDS": "0",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
        "SECRET_KEY": "only-for-this-test-only-for-this-test-only-for-this-test",
    }
    done = subprocess.run(
        [sys.executable, "-c", LOOK],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=environment,
        timeout=120,
    )
    assert done.stdout.decode().strip() == ""


def test_the_module_is_there_for_every_thread_that_asks_at_once() -> None:
    module = LazyModule("wsgiref.validate")
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: module.validator, range(32)))
    assert len(found) == 1


def test_a_name_that_is_not_there_is_told_as_ever() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = LazyModule("json").nothing_of_the_kind
