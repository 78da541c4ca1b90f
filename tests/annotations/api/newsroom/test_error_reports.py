"""/verified-claims/{id}/reports/"""

from __future__ import annotations

import pytest
from django.urls import resolve
from rest_framework.test import APIClient

from annotations.models import ErrorReport, PublishedClaim
from annotations.services.publishing.error_reports import close_report
from tests.annotations.publishing import make_published
from tests.factories import Cast

NOBODY = "/api/v1/verified-claims/00000000-0000-4000-8000-000000000000/reports/"
LONG_MAIL = f"{'a' * 240}@lettori.example"
"""255 characters: Django's forms and fields take 320, the table 254."""


@pytest.fixture
def version(cast: Cast) -> PublishedClaim:
    return make_published(cast)


@pytest.fixture
def address(version: PublishedClaim) -> str:
    return f"/api/v1/verified-claims/{version.claim_id}/reports/"


def test_a_report_is_taken_and_its_outcome_read(
    anonymous: APIClient, cast: Cast, address: str, version: PublishedClaim
) -> None:
    sent = anonymous.post(address, {"kind": "source", "words": "La fonte è sparita."})
    assert sent.status_code == 201
    assert "POST" in sent["Access-Control-Allow-Methods"]
    row = ErrorReport.objects.get()
    assert sent.json()["id"] == str(row.pk)
    assert (row.language, row.version) == ("it", 1)
    assert sent["Location"] == sent.json()["page"]
    assert resolve(f"/reports/{row.pk}/").url_name == "ticket"
    assert anonymous.get(address).json() == {"results": []}
    close_report(report=row, by=cast.editor, outcome="no_change", words="C’è ancora.")
    (outcome,) = anonymous.get(address).json()["results"]
    assert (outcome["outcome"], outcome["words"]) == ("no_change", "C’è ancora.")
    assert "sparita" not in str(outcome)
    moments = (sent.json()["reported_at"], outcome["reported_at"], outcome["closed_at"])
    assert {moment[-1] for moment in moments} == {"Z"}  # as everywhere in public


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"kind": "rumour", "words": "x"}, "/kind"),
        ({"kind": "fact", "words": " "}, "/words"),
        ({"kind": "fact", "words": "x", "email": "nobody"}, "/email"),
        ({"kind": "fact", "words": "x", "email": LONG_MAIL}, "/email"),
        ({"kind": "fact", "words": "x" + " " * 5000}, "/words"),
        ({"kind": "fact", "words": "x", "url": "http://0.a0/"}, "/url"),
        ({"kind": "fact", "words": "x", "url": "javascript:alert(1)"}, "/url"),
        ({"kind": "fact", "words": "x", "url": "ftp://archive.example/nota.pdf"}, "/url"),
    ],
)
def test_a_bad_report_says_where(
    anonymous: APIClient, address: str, body: dict[str, str], pointer: str
) -> None:
    answer = anonymous.post(address, body)
    assert answer.status_code == 400
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert not ErrorReport.objects.exists()


def test_an_unpublished_claim_takes_none(anonymous: APIClient, db: None) -> None:
    assert anonymous.post(NOBODY, {"kind": "fact", "words": "x"}).status_code == 404
    assert anonymous.get(NOBODY).status_code == 404


def test_reports_are_few_but_reading_goes_on(anonymous: APIClient, address: str) -> None:
    for _ in range(10):
        assert anonymous.post(address, {"kind": "fact", "words": "x"}).status_code == 201
    refused = anonymous.post(address, {"kind": "fact", "words": "x"})
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0
    assert anonymous.get(address).status_code == 200
