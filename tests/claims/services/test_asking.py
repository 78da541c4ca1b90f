"""A run asks the operator's model; whatever comes of it, the article is split."""

from __future__ import annotations

import json
import logging
import socket
import time
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from claims.errors import WrongState
from claims.models import Claim, ExtractionRun, ModelAnswer
from claims.services import articles, asking, extraction
from claims.services.finding import claims_in
from tests.claims.model_server import claim
from tests.claims.services.model_runs import KEY, LONG, TEXT, WORDS, split, split_again, words_found
from tests.claims.services.split_documents import queued

pytestmark = pytest.mark.django_db


def test_what_the_model_proposes_becomes_claims(model):
    run = split()
    assert WORDS + "." in words_found()
    assert (run.extraction_state, run.model_problem) == ("done", "")
    assert run.pipeline == "it-vaglio 1.0 + prova-7b"


def test_the_model_gets_the_text_and_the_key_and_nothing_of_people(model):
    run = split()
    ((path, headers, request),) = model.heard
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert request["model"] == "prova-7b"
    material = json.loads(request["messages"][1]["content"])
    assert " ".join(sentence["text"] for sentence in material["sentences"]) == TEXT
    assert str(run.article.pk) not in json.dumps(request)


def test_without_a_key_none_is_sent(model, settings):
    settings.MODEL_KEY = ""
    split()
    assert "Authorization" not in model.heard[0][1]


def test_switched_off_nothing_is_asked_and_nothing_differs(model, settings, monkeypatch, own):
    settings.MODEL_URL = ""

    def refuse(*args: Any, **options: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(asking, "ask_model", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    run = split()
    assert run.pipeline == "it-vaglio 1.0"
    assert words_found() == own
    assert model.heard == []


def test_texts_that_no_run_splits_are_never_sent(model):
    claims_in(TEXT)
    assert model.heard == []


def test_after_a_failure_of_the_line_no_more_is_asked(model):
    model.will(500)
    split(LONG)
    assert len(model.heard) == 1


def test_one_answer_that_is_nonsense_loses_no_other(model):
    model.says = lambda material: [
        claim(s["sentence"], s["text"].removesuffix(".")) for s in material["sentences"]
    ]
    model.will(b"?")
    run = split(LONG)
    assert (run.model_problem, run.pipeline) == ("model-nonsense", "it-vaglio 1.0 + prova-7b")
    assert len(model.heard) == 3
    assert ModelAnswer.objects.count() == 2


def test_time_is_up_for_an_article(model, settings):
    settings.MODEL_RUN_SECONDS = 0.0
    run = split(LONG)
    assert run.model_problem == "model-too-slow"
    assert model.heard == []


def test_nothing_is_asked_twice(model):
    first = split(LONG)
    asked, found = len(model.heard), words_found()
    second = split_again(first)
    assert len(model.heard) == asked
    assert words_found() == found
    assert second.pipeline == first.pipeline


def test_another_model_is_asked_anew(model, settings):
    first = split()
    settings.MODEL_NAME = "prova-8b"
    split_again(first)
    assert len(model.heard) == 2


def test_only_what_is_missing_is_asked_again(model):
    model.will(b"?")
    first = split(LONG)
    assert split_again(first).model_problem == ""
    assert len(model.heard) == 4


def test_what_the_model_missed_can_be_tried_again(model):
    model.will(500)
    first = split()
    again = articles.retry(article=first.article)
    assert again is not None
    extraction.run_extraction(again.pk)
    assert WORDS + "." in words_found()
    with pytest.raises(WrongState):
        articles.retry(article=first.article)


def test_a_killed_workers_answers_are_not_lost(model, monkeypatch):
    def killed(*args: Any, **options: Any) -> None:
        raise KeyboardInterrupt

    run = queued(TEXT)
    with monkeypatch.context() as patched:
        patched.setattr(extraction, "_finish", killed)
        with pytest.raises(KeyboardInterrupt):
            extraction.run_extraction(run.pk)
    ExtractionRun.objects.filter(pk=run.pk).update(lease_until=run.created_at)
    assert extraction.run_extraction(run.pk)
    assert len(model.heard) == 1
    assert WORDS + "." in words_found()


def test_answers_go_with_their_article(model):
    run = split()
    assert ModelAnswer.objects.count() == 1
    Claim.objects.all().delete()
    run.article.delete()
    assert not ModelAnswer.objects.exists()


def test_the_trail_keeps_that_it_was_asked_and_none_of_the_words(model):
    split()
    event = apps.get_model("claims", "ModelAnswerEvent").objects.get()
    assert event.pgh_context.metadata["act"] == "ask-model"
    assert not hasattr(event, "content")


def test_no_log_holds_the_key(model, caplog):
    caplog.set_level(logging.DEBUG)
    model.will(401)
    run = split()
    assert "model-key-refused" in caplog.text
    assert KEY not in caplog.text
    assert KEY not in run.problem_detail


def test_progress_moves_with_the_answers(model, monkeypatch):
    told: list[float] = []
    monkeypatch.setattr(
        extraction.Heartbeat, "report", lambda self, share: told.append(round(share, 2))
    )
    split(LONG)
    assert told == [0.2, 0.4, 0.6, 0.8, 0.95]


@pytest.mark.django_db(transaction=True)
def test_the_lease_is_renewed_while_the_model_thinks(model, settings):
    settings.EXTRACTION_LEASE_SECONDS = 2
    run = queued(TEXT)
    seen: list[bool] = []

    def thinking(material: dict[str, Any]) -> list[dict[str, Any]]:
        """Answer once the run's lease was renewed; in vain when it never is."""
        try:
            row = ExtractionRun.objects.filter(pk=run.pk).values_list("lease_until", flat=True)
            first, end = row.get(), time.monotonic() + 15
            while row.get() == first and time.monotonic() < end:
                time.sleep(0.05)
            seen.append(row.get() != first)
        finally:
            connection.close()
        return []

    model.says = thinking
    assert extraction.run_extraction(run.pk)
    assert seen == [True]
