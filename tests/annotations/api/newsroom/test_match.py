"""Matching over HTTP: what of a sentence or an article was checked already."""

from __future__ import annotations

import gzip
from threading import Event
from typing import Any

import pytest
from django.conf import LazySettings
from rest_framework.test import APIClient

from annotations.models import ApiKey, PublishedClaim
from annotations.queries import candidates
from annotations.queries.candidates import candidates_for, rarest
from annotations.services import matching
from annotations.services.publishing.publication import withdraw
from tests.annotations.newsroom_cast import client_with, make_key, make_newsroom
from tests.annotations.publishing import correct_a_date, make_published
from tests.factories import Cast, make_article

MATCH = "/api/v1/verified-claims/match/"
SCHOOLS = "Il comune di Vorré ha aperto dodici scuole nel 2024."
BRIDGE = "Il ponte sul Valdorso è rimasto chiuso per tre settimane."


@pytest.fixture
def schools(cast: Cast) -> PublishedClaim:
    return make_published(cast, make_article(f"{SCHOOLS} Fine."), text=SCHOOLS)


@pytest.fixture
def bridge(cast: Cast) -> PublishedClaim:
    return make_published(cast, make_article(f"{BRIDGE} Fine."), text=BRIDGE)


def match(client: APIClient, text: str, **asked: Any) -> dict[str, Any]:
    response = client.post(MATCH, {"text": text, **asked})
    assert response.status_code == 200, response.content
    answer: dict[str, Any] = response.json()
    return answer


def found(answer: dict[str, Any]) -> list[list[str]]:
    return [[like["claim"]["id"] for like in claim["matches"]] for claim in answer["claims"]]


def test_an_article_gets_what_was_checked_of_each_claim(
    schools: PublishedClaim, bridge: PublishedClaim, anonymous: APIClient
) -> None:
    text = (
        "👍 Vorré cresce. Nel 2024 il comune di Vorré ha aperto dodici scuole. "
        "Il lago di Corvara ospita 40 specie di pesci."
    )
    answer = match(anonymous, text)
    assert answer["language"] == "it"
    assert answer["model"] == matching.MODEL
    assert answer["pipeline"].startswith("it-")
    (claim,) = [claim for claim in answer["claims"] if claim["matches"]]
    words = text[claim["start"] : claim["end"]]
    assert "dodici scuole" in words
    (like,) = claim["matches"]
    assert like["claim"]["id"] == str(schools.claim_id)
    assert 0.7 < like["score"] <= 1
    assert not like["exact"]
    for name in ("url", "version", "language", "headline", "rating", "updated_at"):
        assert like["claim"][name] == schools.document[name]
    assert like["claim"]["text"] == SCHOOLS


def test_the_very_words_are_said_to_be_so(schools: PublishedClaim, anonymous: APIClient) -> None:
    answer = match(anonymous, SCHOOLS.upper().replace("VORRÉ", "VORRE"), language="it")
    like = answer["claims"][0]["matches"][0]
    assert like["claim"]["id"] == str(schools.claim_id)
    assert (like["score"], like["exact"]) == (1, True)


def test_a_text_without_a_claim_is_compared_as_it_is(
    schools: PublishedClaim, bridge: PublishedClaim, anonymous: APIClient
) -> None:
    asked = "Quante settimane è rimasto chiuso il ponte sul Valdorso?"
    for text in (f"  {asked}", f"\x02\ufffd{asked}".replace(" ", "\x1f")):
        answer = match(anonymous, text, top=1)
        assert found(answer) == [[str(bridge.claim_id)]]
        assert answer["claims"][0]["start"] == 2


def test_mistyped_words_still_find_it(
    bridge: PublishedClaim, schools: PublishedClaim, anonymous: APIClient
) -> None:
    assert candidates_for(["chiusso per tre setimane", "inverno"]) == [[bridge.seq], []]
    answer = match(anonymous, "Il ponte sul Valdroso è rimasto chiuso tre setimane", top=1)
    assert found(answer) == [[str(bridge.claim_id)]]


def test_what_was_withdrawn_isnt_found_and_what_was_corrected_is_as_it_stands(
    schools: PublishedClaim, bridge: PublishedClaim, cast: Cast, anonymous: APIClient
) -> None:
    withdraw(claim=schools.claim, by=cast.editor, notice="Errore nostro.")
    correct_a_date(claim=bridge.claim, by=cast.editor)
    assert str(schools.claim_id) not in str(match(anonymous, SCHOOLS))
    answer = match(anonymous, BRIDGE)
    assert answer["claims"][0]["matches"][0]["claim"]["version"] == 2


def test_nothing_published_is_nothing_found(anonymous: APIClient) -> None:
    assert found(match(anonymous, SCHOOLS)) == [[]]


REFUSED = [
    ({}, 400, "invalid-input"),
    ({"text": ""}, 400, "invalid-input"),
    ({"text": "a\0b"}, 400, "invalid-input"),
    ({"text": 12, "top": 0}, 400, "invalid-input"),
    ({"text": SCHOOLS, "language": "de"}, 400, "invalid-input"),
    ({"text": SCHOOLS, "top": 1000}, 400, "invalid-input"),
    ({"text": " \n "}, 422, "whitespace-only"),
    ({"text": "parola " * 20}, 422, "too-long"),
]


