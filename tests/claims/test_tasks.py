"""What waits is found again, whatever became of its message."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from claims import tasks, waking
from claims.models import Article, ExtractionRun
from tests.factories import make_article

pytestmark = pytest.mark.django_db

LONG_AGO = datetime.timedelta(minutes=1)


@pytest.fixture
def sent(monkeypatch):
    """The messages that were sent, none of which arrives."""
    messages = []
    monkeypatch.setattr(
        waking.WakingTask,
        "apply_async",
        lambda self, args=(), kwargs=None, **options: messages.append((self.name, *args)),
    )
    return messages


def make_run(**fields):
    number = ExtractionRun.objects.count()
    run = ExtractionRun.objects.create(article=make_article(f"Testo {number}."), **fields)
    ExtractionRun.objects.filter(pk=run.pk).update(updated_at=timezone.now() - LONG_AGO)
    return run


def make_unread(**fields):
    article = Article.objects.create(requested_url="https://a.example/", **fields)
    Article.objects.filter(pk=article.pk).update(updated_at=timezone.now() - LONG_AGO)
    return article


def test_what_nobody_does_is_sent_again_and_nothing_else(sent):
    now, later = timezone.now(), timezone.now() + LONG_AGO
    waiting = [
        ("claims.tasks.read_article", make_unread()),
        ("claims.tasks.read_article", make_unread(reading_lease_until=now - LONG_AGO)),
        ("claims.tasks.extract_claims", make_run()),
        (
            "claims.tasks.extract_claims",
            make_run(extraction_state="running", lease_until=now - LONG_AGO),
        ),
    ]
    make_unread(reading_lease_until=later)
    make_unread(reading_state="failed")
    make_run(extraction_state="running", lease_until=later)
    make_run(extraction_state="done")
    make_run(extraction_state="failed")
    Article.objects.create(requested_url="https://a.example/")  # just queued
    ExtractionRun.objects.create(article=make_article("Appena arrivato."))
    assert tasks.sweep() == 4
    assert sorted(sent) == sorted((name, str(row.pk)) for name, row in waiting)


def test_a_run_that_was_just_sent_again_is_not_sent_at_each_sweep(sent):
    make_run()
    assert (tasks.sweep(), tasks.sweep()) == (1, 0)


def test_a_broker_that_is_down_stops_nothing(monkeypatch):
    def down(*args, **kwargs):
        raise waking.WakingTask.OperationalError("connection refused")

    monkeypatch.setattr(waking.WakingTask, "apply_async", down)
    make_run()
    make_unread()
    assert tasks.sweep() == 0


def test_the_sweep_gets_the_work_done(web):
    url = web.page("/a", "Il comune ha aperto 12 scuole nel 2024.", "text/plain")
    article = make_unread()
    Article.objects.filter(pk=article.pk).update(requested_url=url)
    run = make_run()
    assert tasks.sweep() == 2
    article.refresh_from_db()
    run.refresh_from_db()
    assert (article.reading_state, run.extraction_state) == ("read", "done")
