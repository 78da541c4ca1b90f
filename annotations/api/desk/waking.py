"""Calling workers for what a review has queued."""

from __future__ import annotations

from django.db import transaction

from annotations.models import Annotation
from annotations.queries.sources import queued_copies_of
from annotations.tasks import archive_source


def wake_for(annotation: Annotation) -> None:
    """Call a worker for every copy that the review's sources wait for."""
    with transaction.atomic():
        for copy in queued_copies_of(annotation):
            archive_source.delay_on_commit(str(copy.pk))
