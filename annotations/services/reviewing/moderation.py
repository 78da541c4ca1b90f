"""What a moderator does to a review: hide it, or bring it back, with a written reason."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from annotations import policies
from annotations.errors.desk import ReasonMissing
from annotations.models import Annotation, ModerationEvent
from annotations.services.acting import act_of, lock_claim
from annotations.services.telling.notifications import tell_of_dispute
from claims.errors import NotAllowed, WrongState

HIDE, RESTORE = ModerationEvent.Act.HIDE, ModerationEvent.Act.RESTORE


def hide_annotation(*, annotation: Annotation, by: User, reason: str) -> ModerationEvent:
    """Take a review out of sight and out of the count. Raises NotAllowed, ReasonMissing,
    WrongState when it is hidden already."""
    return _moderate(annotation, by, HIDE, reason)


def restore_annotation(*, annotation: Annotation, by: User, reason: str) -> ModerationEvent:
    """Bring a hidden review back. Raises NotAllowed, ReasonMissing, WrongState when not hidden."""
    return _moderate(annotation, by, RESTORE, reason)


def _moderate(
    annotation: Annotation, by: User, act: ModerationEvent.Act, reason: str
) -> ModerationEvent:
    if not policies.may_moderate(by):
        raise NotAllowed
    if not reason.strip():
        raise ReasonMissing
    with act_of(by):
        lock_claim(annotation.claim)  # hiding changes which reviews count
        newest = annotation.moderation_events.first()
        is_hidden = newest is not None and newest.act == HIDE
        if is_hidden == (act == HIDE):
            raise WrongState(
                _("The review is hidden already.") if is_hidden else _("It isn't hidden.")
            )
        event = ModerationEvent.objects.create(
            annotation=annotation, act=act, reason=reason.strip(), moderator=by
        )
        tell_of_dispute(claim=annotation.claim, by=by)
        return event
