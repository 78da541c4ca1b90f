"""POST once: a request sent again with the same `Idempotency-Key` gets the first one's answer.

After the IETF draft "The Idempotency-Key HTTP Header Field". Only what succeeded is remembered: a
refusal changed nothing, so it may be mended and sent again. Memory is the cache, which several web
processes must share (CACHE_URL). What nobody may store, as a secret shown once, lies there sealed.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import orjson
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from annotations.api.access.public_access import PUBLIC_HEADERS
from annotations.queries.newsrooms import standing_key
from annotations.sealing import seal, unseal
from claims.errors import DomainError
from config.http import PROBLEM_TYPE, problem_type

HEADER = "Idempotency-Key"
BELOW = "/api/v1/"
KEPT_SECONDS = 24 * 3600
RUNNING_SECONDS = 120
"""After which a request that never answered, its process being killed, may be sent again."""
MAX_KEY = 255
OF_THE_MOMENT = frozenset({"ratelimit", "ratelimit-policy", "content-encoding", "content-length"})
"""Headers of the first answer that don't hold for its repetition, which is sent unpacked."""


class KeyUnreadable(DomainError):
    """An empty or overlong key."""

    code = "idempotency-key-unreadable"
    title = _("The idempotency key must have 1 to 255 characters.")  # type: ignore[assignment]
    http = 400


class KeyReused(DomainError):
    """The key was used for another request."""

    code = "idempotency-key-reused"
    title = _("This idempotency key was used with another content.")  # type: ignore[assignment]
    http = 422


class KeyInUse(DomainError):
    """The first request with this key isn't answered yet."""

    code = "idempotency-key-in-use"
    title = _("The first request with this key is still being answered.")  # type: ignore[assignment]
    http = 409


@dataclass(frozen=True)
class Answer:
    """A status, a body (sealed where nobody may store it) and the headers."""

    code: int
    content: bytes
    headers: dict[str, str]
    is_sealed: bool


@dataclass(frozen=True)
class Kept:
    """What is remembered of a request: what it said and, once there is one, its answer."""

    fingerprint: str
    answer: Answer | None = None


class IdempotencyMiddleware:
    """Django middleware; stands below the one that tells who asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer from memory where the key is known, else carry the request out and remember."""
        if not _is_concerned(request):
            return self.get_response(request)
        key = request.headers[HEADER].strip()
        if not 1 <= len(key) <= MAX_KEY:
            return _refused(request, KeyUnreadable())
        if (asker := _asker(request)) is None:
            return self.get_response(request)
        place, fingerprint = _place(request, asker, key), _fingerprint(request)
        if cache.add(place, Kept(fingerprint), RUNNING_SECONDS):
            return self._carry_out(request, place, fingerprint)
        return _repeat(request, cache.get(place), fingerprint)

    def _carry_out(self, request: HttpRequest, place: str, fingerprint: str) -> HttpResponseBase:
        kept = None
        try:
            response = self.get_response(request)
            kept = _answer_of(response)
            return response
        finally:
            if kept is None:
                cache.delete(place)
            else:
                cache.set(place, Kept(fingerprint, kept), KEPT_SECONDS)


def _is_concerned(request: HttpRequest) -> bool:
    """Say whether a key was sent with a POST small enough to be compared."""
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    return (
        request.method == "POST"
        and HEADER in request.headers
        and request.path.startswith(BELOW)
        and length <= (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0)
    )


def _asker(request: HttpRequest) -> str | None:
    """Name the person or API key that asks; None for nobody known, whose answers aren't kept."""
    scheme, _, text = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return str(request.user.pk) if request.user.is_authenticated else None
    try:
        return f"key {standing_key(text.strip(), timezone.now()).pk}"
    except DomainError:
        return None


def _place(request: HttpRequest, asker: str, key: str) -> str:
    """Name the place of a key in the cache: one for each that asks, and address."""
    words = f"{asker}\0{request.get_full_path()}\0{key}"
    return f"idempotency:{hashlib.sha256(words.encode()).hexdigest()}"


def _fingerprint(request: HttpRequest) -> str:
    """Digest what the request says; a form's boundary is new each time and says nothing."""
    body = request.body
    if boundary := (request.content_params or {}).get("boundary"):
        body = body.replace(boundary.encode(), b"")
    words = f"{request.content_type}\0{request.headers.get('If-Match', '')}\0"
    return hashlib.sha256(words.encode() + body).hexdigest()


def _answer_of(response: HttpResponseBase) -> Answer | None:
    if response.status_code >= 400 or not isinstance(response, HttpResponse):
        return None
    headers = {
        name: value for name, value in response.headers.items() if name.lower() not in OF_THE_MOMENT
    }
    is_secret = "no-store" in response.get("Cache-Control", "")
    is_packed = response.get("Content-Encoding") == "gzip"
    content = gzip.decompress(response.content) if is_packed else response.content
    content = seal(content) if is_secret else content
    return Answer(response.status_code, content, headers, is_secret)


def _repeat(request: HttpRequest, kept: Kept | None, fingerprint: str) -> HttpResponse:
    if kept is not None and kept.fingerprint != fingerprint:
        return _refused(request, KeyReused())
    if kept is None or kept.answer is None:  # None: it was refused just now, and may be sent again
        response = _refused(request, KeyInUse())
        response["Retry-After"] = "1"
        return response
    given = kept.answer
    content = unseal(given.content) if given.is_sealed else given.content
    headers = {**given.headers, "Idempotency-Replayed": "true"}
    return HttpResponse(content, status=given.code, headers=headers)


def _refused(request: HttpRequest, error: DomainError) -> HttpResponse:
    """Refuse in the form of every problem; without a log-in one may ask from any site's page."""
    body = {
        "type": problem_type(error.code),
        "title": str(error.title),
        "status": error.http,
        "code": error.code,
    }
    is_public = "Authorization" in request.headers or not request.user.is_authenticated
    headers = PUBLIC_HEADERS if is_public else {}
    return HttpResponse(
        orjson.dumps(body), status=error.http, content_type=PROBLEM_TYPE, headers=headers
    )
