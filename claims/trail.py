"""What happened to a claim, told from its rows in the audit trail."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model

from claims.models import Claim
from claims.people import person_name
from claims.queries import history_of

_UNTOLD = {"version", "created_at", "updated_at"}
"""Columns that change with everything and say nothing."""


@dataclass(frozen=True, slots=True)
class Change:
    """One event: when, by whom (None: the machine), which act, and each field's old and new value.

    act: insert, update or delete; deed: what the service called it ("accept"), empty if unknown.
    """

    at: datetime.datetime
    by: str | None
    act: str
    deed: str
    changes: dict[str, tuple[Any, Any]]


def changes_of(claim: Claim) -> list[Change]:
    """Tell the claim's events, oldest first, in two queries."""
    events = list(history_of(claim))
    names = _names(events)
    before: Any = None
    told = []
    for event in events:
        context = event.pgh_context.metadata if event.pgh_context else {}
        told.append(
            Change(
                at=event.pgh_created_at,
                by=names.get(context.get("user")),
                act=event.pgh_label,
                deed=context.get("act", ""),
                changes=_differences(before, event) if before else {},
            )
        )
        before = event
    return told


def _names(events: Sequence[Any]) -> dict[Any, str | None]:
    """Names of the people in the events' contexts, by id."""
    ids = {event.pgh_context.metadata.get("user") for event in events if event.pgh_context}
    people = get_user_model().objects.filter(pk__in=ids - {None})
    return {person.pk: person_name(person) for person in people}


def _differences(before: Any, after: Any) -> dict[str, tuple[Any, Any]]:
    columns = [field.attname for field in Claim._meta.concrete_fields if field.name not in _UNTOLD]
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in columns}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
