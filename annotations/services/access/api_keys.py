"""API keys: made by a newsroom's editor, taken back by them or a moderator."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import policies
from annotations.errors.newsroom import KeyNotMade
from annotations.key_text import make_key
from annotations.models import ApiKey, Newsroom
from annotations.services.access.newsrooms import must_edit, must_manage
from annotations.services.acting import act_of
from claims.errors import NotAllowed, WrongState
from claims.people import is_desk_member

MAX_KEYS = 50
"""Standing keys of one newsroom."""
DESK_SCOPES = frozenset(
    {ApiKey.Scope.DESK_READ, ApiKey.Scope.DESK_WRITE, ApiKey.Scope.ANNOTATIONS_WRITE}
)


def create_key(
    *,
    newsroom: Newsroom,
    name: str,
    scopes: Collection[str],
    by: User,
    expires_at: datetime.datetime | None = None,
) -> tuple[ApiKey, str]:
    """Make a key; its text is given this once and can't be had again.

    Raises NotANewsroomEditor, KeyNotMade.
    """
    must_edit(newsroom, by)
    wanted = [scope.value for scope in ApiKey.Scope if scope in scopes]
    if not wanted or len(wanted) != len(set(scopes)):
        raise KeyNotMade(_("Choose at least one of the scopes on offer."))
    if DESK_SCOPES & set(wanted) and not is_desk_member(by):
        raise KeyNotMade(_("A key works at the desk only for somebody who does."))
    if expires_at is not None and expires_at <= timezone.now():
        raise KeyNotMade(_("The key would have expired already."))
    with act_of(by):
        Newsroom.objects.select_for_update().get(pk=newsroom.pk)
        if newsroom.keys.filter(revoked_at=None).count() >= MAX_KEYS:
            raise KeyNotMade(_("Revoke a key that is no longer used first."))
        fresh = make_key()
        key = ApiKey.objects.create(
            newsroom=newsroom,
            name=name.strip(),
            prefix=fresh.prefix,
            digest=fresh.digest,
            scopes=wanted,
            owner=by,
            expires_at=expires_at,
        )
    return key, fresh.text


def revoke_key(*, key: ApiKey, by: User, now: datetime.datetime) -> None:
    """Shut a key for good. Raises NotANewsroomEditor, WrongState."""
    must_manage(key.newsroom, by)
    with act_of(by):
        held = ApiKey.objects.select_for_update().get(pk=key.pk)
        if held.revoked_at is not None:
            raise WrongState(_("The key is revoked already."))
        held.revoked_at = now
        held.save(update_fields=["revoked_at"])


def limit_key(*, key: ApiKey, per_minute: int | None, by: User) -> None:
    """Say how many requests a minute the key may make; none for the usual number.

    Raises NotAllowed.
    """
    if not policies.may_moderate(by):
        raise NotAllowed
    with act_of(by):
        held = ApiKey.objects.select_for_update().get(pk=key.pk)
        held.per_minute = per_minute
        held.save(update_fields=["per_minute"])
