"""GET /articles/, /articles/{id}/; POST /articles/{id}/retry/."""

from __future__ import annotations

import pytest

from claims.models import Article, ExtractionRun
from tests.factories import TEXT, make_article, make_claim

pytestmark = pytest.mark.django_db
URL = "/api/v1/articles/"


def titles(client, **query):
    response = client.get(URL, query)
    assert response.status_code == 200, response.json()
    return [article["title"] for article in response.json()["results"]]


def test_the_list_has_counts_and_states_but_no_text(ada, cast):
    article = make_article(added_by=cast.bruno)
    ExtractionRun.objects.create(article=article, extraction_state="failed", problem="x")
    ExtractionRun.objects.create(article=article, extraction_state="running", progress=0.25)
    make_claim(article, "Il comune", review_state="accepted")
    make_claim(article, "12 nuove")
    make_claim(article, "Anna Righi", review_state="dismissed", dismissal="opinion")
    (card,) = ada.get(URL).json()["results"]
    assert "text" not in card
    assert card["counts"] == {"claims": 3, "proposed": 1, "accepted": 1, "dismissed": 1}
    assert card["extraction"]["state"] == "running"
    assert card["extraction"]["progress"] == 0.25
    assert card["added_by"] == "bruno"


def test_the_list_can_be_narrowed(ada):
    states = ["queued", "running", "done", "failed"]
    for state in states:
        article = make_article(f"Testo {state}.", title=f"split {state}", publisher="Il Foglio")
        ExtractionRun.objects.create(article=article, extraction_state=state)
    waiting = Article.objects.create(title="read queued", requested_url="https://a.example/x")
    Article.objects.create(title="read failed", reading_state="failed", language="en")
    assert titles(ada, state="queued") == ["read queued", "split queued"]
    assert titles(ada, state="running") == ["split running"]
    assert titles(ada, state="done") == ["split done"]
    assert titles(ada, state="failed") == ["read failed", "split failed"]
    assert titles(ada, language="en") == ["read failed"]
    assert len(titles(ada, publisher="il foglio")) == 4
    assert titles(ada, q="testo don") == ["split done"]
    assert titles(ada, q="a.example") == [waiting.title]
    assert titles(ada, ordering="created_at")[0] == "split queued"
    assert ada.get(URL, {"state": "x"}).status_code == 400
    assert ada.get(URL, {"ordering": "x"}).status_code == 400


def test_an_article_before_it_is_read(ada):
    article = Article.objects.create(requested_url="https://a.example/x")
    body = ada.get(f"{URL}{article.pk}/").json()
    assert body["reading"]["state"] == "queued"
    assert body["extraction"]["state"] is None
    assert body["published_at"] is None


def test_a_duplicate_leads_to_the_first(ada):
    first = make_article()
    twin = Article.objects.create(duplicate_of=first, reading_state="read")
    for below in ("", "claims/", "sentences/"):
        response = ada.get(f"{URL}{twin.pk}/{below}")
        assert (response.status_code, response["Location"]) == (308, f"{URL}{first.pk}/{below}")
    assert titles(ada) == [first.title]


def test_an_article_that_did_not_change_is_not_sent_again(ada):
    article = make_article()
    url = f"{URL}{article.pk}/"
    first = ada.get(url)
    assert first.json()["text"] == TEXT
    assert ada.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 304
    make_claim(article)
    again = ada.get(url, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.json()["counts"]["claims"]) == (200, 1)


def test_what_failed_to_be_read_is_read_again(ada, web, run_tasks):
    article = Article.objects.create(
        requested_url=web.page("/a", "Il comune ha aperto 12 scuole.", "text/plain"),
        reading_state="failed",
        reading_problem="too-slow",
    )
    with run_tasks():
        response = ada.post(f"{URL}{article.pk}/retry/")
    assert (response.status_code, response.json()["reading"]["problem"]) == (202, "")
    body = ada.get(f"{URL}{article.pk}/").json()
    assert (body["reading"]["state"], body["text"]) == ("read", "Il comune ha aperto 12 scuole.")


def test_what_failed_to_be_split_is_split_again(ada, run_tasks):
    article = make_article()
    ExtractionRun.objects.create(article=article, extraction_state="failed", problem="x")
    with run_tasks():
        response = ada.post(f"{URL}{article.pk}/retry/")
    assert response.status_code == 202
    assert ada.get(f"{URL}{article.pk}/").json()["extraction"]["state"] == "done"


def test_what_did_not_fail_is_not_tried_again(ada):
    response = ada.post(f"{URL}{make_article().pk}/retry/")
    assert (response.status_code, response.json()["code"]) == (409, "wrong-state")


def test_a_page_by_its_address_goes_the_whole_way(ada, web, run_tasks):
    page = "<html><body><article><p>{}</p></article></body></html>"
    url = web.page("/a", page.format("Il comune ha aperto dodici nuove scuole nel 2024. " * 3))
    with run_tasks():
        response = ada.post(URL, {"url": url})
    assert (response.status_code, response.json()["reading"]["state"]) == (202, "queued")
    body = ada.get(response["Location"]).json()
    assert (body["reading"]["state"], body["extraction"]["state"]) == ("read", "done")
    assert body["counts"]["claims"] > 0


def test_a_page_that_cannot_be_read_keeps_its_problem(ada, web, run_tasks):
    with run_tasks():
        response = ada.post(URL, {"url": web.page("/a", "x", status=404)})
    assert response.status_code == 202
    reading = ada.get(response["Location"]).json()["reading"]
    assert (reading["state"], reading["problem"]) == ("failed", "http-error")
    assert "404" in reading["detail"]
