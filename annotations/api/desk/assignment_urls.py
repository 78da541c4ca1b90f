"""Addresses of the queue, of who holds which claim and who looks at it, below /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from annotations.api.desk import articles, assignments, presence, queue, reviewers

assignment_urls: list[URLPattern] = [
    path("articles/", articles.DeskArticlesView.as_view(), name="articles"),
    path("claims/", queue.ReviewQueueView.as_view(), name="claims"),
    path(
        "claims/<uuid:claim_id>/presence/",
        presence.PresenceView.as_view(),
        name="claim_presence",
    ),
    path("reviewers/", reviewers.ReviewersView.as_view(), name="reviewers"),
    path("assignments/", assignments.AssignmentsView.as_view(), name="assignments"),
    path("assignments/take/", assignments.TakeView.as_view(), name="assignment_take"),
    path("assignments/reassign/", assignments.ReassignView.as_view(), name="assignment_reassign"),
    path("assignments/give-back/", assignments.GiveBackView.as_view(), name="assignment_give_back"),
    path(
        "assignments/<uuid:assignment_id>/",
        assignments.AssignmentView.as_view(),
        name="assignment",
    ),
]
