"""What tests of the services share."""

from __future__ import annotations

import pytest

from claims.services import extraction


@pytest.fixture
def split(monkeypatch):
    """Let a test say what the language code answers."""

    def answer_with(answer):
        monkeypatch.setattr(extraction, "split_text", answer)

    return answer_with
