"""Whose act a change is: the audit trail learns it on every road, web, admin or command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.contrib.auth.models import User
from django.db import transaction

from claims.models import Claim


@contextmanager
def act_of(by: User | None) -> Iterator[None]:
    """Open a transaction whose every audit row names the person; None for the machine."""
    with transaction.atomic(), pghistory.context(user=by.pk if by else None):
        yield


def lock_claim(claim: Claim) -> Claim:
    """Hold a claim, so that no review of it comes, changes or goes meanwhile; read it afresh.

    Every service takes this lock before any other row, so that two never wait for each other.
    """
    return Claim.objects.select_for_update().get(pk=claim.pk)
