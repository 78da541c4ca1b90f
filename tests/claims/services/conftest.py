"""What tests of the services share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from claims.services import extraction
from claims.services.finding import claims_in
from tests.claims.model_server import ModelServer, claim, model_serving
from tests.claims.services.model_runs import KEY, TEXT, WORDS


@pytest.fixture
def split(monkeypatch):
    """Let a test say what the language code answers."""

    def answer_with(answer):
        monkeypatch.setattr(extraction, "split_text", answer)

    return answer_with


@pytest.fixture
def model(settings: Any) -> Iterator[ModelServer]:
    """A model that proposes one claim of the second sentence."""
    with model_serving() as server:
        settings.MODEL_URL, settings.MODEL_NAME = server.url, "prova-7b"
        settings.MODEL_KEY, settings.MODEL_SECONDS = KEY, 20.0
        server.says = lambda material: [claim(1, WORDS)]
        yield server


@pytest.fixture
def own(model: ModelServer) -> set[str]:
    """What the product finds by itself."""
    found = {claim.text for claim in claims_in(TEXT, "it").claims}
    assert found
    assert WORDS + "." not in found
    return found