@pytest.mark.parametrize(("body", "code", "name"), REFUSED)
def test_a_text_that_makes_no_sense_is_a_problem(
    anonymous: APIClient, settings: LazySettings, body: dict[str, Any], code: int, name: str
) -> None:
    settings.MATCH_MAX_CHARACTERS = 100
    response = anonymous.post(MATCH, body)
    assert (response.status_code, response.json()["code"]) == (code, name)
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_broken_json_is_a_problem(anonymous: APIClient) -> None:
    for body in (b"{", b'{"text": "\xff"}', b"[]", b'"x"'):
        response = anonymous.post(MATCH, body, content_type="application/json")
        assert response.status_code == 400, body


def test_one_too_many_is_told_to_come_back(
    anonymous: APIClient, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MATCH_WAIT_SECONDS = 0.01
    held = [matching._free.acquire(blocking=False) for _ in range(settings.MATCH_AT_ONCE)]
    assert all(held)
    try:
        response = anonymous.post(MATCH, {"text": SCHOOLS})
    finally:
        for _ in held:
            matching._free.release()
    assert (response.status_code, response.json()["code"]) == (503, "matching-busy")
    assert int(response["Retry-After"]) > 0
    assert anonymous.post(MATCH, {"text": SCHOOLS}).status_code == 200


def test_a_process_that_just_started_says_when_to_come_back(
    anonymous: APIClient, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.WARM_UP_SECONDS, settings.MATCH_WAIT_SECONDS = 20, 0.05
    monkeypatch.setattr(matching, "_is_warm", Event())
    monkeypatch.setattr(matching, "WARMING", {})  # nothing to load but the turn to wait for
    with matching._warming:
        response = anonymous.post(MATCH, {"text": SCHOOLS})
        assert (response.status_code, response["Retry-After"]) == (503, "5")
        assert "modelli" in response.json()["detail"]
    settings.MATCH_WAIT_SECONDS = 20
    assert anonymous.post(MATCH, {"text": SCHOOLS}).status_code == 200
    assert matching._is_warm.is_set()


def test_other_sites_pages_may_ask(anonymous: APIClient) -> None:
    options = anonymous.options(MATCH, headers={"Origin": "https://giornale.example.org"})
    assert options.status_code == 200
    assert "POST" in options["Access-Control-Allow-Methods"]
    assert {"Content-Type", "Idempotency-Key"} <= set(
        options["Access-Control-Allow-Headers"].split(", ")
    )
    assert anonymous.get(MATCH).status_code == 405


def test_the_same_question_again_gets_the_whole_first_answer(
    schools: PublishedClaim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotations.api.access.packing.SMALLEST", 1)
    _, text = make_key(make_newsroom("Il Faro"), ApiKey.Scope.MATCH)
    asker = client_with(text)
    asked = {"Idempotency-Key": "k1", "Accept-Encoding": "gzip"}
    first, again = (asker.post(MATCH, {"text": SCHOOLS}, headers=asked) for _ in range(2))
    assert (first["Content-Encoding"], again.headers.get("Content-Encoding")) == ("gzip", None)
    assert again.content == gzip.decompress(first.content)
    assert again["Access-Control-Allow-Origin"] == first["Access-Control-Allow-Origin"] == "*"
    assert "RateLimit" in first
    assert "RateLimit" not in again  # nothing was counted for it
    refused = asker.post(MATCH, {"text": "Altro."}, headers=asked)
    assert refused.json()["code"] == "idempotency-key-reused"
    assert refused["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("stems", "expected"),
    [
        ([(0, "lago"), (60, "ponte"), (900, "comune")], "'lago':A | 'ponte':A"),
        ([(300, "ponte"), (900, "comune"), (950, "anno")], "'ponte':A & 'comune':A"),
        ([(0, "d'oro")], "'d''oro':A"),
        ([(300, "ponte")], ""),
    ],
)
def test_only_stems_rare_enough_find_claims(stems: list[tuple[float, str]], expected: str) -> None:
    assert rarest(stems, most=100) == expected


def test_a_text_of_one_stem_that_too_many_claims_hold_finds_the_newest(
    schools: PublishedClaim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "FEWEST_ROWS", -1)
    monkeypatch.setattr(candidates, "ROWS", -1)
    assert candidates_for(["Le scuole.", "Il porto."]) == [[schools.seq], []]


def test_claims_that_ask_alike_are_looked_up_once(
    schools: PublishedClaim, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[int] = []

    def counting(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
        if statement == candidates.BY_STEMS:
            looked_up.append(len(parameters[0]))
        return rows(statement, *parameters)

    rows = candidates._rows
    monkeypatch.setattr(candidates, "_rows", counting)
    first, second = candidates_for([SCHOOLS, SCHOOLS.replace("Il", "Nel")])
    assert first
    assert first == second
    assert looked_up[0] == 1


@pytest.mark.parametrize(
    ("language", "title", "detail"),
    [
        ("en", "This language isn’t served.", "The text seems to be in neither"),
        ("it", "Questa lingua non è servita.", "Il testo non sembra né in italiano"),
    ],
)
def test_a_text_in_another_language_is_refused_in_the_readers(
    anonymous: APIClient, language: str, title: str, detail: str
) -> None:
    text = "Le ministre a dit que le prix du pain a augmenté de dix pour cent en deux ans."
    refused = anonymous.post(MATCH, {"text": text}, headers={"Accept-Language": language})
    assert (refused.status_code, refused.json()["code"]) == (422, "unsupported-language")
    assert refused.json()["title"] == title
    assert refused.json()["detail"].startswith(detail)
