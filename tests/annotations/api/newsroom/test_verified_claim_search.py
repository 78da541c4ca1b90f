"""Search, orders and places of the public list, and the delta of one filter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from rest_framework.exceptions import APIException
from rest_framework.test import APIClient

from annotations.api.newsroom.list_query import ListQuery
from annotations.api.newsroom.public_pages import read_question
from annotations.models import PublicationDraft, PublishedClaim
from annotations.services.publishing.publication import correct, publish, withdraw
from tests.annotations.publishing import correct_a_date, make_published, make_ready_claim, settle
from tests.factories import Cast, make_article

LIST = "/api/v1/verified-claims/"
HEADLINES = {
    "vaccini": "I vaccini del municipio erano in ritardo",
    "ponte": "Il ponte sul Valdorso non ha chiuso",
    "scuole": "Le scuole e i vaccini: nove, non dodici",
    "lago": "Nel lago vivono quaranta specie",
}


@pytest.fixture
def four(cast: Cast) -> dict[str, PublishedClaim]:
    made = {}
    for name, headline in HEADLINES.items():
        claim = make_ready_claim(cast, make_article(f"Si parla di {name}. Fine."))
        PublicationDraft.objects.filter(claim=claim).update(headline=headline, rationale="Perché.")
        made[name] = publish_again(claim, cast)
    return made


def publish_again(claim: Any, cast: Cast) -> PublishedClaim:
    return publish(claim=claim, by=cast.editor)


def names(client: APIClient, four: dict[str, PublishedClaim], **query: Any) -> list[str]:
    response = client.get(LIST, query)
    assert response.status_code == 200, response.content
    name_of = {str(version.claim_id): name for name, version in four.items()}
    return [name_of[part["id"]] for part in response.json()["results"]]


SEARCHES = [
    ("vaccino", ["scuole", "vaccini"]),
    ("VACCÍNI", ["scuole", "vaccini"]),
    ("vacini", ["scuole", "vaccini"]),
    ("vaccni municippio", ["vaccini"]),
    ("valdroso", ["ponte"]),
    ("ponte -valdorso", []),
    ("vacini -scuole", []),  # who excludes words means what they type
    ('"vacini"', []),
    ("xyzzyx", []),
    ("di", []),
    ("lagho", ["lago"]),
    ("lgao", ["lago"]),  # two letters changed places
]


@pytest.mark.parametrize(("q", "expected"), SEARCHES)
def test_words_are_found_by_their_stems_past_accents_and_mistyped(
    four: dict[str, PublishedClaim], anonymous: APIClient, q: str, expected: list[str]
) -> None:
    assert names(anonymous, four, q=q) == expected


def test_every_order_pages_forth_and_back_without_a_gap(
    four: dict[str, PublishedClaim], cast: Cast, anonymous: APIClient
) -> None:
    correct_a_date(claim=four["vaccini"].claim, by=cast.editor, notice="Refuso.")
    orders = {
        "-updated_at": ["vaccini", "lago", "scuole", "ponte"],
        "updated_at": ["ponte", "scuole", "lago", "vaccini"],
        "-published_at": ["lago", "scuole", "ponte", "vaccini"],
        "published_at": ["vaccini", "ponte", "scuole", "lago"],
    }
    for order, expected in orders.items():
        assert names(anonymous, four, ordering=order) == expected, order
        first = anonymous.get(LIST, {"ordering": order, "page_size": 3}).json()
        rest = anonymous.get(first["next"]).json()
        assert len(rest["results"]) == 1
        assert rest["next"] is None
        assert anonymous.get(rest["previous"]).json()["results"] == first["results"], order
        assert first["previous"] is None


def test_relevance_puts_headlines_before_what_is_said_by_the_way(
    four: dict[str, PublishedClaim], cast: Cast, anonymous: APIClient
) -> None:
    claim = make_ready_claim(cast, make_article("Altro ancora. Fine."))
    PublicationDraft.objects.filter(claim=claim).update(
        headline="Tutt’altro", rationale="Si cita un ponte."
    )
    four["altro"] = publish_again(claim, cast)
    assert names(anonymous, four, q="ponte") == ["altro", "ponte"]
    assert names(anonymous, four, q="ponte", ordering="relevance") == ["ponte", "altro"]
    first = anonymous.get(LIST, {"q": "ponte", "ordering": "relevance", "page_size": 1}).json()
    make_published(cast, make_article("Il ponte, il ponte, il ponte. Fine."))
    second = anonymous.get(first["next"]).json()
    assert [part["id"] for part in second["results"]] == [str(claim.pk)]
    assert second["next"] is None
    back = anonymous.get(second["previous"]).json()
    assert back["results"] == first["results"]
    # headlines of both hold it: the newer one first, as elsewhere
    assert names(anonymous, four, q="vacini", ordering="relevance") == ["scuole", "vaccini"]


def test_what_is_left_out_stands_nowhere_in_what_is_relevant(
    four: dict[str, PublishedClaim], cast: Cast, anonymous: APIClient
) -> None:
    claim = make_ready_claim(cast, make_article("Altro ancora. Fine."))
    PublicationDraft.objects.filter(claim=claim).update(
        headline="Un ponte levatoio", rationale="Sul Valdorso non passa."
    )
    four["altro"] = publish_again(claim, cast)
    assert names(anonymous, four, q="ponte -valdorso", ordering="relevance") == []
    assert names(anonymous, four, q="ponte -treni", ordering="relevance") == ["altro", "ponte"]


def test_a_place_that_relevance_once_wrote_is_still_one(
    four: dict[str, PublishedClaim], anonymous: APIClient
) -> None:
    for key in ("0x1.37p-1", "-0x1.0p+0", "0x1.8p+3"):
        place = f"before.9~{10**9}~words~{key}"
        query = {"q": "ponte", "ordering": "relevance", "cursor": place}
        assert anonymous.get(LIST, query).status_code == 200, key


def test_a_search_for_mistyped_words_pages_on_as_it_began(
    four: dict[str, PublishedClaim], anonymous: APIClient
) -> None:
    first = anonymous.get(LIST, {"q": "vacini", "page_size": 1}).json()
    second = anonymous.get(first["next"]).json()
    ids = [page["results"][0]["id"] for page in (first, second)]
    assert ids == [str(four[name].claim_id) for name in ("scuole", "vaccini")]


@pytest.mark.parametrize(
    "query",
    [
        "q=ponte",
        "q=valdroso",
        "q=vacini&ordering=relevance",
        "ordering=published_at",
        "updated_since=2020-01-01&rating=false&q=ponte",
    ],
)
def test_no_question_costs_more_than_three_statements(
    four: dict[str, PublishedClaim], anonymous: APIClient, query: str
) -> None:
    with CaptureQueriesContext(connection) as statements:
        assert anonymous.get(f"{LIST}?{query}").status_code == 200
    assert len(statements) <= 3


BAD = [
    ("ordering=size", "/ordering"),
    ("ordering=published_at&cursor=before.1~2~words~nan", "/cursor"),
    ("ordering=published_at&cursor=before.1~2~words~0x1.8p%2B99999", "/cursor"),
    ("cursor=before.1~2~other", "/cursor"),
    ("cursor=before.١", "/cursor"),
]


@pytest.mark.parametrize(("query", "pointer"), BAD)
def test_a_place_or_order_that_makes_no_sense_is_a_problem(
    anonymous: APIClient, query: str, pointer: str
) -> None:
    response = anonymous.get(f"{LIST}?{query}")
    assert response.status_code == 400
    assert [part["pointer"] for part in response.json()["errors"]] == [pointer]


def test_a_moment_beyond_all_time_is_borne(anonymous: APIClient) -> None:
    for sign in ("", "-"):
        cursor = f"before.1~2~words~{sign}0x1.8p%2B900"
        assert anonymous.get(f"{LIST}?ordering=published_at&cursor={cursor}").status_code == 200


def test_a_delta_tells_what_a_correction_moved_out_of_its_filter(
    four: dict[str, PublishedClaim], cast: Cast, anonymous: APIClient
) -> None:
    moved, stays = four["ponte"].claim, four["lago"].claim
    mark = anonymous.get(LIST).json()["results"][0]["updated_at"]
    settle(moved, cast.editor, "misleading")
    correct(claim=moved, by=cast.editor, severity="significant", notice="Giudizio rivisto.")
    correct_a_date(claim=stays, by=cast.editor)

    def delta(**query: str) -> list[tuple[str, str]]:
        page = anonymous.get(LIST, {"updated_since": mark, **query}).json()
        return [(part["id"], part["publication_state"]) for part in page["results"]]

    lago, ponte = str(stays.pk), str(moved.pk)
    assert delta(rating="false") == [(lago, "published"), (ponte, "left_filter")]
    assert delta(rating="misleading") == [(ponte, "published")]
    assert delta(rating="true") == []
    assert delta() == [(lago, "published"), (ponte, "published")]
    assert delta(rating="false", q="ponte") == [(ponte, "left_filter")]
    entry = anonymous.get(LIST, {"updated_since": mark, "rating": "false"}).json()["results"][1]
    assert set(entry) == {"id", "url", "publication_state", "version", "updated_at"}
    assert entry["version"] == 2
    assert names(anonymous, four, rating="false") == ["lago", "scuole", "vaccini"]
    withdraw(claim=moved, by=cast.editor, notice="Errore nostro.")
    assert (ponte, "withdrawn") in delta(rating="false")


@pytest.mark.parametrize(
    "query",
    [
        "cursor=before.7",
        "cursor=after.7&page_size=3",
        "q=a+b&cursor=before.7&rating=false",
        "cursor=before.7&cursor=before.8",
        "cursor=before.8&%63ursor=before.9",
        "cursor=before.7~8~like",
        "cursor=before.7&ordering=published_at",
        "cursor=before.7&page_size=x",
        "cursor=before.x",
    ],
)
def test_a_question_with_a_place_is_read_as_any_other(query: str) -> None:
    def read(how: Callable[[], Any]) -> Any:
        try:
            return how()
        except APIException as refusal:
            return repr(refusal)

    whole = read(lambda: ListQuery().run_validation(QueryDict(query).dict()))
    assert read(lambda: read_question(query)) == whole
