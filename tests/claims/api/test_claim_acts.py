"""POST /claims/{id}/accept/, dismiss/, reopen/, reword/; GET history/."""

from __future__ import annotations

import uuid

import pytest

from annotations.models import Annotation, Rating
from claims.models import Claim
from tests.factories import make_article, make_claim

pytestmark = pytest.mark.django_db

ACTS = [
    ("accept", {}),
    ("dismiss", {"reason": "opinion"}),
    ("reopen", {}),
    ("reword", {"text": "Il comune di Prova ha aperto 12 scuole."}),
]


@pytest.fixture
def claim(db):
    return make_claim(make_article())


def act(client, claim, name, body=None, version='"1"'):
    headers = {} if version is None else {"If-Match": version}
    return client.post(f"/api/v1/claims/{claim.pk}/{name}/", body or {}, headers=headers)


def test_accept_then_undo(ada, claim):
    response = act(ada, claim, "accept")
    assert (response.status_code, response["ETag"]) == (200, '"2"')
    assert response.json()["review_state"] == "accepted"
    response = act(ada, claim, "reopen", version='"2"')
    assert (response.status_code, response["ETag"]) == (200, '"3"')
    assert (response.json()["review_state"], response.json()["version"]) == ("proposed", 3)


@pytest.mark.parametrize("reason", [reason.value for reason in Claim.REASONS])
def test_dismiss_with_a_reason_then_undo(ada, claim, reason):
    body = act(ada, claim, "dismiss", {"reason": reason}).json()
    assert (body["review_state"], body["dismissal"]) == ("dismissed", reason)
    body = act(ada, claim, "reopen", version="*").json()
    assert (body["review_state"], body["dismissal"]) == ("proposed", "")


def test_who_added_a_claim_takes_it_back_and_may_add_it_again(ada, bruno):
    article = make_article()
    address = f"/api/v1/articles/{article.pk}/claims/"
    words = {"start": 0, "end": len(article.text.split(".")[0])}
    added = Claim.objects.get(pk=ada.post(address, words).json()["id"])
    refused = act(bruno, added, "dismiss", {"reason": "taken_back"})
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong-state")
    assert act(ada, added, "dismiss", {"reason": "taken_back"}).status_code == 200
    assert ada.get(address).json()["results"] == []
    body = act(ada, added, "reopen", version="*").json()
    assert (body["review_state"], body["dismissal"]) == ("accepted", "")
    act(ada, added, "dismiss", {"reason": "taken_back"}, version="*")
    assert ada.post(address, words).status_code == 201


def test_a_dismissed_claim_can_be_accepted(ada, claim):
    act(ada, claim, "dismiss", {"reason": "duplicate"})
    body = act(ada, claim, "accept", version='"2"').json()
    assert (body["review_state"], body["dismissal"]) == ("accepted", "")


def test_reword_keeps_the_anchor(ada, claim):
    body = act(ada, claim, "reword", {"text": "  Il comune di Prova\nha aperto 12 scuole. "}).json()
    assert body["text"] == "Il comune di Prova ha aperto 12 scuole."
    assert (body["start"], body["end"], body["exact"]) == (claim.start, claim.end, claim.text)
    assert body["review_state"] == "proposed"


@pytest.mark.parametrize(("name", "body"), ACTS)
def test_without_a_version_nothing_is_written(ada, claim, name, body):
    response = act(ada, claim, name, body, version=None)
    assert (response.status_code, response.json()["code"]) == (428, "version-missing")
    claim.refresh_from_db()
    assert claim.version == 1


@pytest.mark.parametrize(("name", "body"), ACTS)
@pytest.mark.parametrize("version", ['"7"', '"0"'])
def test_a_stale_version_is_refused(ada, claim, name, body, version):
    response = act(ada, claim, name, body, version=version)
    assert (response.status_code, response.json()["code"]) == (412, "stale-version")
    claim.refresh_from_db()
    assert claim.version == 1


@pytest.mark.parametrize(("name", "body"), ACTS)
def test_an_unknown_claim_is_not_found(ada, name, body):
    response = ada.post(f"/api/v1/claims/{uuid.uuid4()}/{name}/", body, headers={"If-Match": "*"})
    assert (response.status_code, response.json()["code"]) == (404, "not-found")


@pytest.mark.parametrize(("name", "body"), ACTS)
def test_strangers_may_not(stranger, anonymous, claim, name, body):
    assert act(stranger, claim, name, body).status_code == 403
    assert act(anonymous, claim, name, body).status_code == 401


def test_what_is_in_a_state_already_is_a_wrong_state(ada, claim):
    act(ada, claim, "accept")
    response = act(ada, claim, "accept", version='"2"')
    assert (response.status_code, response.json()["code"]) == (409, "wrong-state")
    response = act(ada, make_claim(claim.article, "Anna Righi"), "reopen")
    assert response.json()["code"] == "wrong-state"


@pytest.mark.parametrize(
    ("name", "body"),
    [("dismiss", {}), ("dismiss", {"reason": "noia"}), ("reword", {}), ("reword", {"text": ""})],
)
def test_a_body_that_does_not_fit_is_invalid_input(ada, claim, name, body):
    response = act(ada, claim, name, body)
    assert (response.status_code, response.json()["code"]) == (400, "invalid-input")
    assert response.json()["errors"][0]["pointer"] == ("/reason" if name == "dismiss" else "/text")


def test_a_claim_longer_than_any_sentence_is_refused(ada, claim):
    response = act(ada, claim, "reword", {"text": "parola " * 1000})
    assert (response.status_code, response.json()["code"]) == (422, "invalid-text")


@pytest.mark.parametrize(("name", "body"), ACTS[1:])
def test_words_and_state_stay_once_reviews_rest_on_them(ada, claim, cast, name, body):
    act(ada, claim, "accept")
    Annotation.objects.create(
        claim=claim, author=cast.bruno, rating=Rating.objects.first(), rationale="Perché sì."
    )
    response = act(ada, claim, name, body, version='"2"')
    assert (response.status_code, response.json()["code"]) == (409, "wrong-state")


def test_the_history_tells_who_did_what(ada, bruno, claim, cast):
    cast.ada.first_name, cast.ada.last_name = "Ada", "Neri"
    cast.ada.save()
    act(ada, claim, "accept")
    act(bruno, claim, "reword", {"text": "Meglio così."}, version='"2"')
    response = ada.get(f"/api/v1/claims/{claim.pk}/history/")
    made, accepted, reworded = response.json()["results"]
    assert (made["act"], made["changes"]) == ("insert", {})
    assert (accepted["act"], accepted["deed"], accepted["by"]) == ("update", "accept", "Ada Neri")
    assert accepted["changes"] == {"review_state": ["proposed", "accepted"]}
    assert (reworded["deed"], reworded["by"]) == ("reword", "bruno")
    assert reworded["changes"] == {"text": [claim.text, "Meglio così."]}
    assert accepted["at"] <= reworded["at"]
