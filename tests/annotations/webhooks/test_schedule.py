"""When a webhook's message is tried again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from annotations.webhooks.schedule import MAX_TRIES, asked_wait, delay_after


def test_delays_grow_and_vary_by_a_fifth() -> None:
    class Least:
        def uniform(self, low: float, high: float) -> float:
            return low

    delays = [delay_after(tries, Least()) for tries in range(1, MAX_TRIES + 1)]  # type: ignore[arg-type]
    assert delays[0] == timedelta(seconds=4)
    assert delays[-2] == timedelta(hours=24 * 0.8)
    assert delays[-1] is None


WAITS = [
    ("120", 120), (" 0 ", 0), ("", 0), ("soon", 0), ("-5", 0), ("9" * 400, 86400), ("１２", 0),
    ("Thu, 01 Jan 2026 00:01:00 GMT", 60), ("Wed, 31 Dec 2025 23:00:00 GMT", 0),
]  # fmt: skip


@pytest.mark.parametrize(("words", "seconds"), WAITS)
def test_retry_after_is_read_in_both_forms(words: str, seconds: int) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    assert asked_wait(words, now) == timedelta(seconds=seconds)
