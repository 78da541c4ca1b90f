"""What was changed in a review, when and by whom, out of the audit trail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import QuerySet

from annotations.models import Annotation, Source, Verdict
from annotations.queries.people import display_name
from annotations.queries.reviews import may_see_reviews
from claims.models import Claim

SHOWN = ("rating_id", "rationale", "withdrawn_at")
SHOWN_EVIDENCE = ("excerpt", "stance", "note", "is_primary")
SHOWN_SOURCE = ("title", "publisher", "published_on", "url")


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
    edits = [*_edits(annotation), *_evidence_edits(annotation), *_source_edits(annotation)]
    return sorted([*edits, *moderation], key=lambda change: change.at)


def _edits(annotation: Annotation) -> list[Change]:
    events = _events("AnnotationEvent", pgh_obj=annotation.pk)
    names = _names(_actor(event) for event in events)
    before: Any = None
    edits = []
    for event in events:
        changes = _changes(before, event, SHOWN)
        if changes or event.pgh_label == "insert":
            by = names.get(_actor(event) or 0)
            edits.append(Change(event.pgh_created_at, by, event.pgh_label, changes))
        before = event
    return edits


def _evidence_edits(annotation: Annotation) -> list[Change]:
    """Read what was added to, changed in and taken from the evidence; `source` names the source."""
    events = _events("EvidenceEvent", annotation_id=annotation.pk)
    names = _names(_actor(event) for event in events)
    titles = {str(source.pk): str(source) for source in _sources(events)}
    before: dict[UUID, Any] = {}
    edits = []
    for event in events:
        label = event.pgh_label
        title = titles.get(str(event.source_id), "")
        earlier = None if label == "insert" else before.get(event.pgh_obj_id)
        changes = {} if label == "delete" else _changes(earlier, event, SHOWN_EVIDENCE)
        before[event.pgh_obj_id] = event
        is_moved = earlier is not None and earlier.source_id != event.source_id
        if not changes and label == "update" and not is_moved:
            continue  # only its place among the others
        told = {"source": [_unless(label, "insert", title), _unless(label, "delete", title)]}
        if earlier is not None and is_moved:
            told["source"][0] = titles.get(str(earlier.source_id), "")
        by = names.get(_actor(event) or 0)
        edits.append(Change(event.pgh_created_at, by, f"evidence_{label}", {**told, **changes}))
    return edits


def _source_edits(annotation: Annotation) -> list[Change]:
    """Read what was changed in the details of the sources cited, since the review cites them."""
    cited = _events("EvidenceEvent", annotation_id=annotation.pk)
    since = {event.source_id: event.pgh_created_at for event in reversed(cited)}
    events = _events("SourceEvent", pgh_obj_id__in=list(since))
    names = _names(_actor(event) for event in events)
    before: dict[UUID, Any] = {}
    edits = []
    for event in events:
        earlier = before.get(event.pgh_obj_id)
        before[event.pgh_obj_id] = event
        changes = _changes(earlier, event, SHOWN_SOURCE)
        if earlier is None or not changes or event.pgh_created_at < since[event.pgh_obj_id]:
            continue
        name = event.title or event.url
        told = {"source": [name, name], **changes}
        by = names.get(_actor(event) or 0)
        edits.append(Change(event.pgh_created_at, by, "source_update", told))
    return edits


def _unless(label: str, act: str, title: str) -> str | None:
    return None if label == act else title


def _events(table: str, **of: Any) -> list[Any]:
    rows = apps.get_model("annotations", table).objects.filter(**of)
    return list(rows.select_related("pgh_context").order_by("pgh_id"))


def _sources(events: Iterable[Any]) -> QuerySet[Source]:
    return Source.objects.filter(pk__in={event.source_id for event in events})


def _changes(before: Any, after: Any, fields: Iterable[str]) -> dict[str, list[Any]]:
    """Compare two states of a row; against nothing, every filled field is new."""
    pairs = {name: [getattr(before, name, None), getattr(after, name)] for name in fields}
    return {
        name.removesuffix("_id"): pair
        for name, pair in pairs.items()
        if pair[0] != pair[1] and any(pair)
    }


def _actor(event: Any) -> int | None:
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def _names(ids: Iterable[int | None]) -> dict[int, str]:
    people = User.objects.select_related("reviewer").filter(pk__in={pk for pk in ids if pk})
    return {user.pk: display_name(user) for user in people}


def verdicts_seen(claim: Claim, user: User) -> list[Verdict]:
    """Read every verdict of a claim, oldest first; none for a person who may not see the reviews.

    A verdict tells colleagues' ratings, so that it stays hidden as long as they do.
    """
    if not may_see_reviews(claim, user):
        return []
    rows = Verdict.objects.filter(claim=claim).select_related("settled_by__reviewer")
    return list(rows.order_by("created_at", "id"))
