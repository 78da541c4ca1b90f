"""POST /articles/{id}/claims/: a person's own claim."""

from __future__ import annotations

import uuid

import pytest

from claims.models import Claim
from tests.factories import TEXT, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(db):
    return f"/api/v1/articles/{make_article().pk}/claims/"


@pytest.mark.parametrize(
    ("selected", "exact"),
    [
        ("12 nuove scuole", "12 nuove scuole"),
        (" La scuola di Q\u0303ue resta così 👍.", "La scuola di Q\u0303ue resta così 👍."),
        ("«Ne apriremo altre 3», ", "«Ne apriremo altre 3»,"),
    ],
)
def test_selected_words_become_an_accepted_claim(ada, url, cast, selected, exact):
    start = TEXT.index(selected)
    response = ada.post(url, {"start": start, "end": start + len(selected)})
    assert response.status_code == 201
    body = response.json()
    assert response["Location"] == f"/api/v1/claims/{body['id']}/"
    assert response["ETag"] == '"1"'
    assert body["text"] == body["exact"] == exact == TEXT[body["start"] : body["end"]]
    assert body["segments"] == [[body["start"], body["end"]]]
    assert body["review_state"] == "accepted"
    assert body["origin"] == {"by": "person", "pipeline": None, "name": "ada"}


def test_own_words_may_stand_for_the_selected_ones(ada, url):
    body = ada.post(url, {"start": 0, "end": 9, "text": " Il comune\n di Prova apre. "}).json()
    assert (body["text"], body["exact"]) == ("Il comune di Prova apre.", "Il comune")


@pytest.mark.parametrize(
    ("start", "end"), [(5, 5), (9, 4), (0, len(TEXT) + 1), (10**6, 10**6 + 1), (9, 10)]
)
def test_a_span_outside_the_text_or_without_words_is_refused(ada, url, start, end):
    response = ada.post(url, {"start": start, "end": end})
    assert (response.status_code, response.json()["code"]) == (409, "invalid-span")
    assert not Claim.objects.exists()


@pytest.mark.parametrize("body", [{}, {"start": -1, "end": 4}, {"start": "a", "end": 4}])
def test_a_body_that_does_not_fit_is_invalid_input(ada, url, body):
    response = ada.post(url, body)
    assert (response.status_code, response.json()["code"]) == (400, "invalid-input")


def test_the_same_claim_twice_is_named_as_such(ada, bruno, url):
    first = ada.post(url, {"start": 0, "end": 9}).json()
    response = bruno.post(url, {"start": 0, "end": 9})
    assert (response.status_code, response.json()["code"]) == (409, "duplicate-claim")
    assert response.json()["claim"] == first["id"]
    assert bruno.post(url, {"start": 0, "end": 9, "text": "Altro."}).status_code == 201


def test_strangers_may_not(stranger, url):
    assert stranger.post(url, {"start": 0, "end": 9}).status_code == 403


def test_an_unknown_article_is_not_found(ada):
    url = f"/api/v1/articles/{uuid.uuid4()}/claims/"
    assert ada.post(url, {"start": 0, "end": 9}).status_code == 404


def test_what_is_answered_is_what_is_stored(ada, url):
    answer = ada.post(url, {"start": 0, "end": 9})
    assert answer.json() == ada.get(answer["Location"]).json()


def test_adding_takes_the_same_few_statements_among_many_claims(
    ada, url, django_assert_max_num_queries
):
    for number in range(20):
        assert ada.post(url, {"start": number, "end": number + 12}).status_code == 201
    with django_assert_max_num_queries(10):
        assert ada.post(url, {"start": 0, "end": 40}).status_code == 201
