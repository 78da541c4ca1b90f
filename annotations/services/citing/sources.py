"""Sources: one row a document, however its address is written or its file came."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from annotations.errors.desk import AddressTaken, CopyRefused, InvalidAddress, UnknownSource
from annotations.models import Source
from annotations.queries.sources import source_of_file
from annotations.services.acting import act_of
from annotations.services.citing.copies import attach_copy, checked_type, queue_first_copy
from annotations.sources.copy_content import FILES
from claims.errors import NotReadable, WrongState
from claims.reading import normal_url

_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?|[0-9a-f:.]+")
MAX_TITLE, MAX_PUBLISHER = 500, 200
"""Code points that the columns of a source hold; a page's own words are cut to fit."""


@dataclass(frozen=True, slots=True)
class SourceGiven:
    """A source as a reviewer names it: by `id`, or by `url` with what is known about it."""

    id: UUID | None = None
    url: str = ""
    title: str = ""
    publisher: str = ""
    published_on: date | None = None


def get_or_make_source(*, given: SourceGiven, by: User) -> Source:
    """Find the source named, or make it and queue its copy; one document is one row.

    What the reviewer says about a source we know fills only what was empty.
    Raises UnknownSource, InvalidAddress.
    """
    if given.id is not None:
        return _known_source(given.id)
    return add_source(given=given, by=by)[0]


def add_source(*, given: SourceGiven, by: User) -> tuple[Source, bool]:
    """Find the source with this address, or make it and queue its copy; say whether it is new.

    Raises InvalidAddress.
    """
    with act_of(by):
        source, is_new = Source.objects.get_or_create(
            url=normal_address(given.url),
            defaults={
                "title": given.title,
                "publisher": given.publisher,
                "published_on": given.published_on,
                "added_by": by,
            },
        )
        if not is_new:
            fill_source(
                source=source,
                title=given.title,
                publisher=given.publisher,
                published_on=given.published_on,
            )
        queue_first_copy(source=source)
        return source, is_new


def add_file_source(
    *, content: bytes, title: str, publisher: str, published_on: date | None, by: User
) -> tuple[Source, bool]:
    """Find the source that this file is a copy of, or make one of it; say whether it is new.

    The file is a PDF or an image; the same bytes are one source, whether they came by file before
    or were fetched from an address. Raises CopyRefused: empty-file, too-large, unsupported-type.
    """
    if checked_type(content) not in FILES:
        raise CopyRefused(
            "unsupported-type", _("A source without an address is a PDF or a picture.")
        )
    sha256 = hashlib.sha256(content).hexdigest()
    with act_of(by):
        source = source_of_file(sha256)
        is_new = False
        if source is None:
            source, is_new = Source.objects.get_or_create(
                file_sha256=sha256, defaults={"added_by": by}
            )
        fill_source(source=source, title=title, publisher=publisher, published_on=published_on)
        if is_new:
            attach_copy(source=source, content=content, text="", by=by)
        source.refresh_from_db()
        return source, is_new


@transaction.atomic
def fill_source(*, source: Source, title: str, publisher: str, published_on: date | None) -> None:
    """Fill what a source lacks; what a person wrote, even a moment ago, is never overwritten."""
    found = {
        "title": title[:MAX_TITLE],
        "publisher": publisher[:MAX_PUBLISHER],
        "published_on": published_on,
    }
    if not any(found.values()):
        return
    held = Source.objects.select_for_update().get(pk=source.pk)
    lacking = [name for name, value in found.items() if value and not getattr(held, name)]
    for name in lacking:
        setattr(held, name, found[name])
    if lacking:
        held.save(update_fields=[*lacking, "updated_at"])


def describe_source(
    *, source: Source, by: User, url: str = "", **details: str | date | None
) -> Source:
    """Change title, publisher or day of a source; a name not given stays as it is.

    url: an address for a source that came by file and has none; a source's address never changes.
    Raises InvalidAddress, AddressTaken, WrongState.
    """
    with act_of(by):
        held = Source.objects.select_for_update().get(pk=source.pk)
        if url and normal_address(url) != held.url:
            details["url"] = _free_address(held, url)
        for name, value in details.items():
            setattr(held, name, value)
        held.save(update_fields=[*details, "updated_at"])
        return held


def normal_address(url: str) -> str:
    """Spell an address one way. Raises InvalidAddress, also for what isn't http or https."""
    try:
        normal = normal_url(url)
    except NotReadable as error:
        raise InvalidAddress(error.detail, url=url) from error
    parts = urlsplit(normal)
    if parts.scheme not in ("http", "https") or parts.username or not _is_host(parts.hostname):
        raise InvalidAddress(url=url)
    return normal


def _free_address(source: Source, url: str) -> str:
    """Give the address as it is stored, where this source may take it."""
    if source.url:
        raise WrongState(_("The address of a source doesn't change: add another source."))
    normal = normal_address(url)
    other = Source.objects.filter(url=normal).first()
    if other is not None:
        raise AddressTaken(source=str(other.pk))
    return normal


def _known_source(pk: UUID) -> Source:
    source = Source.objects.select_related("merged_into").filter(pk=pk).first()
    if source is None:
        raise UnknownSource
    return source.standing


def _is_host(name: str | None) -> bool:
    return bool(name) and _HOST.fullmatch(name or "") is not None
