"""A claim's versions for readers: each with its notice and what it changed, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from annotations.documents.public_document import PublicDocument, Tombstone, read_document
from annotations.models import PublishedClaim
from annotations.queries.publications import versions_of

LONGEST = 4_000
"""Words beyond which two texts are shown one after the other: comparing them would take seconds."""
_PIECE = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Change:
    """A part of the document that a version changed; `html` marks what came and went."""

    name: str | Promise
    html: SafeString


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """One version; no changes where it is the first, or the documents are held back."""

    row: PublishedClaim
    changes: list[Change]


@require_safe
def versions(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Show every version, newest first; of a withdrawn claim only the notices."""
    rows = list(versions_of(claim_id).defer("body", "search"))
    if not rows:
        raise Http404
    is_open = rows[0].act != PublishedClaim.Act.WITHDRAWN
    shown = _compared(rows) if is_open else [ShownVersion(row, []) for row in rows]
    context = {"versions": shown, "newest": rows[0], "is_open": is_open, "claim_id": claim_id}
    return render(request, "vaglio/versions.html", context, status=200 if is_open else 410)


def marked_words(before: str, after: str) -> SafeString:
    """Mark in `after` what came and what went, word by word."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if max(len(old), len(new)) > LONGEST:
        return format_html("<del>{}</del> <ins>{}</ins>", before, after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return format_html_join(
        "", "{}", ((_marked("".join(old[a:b]), "".join(new[c:d])),) for _tag, a, b, c, d in steps)
    )


def _marked(went: str, came: str) -> SafeString:
    if went == came:
        return format_html("{}", came)
    gone = format_html("<del>{}</del>", went) if went else SafeString()
    gap = SafeString(" ") if went and came else SafeString()
    return gone + gap + (format_html("<ins>{}</ins>", came) if came else SafeString())


def _compared(newest_first: Sequence[PublishedClaim]) -> list[ShownVersion]:
    """Compare each version with the one before it; tombstones have no text, and are passed over."""
    shown: list[ShownVersion] = []
    before: PublicDocument | None = None
    for row in reversed(newest_first):
        document = read_document(row.document)
        if isinstance(document, Tombstone):
            shown.append(ShownVersion(row, []))
            continue
        shown.append(ShownVersion(row, list(_changes(before, document)) if before else []))
        before = document
    return shown[::-1]


def _changes(old: PublicDocument, new: PublicDocument) -> Iterator[Change]:
    language = get_language() or new.language
    pairs = (
        (_("Rating"), _rating(old, language), _rating(new, language)),
        (_("headline"), old.headline, new.headline),
        (_("The claim"), old.claim.text, new.claim.text),
        (_("rationale"), old.rationale, new.rationale),
        (_("Evidence"), _evidence(old), _evidence(new)),
        (_("Right of reply"), old.right_of_reply, new.right_of_reply),
    )
    for name, was, now in pairs:
        if was != now:
            yield Change(name, marked_words(was, now))


def _rating(document: PublicDocument, language: str) -> str:
    names = document.rating.names
    return names.get(language, names[document.language])


def _evidence(document: PublicDocument) -> str:
    """Write the evidence as lines, so that what was added or left out can be marked."""
    return "\n".join(
        f"{part.source.title} ({part.source.publisher}): {part.excerpt}"
        for part in document.evidence
    )
