"""GET, PATCH, DELETE /annotations/{id}/ and its history"""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from annotations.models import Annotation, ArchivedCopy
from claims.models import Claim
from tests.annotations.builders import evidence, review
from tests.factories import Cast


@pytest.fixture
def annotation(cast: Cast, claim: Claim) -> Annotation:
    return review(claim, cast.ada, cites=[evidence()])


def address(annotation: Annotation, tail: str = "") -> str:
    return f"/api/v1/annotations/{annotation.pk}/{tail}"


def test_it_is_read_with_its_version_and_answers_304(
    ada: APIClient, annotation: Annotation
) -> None:
    answer = ada.get(address(annotation))
    assert answer.json()["id"] == str(annotation.pk)
    etag = answer.headers["ETag"]
    assert etag.startswith('"1-')
    assert answer.headers["Last-Modified"]
    assert ada.get(address(annotation), headers={"If-None-Match": etag}).status_code == 304
    assert ada.head(address(annotation)).headers["ETag"] == etag


def test_a_copy_that_arrived_is_no_304(ada: APIClient, annotation: Annotation) -> None:
    etag = ada.get(address(annotation)).headers["ETag"]
    ArchivedCopy.objects.update(copy_state="failed", problem="unreachable")
    answer = ada.get(address(annotation), headers={"If-None-Match": etag})
    assert answer.status_code == 200
    assert answer.json()["evidence"][0]["source"]["copy"]["problem"] == "unreachable"


@pytest.mark.parametrize("sent", ['"1"', "*", "etag"])
def test_it_is_revised_by_who_saw_it(ada: APIClient, annotation: Annotation, sent: str) -> None:
    sent = ada.get(address(annotation)).headers["ETag"] if sent == "etag" else sent
    answer = ada.patch(address(annotation), {"rating": "false"}, headers={"If-Match": sent})
    assert answer.status_code == 200
    assert (answer.json()["rating"], answer.json()["version"]) == ("false", 2)
    assert answer.headers["ETag"].startswith('"2-')
    assert len(answer.json()["evidence"]) == 1


def test_evidence_is_replaced_as_a_whole(ada: APIClient, annotation: Annotation) -> None:
    cites: list[dict[str, Any]] = [{"source": {"url": "https://b.example/"}, "stance": "context"}]
    answer = ada.patch(address(annotation), {"evidence": cites}, headers={"If-Match": '"1"'})
    assert [part["source"]["url"] for part in answer.json()["evidence"]] == ["https://b.example/"]
    emptied = ada.patch(address(annotation), {"evidence": []}, headers={"If-Match": '"2"'})
    assert emptied.json()["evidence"] == []


@pytest.mark.parametrize(
    ("headers", "code_number", "code"),
    [
        ({}, 428, "version-missing"),
        ({"If-Match": '"7"'}, 412, "stale-version"),
        ({"If-Match": '"soup", W/"0-a", "²"'}, 400, "invalid-input"),
        ({"If-Match": '"soup"'}, 412, "stale-version"),
        ({"If-Match": f'"{"1" * 5000}"'}, 412, "stale-version"),
        ({"If-Match": '"0", W/"7-ab"'}, 412, "stale-version"),
        ({"If-Match": "soup"}, 400, "invalid-input"),
    ],
)
def test_a_write_says_which_version_it_saw(
    ada: APIClient, annotation: Annotation, headers: dict[str, str], code_number: int, code: str
) -> None:
    for answer in (
        ada.patch(address(annotation), {"rating": "false"}, headers=headers),
        ada.delete(address(annotation), headers=headers),
    ):
        assert (answer.status_code, answer.json()["code"]) == (code_number, code)
    annotation.refresh_from_db()
    assert (annotation.rating_id, annotation.withdrawn_at) == ("true", None)


def test_withdrawing_answers_with_the_withdrawn_review(
    ada: APIClient, annotation: Annotation
) -> None:
    asked = {"If-Match": '"1"', "Accept": "application/json"}
    answer = ada.delete(address(annotation), headers=asked)
    assert answer.status_code == 200
    assert answer.json()["withdrawn_at"]
    again = ada.delete(address(annotation), headers={"If-Match": "*"})
    assert (again.status_code, again.json()["code"]) == (409, "wrong-state")


