"""Corrections and withdrawals as entries of a feed of their own: one entry a change."""

from __future__ import annotations

from datetime import datetime

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override

from annotations.documents.feeds import Entry
from annotations.documents.public_document import PublicDocument, Tombstone

SIGNIFICANT = "significant"


def change_entry(document: PublicDocument | Tombstone) -> Entry:
    """Word the change that made this version, in its own language."""
    change = document.corrections[-1]
    with override(document.language):
        kind = _kind(document)
        subject = document.claim_text if isinstance(document, Tombstone) else document.headline
    moment = datetime.fromisoformat(change.at)
    return Entry(
        id=f"{document.url}#version-{change.version}",
        url=document.url,
        title=f"{kind}: {subject}",
        html=_words(document),
        language=document.language,
        rating=kind,
        published=moment,
        updated=moment,
    )


def _kind(document: PublicDocument | Tombstone) -> str:
    if isinstance(document, Tombstone):
        return gettext("Withdrawn")
    if document.corrections[-1].severity == SIGNIFICANT:
        return gettext("Significant correction")
    return gettext("Minor correction")


def _words(document: PublicDocument | Tombstone) -> SafeString:
    claim = document.claim_text if isinstance(document, Tombstone) else document.claim.text
    notice = document.corrections[-1].notice
    parts = [part.strip() for part in notice.split("\n\n") if part.strip()]
    return format_html("<blockquote>{}</blockquote>", claim) + format_html_join(
        "", "<p>{}</p>", ((part,) for part in parts)
    )
