"""What can go wrong between us and a newsroom's program, with its problem code."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from claims.errors import DomainError

REALM = 'Bearer realm="Vaglio"'


class KeyRefused(DomainError):
    """A key that opens nothing; the challenge follows RFC 6750."""

    http = 401
    challenge = f'{REALM}, error="invalid_token"'


class KeyUnknown(KeyRefused):
    """No key of ours, or not in the form of one."""

    code = "api-key-unknown"
    title = gettext_noop("This API key isn’t known.")


class KeyExpired(KeyRefused):
    """The key's time is over."""

    code = "api-key-expired"
    title = gettext_noop("This API key has expired.")


class KeyRevoked(KeyRefused):
    """Somebody took the key back, or closed the account it acts for."""

    code = "api-key-revoked"
    title = gettext_noop("This API key was revoked.")


class NewsroomNotApproved(DomainError):
    """A newsroom that no moderator has approved, or no longer."""

    code = "newsroom-not-approved"
    title = gettext_noop("This newsroom isn’t approved yet.")
    http = 403


class ScopeMissing(DomainError):
    """The key may do other things, not this; `scope` in the answer says what it lacks."""

    code = "insufficient-scope"
    title = gettext_noop("This API key doesn’t cover this.")
    http = 403

    def __init__(self, scope: str) -> None:
        super().__init__(scope=scope)
        self.challenge = f'{REALM}, error="insufficient_scope", scope="{scope}"'


class NotANewsroomEditor(DomainError):
    """Somebody without a newsroom."""

    code = "no-newsroom"
    title = gettext_noop("Your account doesn’t look after a newsroom.")
    http = 403


class NewsroomTaken(DomainError):
    """A second newsroom for one account, or a name that is taken."""

    code = "newsroom-taken"
    title = gettext_noop("The newsroom can’t be registered.")


class KeyNotMade(DomainError):
    """A key with a wish that can't be met."""

    code = "api-key-refused"
    title = gettext_noop("The API key can’t be made like this.")
    http = 422


class WebhooksFull(DomainError):
    """A newsroom with as many webhooks as one may have."""

    code = "too-many-webhooks"
    title = gettext_noop("The newsroom has as many webhooks as one may have.")


class WebhookRefused(DomainError):
    """A webhook with a wish that can't be met."""

    code = "webhook-refused"
    title = gettext_noop("The webhook can’t be made like this.")
    http = 422
