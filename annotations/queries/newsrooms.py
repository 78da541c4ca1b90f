"""Newsrooms, their editors and keys."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db.models import BigIntegerField, Max, QuerySet, Sum
from django.db.models.functions import Coalesce

from annotations.key_text import is_key, prefix_of
from annotations.models import ApiKey, Newsroom
from annotations.newsroom_errors import (
    KeyExpired,
    KeyRevoked,
    KeyUnknown,
    NewsroomNotApproved,
)


def newsroom_of(user: User | AbstractBaseUser | AnonymousUser) -> Newsroom | None:
    """Give the newsroom that this person looks after."""
    if not user.is_authenticated:
        return None
    return Newsroom.objects.filter(editors__user_id=user.pk).first()


def standing_key(text: str, now: datetime.datetime) -> ApiKey:
    """Give the key that `text` is, with its newsroom and owner, in one statement.

    Raises KeyUnknown, KeyRevoked, KeyExpired, NewsroomNotApproved.
    """
    prefix = prefix_of(text)
    keys = ApiKey.objects.select_related("newsroom", "owner")
    key = keys.filter(prefix=prefix).first() if prefix else None
    if key is None or not is_key(text, key.digest):
        raise KeyUnknown
    if key.revoked_at is not None or not key.owner.is_active:
        raise KeyRevoked
    if key.expires_at is not None and key.expires_at <= now:
        raise KeyExpired
    if key.newsroom.approved_at is None:
        raise NewsroomNotApproved
    return key


def keys_with_use(keys: QuerySet[ApiKey] | None = None) -> QuerySet[ApiKey]:
    """Read along how often each key was used (`requests`) and when last (`last_used_at`)."""
    keys = ApiKey.objects.all() if keys is None else keys
    return keys.annotate(
        requests=Coalesce(Sum("uses__requests"), 0, output_field=BigIntegerField()),
        last_used_at=Max("uses__last_used_at"),
    )
