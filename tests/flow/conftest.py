"""What tests with real servers and workers share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.config.installation import Installation, installation


@pytest.fixture
def home() -> Iterator[Installation]:
    """Give an installation in a folder of its own."""
    with installation() as made:
        yield made
