"""Splitting again keeps what people did; workers that meet at one run split it once."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import connection
from django.utils import timezone

from annotations.models import Annotation, PublicationDraft, Rating
from claims.models import Claim, ExtractionRun, Sentence
from claims.services import claims, extraction
from claims.services.heartbeat import Heartbeat, LeaseLost
from tests.claims.services.split_documents import document, queued
from tests.factories import TEXT

pytestmark = pytest.mark.django_db


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
