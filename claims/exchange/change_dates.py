"""When something last changed, as HTTP tells it: in whole seconds (RFC 9110, 8.8.2 and 13.1.3).

Two changes within one second would share a date, and who polls by If-Modified-Since alone would
never hear of the second. So a change is dated to the end of its second, once that is over; until
then it has the second's beginning, which is older than what is told afterwards and proves nothing.
Whoever sends an ETag needs none of this.
"""

from __future__ import annotations

import time
from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.http import http_date

SETTLING = 1
"""Seconds for which a change's second isn't taken for over: what a transaction changed within it
is seen only once that is in, and clocks of two machines differ a little."""


def told_date(changed_at: datetime | None) -> int:
    """Give what Last-Modified says, in seconds since 1970; never later than now.

    changed_at: None for what has no moment of its own: it is as of now, which proves nothing.
    """
    now = int(time.time())
    second = now if changed_at is None else int(changed_at.timestamp())
    is_over = second + 1 + SETTLING <= now
    return second + 1 if is_over else min(second, now)


def pass_over_dates(request: HttpRequest) -> None:
    """Let no date prove that an answer is unchanged which holds more than one row's change.

    Its ETag tells; what is written in Last-Modified is for people to read.
    """
    request.META.pop("HTTP_IF_MODIFIED_SINCE", None)


def dated(response: HttpResponseBase, method: str | None) -> None:
    """Say of what was read, and tells no date, that it is as of now."""
    if method in ("GET", "HEAD") and response.status_code == HTTPStatus.OK:
        response.headers.setdefault("Last-Modified", http_date(told_date(None)))


def proving_date(told: int | None) -> int | None:
    """Give the date since when If-Modified-Since proves that nothing changed; None for none yet.

    told: what Last-Modified says of the same answer.
    """
    if told is None or told + 1 + SETTLING > int(time.time()):
        return None
    return told
