"""Addresses of the claims API, below /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from claims.api import articles, bulk, claims, reshaping

urlpatterns: list[URLPattern] = [
    path("articles/<uuid:article_id>/", articles.ArticleView.as_view(), name="article"),
    path("articles/<uuid:article_id>/retry/", articles.RetryView.as_view(), name="article-retry"),
    path(
        "articles/<uuid:article_id>/sentences/",
        articles.SentencesView.as_view(),
        name="article-sentences",
    ),
    path(
        "articles/<uuid:article_id>/claims/",
        claims.ArticleClaimsView.as_view(),
        name="article-claims",
    ),
    path("claims/decide/", bulk.DecideView.as_view(), name="claims-decide"),
    path("claims/<uuid:claim_id>/", claims.ClaimView.as_view(), name="claim"),
    path("claims/<uuid:claim_id>/accept/", claims.AcceptView.as_view(), name="claim-accept"),
    path("claims/<uuid:claim_id>/dismiss/", claims.DismissView.as_view(), name="claim-dismiss"),
    path("claims/<uuid:claim_id>/reopen/", claims.ReopenView.as_view(), name="claim-reopen"),
    path("claims/<uuid:claim_id>/reword/", claims.RewordView.as_view(), name="claim-reword"),
    path("claims/<uuid:claim_id>/resize/", reshaping.ResizeView.as_view(), name="claim-resize"),
    path("claims/<uuid:claim_id>/parts/", reshaping.PartsView.as_view(), name="claim-parts"),
    path("claims/<uuid:claim_id>/split/", reshaping.SplitView.as_view(), name="claim-split"),
    path("claims/<uuid:claim_id>/merge/", reshaping.MergeView.as_view(), name="claim-merge"),
    path("claims/<uuid:claim_id>/history/", claims.HistoryView.as_view(), name="claim-history"),
]
