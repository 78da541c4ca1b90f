"""Rows of annotations/: one subject a file."""

from annotations.models.affiliation import Affiliation
from annotations.models.annotation import Annotation
from annotations.models.assignment import Assignment
from annotations.models.draft import PublicationDraft
from annotations.models.error_report import ErrorReport, ReportContact, ReportEvent
from annotations.models.evidence import Evidence
from annotations.models.link_check import LinkCheck
from annotations.models.match import ClaimComparison, ClaimMatch
from annotations.models.moderation import ModerationEvent
from annotations.models.newsroom import ApiKey, ApiKeyUse, Newsroom, NewsroomEditor
from annotations.models.notification import Notification
from annotations.models.outside import OutsideAnnotation, OutsideDecision
from annotations.models.presence import Presence
from annotations.models.publication import PublishedClaim
from annotations.models.published_word import PublishedWord
from annotations.models.rating import Rating
from annotations.models.reply import ReplyOutcome, ReplyRequest
from annotations.models.reviewer import Reviewer
from annotations.models.source import ArchivedCopy, Source
from annotations.models.verdict import Verdict
from annotations.models.webhook import (
    WebhookAttempt,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookEvent,
    WebhookSecret,
)

__all__ = [
    "Affiliation",
    "Annotation",
    "ApiKey",
    "ApiKeyUse",
    "ArchivedCopy",
    "Assignment",
    "ClaimComparison",
    "ClaimMatch",
    "ErrorReport",
    "Evidence",
    "LinkCheck",
    "ModerationEvent",
    "Newsroom",
    "NewsroomEditor",
    "Notification",
    "OutsideAnnotation",
    "OutsideDecision",
    "Presence",
    "PublicationDraft",
    "PublishedClaim",
    "PublishedWord",
    "Rating",
    "ReplyOutcome",
    "ReplyRequest",
    "ReportContact",
    "ReportEvent",
    "Reviewer",
    "Source",
    "Verdict",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookEndpoint",
    "WebhookEvent",
    "WebhookSecret",
]
