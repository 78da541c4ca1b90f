"""What tests of the set-up share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.config.installation import Installation, bare_installation, installation


@pytest.fixture
def home() -> Iterator[Installation]:
    """Give an installation in a folder of its own."""
    with installation() as made:
        yield made


@pytest.fixture
def bare_home() -> Iterator[Installation]:
    """Give an installation that has never been started."""
    with bare_installation() as made:
        yield made
