"""How much a client may still ask: counted in fixed windows, told in RateLimit headers.

A count for each client and minute in the shared cache, raised by one atomic step, so that many
threads and processes never lose one. Headers after the IETF draft "RateLimit header fields for
HTTP" (draft-ietf-httpapi-ratelimit-headers-10 and -11): `RateLimit-Policy: "key";q=1200;w=60`,
`RateLimit: "key";r=1199;t=42`.
"""

from __future__ import annotations

import time
from collections.abc import MutableMapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.throttling import BaseThrottle

from annotations.api.access.clients import address_of
from annotations.api.access.key_access import key_of
from annotations.models import ApiKey

COUNTED = "vaglio.allowance"
"""Where a request keeps what is left: in its environment, which every door hands on."""
MINUTE = 60
PERIODS = {"s": 1, "m": MINUTE, "h": 60 * MINUTE, "d": 24 * 60 * MINUTE}


@dataclass(frozen=True, slots=True)
class Quota:
    """So many requests within so many seconds, under the name of a policy."""

    policy: str
    requests: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left of a quota now; `resets_in` seconds a new window starts."""

    quota: Quota
    used: int
    resets_in: int

    @property
    def is_over(self) -> bool:
        """Say whether this request was one too many."""
        return self.used > self.quota.requests

    def headers(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Give the two headers."""
        quota = self.quota
        left = max(quota.requests - self.used, 0)
        return (
            ("RateLimit-Policy", f'"{quota.policy}";q={quota.requests};w={quota.seconds}'),
            ("RateLimit", f'"{quota.policy}";r={left};t={self.resets_in}'),
        )

    def write_to(self, response: HttpResponseBase) -> None:
        """Set the two headers."""
        for name, value in self.headers():
            response.headers[name] = value


class ClientThrottle(BaseThrottle):
    """Counts a request against its key, or against its address where it has none.

    A view may set `request_cost`, by default 1: how many plain requests it is worth.
    """

    def allow_request(self, request: Request, view: Any) -> bool:
        """Count it; the headers are written by the view."""
        allowance = count_request(request, int(getattr(view, "request_cost", 1)))
        self._resets_in = allowance.resets_in
        return not allowance.is_over

    def wait(self) -> float:
        """Seconds until it makes sense to ask again."""
        return float(self._resets_in)


def count_request(request: Request | HttpRequest, cost: int = 1) -> Allowance:
    """Count a request once, and remember with it what is left."""
    return _counted(request.META, key_of(request), cost)


def count_anonymous(environ: MutableMapping[str, Any]) -> Allowance:
    """Count a request that brings no key, known by its environment alone."""
    return _counted(environ, None, 1)


def _counted(environ: MutableMapping[str, Any], key: ApiKey | None, cost: int) -> Allowance:
    counted: Allowance | None = environ.get(COUNTED)
    if counted is None:
        quota, client = _quota(environ, key)
        counted = environ[COUNTED] = _count(quota, client, cost, time.time())
    return counted


def _quota(environ: MutableMapping[str, Any], key: ApiKey | None) -> tuple[Quota, str]:
    if key is None:
        return _site_quota("anon"), address_of(environ)
    if key.per_minute is not None:
        return Quota("key", key.per_minute, MINUTE), str(key.pk)
    return _site_quota("key"), str(key.pk)


def _site_quota(policy: str) -> Quota:
    return _quota_of(policy, api_settings.DEFAULT_THROTTLE_RATES[policy])


@lru_cache(maxsize=8)
def _quota_of(policy: str, rate: str) -> Quota:
    """Read a rate as DRF writes it: "120/min"."""
    requests, _, period = rate.partition("/")
    return Quota(policy, int(requests), PERIODS[period[0]])


def _count(quota: Quota, client: str, cost: int, now: float) -> Allowance:
    window, into = divmod(int(now), quota.seconds)
    place = f"allowance:{quota.policy}:{client}:{window}"
    try:
        used = cache.incr(place, cost)
    except ValueError:  # the first of the window; two at once both come to the second step
        cache.add(place, 0, quota.seconds * 2)
        used = cache.incr(place, cost)
    return Allowance(quota, used, quota.seconds - into)
