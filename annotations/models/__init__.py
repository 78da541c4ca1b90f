"""Rows of annotations/: one subject a file."""

from annotations.models.annotation import Annotation
from annotations.models.assignment import Assignment
from annotations.models.draft import PublicationDraft
from annotations.models.evidence import Evidence
from annotations.models.moderation import ModerationEvent
from annotations.models.presence import Presence
from annotations.models.publication import PublishedClaim
from annotations.models.rating import Rating
from annotations.models.reviewer import Reviewer
from annotations.models.source import ArchivedCopy, Source
from annotations.models.verdict import Verdict

__all__ = [
    "Annotation",
    "ArchivedCopy",
    "Assignment",
    "Evidence",
    "ModerationEvent",
    "Presence",
    "PublicationDraft",
    "PublishedClaim",
    "Rating",
    "Reviewer",
    "Source",
    "Verdict",
]
