"""Names for the fields that have none of their own, in the reader's language.

The panel's columns, forms and filters would show them by their English identifiers. They are given
when the site starts and stand in no migration: a field that needs more explaining than its
identifier gives has a name in its model.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Field, Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

NAMES: dict[str, str | Promise] = {
    "act": _("act"),
    "actor": _("who did it"),
    "added_by": _("added by"),
    "annotation": _("annotation"),
    "approved_by": _("approved by"),
    "article": _("article"),
    "attached_by": _("attached by"),
    "author": _("author"),
    "by": _("by"),
    "cause": _("cause"),
    "check_worthiness": _("check-worthiness"),
    "claim": _("claim"),
    "claim_version": _("version of the claim"),
    "compared_at": _("compared on"),
    "copy": _("archived copy"),
    "created_at": _("created at"),
    "created_by": _("made by"),
    "dates": _("dates"),
    "day": _("day"),
    "decided_at": _("decided on"),
    "decided_by": _("decided by"),
    "delivery": _("delivery"),
    "digest": _("digest"),
    "document": _("document"),
    "due_at": _("due at"),
    "duplicate_of": _("duplicate of"),
    "earlier": _("earlier claim"),
    "end": pgettext_lazy("of a span", "end"),
    "endpoint": _("endpoint"),
    "entities": _("entities"),
    "etag": "ETag",
    "expires_at": _("expires on"),
    "first_published_at": _("first published on"),
    "is_current": _("is the newest"),
    "key": _("key"),
    "kind": _("kind"),
    "label": _("label"),
    "language": _("language"),
    "last_used_at": _("last used on"),
    "lease_until": _("held until"),
    "made_from": _("made from"),
    "mailed_at": _("mailed on"),
    "merged_into": _("merged into"),
    "model": pgettext_lazy("of the machine", "model"),
    "moderator": _("moderator"),
    "newsroom": _("newsroom"),
    "not_before": _("not before"),
    "outside": _("annotation from outside"),
    "person": _("person"),
    "pgh_context": _("circumstances"),
    "pgh_created_at": _("when"),
    "pgh_id": _("number of the change"),
    "pgh_label": _("change"),
    "pgh_obj": _("row"),
    "position": _("position"),
    "published": _("published claim"),
    "published_by": _("published by"),
    "quantities": _("quantities"),
    "queued_by": _("queued by"),
    "rating": _("rating"),
    "rating_key": _("rating"),
    "read_at": _("read at"),
    "reading_lease_until": _("being read until"),
    "reasons": _("reasons"),
    "recipient": _("recipient"),
    "report": _("report"),
    "request": _("request"),
    "requests": _("requests"),
    "review": _("review"),
    "review_version": _("version of the review"),
    "run": _("extraction run"),
    "sealed": _("sealed secret"),
    "segments": _("segments"),
    "sentence": _("sentence"),
    "settled_by": _("settled by"),
    "source": _("source"),
    "source_domains": _("domains of the sources"),
    "speaker_end": _("end of the speaker’s name"),
    "speaker_start": _("start of the speaker’s name"),
    "start": pgettext_lazy("of a span", "start"),
    "supersedes": _("supersedes"),
    "unresolved": _("words left unresolved"),
    "updated_at": _("updated at"),
    "updated_by": _("changed by"),
    "user": _("person"),
    "verdict": _("verdict"),
    "version": _("version"),
    "woken_at": _("woken on"),
    "written_by": _("written by"),
}


def name_fields(models: Iterable[type[Model]]) -> None:
    """Give each field that has no name of its own the one of NAMES."""
    for model in models:
        for field in nameless_fields(model):
            if field.name in NAMES:
                field.verbose_name = NAMES[field.name]  # type: ignore[assignment]


def nameless_fields(model: type[Model]) -> list[Field[Any, Any]]:
    """List the columns whose model gives them no name."""
    return [
        field
        for field in model._meta.concrete_fields
        if getattr(field, "_verbose_name") is None  # noqa: B009 - not in the stubs
    ]
