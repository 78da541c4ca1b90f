"""GET and POST /claims/{id}/annotations/"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from annotations.models import Annotation, ArchivedCopy
from claims.models import Claim
from tests.annotations.builders import evidence, review
from tests.factories import Cast, make_person

WORDS: dict[str, Any] = {
    "rating": "half_true",
    "rationale": "Così dice l’istituto: e\u0301 “vero” 👶.",
    "evidence": [
        {
            "source": {
                "url": "https://istat.example/nati?utm_source=x",
                "title": "Nascite",
                "publisher": "Istat",
                "published_on": "2025-03-31",
            },
            "excerpt": "370 mila “nati” 👶",
            "stance": "supports",
            "is_primary": True,
        },
        {"source": {"url": "https://comune.example/anagrafe"}},
    ],
}


def address(claim: Claim) -> str:
    return f"/api/v1/claims/{claim.pk}/annotations/"


def test_a_review_is_stored_whole_and_shown(ada: APIClient, cast: Cast, claim: Claim) -> None:
    answer = ada.post(address(claim), WORDS)
    assert answer.status_code == 201
    shown = answer.json()
    assert answer.headers["Location"] == f"/api/v1/annotations/{shown['id']}/"
    assert answer.headers["ETag"].startswith('"1-')
    assert shown["author"] == {"id": str(cast.ada.pk), "display_name": "Ada Neri"}
    assert (shown["mine"], shown["rating"], shown["version"]) == (True, "half_true", 1)
    assert (shown["hidden"], shown["withdrawn_at"]) == (False, None)
    assert shown["rationale"] == WORDS["rationale"]
    first, second = shown["evidence"]
    assert first["source"]["url"] == "https://istat.example/nati"
    assert first["source"]["published_on"] == "2025-03-31"
    assert first["source"]["copy"]["state"] == "queued"
    assert (first["stance"], first["is_primary"], first["position"]) == ("supports", True, 0)
    assert (second["excerpt"], second["stance"], second["position"]) == ("", "", 1)
    assert ada.get(address(claim)).json()["results"] == [shown]


def test_a_source_is_named_by_its_id_too(ada: APIClient, bruno: APIClient, claim: Claim) -> None:
    known = ada.post(address(claim), WORDS).json()["evidence"][0]["source"]["id"]
    answer = bruno.post(
        address(claim), {**WORDS, "evidence": [{"source": {"id": known}, "stance": "refutes"}]}
    )
    assert answer.json()["evidence"][0]["source"]["id"] == known
    assert ArchivedCopy.objects.count() == 2


def test_a_worker_is_called_for_each_new_source(
    ada: APIClient, claim: Claim, run_tasks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    monkeypatch.setattr("annotations.tasks.archive_source.wake", called.append)
    with run_tasks():
        ada.post(address(claim), WORDS)
    assert sorted(called) == sorted(str(copy.pk) for copy in ArchivedCopy.objects.all())


def test_a_dead_broker_does_not_undo_the_review(
    ada: APIClient, claim: Claim, run_tasks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dead(*given: Any, **options: Any) -> None:
        raise ConnectionError("no broker")

    monkeypatch.setattr("annotations.tasks.archive_source.apply_async", dead)
    with run_tasks():
        assert ada.post(address(claim), WORDS).status_code == 201
    assert ArchivedCopy.objects.filter(copy_state="queued").count() == 2


PROBLEMS: list[tuple[dict[str, Any], int, str]] = [
    ({"rating": "sideways"}, 409, "unknown-rating"),
    ({"rating": ""}, 400, "invalid-input"),
    ({"rationale": " "}, 400, "invalid-input"),
    ({"rationale": "nul \x00"}, 400, "invalid-input"),
    ({"rationale": "x" * 20_001}, 400, "invalid-input"),
    ({"evidence": "all"}, 400, "invalid-input"),
    ({"evidence": [{"source": {}}]}, 400, "invalid-input"),
    ({"evidence": [{"source": {"url": "nowhere"}}]}, 422, "invalid-url"),
    ({"evidence": [{"source": {"url": "javascript:alert(1)"}}]}, 422, "invalid-url"),
    ({"evidence": [{"source": {"url": "http://["}}]}, 422, "invalid-url"),
    (
        {"evidence": [{"source": {"id": "0b0e1c7e-0000-4000-8000-000000000000"}}]},
        409,
        "unknown-source",
    ),
    (
        {"evidence": [{"source": {"url": "https://a.example/"}, "stance": "sideways"}]},
        400,
        "invalid-input",
    ),
    ({"evidence": [{"source": {"url": "https://a.example/"}}] * 2}, 409, "repeated-source"),
]


@pytest.mark.parametrize(("change", "code_number", "code"), PROBLEMS)
def test_bad_input_gets_its_problem_and_leaves_nothing(
    ada: APIClient, claim: Claim, change: dict[str, Any], code_number: int, code: str
) -> None:
    answer = ada.post(address(claim), {**WORDS, **change})
    assert (answer.status_code, answer.json()["code"]) == (code_number, code)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert not Annotation.objects.exists()


def test_a_lone_surrogate_is_bad_input_and_no_failure_of_ours(ada: APIClient, claim: Claim) -> None:
    answer = ada.generic(
        "POST",
        address(claim),
        b'{"rating": "true", "rationale": "\\ud83d"}',
        content_type="application/json",
    )
    assert answer.status_code == 400


def test_a_second_review_and_an_unaccepted_claim_are_conflicts(
    ada: APIClient, claim: Claim
) -> None:
    ada.post(address(claim), WORDS)
    assert ada.post(address(claim), WORDS).json()["code"] == "already-reviewed"
    Claim.objects.filter(pk=claim.pk).update(review_state="proposed")
    answer = ada.post(address(claim), WORDS)
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong-state")


def test_roles_are_asked(
    anonymous: APIClient, stranger: APIClient, editor: APIClient, claim: Claim
) -> None:
    assert anonymous.get(address(claim)).status_code == 401
    assert stranger.get(address(claim)).status_code == 403
    assert editor.get(address(claim)).status_code == 200
    assert editor.post(address(claim), WORDS).status_code == 403


def test_an_unknown_claim_is_404(ada: APIClient) -> None:
    missing = "/api/v1/claims/0b0e1c7e-0000-4000-8000-000000000000/annotations/"
    assert ada.get(missing).status_code == 404
    assert ada.post(missing, WORDS).status_code == 404


def test_csrf_is_asked_of_writes(cast: Cast, claim: Claim) -> None:
    strict = APIClient(enforce_csrf_checks=True)
    strict.force_login(cast.ada)
    assert strict.post(address(claim), WORDS).status_code == 403
    assert not Annotation.objects.exists()


def test_the_number_of_queries_does_not_grow(ada: APIClient, cast: Cast, claim: Claim) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert ada.get(address(claim)).status_code == 200
        return len(queries)

    review(claim, cast.ada, cites=[evidence("https://a.example/1")])
    few = count()
    for number in range(6):
        cites = [evidence(f"https://a.example/{number}/{part}") for part in range(5)]
        review(claim, make_person(f"r{number}", f"R {number}", "reviewers"), cites=cites)
    assert len(ada.get(address(claim)).json()["results"]) == 7
    assert count() == few
