"""What tests of the public pages share."""

from __future__ import annotations

import pytest

from annotations.models import PublishedClaim
from tests.annotations.publishing import make_published
from tests.factories import Cast


@pytest.fixture
def version(cast: Cast) -> PublishedClaim:
    """Give the first version of a published claim."""
    return make_published(cast)
