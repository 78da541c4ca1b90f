"""Copies of sources: queued, taken under a lease, kept, refused."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.utils import timezone

from annotations.errors.desk import CopyRefused
from annotations.models import ArchivedCopy, Source
from annotations.queries.sources import copies_to_fetch, with_shown_copy
from annotations.services.citing.copies import (
    MAX_ATTEMPTS,
    attach_copy,
    fail_copy,
    keep_fetched_copy,
    queue_copy,
    take_copy,
)
from tests.factories import Cast


@pytest.fixture
def source(cast: Cast) -> Source:
    return Source.objects.create(url="https://istat.example/nati", added_by=cast.ada)


def shown(source: Source) -> ArchivedCopy:
    return with_shown_copy().get(pk=source.pk).shown_copies[0]  # type: ignore[attr-defined]


def keep(copy: ArchivedCopy, content: bytes = b"<html><p>x") -> bool:
    return keep_fetched_copy(
        copy=copy, content=content, content_type="text/html", text="x", fetched_at=timezone.now()
    )


def test_one_fetch_waits_at_a_time(source: Source) -> None:
    assert queue_copy(source=source) == queue_copy(source=source)


def test_a_copy_is_taken_by_one_worker_until_its_lease_ends(source: Source) -> None:
    copy = queue_copy(source=source)
    assert take_copy(copy.pk) == copy
    assert take_copy(copy.pk) is None
    assert copies_to_fetch(timezone.now()) == []
    later = timezone.now() - timedelta(seconds=1)
    ArchivedCopy.objects.filter(pk=copy.pk).update(lease_until=later)
    assert copies_to_fetch(timezone.now()) == [copy.pk]
    assert take_copy(copy.pk) == copy


def test_a_copy_that_kills_its_workers_is_given_up(source: Source) -> None:
    copy = queue_copy(source=source)
    for _ in range(MAX_ATTEMPTS):
        assert take_copy(copy.pk)
        ArchivedCopy.objects.filter(pk=copy.pk).update(lease_until=None)
    assert take_copy(copy.pk) is None
    copy.refresh_from_db()
    assert (copy.copy_state, copy.problem) == ("failed", "interrupted")


def test_a_kept_copy_is_whole_and_is_not_kept_twice(source: Source) -> None:
    copy = queue_copy(source=source)
    assert keep(copy)
    assert not keep(copy, b"other")
    copy.refresh_from_db()
    assert bytes(copy.content or b"") == b"<html><p>x"
    assert copy.sha256 == hashlib.sha256(b"<html><p>x").hexdigest()


def test_the_newest_kept_copy_is_shown_before_any_other(source: Source) -> None:
    first = queue_copy(source=source)
    assert shown(source) == first
    keep(first)
    failing = queue_copy(source=source)
    fail_copy(copy=failing, problem="unreachable", detail="")
    assert shown(source) == first
    second = queue_copy(source=source)
    keep(second)
    assert shown(source) == second


def test_a_settled_copy_cannot_fail_afterwards(source: Source) -> None:
    copy = queue_copy(source=source)
    keep(copy)
    fail_copy(copy=copy, problem="too-slow", detail="")
    copy.refresh_from_db()
    assert copy.copy_state == "kept"


def test_an_attached_copy_names_who_attached_it(cast: Cast, source: Source) -> None:
    copy = attach_copy(source=source, content="Perché 👶".encode(), text="Perché 👶", by=cast.ada)
    assert (copy.copy_state, copy.attached_by, copy.content_type) == (
        "kept",
        cast.ada,
        "text/plain; charset=utf-8",
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b" \n\t ", "empty-file"),
        (b"PK\x03\x04zip\x00", "unsupported-type"),
        (b"\x7fELF\x02\x01", "unsupported-type"),
        (b"x" * 101, "too-large"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_code(
    cast: Cast, source: Source, settings: LazySettings, content: bytes, code: str
) -> None:
    settings.COPY_MAX_BYTES = 100
    with pytest.raises(CopyRefused) as refused:
        attach_copy(source=source, content=content, text="", by=cast.ada)
    assert refused.value.code == code
    assert not source.copies.exists()
