"""What tests of claims/ share: a web of this machine that the reader may visit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.claims.web import Web, serving


@pytest.fixture
def web(settings: Any) -> Iterator[Web]:
    """A server on 127.0.0.1, and the leave to read from there."""
    settings.FETCH_ALLOWED_NETWORKS = ["127.0.0.0/8"]
    with serving() as web:
        yield web
