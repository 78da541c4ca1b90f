"""/claims/{id}/sources/: earlier sources for a claim, with the passage that speaks of it"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from annotations.models import Source
from annotations.services.citing.copies import attach_copy
from claims.models import Claim
from tests.annotations.builders import accepted_claim, evidence, review
from tests.factories import Cast, make_claim

BIRTHS = "Statistica 👶. Nel 2024 i nati sono stati 370.000. Le regioni divergono."


@pytest.fixture
def births(cast: Cast) -> Source:
    return kept(cast, "https://istat.example/nati", BIRTHS)


def kept(cast: Cast, url: str, text: str) -> Source:
    source = Source.objects.create(url=url)
    attach_copy(source=source, content=text.encode(), text=text, by=cast.ada)
    return source


def asked(client: APIClient, claim: Claim, **query: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/v1/claims/{claim.pk}/sources/", query)
    assert answer.status_code == 200
    return list(answer.json()["results"])


def test_the_source_that_speaks_of_the_claim_comes_first_with_its_words(
    ada: APIClient, cast: Cast, births: Source
) -> None:
    kept(cast, "https://comune.example/bus", "Il bus costa di più.")
    claim = accepted_claim(text="Nel 2024 i nati sono stati 370.000")
    first, second = asked(ada, claim)
    passage = first["passage"]
    assert first["source"]["id"] == str(births.pk)
    assert BIRTHS[passage["start"] : passage["end"]] == passage["exact"]
    assert passage["exact"] == "Nel 2024 i nati sono stati 370.000."
    assert second["passage"] is None


def test_among_equals_the_one_last_used_in_this_article_comes_first(
    ada: APIClient, cast: Cast
) -> None:
    claim = accepted_claim()
    beside = make_claim(claim.article, review_state=Claim.ReviewState.ACCEPTED)
    review(beside, cast.ada, cites=[evidence("https://a.example/1")])
    Source.objects.create(url="https://a.example/2")
    found = [row["source"]["url"] for row in asked(ada, claim)]
    assert found == ["https://a.example/1", "https://a.example/2"]
    assert [row["source"]["url"] for row in asked(ada, claim, q="/2")] == ["https://a.example/2"]


def test_what_a_colleague_cites_for_the_claim_plays_no_part(
    ada: APIClient, cast: Cast, claim: Claim
) -> None:
    review(claim, cast.bruno, cites=[evidence("https://a.example/1")])
    Source.objects.create(url="https://a.example/2")
    assert asked(ada, claim)[0]["source"]["url"] == "https://a.example/2"


def test_the_queries_do_not_grow_with_the_sources(ada: APIClient, cast: Cast, claim: Claim) -> None:
    counts = set()
    for number in range(3):
        kept(cast, f"https://a.example/{number}", BIRTHS)
        with CaptureQueriesContext(connection) as queries:
            asked(ada, claim)
        counts.add(len(queries))
    assert len(counts) == 1


def test_it_is_for_the_desk(anonymous: APIClient, stranger: APIClient, claim: Claim) -> None:
    for client, expected in ((anonymous, 401), (stranger, 403)):
        assert client.get(f"/api/v1/claims/{claim.pk}/sources/").status_code == expected


@pytest.mark.parametrize(
    ("excerpt", "start", "place"),
    [
        ("nati", 0, BIRTHS.index("nati")),
        ("Nel 2024 i nati", 14, 14),
        ("n", 10_000, BIRTHS.rindex("n")),
        ("Nati", None, None),
        ("", None, None),
    ],
)
def test_an_excerpt_is_anchored_in_the_copy(
    ada: APIClient, births: Source, claim: Claim, excerpt: str, start: int, place: int | None
) -> None:
    part = {"source": {"id": str(births.pk)}, "excerpt": excerpt, "start": start}
    sent = {"rating": "true", "rationale": "Così.", "evidence": [part]}
    answer = ada.post(f"/api/v1/claims/{claim.pk}/annotations/", sent, format="json")
    assert answer.status_code == 201
    anchor = answer.json()["evidence"][0]["anchor"]
    if place is None:
        assert anchor is None
        return
    end = place + len(excerpt)
    assert anchor == {
        "copy": str(births.copies.get().pk),
        "start": place,
        "prefix": BIRTHS[max(0, place - 32) : place],
        "suffix": BIRTHS[end : end + 32],
    }
