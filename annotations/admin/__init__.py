"""The admin panel for what people say about claims; one subject a file."""

from __future__ import annotations

from annotations.admin.affiliations import AffiliationAdmin
from annotations.admin.assignments import AssignmentAdmin
from annotations.admin.error_reports import ErrorReportAdmin
from annotations.admin.groups import DeskGroupAdmin
from annotations.admin.links import LinkCheckAdmin
from annotations.admin.matches import ClaimMatchAdmin
from annotations.admin.newsrooms import (
    ApiKeyAdmin,
    NewsroomAdmin,
    WebhookDeliveryAdmin,
    WebhookEndpointAdmin,
)
from annotations.admin.outside import OutsideAnnotationAdmin
from annotations.admin.people import DeskUserAdmin
from annotations.admin.publications import PublicationDraftAdmin, PublishedClaimAdmin
from annotations.admin.ratings import RatingAdmin
from annotations.admin.replies import ReplyRequestAdmin
from annotations.admin.reviews import AnnotationAdmin, ModerationEventAdmin
from annotations.admin.sources import ArchivedCopyAdmin, SourceAdmin
from annotations.admin.verdicts import VerdictAdmin

__all__ = [
    "AffiliationAdmin",
    "AnnotationAdmin",
    "ApiKeyAdmin",
    "ArchivedCopyAdmin",
    "AssignmentAdmin",
    "ClaimMatchAdmin",
    "DeskGroupAdmin",
    "DeskUserAdmin",
    "ErrorReportAdmin",
    "LinkCheckAdmin",
    "ModerationEventAdmin",
    "NewsroomAdmin",
    "OutsideAnnotationAdmin",
    "PublicationDraftAdmin",
    "PublishedClaimAdmin",
    "RatingAdmin",
    "ReplyRequestAdmin",
    "SourceAdmin",
    "VerdictAdmin",
    "WebhookDeliveryAdmin",
    "WebhookEndpointAdmin",
]
