"""The desk's publication API, from the empty draft to the withdrawal."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from annotations.publication_gate import GATE_CODES
from annotations.services.publishing.publication import withdraw
from tests.annotations.publishing import make_published, make_ready_claim
from tests.factories import Cast, make_article, make_claim


def publication(claim_id: object, tail: str = "") -> str:
    return f"/api/v1/claims/{claim_id}/publication/{tail}"


def test_a_fresh_claim_has_an_empty_draft_and_a_gate_that_says_what_is_missing(
    cast: Cast, editor: APIClient
) -> None:
    claim = make_claim(make_article(), review_state="accepted")
    response = editor.get(publication(claim.pk))
    assert response["ETag"] == '"0"'
    shown = response.json()
    assert (shown["state"], shown["may_publish"], shown["ready"]) == ("unpublished", True, False)
    assert shown["draft"]["language"] == "it"
    assert [item["code"] for item in shown["gate"]] == list(GATE_CODES)
    met = {item["code"] for item in shown["gate"] if item["met"]}
    assert met == {"speaker_or_article", "language", "not_only_reviewer"}
    fields = {item["code"]: item["field"] for item in shown["gate"]}
    assert fields["headline"] == "headline"
    assert fields["two_sources"] == "one_source_reason"
    assert shown["current"] is None
    assert shown["versions"] == []


def test_a_draft_is_saved_under_its_version(cast: Cast, editor: APIClient) -> None:
    claim = make_claim(make_article(), review_state="accepted")
    path = publication(claim.pk, "draft/")
    draft = {"headline": "  Sono nove  ", "rationale": "Perché 👍", "as_of": "2024-01-02"}
    assert editor.put(path, draft).status_code == 428
    first = editor.put(path, draft, headers={"If-Match": '"0"'})
    assert (first.status_code, first["ETag"]) == (200, '"1"')
    assert first.json()["draft"] == {
        "headline": "Sono nove",
        "rationale": "Perché 👍",
        "language": "it",
        "claim_made_on": None,
        "as_of": "2024-01-02",
        "recheck_on": None,
        "one_source_reason": "",
        "no_primary_reason": "",
        "version": 1,
    }
    stale = editor.put(path, draft, headers={"If-Match": '"0"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "stale-version")
    assert editor.put(path, draft, headers={"If-Match": "*"})["ETag"] == '"2"'


BAD_DRAFTS = [
    ({"language": "de"}, "/language"),
    ({"claim_made_on": "ieri"}, "/claim_made_on"),
    ({"headline": "x" * 301}, "/headline"),
    ({"headline": "x" + " " * 300}, "/headline"),
    ({"headline": 12}, "/headline"),
    ({"rationale": "a\0b"}, "/rationale"),
]


@pytest.mark.parametrize(("draft", "pointer"), BAD_DRAFTS)
def test_a_draft_that_can_not_be_is_refused(
    cast: Cast, editor: APIClient, draft: dict[str, Any], pointer: str
) -> None:
    claim = make_claim(make_article(), review_state="accepted")
    response = editor.put(publication(claim.pk, "draft/"), draft, headers={"If-Match": "*"})
    assert response.status_code == 400
    assert [part["pointer"] for part in response.json()["errors"]] == [pointer]


def test_a_claim_was_not_made_on_a_day_still_to_come(cast: Cast, editor: APIClient) -> None:
    claim = make_claim(make_article(), review_state="accepted")
    draft, any_version = {"claim_made_on": "2999-01-01"}, {"If-Match": "*"}
    refused = editor.put(publication(claim.pk, "draft/"), draft, headers=any_version)
    assert (refused.status_code, refused.json()["code"]) == (409, "still-to-come")


def test_a_claim_goes_out_is_corrected_and_taken_back(cast: Cast, editor: APIClient) -> None:
    claim = make_ready_claim(cast)
    assert editor.get(publication(claim.pk)).json()["ready"] is True
    published = editor.post(publication(claim.pk, "publish/"))
    assert published.status_code == 201
    shown = published.json()
    assert shown["state"] == "published"
    assert shown["current"]["url"].endswith(f"/claims/{claim.pk}/")
    correction = {"severity": "minor", "notice": "Un refuso nel titolo."}
    refused = editor.post(publication(claim.pk, "correct/"), correction)
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing-to-correct")
    title = {"headline": "Le scuole aperte sono nove e non dodici"}
    editor.put(publication(claim.pk, "draft/"), title, headers={"If-Match": "*"})
    corrected = editor.post(publication(claim.pk, "correct/"), correction)
    assert corrected.status_code == 201
    assert [part["version"] for part in corrected.json()["versions"]] == [2, 1]
    assert corrected.json()["versions"][0]["notice"] == "Un refuso nel titolo."
    taken_back = editor.post(publication(claim.pk, "withdraw/"), {"notice": "Era di un altro."})
    assert taken_back.status_code == 201
    assert taken_back.json()["state"] == "withdrawn"


def test_the_gate_names_what_is_missing_when_asked_to_publish(
    cast: Cast, editor: APIClient
) -> None:
    claim = make_claim(make_article(), review_state="accepted")
    response = editor.post(publication(claim.pk, "publish/"))
    assert response.status_code == 409
    problem = response.json()
    assert problem["code"] == "gate-not-met"
    assert "headline" in problem["missing"]
    assert "two_sources" in problem["missing"]


BAD_NOTICES = [
    ("correct/", {"severity": "minor", "notice": "  "}, "/notice"),
    ("correct/", {"severity": "huge", "notice": "Sì."}, "/severity"),
    ("correct/", {"notice": "Sì."}, "/severity"),
    ("withdraw/", {}, "/notice"),
]


@pytest.mark.parametrize(("tail", "given", "pointer"), BAD_NOTICES)
def test_no_change_goes_out_without_its_notice(
    cast: Cast, editor: APIClient, tail: str, given: dict[str, str], pointer: str
) -> None:
    version = make_published(cast)
    response = editor.post(publication(version.claim_id, tail), given)
    assert response.status_code == 400
    assert pointer in [part["pointer"] for part in response.json()["errors"]]


@pytest.mark.parametrize("tail", ["publish/", "correct/", "withdraw/"])
def test_what_does_not_fit_the_state_is_refused(cast: Cast, editor: APIClient, tail: str) -> None:
    version = make_published(cast)
    if tail != "publish/":
        withdraw(claim=version.claim, by=cast.editor, notice="Errore.")
    response = editor.post(
        publication(version.claim_id, tail), {"severity": "minor", "notice": "Sì."}
    )
    assert (response.status_code, response.json()["code"]) == (409, "wrong-state")


TAILS = ["", "draft/", "publish/", "correct/", "withdraw/"]


@pytest.mark.parametrize("tail", TAILS)
def test_strangers_and_the_anonymous_are_kept_out(
    cast: Cast, stranger: APIClient, anonymous: APIClient, tail: str
) -> None:
    claim = make_ready_claim(cast)
    path = publication(claim.pk, tail)
    ask = {"": "get", "draft/": "put"}.get(tail, "post")
    assert getattr(anonymous, ask)(path).status_code == 401
    assert getattr(stranger, ask)(path).status_code == 403


def test_reviewers_read_but_do_not_publish(cast: Cast, ada: APIClient) -> None:
    claim = make_ready_claim(cast)
    assert ada.get(publication(claim.pk)).json()["may_publish"] is False
    response = ada.post(publication(claim.pk, "publish/"))
    assert (response.status_code, response.json()["code"]) == (403, "not-allowed")


@pytest.mark.parametrize("tail", TAILS)
def test_an_unknown_claim_is_not_found(cast: Cast, editor: APIClient, tail: str) -> None:
    path = publication("00000000-0000-4000-8000-000000000000", tail)
    ask = {"": "get", "draft/": "put"}.get(tail, "post")
    response = getattr(editor, ask)(path, headers={"If-Match": "*"})
    assert response.status_code == 404


def test_the_gate_speaks_the_language_that_is_asked_for(cast: Cast, editor: APIClient) -> None:
    claim = make_claim(make_article(), review_state="accepted")
    spoken = {
        language: editor.get(publication(claim.pk), headers={"Accept-Language": language}).json()[
            "gate"
        ][0]["message"]
        for language in ("it", "en")
    }
    assert spoken["en"].startswith("At least two sources")
    assert spoken["it"] != spoken["en"]
