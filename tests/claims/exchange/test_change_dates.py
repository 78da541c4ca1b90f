"""Who polls by date alone misses no change, however fast one follows the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.exchange.change_dates import proving_date, told_date

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
PAUSES = st.integers(0, 3_000)


class Clock:
    """A clock that tests move on."""

    def __init__(self) -> None:
        self.now = START

    def time(self) -> float:
        return self.now.timestamp()

    def wait(self, milliseconds: int) -> None:
        self.now += timedelta(milliseconds=milliseconds)


@pytest.fixture(scope="module")
def clock() -> Iterator[Clock]:
    made = Clock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claims.exchange.change_dates.time", made)
        yield made


@given(acts=st.lists(st.tuples(st.sampled_from(["change", "poll"]), PAUSES), max_size=30))
@pytest.mark.parametrize("sends_date", [False, True], ids=["last-modified", "date"])
def test_no_answer_says_unchanged_to_who_has_an_older_one(
    clock: Clock, sends_date: bool, acts: list[tuple[str, int]]
) -> None:
    clock.now = changed_at = START
    here, held, since = 0, -1, 0
    for act, pause in acts:
        clock.wait(pause)
        if act == "change":
            here, changed_at = here + 1, clock.now
            continue
        told = told_date(changed_at)
        assert told <= clock.time()
        proving = proving_date(told)
        if held >= 0 and proving is not None and proving <= since:
            assert held == here
            continue
        held, since = here, int(clock.time()) if sends_date else told


def test_a_change_is_seen_only_once_its_transaction_is_in(clock: Clock) -> None:
    clock.now = START + timedelta(milliseconds=1_100)
    held = told_date(START + timedelta(milliseconds=200))
    clock.wait(2_000)
    seen = proving_date(told_date(START + timedelta(milliseconds=900)))
    assert seen is not None
    assert seen > held


def test_an_old_change_is_dated_to_the_end_of_its_second(clock: Clock) -> None:
    clock.now = START + timedelta(hours=1)
    told = told_date(START + timedelta(milliseconds=200))
    assert told == int(START.timestamp()) + 1
    assert proving_date(told) == told
    assert proving_date(None) is None


def test_a_change_that_another_clock_dates_later_than_now_is_told_as_of_now(clock: Clock) -> None:
    clock.now = START
    assert told_date(START + timedelta(seconds=5)) == int(START.timestamp())
