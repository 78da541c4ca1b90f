"""Verdicts. What a person may know of one is settled in `annotations.queries.settling`."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request

from annotations.api.access.desk_access import answer, claim_at
from annotations.api.desk.inputs import ReopeningInput, VerdictInput
from annotations.api.desk.verdict_shapes import (
    ArticleVerdictsShape,
    VerdictHistoryShape,
    VerdictStateShape,
)
from annotations.queries.article_verdicts import verdicts_of_article
from annotations.queries.history import verdicts_seen
from annotations.queries.settling import verdict_as_seen
from annotations.services.reviewing.verdicts import reopen_verdict, settle_verdict
from claims.exchange.desk import DeskView, person_of
from claims.models import Article


class ClaimVerdictView(DeskView):
    """The verdict of one claim."""

    @extend_schema(operation_id="claim_verdict", tags=["desk"], responses=VerdictStateShape)
    def get(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """Show how far the verdict is; a person who hasn't rated reads counts only."""
        seen = verdict_as_seen(claim_at(claim_id), person_of(request))
        return answer(request, VerdictStateShape(seen).data)

    @extend_schema(
        operation_id="claim_settle",
        tags=["desk"],
        request=VerdictInput,
        responses={201: VerdictStateShape},
    )
    def post(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """Settle what all agree on, or adjudicate with rating and reason."""
        given = VerdictInput(data=request.data)
        given.is_valid(raise_exception=True)
        claim, user = claim_at(claim_id), person_of(request)
        settle_verdict(
            claim=claim,
            by=user,
            rating=given.validated_data.get("rating") or "",
            reason=given.validated_data.get("reason") or "",
            replaces=given.validated_data.get("replaces"),
        )
        seen = verdict_as_seen(claim, user)
        return answer(request, VerdictStateShape(seen).data, code=status.HTTP_201_CREATED)


class ClaimVerdictReopeningView(DeskView):
    """The taking back of a verdict that nobody has published."""

    @extend_schema(
        operation_id="claim_verdict_reopen",
        tags=["desk"],
        request=ReopeningInput,
        responses={201: VerdictStateShape},
    )
    def post(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """Reopen a settled claim: a row is added, the verdict stays in the history."""
        given = ReopeningInput(data=request.data)
        given.is_valid(raise_exception=True)
        claim, user = claim_at(claim_id), person_of(request)
        reopen_verdict(
            claim=claim,
            by=user,
            seen=given.validated_data["verdict"],
            reason=given.validated_data.get("reason", ""),
        )
        seen = verdict_as_seen(claim, user)
        return answer(request, VerdictStateShape(seen).data, code=status.HTTP_201_CREATED)


class ClaimVerdictHistoryView(DeskView):
    """All verdicts of one claim."""

    @extend_schema(operation_id="claim_verdicts", tags=["desk"], responses=VerdictHistoryShape)
    def get(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """List every verdict, oldest first; nothing for a person who hasn't rated yet."""
        verdicts = verdicts_seen(claim_at(claim_id), person_of(request))
        return answer(request, VerdictHistoryShape({"results": verdicts}).data)


class ArticleVerdictsView(DeskView):
    """How far the verdicts of one article's accepted claims are."""

    @extend_schema(operation_id="article_verdicts", tags=["desk"], responses=ArticleVerdictsShape)
    def get(self, request: Request, article_id: UUID) -> HttpResponseBase:
        """Show state, counts and one's own rating of each; a blind reader reads no other rating."""
        article = get_object_or_404(Article, pk=article_id)
        seen = verdicts_of_article(article, person_of(request))
        return answer(request, ArticleVerdictsShape({"results": seen}).data)
