"""A run splits its article once, whoever dies or comes twice."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from claims.models import Claim, ExtractionRun, Sentence
from claims.nlp import types
from claims.services import extraction
from tests.claims.services.split_documents import WORDS, document, queued
from tests.factories import TEXT, make_article

pytestmark = pytest.mark.django_db


def test_one_open_run_an_article():
    run = queued()
    assert extraction.queue_extraction(article=run.article) == run


def test_what_was_found_becomes_rows(split):
    split(lambda request, report: document(request.text, WORDS))
    run = queued()
    assert extraction.run_extraction(run.pk) == 2
    run.refresh_from_db()
    assert (run.extraction_state, run.progress, run.pipeline) == ("done", 1.0, "it-prova 1")
    assert (run.attempts, run.lease_until) == (1, None)
    assert run.finished_at is not None
    claim, quoted = Claim.objects.order_by("start")
    assert TEXT[claim.start : claim.end] == WORDS
    assert claim.segments == [[0, len(WORDS)]]
    assert claim.quantities == [
        {
            "text": "12",
            "start": 20,
            "end": 22,
            "value": 12,
            "unit": "scuole",
            "measure": None,
            "bound": None,
        }
    ]
    assert claim.dates == [{"text": "2024", "start": 40, "end": 44, "edtf": "2024"}]
    assert claim.entities == [
        {"text": "comune", "start": 3, "end": 9, "label": "ORG", "name": "Comune di Prova"}
    ]
    assert claim.unresolved == [
        {"text": "comune", "start": 3, "end": 9, "candidates": ["Prova", "Vorré"]}
    ]
    assert (quoted.speaker_name, quoted.speaker_start, quoted.hedged) == ("Anna Righi", 2, True)
    assert quoted.sentence.position == 1


def test_the_language_code_gets_text_language_and_day(split):
    asked = []
    split(lambda request, report: asked.append(request) or document())
    article = make_article(published_at=datetime.datetime(2024, 5, 3, 22, 30, tzinfo=datetime.UTC))
    extraction.run_extraction(extraction.queue_extraction(article=article).pk)
    assert asked == [types.SplitRequest(TEXT, "it", datetime.date(2024, 5, 4))]  # Rome's day


def test_a_run_that_is_done_is_not_run_again(split):
    split(lambda request, report: document())
    run = queued()
    extraction.run_extraction(run.pk)
    assert extraction.run_extraction(run.pk) is None
    assert Claim.objects.count() == 1


def test_a_living_worker_is_not_disturbed(split):
    split(lambda request, report: pytest.fail("it must not be split"))
    run = queued()
    ExtractionRun.objects.filter(pk=run.pk).update(
        extraction_state="running", attempts=1, lease_until=timezone.now() + datetime.timedelta(9)
    )
    assert extraction.run_extraction(run.pk) is None


def test_a_dead_workers_run_is_taken_over_and_its_late_result_is_void(split):
    run = queued()

    def late(request, report):
        ExtractionRun.objects.filter(pk=run.pk).update(lease_until=timezone.now())
        split(lambda request, report: document(request.text, "Il secondo."))
        assert extraction.run_extraction(run.pk) == 2
        return document(request.text, "Il primo.", "Di troppo.")

    split(late)
    assert extraction.run_extraction(run.pk) is None
    assert sorted(Claim.objects.values_list("text", flat=True)) == [
        "Il secondo.",
        "Ne apriremo altre 3.",
    ]
    run.refresh_from_db()
    assert (run.extraction_state, run.attempts) == ("done", 2)


@pytest.mark.parametrize("ending", ["returns", "breaks", "refuses"])
def test_who_was_replaced_by_one_still_at_work_changes_nothing(split, ending):
    run = queued()

    def late(request, report):
        until = timezone.now() + datetime.timedelta(9)
        ExtractionRun.objects.filter(pk=run.pk).update(attempts=2, lease_until=until)
        if ending == "breaks":
            raise RuntimeError
        if ending == "refuses":
            raise types.SplitError("too_long", "Troppo lungo.")
        return document()

    split(late)
    assert extraction.run_extraction(run.pk) is None
    run.refresh_from_db()
    assert (run.extraction_state, run.attempts, run.problem) == ("running", 2, "")
    assert not Claim.objects.exists()


def test_a_text_that_cannot_be_split_fails_at_once(split):
    def refuse(request, report):
        raise types.SplitError("too_long", "Troppo lungo.")

    split(refuse)
    run = queued()
    extraction.run_extraction(run.pk)
    run.refresh_from_db()
    assert (run.extraction_state, run.problem) == ("failed", "too-long")
    assert (run.problem_detail, run.attempts) == ("Troppo lungo.", 1)


def test_a_fault_is_tried_three_times_and_kept(split):
    def broken(request, report):
        raise RuntimeError("albero rotto")

    split(broken)
    run = queued()
    for state in ("queued", "queued", "failed", "failed"):
        extraction.run_extraction(run.pk)
        run.refresh_from_db()
        assert run.extraction_state == state
        assert run.problem == "splitting-failed"
        assert "albero rotto" in run.problem_detail
    assert run.attempts == 3
    assert not Sentence.objects.exists()


def test_a_run_that_kills_its_worker_each_time_is_given_up(split):
    split(lambda request, report: pytest.fail("it must not be split"))
    run = queued()
    ExtractionRun.objects.filter(pk=run.pk).update(
        extraction_state="running", attempts=3, lease_until=timezone.now()
    )
    assert extraction.run_extraction(run.pk) is None
    run.refresh_from_db()
    assert (run.extraction_state, run.problem) == ("failed", "worker-lost")


def test_nothing_is_kept_of_a_result_that_cannot_be_stored(split):
    whole = document(TEXT, WORDS)
    broken = types.Candidate("fuori", 9, (types.Span(0, 5),))
    split(
        lambda request, report: types.SplitDocument(
            "it", "p", whole.sentences, (*whole.claims, broken)
        )
    )
    run = queued()
    extraction.run_extraction(run.pk)
    run.refresh_from_db()
    assert (run.extraction_state, run.problem) == ("queued", "splitting-failed")
    assert not Claim.objects.exists()
    assert not Sentence.objects.exists()
