"""A model that refuses, fails, answers nonsense or isn't there: the product's own claims stand."""

from __future__ import annotations

import socket

import pytest

from claims.language_model import KEPT_BYTES
from claims.models import ModelAnswer
from tests.claims.model_server import HANG, completion
from tests.claims.services.model_runs import WORDS, split, words_found

pytestmark = pytest.mark.django_db

FAILURES = [
    (401, "model-key-refused"),
    (403, "model-key-refused"),
    (429, "model-busy"),
    ((429, {"Retry-After": "99999"}), "model-busy"),
    ((429, {"Retry-After": "domani"}), "model-busy"),
    (503, "model-busy"),
    (500, "model-failed"),
    (404, "model-failed"),
    (204, "model-failed"),
    (b"", "model-nonsense"),
    (b"<html>", "model-nonsense"),
    (completion("Certo! Ecco:"), "model-nonsense"),
    (completion('{"claims": [{"sentence": 1, "pieces": ["Anna'), "model-nonsense"),
    (completion('{"claims": [], "verdict": "false"}'), "model-nonsense"),
    (completion(" " * (KEPT_BYTES + 1)), "model-too-large"),
]


@pytest.mark.parametrize(("answer", "problem"), FAILURES)
def test_a_failure_leaves_the_products_claims_and_is_told(own, model, answer, problem):
    model.will(answer)
    run = split()
    assert (run.extraction_state, run.model_problem) == ("done", problem)
    assert run.pipeline == "it-vaglio 1.0"
    assert words_found() == own
    assert len(model.heard) == 1
    assert not ModelAnswer.objects.exists()


def test_a_redirect_is_not_followed(own, model):
    model.will((307, {"Location": model.url + "/altrove"}))
    run = split()
    assert run.model_problem == "model-failed"
    assert [path for path, _, _ in model.heard] == ["/v1/chat/completions"]
    assert words_found() == own


def test_who_never_answers_is_given_up(own, model, settings):
    settings.MODEL_SECONDS = 0.2
    model.will(HANG)
    assert split().model_problem == "model-too-slow"
    assert words_found() == own


def test_nobody_there(own, model, settings):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.MODEL_URL = f"http://127.0.0.1:{closed.getsockname()[1]}/v1"
    assert split().model_problem == "model-unreachable"
    assert words_found() == own


@pytest.mark.parametrize(
    "url", ["http://8.8.8.8/v1", "http://169.254.169.254/v1", "ftp://127.0.0.1/v1"]
)
def test_an_open_line_to_the_world_is_refused_before_a_word_is_sent(own, model, settings, url):
    settings.MODEL_URL = url
    assert split().model_problem == "model-address"
    assert words_found() == own


def test_the_overloaded_are_asked_once_more_when_they_say(model):
    model.will((429, {"Retry-After": "0"}))
    assert split().model_problem == ""
    assert WORDS + "." in words_found()
    assert len(model.heard) == 2


def test_the_overloaded_are_not_asked_a_third_time(own, model):
    model.will((503, {"Retry-After": "0"}), (503, {"Retry-After": "0"}))
    assert split().model_problem == "model-busy"
    assert words_found() == own
    assert len(model.heard) == 2
