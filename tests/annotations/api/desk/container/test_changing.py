"""/annotations/ as an outside client changes and takes back what it wrote."""

from __future__ import annotations

from typing import Any

import pytest
from pyld import jsonld
from rest_framework.test import APIClient

from annotations.models import Annotation
from annotations.services.reviewing.annotations import revise_annotation
from annotations.web_annotation.checks import findings
from claims.models import Claim
from tests.annotations.anno_context import load_context
from tests.annotations.api.desk.container.client import (
    CONTAINER,
    LD,
    RATED,
    ROOT,
    container,
    note,
    put,
    said,
    send,
)
from tests.annotations.builders import evidence, review
from tests.factories import Cast


def test_where_it_came_from_is_kept_through_changes(ada: APIClient, claim: Claim) -> None:
    sent = note("12 scuole", said("Mah."), id="https://hub.example/9", canonical="urn:x:9")
    first = send(ada, sent)
    assert (first.json()["via"], first.json()["canonical"]) == ("https://hub.example/9", "urn:x:9")
    address = first.json()["id"]
    changed = {**note("12 scuole", said("Sì.")), "ex:more": 1}
    second = put(ada, address, changed, first["ETag"]).json()
    assert (second["via"], second["canonical"]) == ("https://hub.example/9", "urn:x:9")
    assert (second["ex:more"], second["body"][0]["value"]) == (1, "Sì.")
    assert second["modified"] >= first.json()["modified"]


@pytest.mark.parametrize(
    "other", [{"canonical": "urn:x:10"}, {"via": "https://hub.example/10"}, {"via": []}]
)
def test_another_origin_is_refused(ada: APIClient, claim: Claim, other: dict[str, Any]) -> None:
    sent = note("12 scuole", said("Mah."), id="https://hub.example/9", canonical="urn:x:9")
    first = send(ada, sent)
    answer = put(ada, first.json()["id"], {**first.json(), **other}, first["ETag"])
    if other == {"via": []}:  # left out: what there was stays
        assert (answer.status_code, answer.json()["via"]) == (200, "https://hub.example/9")
        return
    assert (answer.status_code, answer.json()["code"]) == (409, "origin-changed")
    assert container(ada, first.json()["id"].removeprefix(ROOT))["ETag"] == first["ETag"]


def test_changes_say_what_they_saw(ada: APIClient, claim: Claim) -> None:
    first = send(ada, note("12 scuole", *RATED))
    address, changed = first.json()["id"], note("12 scuole", said("Otto."), said("true", "tagging"))
    for answer in (
        ada.put(address, changed, headers=LD, format="json"),
        ada.delete(address, headers=LD),
    ):
        assert (answer.status_code, answer.json()["code"]) == (428, "version-missing")
    second = put(ada, address, changed, first["ETag"])
    assert (second.status_code, second.json()["body"]) == (200, changed["body"])
    assert second["ETag"] != first["ETag"]
    assert Annotation.objects.get().rating_id == "true"
    stale = put(ada, address, changed, first["ETag"])
    assert (stale.status_code, stale.json()["code"]) == (412, "stale-version")


def test_a_review_stays_with_its_claim(ada: APIClient, claim: Claim) -> None:
    first = send(ada, note("12 scuole", *RATED))
    moved = put(ada, first.json()["id"], note("Il caffè è freddo", *RATED), first["ETag"])
    assert (moved.status_code, moved.json()["code"]) == (409, "target-moved")
    bare = put(ada, first.json()["id"], note("12 scuole"), first["ETag"])
    assert (bare.status_code, bare.json()["code"]) == (409, "unknown-rating")


def test_a_review_from_the_desk_is_replaced_from_outside(
    ada: APIClient, bruno: APIClient, cast: Cast, claim: Claim
) -> None:
    written = review(claim, cast.ada, "true", cites=[evidence()])
    review(claim, cast.bruno)
    address = f"{CONTAINER}{written.pk}/"
    shown = ada.get(address, headers=LD)
    document = shown.json()
    document["body"][1]["value"] = "Riveduto."
    answer = put(ada, address, document | {"ex:mine": True}, shown["ETag"])
    assert answer.status_code == 200
    written.refresh_from_db()
    assert (written.rationale, written.rating_id, written.version) == ("Riveduto.", "true", 2)
    assert written.evidence.get().stance == "supports"
    assert answer.json()["ex:mine"] is True
    refused = put(bruno, address, document, answer["ETag"])
    assert (refused.status_code, refused.json()["code"]) == (403, "not-the-author")


def test_what_the_desk_changes_shows_outside(ada: APIClient, cast: Cast, claim: Claim) -> None:
    first = send(ada, note("12 scuole", *RATED, said("scuole", "tagging"), **{"ex:a": 1})).json()
    written = Annotation.objects.get()
    revise_annotation(annotation=written, by=cast.ada, seen=None, rationale="Riveduto.")
    shown = ada.get(first["id"], headers=LD).json()
    assert [body.get("value") for body in shown["body"]] == [None, "Riveduto.", "scuole"]
    assert shown["ex:a"] == 1
    assert list(findings(shown)) == []
    (graph,) = jsonld.expand(
        {k: v for k, v in shown.items() if k != "ex:a"}, {"documentLoader": load_context}
    )
    assert graph["@id"] == first["id"]


@pytest.mark.parametrize("bodies", [RATED, (said("Mah."),)], ids=["review", "waiting"])
def test_what_is_taken_back_is_gone(
    ada: APIClient, claim: Claim, bodies: tuple[dict[str, Any], ...]
) -> None:
    first = send(ada, note("12 scuole", *bodies))
    address = first.json()["id"]
    gone = ada.delete(address, headers={"If-Match": first["ETag"]})
    assert (gone.status_code, gone.content) == (204, b"")
    after = ada.get(address, headers=LD)
    assert (after.status_code, after.json()["code"]) == (410, "annotation-gone")
    assert container(ada).json()["total"] == 0
    again = ada.delete(address, headers={**LD, "If-Match": "*"})
    assert (again.status_code, again.json()["code"]) == (410, "annotation-gone")
    revived = put(ada, address, note("12 scuole", *bodies), "*")
    assert (revived.status_code, revived.json()["code"]) == (410, "annotation-gone")
