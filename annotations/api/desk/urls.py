"""Addresses of the reviewing desk, below /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from annotations.api.desk import annotation_container as container
from annotations.api.desk import annotations as reviews
from annotations.api.desk import matches, me, ratings, sources, verdicts

desk_urls: list[URLPattern] = [
    path("me/", me.MeView.as_view(), name="me"),
    path("ratings/", ratings.RatingsView.as_view(), name="ratings"),
    path(
        "claims/<uuid:claim_id>/annotations/",
        reviews.ClaimAnnotationsView.as_view(),
        name="claim_annotations",
    ),
    path("claims/matches/", matches.BestMatchesView.as_view(), name="best_matches"),
    path(
        "claims/<uuid:claim_id>/matches/",
        matches.ClaimMatchesView.as_view(),
        name="claim_matches",
    ),
    path(
        "claims/<uuid:claim_id>/matches/<uuid:match_id>/decision/",
        matches.MatchDecisionView.as_view(),
        name="match_decision",
    ),
    path(
        "claims/<uuid:claim_id>/sources/",
        sources.ClaimSourcesView.as_view(),
        name="claim_sources",
    ),
    path(
        "claims/<uuid:claim_id>/verdict/",
        verdicts.ClaimVerdictView.as_view(),
        name="claim_verdict",
    ),
    path(
        "claims/<uuid:claim_id>/verdict/reopen/",
        verdicts.ClaimVerdictReopeningView.as_view(),
        name="claim_verdict_reopen",
    ),
    path(
        "claims/<uuid:claim_id>/verdicts/",
        verdicts.ClaimVerdictHistoryView.as_view(),
        name="claim_verdicts",
    ),
    path(
        "articles/<uuid:article_id>/verdicts/",
        verdicts.ArticleVerdictsView.as_view(),
        name="article_verdicts",
    ),
    path("annotations/", container.AnnotationContainer.as_view(), name="annotations"),
    path(
        "annotations/<uuid:annotation_id>/",
        reviews.AnnotationView.as_view(),
        name="annotation",
    ),
    path(
        "annotations/<uuid:annotation_id>/history/",
        reviews.AnnotationHistoryView.as_view(),
        name="annotation_history",
    ),
    path(
        "annotations/<uuid:annotation_id>/hide/",
        reviews.AnnotationHideView.as_view(),
        name="annotation_hide",
    ),
    path(
        "annotations/<uuid:annotation_id>/restore/",
        reviews.AnnotationRestoreView.as_view(),
        name="annotation_restore",
    ),
    path("sources/", sources.SourcesView.as_view(), name="sources"),
    path("sources/<uuid:source_id>/", sources.SourceView.as_view(), name="source"),
    path(
        "sources/<uuid:source_id>/archive/",
        sources.SourceArchiveView.as_view(),
        name="source_archive",
    ),
    path("sources/<uuid:source_id>/copy/", sources.SourceCopyView.as_view(), name="source_copy"),
    path(
        "sources/<uuid:source_id>/copy/text/",
        sources.SourceCopyTextView.as_view(),
        name="source_copy_text",
    ),
    path(
        "sources/<uuid:source_id>/copy/file/",
        sources.SourceCopyFileView.as_view(),
        name="source_copy_file",
    ),
]
