"""Addresses of publishing, correcting, withdrawing and of asking for a reply, below /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from annotations.api.desk import publication, replies

publication_urls: list[URLPattern] = [
    path("claims/<uuid:claim_id>/publication/", publication.Publication.as_view()),
    path("claims/<uuid:claim_id>/publication/draft/", publication.Draft.as_view()),
    path("claims/<uuid:claim_id>/publication/publish/", publication.Publish.as_view()),
    path("claims/<uuid:claim_id>/publication/replies/", replies.Replies.as_view()),
    path(
        "claims/<uuid:claim_id>/publication/replies/<uuid:reply_id>/outcomes/",
        replies.ReplyOutcomes.as_view(),
    ),
    path("claims/<uuid:claim_id>/publication/correct/", publication.Correct.as_view()),
    path("claims/<uuid:claim_id>/publication/withdraw/", publication.Withdraw.as_view()),
]
