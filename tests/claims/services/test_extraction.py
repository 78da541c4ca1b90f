"""A run splits its article once, whoever dies or comes twice."""

from __future__ import annotations

import datetime
import threading
import time

import pytest
from django.db import connection
from django.utils import timezone

from annotations.models import Annotation, PublicationDraft, Rating
from claims.models import Claim, ExtractionRun, Sentence
from claims.nlp import types
from claims.services import claims, extraction
from claims.services.heartbeat import Heartbeat, LeaseLost
from tests.factories import TEXT, make_article

pytestmark = pytest.mark.django_db

WORDS = "Il comune ha aperto 12 nuove scuole nel 2024."
QUOTED = "Ne apriremo altre 3"


def span_of(text, words):
    start = text.index(words)
    return types.Span(start, start + len(words))


def document(text=TEXT, *statements):
    """What the language code could have found: two sentences, a claim for each statement."""
    first, second = span_of(text, WORDS), span_of(text, QUOTED)
    found = [
        types.Candidate(
            text=statement,
            sentence=0,
            segments=(first,),
            kind=types.Kind.QUANTITY,
            check_worthiness=0.8,
            reasons=("quantity",),
            quantities=(types.Quantity(20, 22, 12, "scuole"),),
            dates=(types.DateExpression(40, 44, "2024"),),
            entities=(types.Entity(3, 9, "ORG", "Comune di Prova"),),
            unresolved=(types.Unresolved(3, 9, ("Prova", "Vorré")),),
        )
        for statement in statements
    ]
    quoted = types.Candidate(
        QUOTED + ".", 1, (second,), speaker=types.Speaker("Anna Righi", 2, 5), hedged=True
    )
    return types.SplitDocument(
        "it",
        "it-prova 1",
        (types.Sentence(first.start, first.end), types.Sentence(second.start, second.end)),
        (*found, quoted),
    )


@pytest.fixture
def split(monkeypatch):
    """Let a test say what the language code answers."""

    def answer_with(answer):
        monkeypatch.setattr(extraction, "split_text", answer)

    return answer_with


def queued(text=TEXT):
    return extraction.queue_extraction(article=make_article(text))


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


class TestSplittingAgain:
    """Re-extraction keeps a person's work and nothing else of the older run."""

    @pytest.fixture
    def article(self, split):
        split(lambda request, report: document(request.text, "A.", "B.", "C.", "D."))
        run = queued()
        extraction.run_extraction(run.pk)
        return run.article

    def again(self, split, article, *statements):
        split(lambda request, report: document(request.text, *statements))
        extraction.run_extraction(extraction.queue_extraction(article=article).pk)

    def test_untouched_proposals_are_replaced(self, split, article):
        older = set(Claim.objects.values_list("pk", flat=True))
        self.again(split, article, "E.")
        assert sorted(Claim.objects.values_list("text", flat=True)) == [
            "E.",
            "Ne apriremo altre 3.",
        ]
        assert not older & set(Claim.objects.values_list("pk", flat=True))
        assert Sentence.objects.count() == 2

    @pytest.mark.parametrize(
        "act",
        [
            lambda claim, by: claims.accept(claim_id=claim.pk, by=by),
            lambda claim, by: claims.dismiss(claim_id=claim.pk, reason="opinion", by=by),
            lambda claim, by: claims.reword(claim_id=claim.pk, text="Meglio.", by=by),
            lambda claim, by: Annotation.objects.create(
                claim=claim, author=by, rating=Rating.objects.first(), rationale="Perché sì."
            ),
            lambda claim, by: PublicationDraft.objects.create(claim=claim, updated_by=by),
        ],
        ids=["accepted", "dismissed", "reworded", "annotated", "drafted"],
    )
    def test_a_persons_work_stays(self, split, article, cast, act):
        claim = Claim.objects.get(text="B.")
        act(claim, cast.ada)
        before = Claim.objects.filter(pk=claim.pk).values().get()
        self.again(split, article, "B.", "E.")
        assert Claim.objects.filter(pk=claim.pk).values().get() == before
        texts = sorted(Claim.objects.values_list("text", flat=True))
        assert texts == [before["text"], "Ne apriremo altre 3."]  # the span has its claim already

    def test_a_persons_own_claim_stays(self, split, article, cast):
        start = TEXT.index("Anna Righi")
        own = claims.add_claim(article=article, start=start, end=start + 10, by=cast.ada)
        self.again(split, article, "E.")
        assert Claim.objects.filter(pk=own.pk).exists()


@pytest.mark.django_db(transaction=True)
class TestWorkersAtOnce:
    """Real threads, real connections."""

    def test_a_working_worker_shows_progress_and_keeps_its_lease(self, split, settings):
        settings.EXTRACTION_LEASE_SECONDS = 2
        run = queued()
        seen = []

        def slow(request, report):
            for share in (0.25, 0.5, 0.75):
                report(share)
                time.sleep(1)
                row = ExtractionRun.objects.get(pk=run.pk)
                seen.append((row.progress, row.lease_until > timezone.now()))
                assert extraction.run_extraction(run.pk) is None  # nobody else may take it
            return document()

        split(slow)
        assert extraction.run_extraction(run.pk) == 1
        assert seen == [(0.25, True), (0.5, True), (0.75, True)]

    def test_a_worker_that_lost_its_lease_is_told_to_stop(self, settings):
        settings.EXTRACTION_LEASE_SECONDS = 0
        run = queued()  # no worker holds it
        with Heartbeat(run) as heartbeat:
            heartbeat.report(0.5)
            time.sleep(1.2)
            with pytest.raises(LeaseLost):
                heartbeat.report(0.7)

    def test_two_workers_with_one_run_store_it_once(self, split):
        calls = []

        def slow(request, report):
            calls.append(1)
            time.sleep(0.3)
            return document(request.text, "A.", "B.")

        split(slow)
        run = queued()
        barrier = threading.Barrier(4)
        stored = []

        def work():
            try:
                barrier.wait()
                stored.append(extraction.run_extraction(run.pk))
            finally:
                connection.close()

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(stored, key=str) == [3, None, None, None]
        assert (len(calls), Claim.objects.count(), Sentence.objects.count()) == (1, 3, 2)
