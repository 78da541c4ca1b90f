"""What was changed after publishing as entries of a feed of their own: one entry a change."""

from __future__ import annotations

from datetime import datetime

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override

from annotations.documents.feeds import Entry
from annotations.documents.public_document import (
    PUBLISHED,
    WITHDRAWN,
    Correction,
    PublicDocument,
    Tombstone,
)

SIGNIFICANT = "significant"


def change_of(document: PublicDocument | Tombstone) -> Correction:
    """Tell the change that made this version, which isn't its claim's first.

    One that was published anew after its withdrawal is told by the act `published`, without a
    notice, with the rating it had before it was withdrawn and the one it has now.
    """
    last = document.corrections[-1]
    if isinstance(document, Tombstone) or last.version == document.version:
        return last
    before, now = last.from_rating, document.rating.key
    return Correction(document.version, PUBLISHED, "", "", document.updated_at, before, now)


def change_entry(document: PublicDocument | Tombstone) -> Entry:
    """Word the change that made this version, in its own language."""
    change = change_of(document)
    with override(document.language):
        kind = _kind(change)
        notice = change.notice or _published_anew()
        subject = document.claim_text if isinstance(document, Tombstone) else document.headline
    moment = datetime.fromisoformat(change.at)
    return Entry(
        id=f"{document.url}#version-{change.version}",
        url=document.url,
        title=f"{kind}: {subject}",
        html=_words(document, notice),
        language=document.language,
        rating=kind,
        published=moment,
        updated=moment,
    )


def _kind(change: Correction) -> str:
    if change.act == PUBLISHED:
        return gettext("Published anew")
    if change.act == WITHDRAWN:
        return gettext("Withdrawn")
    if change.severity == SIGNIFICANT:
        return gettext("Significant correction")
    return gettext("Minor correction")


def _published_anew() -> str:
    return gettext("It had been withdrawn; now it is public again, as its page shows it.")


def _words(document: PublicDocument | Tombstone, notice: str) -> SafeString:
    claim = document.claim_text if isinstance(document, Tombstone) else document.claim.text
    parts = [part.strip() for part in notice.split("\n\n") if part.strip()]
    return format_html("<blockquote>{}</blockquote>", claim) + format_html_join(
        "", "<p>{}</p>", ((part,) for part in parts)
    )
