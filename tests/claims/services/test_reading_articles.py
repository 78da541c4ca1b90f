"""A queued address is fetched, once, and what goes wrong is kept."""

from __future__ import annotations

import datetime
import threading

import pytest
from django.db import connection
from django.utils import timezone

from claims.errors import NotReadable
from claims.models import Article, ExtractionRun
from claims.services import articles
from claims.services.articles import Given

PAGE = """<html lang="it"><head><title>Scuole</title></head><body><article>
<p>Il comune ha aperto dodici nuove scuole nel 2024, con una spesa di {} milioni di euro.</p>
<p>La sindaca ha detto che ne apriranno altre tre entro la fine del prossimo anno.</p>
</article></body></html>"""

pytestmark = pytest.mark.django_db


def read(url, **given):
    added = articles.add_url(url=url, given=Given(**given))
    run = articles.read_article(added.article.pk)
    added.article.refresh_from_db()
    return added.article, run


def test_a_page_becomes_an_article_with_a_queued_run(web):
    article, run = read(web.page("/a", PAGE.format(3)) + "?utm_source=x#fine")
    assert article.reading_state == "read"
    assert article.requested_url == article.canonical_url == web.url + "/a"
    assert article.title == "Scuole"
    assert article.text.startswith("Il comune ha aperto dodici")
    assert article.read_at is not None
    assert (run.article, run.extraction_state) == (article, "queued")


def test_what_the_person_said_stays(web):
    article, _ = read(web.page("/a", PAGE.format(3)), title="Mio titolo", publisher="Io")
    assert (article.title, article.publisher) == ("Mio titolo", "Io")


def test_an_address_that_waits_is_not_queued_twice(web):
    first = articles.add_url(url=web.url + "/a")
    again = articles.add_url(url=web.url + "/a#altrove")
    assert (again.article, again.is_new) == (first.article, False)


def test_a_page_read_again_is_the_same_article_or_a_new_revision(web):
    first, _ = read(web.page("/a", PAGE.format(3)))
    same, run = read(web.url + "/a")
    assert (same.duplicate_of, same.reading_state, run) == (first, "read", None)
    changed, run = read(web.page("/a", PAGE.format(4)))
    assert (changed.supersedes, changed.duplicate_of) == (first, None)
    assert run is not None
    assert Article.objects.filter(duplicate_of=None).count() == 2


PROBLEMS = [
    ("http-error", lambda web: web.page("/a", "x", status=404)),
    ("not-html", lambda web: web.page("/a", b"%PDF", "application/pdf")),
    ("nothing-to-read", lambda web: web.page("/a", "<html><body></body></html>")),
    ("private-address", lambda web: web.redirect("/a", "http://169.254.169.254/")),
    ("too-many-redirects", lambda web: web.redirect("/a", "/a")),
    ("unsupported-language", lambda web: web.page("/a", GERMAN)),
    ("too-large", lambda web: web.page("/a", "x" * 200_000)),
    ("too-long", lambda web: web.page("/a", ("parola " * 3000), "text/plain")),
    ("too-slow", lambda web: web.drip("/a", iter([b""] * 9), 0.1)),
    ("unreachable", lambda web: "http://127.0.0.1:1/a"),
    ("empty-text", lambda web: web.page("/a", "", "text/plain")),
    ("whitespace-only", lambda web: web.page("/a", " \n", "text/plain")),
    ("binary-text", lambda web: web.page("/a", bytes(range(256)), "text/plain")),
    ("wrong-encoding", lambda web: web.page("/a", b"perch\xe9", "text/plain; charset=utf-8")),
]
GERMAN = (
    "<html><body><article>"
    + "<p>Die Regierung hat gestern ein neues Gesetz beschlossen, sagte der Minister.</p>" * 4
    + "</article></body></html>"
)


