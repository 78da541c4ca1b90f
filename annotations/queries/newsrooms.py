"""Newsrooms, their editors and keys."""

from __future__ import annotations

import datetime
from functools import cache
from itertools import islice
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db import connection
from django.db.models import BigIntegerField, Max, Model, QuerySet, Sum
from django.db.models.functions import Coalesce

from annotations.errors.newsroom import (
    KeyExpired,
    KeyRevoked,
    KeyUnknown,
    NewsroomNotApproved,
)
from annotations.key_text import is_key, prefix_of
from annotations.models import ApiKey, Newsroom


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
    key = _key_with(prefix) if prefix else None
    if key is None or not is_key(text, key.digest):
        raise KeyUnknown
    if key.revoked_at is not None or not key.owner.is_active:
        raise KeyRevoked
    if key.expires_at is not None and key.expires_at <= now:
        raise KeyExpired
    if key.newsroom.approved_at is None:
        raise NewsroomNotApproved
    return key


def _key_with(prefix: str) -> ApiKey | None:
    """Read a key with its newsroom and owner; past the ORM, which would double a request's cost."""
    with connection.cursor() as cursor:
        cursor.execute(_key_query(), [prefix])
        row = cursor.fetchone()
    if row is None:
        return None
    values = iter(row)
    models: tuple[Any, ...] = (ApiKey, Newsroom, User)
    key, newsroom, owner = (
        model.from_db(connection.alias, _fields(model), list(islice(values, len(_fields(model)))))
        for model in models
    )
    key.newsroom, key.owner = newsroom, owner
    found: ApiKey = key
    return found


@cache
def _key_query() -> str:
    tables = {"k": ApiKey, "n": Newsroom, "u": User}
    columns = ", ".join(
        f'{alias}."{field.column}"'
        for alias, model in tables.items()
        for field in model._meta.concrete_fields
    )
    from_k, join_n, join_u = (f"{model._meta.db_table} {a}" for a, model in tables.items())
    return (
        f"SELECT {columns} FROM {from_k} JOIN {join_n} ON n.id = k.newsroom_id "  # noqa: S608 - names of our own
        f"JOIN {join_u} ON u.id = k.owner_id WHERE k.prefix = %s"
    )


@cache
def _fields(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def keys_with_use(keys: QuerySet[ApiKey] | None = None) -> QuerySet[ApiKey]:
    """Read along how often each key was used (`requests`) and when last (`last_used_at`)."""
    keys = ApiKey.objects.all() if keys is None else keys
    return keys.annotate(
        requests=Coalesce(Sum("uses__requests"), 0, output_field=BigIntegerField()),
        last_used_at=Max("uses__last_used_at"),
    )
