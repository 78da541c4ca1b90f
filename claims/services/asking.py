"""The operator's language model is asked for claims of one text; its answers stay with the article.

A failure never loses a split: what isn't answered keeps the product's own claims, and what
went wrong is told. After a failure of the line nothing more is asked.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Mapping
from typing import Any

import pghistory
from django.conf import settings
from django.db import transaction

from claims.language_model import NotAnsweredError, ask_model
from claims.models import Article, ModelAnswer, ModelProblem
from claims.nlp.proposing.answers import BadAnswerError, message_of, read_answer
from claims.nlp.proposing.proposal import Proposal, Proposer, Question
from claims.nlp.proposing.questions import PROMPT_VERSION, request_of

logger = logging.getLogger(__name__)

_OF_ONE_ANSWER = (ModelProblem.TOO_LARGE, ModelProblem.NONSENSE)
"""What says nothing about the next question."""


class Asking:
    """Questions about one text; `problem` is what went wrong, "" while nothing did.

    article: whose answers are kept and used again; None where nothing is stored.
    """

    def __init__(self, article: Article | None) -> None:
        self.problem = ""
        self._article = article
        self._is_over = False
        self._end = time.monotonic() + settings.MODEL_RUN_SECONDS

    def proposer(self) -> Proposer:
        """Give what the language code asks with."""
        return Proposer(settings.MODEL_NAME, self._propose)

    def _propose(self, question: Question) -> list[Proposal] | None:
        """Give the proposals of one answer, kept or new; None where there is none."""
        request = request_of(question, settings.MODEL_NAME)
        key = _digest(request)
        kept = self._kept(key)
        try:
            content = self._asked(request) if kept is None else kept
            proposals = read_answer(content, question)
        except BadAnswerError:
            self._note(ModelProblem.NONSENSE)
            return None
        except NotAnsweredError as failure:
            self._note(failure.problem)
            return None
        if kept is None:
            self._keep(key, content)
        return proposals

    def _asked(self, request: Mapping[str, Any]) -> str:
        if self._is_over:
            raise NotAnsweredError(ModelProblem(self.problem))
        if time.monotonic() > self._end:
            raise NotAnsweredError(ModelProblem.TOO_SLOW)
        return message_of(ask_model(request))

    def _note(self, problem: ModelProblem) -> None:
        if self._is_over:
            return
        logger.warning("the language model gave no answer: %s", problem)
        self._is_over = problem not in _OF_ONE_ANSWER
        if self._is_over or not self.problem:
            self.problem = problem.value

    def _kept(self, key: str) -> str | None:
        if self._article is None:
            return None
        kept = ModelAnswer.objects.filter(article=self._article, key=key)
        return kept.values_list("content", flat=True).first()

    def _keep(self, key: str, content: str) -> None:
        if self._article is None:
            return
        answer = ModelAnswer(
            article=self._article, key=key, model=settings.MODEL_NAME[:200], content=content
        )
        with transaction.atomic(), pghistory.context(act="ask-model"):
            ModelAnswer.objects.bulk_create([answer], ignore_conflicts=True)


def _digest(request: Mapping[str, Any]) -> str:
    """What tells one question from another, whichever model it goes to."""
    asked = json.dumps([PROMPT_VERSION, request], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()