def test_a_colleague_who_sees_it_may_not_change_it(
    bruno: APIClient, cast: Cast, annotation: Annotation
) -> None:
    review(annotation.claim, cast.bruno)
    answer = bruno.patch(address(annotation), {"rating": "false"}, headers={"If-Match": '"1"'})
    assert (answer.status_code, answer.json()["code"]) == (403, "not-the-author")
    answer = bruno.delete(address(annotation), headers={"If-Match": '"1"'})
    assert answer.status_code == 403


def test_the_history_keeps_the_earlier_words(
    ada: APIClient, moderator: APIClient, cast: Cast, annotation: Annotation
) -> None:
    before = annotation.rationale
    change = {"rating": "false", "rationale": "No: 👎"}
    ada.patch(address(annotation), change, headers={"If-Match": '"1"'})
    review(annotation.claim, cast.bruno)
    moderator.post(address(annotation, "hide/"), {"reason": "Da rivedere."})
    rows = ada.get(address(annotation, "history/")).json()["results"]
    told = {row["act"]: row for row in rows}
    assert {act: row["by"] for act, row in told.items()} == {
        "insert": "Ada Neri",
        "evidence_insert": "Ada Neri",
        "update": "Ada Neri",
        "hide": "Marta Riva",
    }
    expected = {"rating": ["true", "false"], "rationale": [before, "No: 👎"]}
    assert told["update"]["changes"] == expected
    assert told["hide"]["changes"] == {"reason": ["", "Da rivedere."]}


def test_the_history_tells_what_was_done_to_the_evidence(
    ada: APIClient, annotation: Annotation
) -> None:
    url = "https://comune.example/bilancio"
    new = {"source": {"url": url}, "excerpt": "Il 6 👶", "stance": "context"}
    for version, change in enumerate(([new], [{**new, "excerpt": "Il 7 👶"}], []), start=1):
        headers = {"If-Match": f'"{version}"'}
        sent = ada.patch(address(annotation), {"evidence": change}, "json", headers=headers)
        assert sent.status_code == 200
    rows = ada.get(address(annotation, "history/")).json()["results"]
    told = [(row["act"], row["changes"]) for row in rows if row["changes"].get("source")]
    assert [row for row in told if url in row[1]["source"]] == [
        (
            "evidence_insert",
            {"source": [None, url], "excerpt": [None, "Il 6 👶"], "stance": [None, "context"]},
        ),
        ("evidence_update", {"source": [url, url], "excerpt": ["Il 6 👶", "Il 7 👶"]}),
        ("evidence_delete", {"source": [url, None]}),
    ]
    assert {row["by"] for row in rows} == {"Ada Neri"}


def test_the_history_tells_what_was_said_of_a_source_since_it_is_cited(
    ada: APIClient, bruno: APIClient, annotation: Annotation
) -> None:
    source = annotation.evidence.get().source
    there = f"/api/v1/sources/{source.pk}/"
    for title in ("Bilancio 👶", "Bilancio di previsione"):
        assert bruno.patch(there, {"title": title}, "json").status_code == 200
    rows = ada.get(address(annotation, "history/")).json()["results"]
    told = [(row["by"], row["changes"]["title"]) for row in rows if row["act"] == "source_update"]
    assert told == [
        ("Bruno Costa", [source.title, "Bilancio 👶"]),
        ("Bruno Costa", ["Bilancio 👶", "Bilancio di previsione"]),
    ]


def test_hiding_and_restoring_over_the_api(
    ada: APIClient, moderator: APIClient, editor: APIClient, cast: Cast, annotation: Annotation
) -> None:
    review(annotation.claim, cast.bruno)
    assert editor.post(address(annotation, "hide/"), {"reason": "No."}).status_code == 403
    assert moderator.post(address(annotation, "hide/"), {}).status_code == 400
    hidden = moderator.post(address(annotation, "hide/"), {"reason": "Offende."})
    assert (hidden.status_code, hidden.json()["hidden"]) == (200, True)
    assert ada.get(address(annotation)).json()["hidden"] is True
    assert editor.get(address(annotation)).status_code == 404
    again = moderator.post(address(annotation, "hide/"), {"reason": "Ancora."})
    assert again.json()["code"] == "wrong-state"
    restored = moderator.post(address(annotation, "restore/"), {"reason": "Riletta."})
    assert restored.json()["hidden"] is False
    assert editor.get(address(annotation)).status_code == 200
