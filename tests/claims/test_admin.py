"""The admin panel of claims/: looking, trying again, accepting and dismissing."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Article, Claim, ExtractionRun, Sentence
from tests.factories import make_article, make_claim, make_client, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(db):
    article = make_article()
    run = ExtractionRun.objects.create(article=article, extraction_state="done")
    sentence = Sentence.objects.create(
        article=article, run=run, position=0, start=0, end=9, label="other", check_worthiness=0.1
    )
    return make_claim(article, run=run, sentence=sentence)


@pytest.fixture
def staff(db):
    return make_client(make_person("capo", "Capo", "editors", is_staff=True))


def run_action(client, model, name, *rows):
    url = reverse(f"admin:claims_{model}_changelist")
    body = {"action": name, "_selected_action": [str(row.pk) for row in rows]}
    response = client.post(url, body, format="multipart")
    assert response.status_code == 302, response.content
    return [str(message) for message in get_messages(response.wsgi_request)]


TABLES = ["article", "claim", "extractionrun", "articleevent", "claimevent", "extractionrunevent"]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_opens_searches_and_shows_a_row(staff, claim, table):
    changelist = reverse(f"admin:claims_{table}_changelist")
    assert staff.get(changelist).status_code == 200
    assert staff.get(changelist, {"q": "scuole"}).status_code == 200
    models = {"article": claim.article, "claim": claim, "extractionrun": claim.run}
    row = models.get(table) or models[table.removesuffix("event")].events.first()
    url = reverse(f"admin:claims_{table}_change", args=[row.pk])
    assert staff.get(url).status_code == 200
    assert staff.post(url, {}, format="multipart").status_code == 403
    assert staff.post(reverse(f"admin:claims_{table}_add"), {}).status_code == 403
    delete = reverse(f"admin:claims_{table}_delete", args=[row.pk])
    assert staff.post(delete, {"post": "yes"}, format="multipart").status_code == 403


@pytest.mark.parametrize("table", ["article", "claim", "extractionrun", "claimevent"])
def test_the_list_does_not_ask_for_each_row(staff, claim, django_assert_num_queries, table):
    changelist = reverse(f"admin:claims_{table}_changelist")
    with CaptureQueriesContext(connection) as few:
        staff.get(changelist)
    for number in range(10):
        article = make_article(f"Il comune ha aperto {number} scuole.")
        make_claim(article, run=ExtractionRun.objects.create(article=article))
    with django_assert_num_queries(len(few)):
        staff.get(changelist)


def test_only_staff_of_the_desk_may_look(ada, stranger, claim):
    outsider = make_client(make_person("fuori", "", is_staff=True))
    for client in (ada, stranger, outsider):
        response = client.get(reverse("admin:claims_article_changelist"))
        assert response.status_code in (302, 403)


def test_accept_dismiss_and_reopen_go_through_the_services(staff, claim):
    other = make_claim(claim.article, "Anna Righi")
    run_action(staff, "claim", "accept", claim, other)
    run_action(staff, "claim", "dismiss_duplicate", other)
    claim.refresh_from_db()
    other.refresh_from_db()
    assert (claim.review_state, claim.version) == ("accepted", 2)
    assert (other.review_state, other.dismissal, other.version) == ("dismissed", "duplicate", 3)
    deeds = [event.pgh_context.metadata["act"] for event in other.events.order_by("pgh_id")[1:]]
    assert deeds == ["accept", "dismiss"]
    run_action(staff, "claim", "reopen", other)
    other.refresh_from_db()
    assert other.review_state == "proposed"


def test_a_refusal_is_told_and_the_rest_goes_on(staff, claim):
    accepted = make_claim(claim.article, "Anna Righi", review_state="accepted")
    messages = run_action(staff, "claim", "accept", claim, accepted)
    claim.refresh_from_db()
    assert claim.review_state == "accepted"
    assert len(messages) == 2
    assert accepted.text in messages[1]


def test_what_failed_is_tried_again(staff, claim):
    unread = Article.objects.create(reading_state="failed", requested_url="https://a.example/")
    unsplit = make_article("Un altro testo.")
    ExtractionRun.objects.create(article=unsplit, extraction_state="failed")
    messages = run_action(staff, "article", "try_again", unread, unsplit, claim.article)
    unread.refresh_from_db()
    assert unread.reading_state == "queued"
    assert unsplit.extraction_runs.filter(extraction_state="queued").count() == 1
    assert len(messages) == 2


def test_an_article_is_split_again(staff, claim, run_tasks):
    with run_tasks():
        run_action(staff, "article", "split_again", claim.article)
    assert claim.article.extraction_runs.filter(extraction_state="done").count() == 2
    assert not Claim.objects.filter(pk=claim.pk).exists()
    unread = Article.objects.create(requested_url="https://a.example/")
    run_action(staff, "article", "split_again", unread)
    assert not unread.extraction_runs.exists()
