"""One question to the language model that the operator named, over the guarded wire.

Its host may lie in a private network, as no other address may; what leaves these goes by TLS. No
redirect is followed, so nothing goes to a host that wasn't named. The key stands in no message.
"""

from __future__ import annotations

import ipaddress
import json
import time
from collections.abc import Mapping
from typing import Any

from django.conf import settings

from claims.errors import NotReadable
from claims.models import ModelProblem
from claims.posting import Answered, post

KEPT_BYTES = 256 * 1024
PRIVATE = tuple(
    ipaddress.ip_network(block)
    for block in (
        "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10",
        "::1/128", "fc00::/7",
    )
)  # fmt: skip
_OVERLOADED = (429, 503)
_OF_WIRE = {
    "too-slow": ModelProblem.TOO_SLOW,
    "unreachable": ModelProblem.UNREACHABLE,
    "untrusted-certificate": ModelProblem.UNREACHABLE,
}
_OF_STATUS = {
    401: ModelProblem.KEY_REFUSED,
    403: ModelProblem.KEY_REFUSED,
    429: ModelProblem.BUSY,
    503: ModelProblem.BUSY,
}


class NotAnsweredError(Exception):
    """No answer can be had; `problem` says why."""

    def __init__(self, problem: ModelProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def is_model_set() -> bool:
    """Whether the operator lets a model be asked."""
    return bool(settings.MODEL_URL and settings.MODEL_NAME)


def ask_model(request: Mapping[str, Any]) -> str:
    """Give the body of the answer to a chat completion. Raises NotAnsweredError.

    A server that is overloaded and says when it won't be is asked once more then.
    """
    body = json.dumps(request, ensure_ascii=False).encode("utf-8", "replace")
    answered = _posted(body)
    wait = _asked_wait(answered)
    if wait is not None:
        time.sleep(wait)
        answered = _posted(body)
    if answered.http_status != 200:
        raise NotAnsweredError(_OF_STATUS.get(answered.http_status, ModelProblem.FAILED))
    if answered.missing:
        raise NotAnsweredError(_OF_WIRE.get(answered.missing, ModelProblem.TOO_LARGE))
    return answered.body


def _posted(body: bytes) -> Answered:
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "User-Agent": settings.FETCH_USER_AGENT,
    }
    if settings.MODEL_KEY:
        headers["Authorization"] = f"Bearer {settings.MODEL_KEY}"
    try:
        return post(
            f"{settings.MODEL_URL}/chat/completions",
            body=body,
            headers=headers,
            seconds=settings.MODEL_SECONDS,
            allowed=PRIVATE,
            kept=KEPT_BYTES,
        )
    except NotReadable as failure:
        problem = _OF_WIRE.get(failure.code, ModelProblem.ADDRESS)
        raise NotAnsweredError(problem) from failure


def _asked_wait(answered: Answered) -> float | None:
    """Seconds after which an overloaded server wants to be asked again; None where it isn't worth.

    The header may also hold a date, which servers of models don't send.
    """
    asked = answered.retry_after.strip()
    if answered.http_status not in _OVERLOADED or not asked.isdecimal():
        return None
    return float(asked) if float(asked) <= settings.MODEL_SECONDS else None
