"""Doing an act of a service for each selected row, and telling what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import ngettext

from claims.errors import DomainError


def do_each(request: HttpRequest, rows: QuerySet[Any], act: Callable[[Any, User], object]) -> None:
    """Do `act` for each row; say how many it was done for and why not for the others."""
    assert isinstance(request.user, User)
    done = 0
    for row in rows:
        try:
            act(row, request.user)
        except DomainError as refusal:
            messages.warning(request, f"{row}: {refusal.detail}")
        else:
            done += 1
    if done:
        words = ngettext("Done for %(done)d row.", "Done for %(done)d rows.", done)
        messages.success(request, words % {"done": done})
