"""What was changed in a review, when and by whom, out of the audit trail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User

from annotations.models import Annotation
from annotations.queries.people import display_name

SHOWN = ("rating_id", "rationale", "withdrawn_at")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `changes` gives [before, after] by field; `by` is None for the machine."""

    at: datetime
    by: str | None
    act: str
    changes: Mapping[str, list[Any]]


def history_of(annotation: Annotation) -> list[Change]:
    """Read a review's changes and the moderation of it, oldest first."""
    acts = annotation.moderation_events.select_related("moderator__reviewer")
    moderation = [
        Change(act.created_at, display_name(act.moderator), act.act, {"reason": ["", act.reason]})
        for act in acts
    ]
    return sorted([*_edits(annotation), *moderation], key=lambda change: change.at)


def _edits(annotation: Annotation) -> list[Change]:
    events = list(
        apps.get_model("annotations", "AnnotationEvent")
        .objects.filter(pgh_obj=annotation.pk)
        .select_related("pgh_context")
        .order_by("pgh_id")
    )
    names = _names(_actor(event) for event in events)
    before: Any = None
    edits = []
    for event in events:
        changes = _changes(before, event)
        if changes or event.pgh_label == "insert":
            by = names.get(_actor(event) or 0)
            edits.append(Change(event.pgh_created_at, by, event.pgh_label, changes))
        before = event
    return edits


def _changes(before: Any, after: Any) -> dict[str, list[Any]]:
    """Compare two states of a row; against nothing, every filled field is new."""
    pairs = {name: [getattr(before, name, None), getattr(after, name)] for name in SHOWN}
    return {name.removesuffix("_id"): pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _actor(event: Any) -> int | None:
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def _names(ids: Iterable[int | None]) -> dict[int, str]:
    people = User.objects.select_related("reviewer").filter(pk__in={pk for pk in ids if pk})
    return {user.pk: display_name(user) for user in people}
