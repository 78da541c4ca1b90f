"""When a message that didn't get through is tried again.

After the example schedule of the Standard Webhooks specification, "Deliverability and
reliability": ten attempts over a little more than three days, with some chance in each delay.
"""

from __future__ import annotations

import datetime
import email.utils
import random

_SECONDS = (
    5,
    5 * 60,
    30 * 60,
    2 * 3600,
    5 * 3600,
    10 * 3600,
    14 * 3600,
    20 * 3600,
    24 * 3600,
)
MAX_TRIES = len(_SECONDS) + 1
JITTER = 0.2
"""By how much of itself a delay may be longer or shorter, by chance."""
LONGEST_WAIT = datetime.timedelta(hours=24)
"""The longest that a receiver may ask us to wait."""


def delay_after(tries: int, chance: random.Random) -> datetime.timedelta | None:
    """Say how long to wait after `tries` failed attempts (from 1); None to give up."""
    if tries >= MAX_TRIES:
        return None
    seconds = _SECONDS[tries - 1] * chance.uniform(1 - JITTER, 1 + JITTER)
    return datetime.timedelta(seconds=seconds)


def asked_wait(retry_after: str, now: datetime.datetime) -> datetime.timedelta:
    """Read Retry-After (RFC 9110: seconds, or a date); no time for what can't be read."""
    words = retry_after.strip()
    if words.isascii() and words.isdecimal():
        return min(datetime.timedelta(seconds=min(int(words[:12]), 10**9)), LONGEST_WAIT)
    try:
        moment = email.utils.parsedate_to_datetime(words)
    except (ValueError, TypeError):
        return datetime.timedelta()
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return min(max(moment - now, datetime.timedelta()), LONGEST_WAIT)
