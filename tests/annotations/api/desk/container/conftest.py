"""An article on the web and a claim of it, for outside clients."""

from __future__ import annotations

import pytest

from claims.models import Article, Claim
from tests.annotations.api.desk.container.client import PAGE, TEXT
from tests.factories import make_article, make_claim


@pytest.fixture
def article(db: None) -> Article:
    return make_article(TEXT.replace("e\u0300", "è"), canonical_url=PAGE)


@pytest.fixture
def claim(article: Article) -> Claim:
    return make_claim(article, "Il comune ha aperto 12 scuole", review_state="accepted")