@pytest.mark.parametrize(("code", "lay_out"), PROBLEMS, ids=[code for code, _ in PROBLEMS])
def test_a_problem_is_kept_and_can_be_tried_again(web, settings, code, lay_out):
    settings.FETCH_MAX_BYTES = 100_000
    settings.ARTICLE_MAX_BYTES = 10_000
    settings.FETCH_SECONDS = 0.5 if code == "too-slow" else 5
    url = lay_out(web)
    article, run = read(url)
    assert (article.reading_state, article.reading_problem) == ("failed", code)
    assert article.reading_detail
    assert run is None
    assert article.text == ""

    assert articles.retry(article=article) is None
    article.refresh_from_db()
    assert (article.reading_state, article.reading_problem) == ("queued", "")
    if url.startswith(web.url):
        web.page("/a", PAGE.format(3))
        articles.read_article(article.pk)
        article.refresh_from_db()
        assert article.reading_state == "read"


def test_a_fault_of_ours_is_kept_too(web, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("albero rotto")

    monkeypatch.setattr("claims.services.articles.reading.read_fetched", broken)
    article, _ = read(web.page("/a", PAGE.format(3)))
    assert (article.reading_state, article.reading_problem) == ("failed", "reading-failed")
    assert "albero rotto" in article.reading_detail


def test_a_reader_that_lives_is_not_disturbed_and_a_dead_one_is_replaced(web):
    added = articles.add_url(url=web.page("/a", PAGE.format(3)))
    pk = added.article.pk
    Article.objects.filter(pk=pk).update(reading_lease_until=timezone.now() + datetime.timedelta(9))
    assert articles.read_article(pk) is None
    assert web.seen == []
    Article.objects.filter(pk=pk).update(reading_lease_until=timezone.now())
    assert articles.read_article(pk) is not None


def test_a_page_that_kills_its_reader_each_time_is_given_up(web):
    article = articles.add_url(url=web.page("/a", PAGE.format(3))).article
    Article.objects.filter(pk=article.pk).update(
        reading_attempts=3, reading_lease_until=timezone.now()
    )
    assert articles.read_article(article.pk) is None
    article.refresh_from_db()
    assert (article.reading_state, article.reading_problem) == ("failed", "worker-lost")
    articles.retry(article=article)
    assert articles.read_article(article.pk) is not None


def test_a_reader_that_was_replaced_stores_nothing(web, monkeypatch):
    added = articles.add_url(url=web.page("/a", PAGE.format(3)))
    real = articles.reading.fetch

    def slow(url):
        Article.objects.filter(pk=added.article.pk).update(reading_lease_until=timezone.now())
        return real(url)

    monkeypatch.setattr("claims.services.articles.reading.fetch", slow)
    assert articles.read_article(added.article.pk) is None
    added.article.refresh_from_db()
    assert (added.article.reading_state, added.article.text) == ("queued", "")


def test_a_read_article_is_not_read_again(web):
    article, _ = read(web.page("/a", PAGE.format(3)))
    assert articles.read_article(article.pk) is None
    assert len(web.seen) == 1


@pytest.mark.django_db(transaction=True)
def test_one_text_added_many_times_at_once_is_one_article():
    barrier = threading.Barrier(6)
    found, faults = [], []

    def add(number):
        try:
            barrier.wait()
            found.append(articles.add_text(text="Il comune ha aperto 12 scuole nel 2024.\n"))
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=add, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len({added.article.pk for added in found}) == 1
    assert sum(added.is_new for added in found) == 1
    assert Article.objects.count() == ExtractionRun.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_revisions_added_at_once_make_one_chain():
    barrier = threading.Barrier(5)
    faults = []

    def add(number):
        try:
            barrier.wait()
            articles.add_text(
                text=f"Il comune ha aperto {number} scuole nel 2024.",
                given=Given(canonical_url="https://foglio.example/scuole"),
            )
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=add, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert Article.objects.count() == 5
    assert Article.objects.filter(supersedes=None).count() == 1
    assert Article.objects.filter(superseded_by=None).count() == 1


def test_nothing_is_left_of_a_text_that_is_refused():
    with pytest.raises(NotReadable):
        articles.add_text(text="x" * 2, given=Given(canonical_url="mailto:a@b.example"))
    assert not Article.objects.exists()
