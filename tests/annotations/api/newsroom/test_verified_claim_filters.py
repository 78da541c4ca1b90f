"""The public list, narrowed by who speaks, who is spoken of, where and when it was published."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from rest_framework.test import APIClient

from annotations.models import PublishedClaim
from annotations.services.publishing.publication import withdraw
from tests.annotations.publishing import correct_a_date, make_published
from tests.factories import Cast, make_article

LIST = "/api/v1/verified-claims/"
TEXT = "Anna Righi dice che Bottega Zeta ha aperto dodici scuole a Vorré. Fine."
NAMES = [
    {"text": "Bottega Zeta", "start": 20, "end": 32, "label": "ORG"},
    {"text": "Vorré", "start": 58, "end": 63, "label": "LOC", "name": "Vorré Alta"},
]


@pytest.fixture
def righi(cast: Cast) -> PublishedClaim:
    article = make_article(TEXT, publisher="Il Foglio di Vorré")
    return make_published(cast, article, kind="quantity", entities=NAMES)


@pytest.fixture
def other(cast: Cast) -> PublishedClaim:
    article = make_article("Un porto nuovo. Fine.", publisher="La Gazzetta")
    return make_published(cast, article, kind="event", speaker_name="José Mújica")


def ids(client: APIClient, **query: Any) -> list[str]:
    response = client.get(LIST, query)
    assert response.status_code == 200, response.content
    return [part["id"] for part in response.json()["results"]]


def test_names_are_found_whatever_their_case_and_accents(
    righi: PublishedClaim, other: PublishedClaim, anonymous: APIClient
) -> None:
    first, second = str(righi.claim_id), str(other.claim_id)
    site = f"a{first[:8]}.example.org"
    cases: list[tuple[dict[str, str], list[str]]] = [
        ({"kind": "quantity"}, [first]),
        ({"kind": "event"}, [second]),
        ({"kind": ""}, [second, first]),
        ({"speaker": "anna  RIGHI"}, [first]),
        ({"speaker": "Jose Mujica"}, [second]),
        ({"speaker": "Righi"}, []),
        ({"entity": "bottega zeta"}, [first]),
        ({"entity": "VORRE alta"}, [first]),
        ({"entity": "Vorré"}, []),
        ({"entity": "Zeta"}, []),
        ({"publisher": "il foglio di Vorre\u0301"}, [first]),
        ({"source_domain": "example.org"}, [second, first]),
        ({"source_domain": site}, [first]),
        ({"source_domain": f"https://www.{site}/x?y"}, [first]),
        ({"source_domain": "ample.org"}, []),
        ({"source_domain": "[istat"}, []),
        ({"speaker": "Anna Righi", "kind": "event"}, []),
    ]
    for query, expected in cases:
        assert ids(anonymous, **query) == expected, query


def test_the_first_publication_counts_not_the_last_correction(
    righi: PublishedClaim, other: PublishedClaim, cast: Cast, anonymous: APIClient
) -> None:
    first, second = str(righi.claim_id), str(other.claim_id)
    between = other.created_at.isoformat()
    correct_a_date(claim=righi.claim, by=cast.editor)
    assert ids(anonymous, published_after=between) == [second]
    assert ids(anonymous, published_before=between) == [first]
    later = (other.created_at + timedelta(days=1)).isoformat()
    assert ids(anonymous, published_after=later) == []


def test_a_tombstone_is_found_by_what_it_took_back(
    righi: PublishedClaim, cast: Cast, anonymous: APIClient
) -> None:
    withdraw(claim=righi.claim, by=cast.editor, notice="Errore nostro.")
    mark = righi.created_at.isoformat()
    assert ids(anonymous, entity="Vorré Alta") == []
    assert ids(anonymous, entity="Vorré Alta", updated_since=mark) == [str(righi.claim_id)]


def test_the_document_names_kind_and_entities(righi: PublishedClaim, anonymous: APIClient) -> None:
    claim = anonymous.get(f"{LIST}{righi.claim_id}/").json()["claim"]
    assert claim["kind"] == "quantity"
    assert claim["entities"] == [
        {"text": "Bottega Zeta", "label": "ORG"},
        {"text": "Vorré Alta", "label": "LOC"},
    ]


def test_each_reader_is_refused_in_their_own_language(anonymous: APIClient) -> None:
    details = set()
    for language in ("it", "en", "it"):
        refused = anonymous.get(LIST, {"page_size": 0}, headers={"Accept-Language": language})
        details.add((language, refused.json()["errors"][0]["detail"]))
    assert len(details) == 2, details
    assert len({detail for _, detail in details}) == 2, details
