"""Failures with a name: services raise them, `config/http.py` alone turns them into HTTP."""

from __future__ import annotations


class DomainError(Exception):
    """Something the rules forbid or the input lacks.

    code: stable key, also the last part of the problem type's address.
    title: the short text people read; `detail` says more about this one case.
    http: which kind of refusal it is, so that one handler can answer for all.
    challenge: what the header WWW-Authenticate says, where the caller should prove who they are.
    retry_after: in how many seconds the same may succeed; None where waiting doesn't help.
    """

    code = "domain-error"
    title = "The request can't be carried out."
    http = 409
    challenge = ""
    retry_after: int | None = None

    def __init__(self, detail: str = "", **extra: object) -> None:
        super().__init__(detail or self.title)
        self.detail = detail or self.title
        self.extra = extra


class NotReadable(DomainError):
    """A text, a page or an address that can't be used; `code` is set by the case."""

    http = 422
    title = "What was sent can't be used."

    def __init__(self, code: str, detail: str = "", **extra: object) -> None:
        super().__init__(detail, **extra)
        self.code = code


class StaleVersion(DomainError):
    """The row changed since the caller read it."""

    code = "stale-version"
    title = "Someone changed this in the meantime."
    http = 412


class NotAllowed(DomainError):
    """This person may not do this."""

    code = "not-allowed"
    title = "You may not do this."
    http = 403


class NotThere(DomainError):
    """Something named in a request that doesn't exist."""

    code = "not-found"
    title = "There is nothing at this address."
    http = 404


class WrongState(DomainError):
    """The act doesn't fit the state the thing is in."""

    code = "wrong-state"
    title = "This can't be done in the present state."


class InvalidSpan(DomainError):
    """A span that doesn't lie in the text."""

    code = "invalid-span"
    title = "The span doesn't lie within the article's text."


class InvalidText(DomainError):
    """Words that can't be a claim's, or a reason that isn't one."""

    code = "invalid-text"
    title = "These words can't be taken."
    http = 422


class DuplicateClaim(DomainError):
    """The same words for the same span are there already; `claim` says which."""

    code = "duplicate-claim"
    title = "The article has this claim already."


class BulkRefused(DomainError):
    """Of many acts asked for in one request, some can't be done, so none was.

    errors: a `part` for each that is to blame.
    """

    code = "bulk-refused"
    title = "Nothing was done: some of it can't be."

    @staticmethod
    def part(pointer: str, error: DomainError, detail: str) -> dict[str, object]:
        """Say what keeps one of them back.

        pointer: a JSON Pointer into the request (RFC 6901). detail: the error's, translated.
        """
        return {**error.extra, "pointer": pointer, "code": error.code, "detail": detail}
