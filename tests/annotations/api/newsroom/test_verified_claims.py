"""The public API: list, detail, versions, conditions, tombstones, other origins."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import orjson
import pytest
from django.utils.dateparse import parse_datetime
from rest_framework.test import APIClient

from annotations.models import Annotation, PublicationDraft
from annotations.services.publishing.publication import publish, withdraw
from tests.annotations.api.newsroom.asking import LIST, ids, many, one
from tests.annotations.publishing import correct_a_date, make_published, make_ready_claim, settle
from tests.factories import Cast, make_article


def test_the_list_gives_the_stored_documents_newest_first(cast: Cast, anonymous: APIClient) -> None:
    first, second = many(cast, 2)
    response = anonymous.get(LIST)
    assert response["Content-Type"] == "application/json"
    assert response.json() == {
        "next": None,
        "previous": None,
        "results": [second.document, first.document],
    }
    assert bytes(first.body) in response.content


def test_nothing_published_is_an_empty_list(anonymous: APIClient) -> None:
    response = anonymous.get(LIST)
    assert response.json() == {"next": None, "previous": None, "results": []}
    assert response["ETag"]


def test_pages_lead_forth_and_back_without_a_gap(cast: Cast, anonymous: APIClient) -> None:
    expected = [str(version.claim_id) for version in reversed(many(cast, 5))]
    walked, address, pages = [], f"{LIST}?page_size=2", []
    while address:
        page = anonymous.get(address).json()
        pages.append(page)
        walked += [part["id"] for part in page["results"]]
        address = page["next"]
    assert walked == expected
    assert pages[0]["previous"] is None
    back = anonymous.get(pages[2]["previous"]).json()
    assert [part["id"] for part in back["results"]] == expected[2:4]
    assert anonymous.get(back["previous"]).json()["results"] == pages[0]["results"]
    assert anonymous.get(back["previous"]).json()["previous"] is None


def test_a_claim_published_meanwhile_moves_no_page(cast: Cast, anonymous: APIClient) -> None:
    old = [str(version.claim_id) for version in many(cast, 4)]
    first = anonymous.get(f"{LIST}?page_size=2").json()
    make_published(cast, make_article("Nuovo arrivo. Fine."))
    second = anonymous.get(first["next"]).json()
    assert [part["id"] for part in second["results"]] == [old[1], old[0]]


def test_filters_keep_what_was_asked_for(cast: Cast, anonymous: APIClient) -> None:
    italian = make_published(cast, make_article("La città ha aperto dodici scuole. Fine."))
    claim = make_ready_claim(
        cast, make_article("The mayors opened schools. End.", language="en", title="Mayors")
    )
    PublicationDraft.objects.filter(claim=claim).update(
        language="en", headline="Mayors opened nine", rationale="The register says nine."
    )
    Annotation.objects.filter(claim=claim).update(rating_id="misleading")
    settle(claim, cast.editor, "misleading")
    english = publish(claim=claim, by=cast.editor)
    it, en = str(italian.claim_id), str(english.claim_id)
    cases: list[tuple[dict[str, Any], list[str]]] = [
        ({"language": "it"}, [it]),
        ({"language": "en"}, [en]),
        ({"rating": "false"}, [it]),
        ({"rating": "misleading, true"}, [en]),
        ({"rating": "false,misleading"}, [en, it]),
        ({"rating": "true"}, []),
        ({"q": "scuola"}, [it]),  # another form of the word
        ({"q": "citta aperta"}, [it]),  # without its accent; another form
        ({"q": "mayor opening"}, [en]),
        ({"q": '"dodici scuole"'}, [it]),
        ({"q": '"scuole dodici"'}, []),
        ({"q": "scuole -dodici", "language": "it"}, []),
        ({"q": "progettate", "language": "en"}, []),
        ({"q": "   "}, [en, it]),
        ({"q": "& | ! ' :* )("}, []),
    ]
    for query, expected in cases:
        assert ids(anonymous, **query) == expected, query


def test_a_delta_has_changes_and_tombstones_since(cast: Cast, anonymous: APIClient) -> None:
    first, second, third = many(cast, 3)
    mark = anonymous.get(LIST).json()["results"][0]["updated_at"]
    assert ids(anonymous, updated_since=mark) == [str(third.claim_id)]
    correct_a_date(claim=first.claim, by=cast.editor)
    withdraw(claim=second.claim, by=cast.editor, notice="Errore nostro.")
    delta = anonymous.get(LIST, {"updated_since": mark}).json()["results"]
    assert [(part["id"], part["publication_state"]) for part in delta] == [
        (str(second.claim_id), "withdrawn"),
        (str(first.claim_id), "published"),
        (str(third.claim_id), "published"),
    ]
    assert delta[0]["notice"] == "Errore nostro."
    assert ids(anonymous) == [str(first.claim_id), str(third.claim_id)]
    moment = parse_datetime(mark)
    assert moment is not None
    assert ids(anonymous, updated_since=(moment + timedelta(days=1)).isoformat()) == []


BAD = [
    ({"cursor": "x"}, "/cursor"),
    ({"cursor": "before.-1"}, "/cursor"),
    ({"cursor": "before." + "9" * 40}, "/cursor"),
    ({"updated_since": "ieri"}, "/updated_since"),
    ({"language": "de"}, "/language"),
    ({"page_size": "0"}, "/page_size"),
    ({"page_size": "molti"}, "/page_size"),
    ({"q": "x" * 301}, "/q"),
    ({"q": "a\0b"}, "/q"),
    ({"speaker": "a\0b"}, "/speaker"),
    ({"kind": "rumour"}, "/kind"),
    ({"published_after": "ieri"}, "/published_after"),
]


@pytest.mark.parametrize(("query", "pointer"), BAD)
def test_a_question_that_makes_no_sense_is_a_problem(
    anonymous: APIClient, query: dict[str, str], pointer: str
) -> None:
    response = anonymous.get(f"{LIST}?{urlencode(query)}")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert [part["pointer"] for part in response.json()["errors"]] == [pointer]
    assert response["Access-Control-Allow-Origin"] == "*"


def test_pages_hold_two_hundred_at_most(cast: Cast, anonymous: APIClient) -> None:
    many(cast, 1)
    assert anonymous.get(LIST, {"page_size": 100000}).status_code == 200


def test_the_detail_is_the_stored_bytes(cast: Cast, anonymous: APIClient) -> None:
    version = make_published(cast)
    response = anonymous.get(one(version))
    assert response.content == bytes(version.body)
    assert response["ETag"] == f'"{version.etag}"'
    assert response["Last-Modified"]


def test_a_claim_review_comes_by_accept_or_by_format(cast: Cast, anonymous: APIClient) -> None:
    version = make_published(cast)
    by_accept = anonymous.get(one(version), headers={"Accept": "application/ld+json"})
    by_format = anonymous.get(one(version, "?format=claimreview"))
    assert by_accept.content == by_format.content
    assert by_accept["Content-Type"] == by_format["Content-Type"] == "application/ld+json"
    assert "Accept" in by_accept["Vary"]
    review = by_accept.json()
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == version.document["claim"]["text"]
    assert by_accept["ETag"] != anonymous.get(one(version))["ETag"]


def test_a_withdrawn_claim_is_gone_with_its_tombstone(cast: Cast, anonymous: APIClient) -> None:
    version = make_published(cast)
    withdraw(claim=version.claim, by=cast.editor, notice="Abbiamo sbagliato.")
    for tail in ("", "?format=claimreview"):
        response = anonymous.get(one(version, tail))
        assert response.status_code == 410
        assert response["Content-Type"] == "application/problem+json"
        problem = response.json()
        assert problem["code"] == "claim-withdrawn"
        assert problem["detail"] == problem["notice"] == "Abbiamo sbagliato."
        assert problem["publication_state"] == "withdrawn"
        assert problem["id"] == str(version.claim_id)
        assert "rating" not in problem


def test_what_was_never_published_is_not_found(cast: Cast, anonymous: APIClient) -> None:
    claim = make_ready_claim(cast)
    for tail in ("", "versions/"):
        response = anonymous.get(f"{LIST}{claim.pk}/{tail}")
        assert response.status_code == 404
        assert response.json()["code"] == "not-found"


def test_versions_tell_the_whole_story(cast: Cast, anonymous: APIClient) -> None:
    first = make_published(cast)
    correct_a_date(claim=first.claim, by=cast.editor)
    page = anonymous.get(one(first, "versions/")).json()
    assert [(part["version"], part["act"]) for part in page["results"]] == [
        (2, "corrected"),
        (1, "published"),
    ]
    assert page["results"][1]["document"] == first.document
    withdraw(claim=first.claim, by=cast.editor, notice="Errore.")
    page = anonymous.get(one(first, "versions/")).json()
    assert [part["act"] for part in page["results"]] == ["withdrawn", "corrected", "published"]
    assert {part["document"] for part in page["results"]} == {None}


def test_offsets_are_exact_in_the_api(cast: Cast, anonymous: APIClient) -> None:
    words = "Il cafe\u0301 «di 👩‍🏫» costa"
    text = f"👍🏽 Sì. {words} 2 €. Fine."
    article = make_article(text)
    start = text.index(words)
    end = start + len(words)
    version = make_published(
        cast, article, text=words, start=start, end=end, segments=[[start, end]]
    )
    claim = orjson.loads(anonymous.get(one(version)).content)["claim"]
    assert text[claim["start"] : claim["end"]] == claim["exact"] == words
