"""What the tests of reviewing share."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from claims.models import Claim
from tests.annotations.builders import accepted_claim


@pytest.fixture(autouse=True)
def _two_reviews_needed(settings: LazySettings) -> None:
    """Hold the number still, whatever the environment says."""
    settings.REVIEWS_NEEDED = 2


@pytest.fixture
def claim(db: None) -> Claim:
    """Give an accepted claim that nobody has reviewed."""
    return accepted_claim()
