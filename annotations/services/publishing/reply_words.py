"""The right of reply in the public document: row by row, and told in one text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from annotations.documents.public_document import PublicReply
from annotations.moments import utc
from annotations.queries.replies import ReplySeen, ReplyState


def public_replies(replies: Sequence[ReplySeen]) -> tuple[PublicReply, ...]:
    """Give the requests as the public reads them: neither our notes nor who wrote them down."""
    return tuple(_public(reply) for reply in replies)


def told_in_words(replies: Sequence[ReplySeen], language: str) -> str:
    """Tell all requests in one text, a paragraph each, in the language of the publication."""
    with translation.override(language):
        return "\n\n".join(_told(reply) for reply in replies)


def _public(reply: ReplySeen) -> PublicReply:
    request, outcome = reply.request, reply.outcome
    return PublicReply(
        asked=request.asked,
        channel=request.channel if request.asked else "",
        asked_at=_moment(request.asked_at),
        due_at=_moment(request.due_at),
        outcome=ReplyState.WAITING if outcome is None else outcome.outcome,
        answer=outcome.words if outcome else "",
        received_at=_moment(outcome.received_at if outcome else None),
    )


def _told(reply: ReplySeen) -> str:
    request, outcome = reply.request, reply.outcome
    if request.asked_at is None or (outcome and outcome.outcome == ReplyState.TOLD):
        return outcome.words if outcome else ""
    asked = _("%(asked)s was asked on %(day)s (%(channel)s).") % {
        "asked": request.asked,
        "day": _day(request.asked_at),
        "channel": request.get_channel_display(),
    }
    return f"{asked} {_came(reply)}"


def _came(reply: ReplySeen) -> str:
    outcome = reply.outcome
    if outcome is None:
        return str(_("No answer has come so far."))
    if outcome.outcome == ReplyState.SILENT:
        return str(_("No answer came."))
    if outcome.outcome == ReplyState.DECLINED:
        words = str(_("They declined to answer."))
        return f"{words} {outcome.words}" if outcome.words else words
    if outcome.received_at is None:
        return str(_("Answer: %(words)s") % {"words": outcome.words})
    day = _day(outcome.received_at)
    return str(_("Answer of %(day)s: %(words)s") % {"day": day, "words": outcome.words})


def _day(moment: datetime) -> str:
    words = date_format(timezone.localtime(moment), "j F Y")
    return words.lower() if get_language() == "it" else words  # Django's Italian months are capital


def _moment(at: datetime | None) -> str | None:
    return utc(at, "seconds") if at else None
