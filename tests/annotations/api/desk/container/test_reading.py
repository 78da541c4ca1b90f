"""/annotations/ as an outside client reads it: the W3C Web Annotation Protocol over HTTP."""

from __future__ import annotations

import pytest
from pyld import jsonld
from rest_framework.test import APIClient

from annotations.models import Annotation
from annotations.services.reviewing.moderation import hide_annotation
from annotations.web_annotation.checks import findings
from annotations.web_annotation.document import MEDIA_TYPE
from claims.models import Article, Claim
from tests.annotations.anno_context import load_context
from tests.annotations.api.desk.container.client import (
    CONTAINER,
    LD,
    PAGE,
    ROOT,
    TEXT,
    container,
)
from tests.annotations.builders import evidence, review
from tests.factories import Cast, make_claim


def test_a_review_is_read_as_a_web_annotation(ada: APIClient, cast: Cast, claim: Claim) -> None:
    written = review(claim, cast.ada, "false", cites=[evidence()])
    address = f"{CONTAINER}{written.pk}/"
    answer = ada.get(address, headers=LD)
    assert answer["Content-Type"] == MEDIA_TYPE
    assert '<http://www.w3.org/ns/ldp#Resource>; rel="type"' in answer["Link"]
    assert {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"} <= set(answer["Allow"].split(", "))
    assert "Accept" in answer["Vary"]
    assert answer["ETag"].startswith('"1-')
    shown = answer.json()
    assert list(findings(shown)) == []
    assert shown["id"] == f"http://testserver{address}"
    assert shown["target"]["source"] == PAGE
    quote, position = shown["target"]["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == claim.text
    assert shown["creator"] == {"type": "Person", "name": "Ada Neri"}
    jsonld.expand(shown, {"documentLoader": load_context})
    assert ada.get(address, headers={**LD, "If-None-Match": answer["ETag"]}).status_code == 304
    assert ada.head(address, headers=LD)["ETag"] == answer["ETag"]
    options = ada.options(address)
    assert (options.status_code, options["Link"]) == (200, answer["Link"])
    plain = ada.get(address, headers={"Accept": "application/ld+json"})
    assert plain.json() == shown
    assert ada.get(address).json()["rating"] == "false"


def test_the_container_says_what_it_is(ada: APIClient, cast: Cast, claim: Claim) -> None:
    review(claim, cast.ada)
    answer = ada.get(CONTAINER)
    assert (answer.status_code, answer["Content-Type"]) == (200, MEDIA_TYPE)
    shown = answer.json()
    assert {"BasicContainer", "AnnotationCollection"} == set(shown["type"])
    whole = f"{ROOT}?iris=0"
    assert (shown["id"], shown["total"], answer["Content-Location"]) == (whole, 1, whole)
    assert shown["first"]["id"] == shown["last"] == f"{whole}&page=0"
    assert len(shown["first"]["items"]) == 1
    assert shown["modified"].endswith("Z")
    for link in (
        '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
        '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
    ):
        assert link in answer["Link"]
    assert {"Accept", "Prefer"} <= {name.strip() for name in answer["Vary"].split(",")}
    assert {"GET", "HEAD", "OPTIONS", "POST"} <= set(answer["Allow"].split(", "))
    assert MEDIA_TYPE in answer["Accept-Post"]
    assert container(ada, **{"If-None-Match": answer["ETag"]}).status_code == 304
    head, options = ada.head(CONTAINER), ada.options(CONTAINER)
    assert (head.status_code, head["ETag"], head.content) == (200, answer["ETag"], b"")
    assert (options.status_code, options["ETag"]) == (200, answer["ETag"])
    assert "BasicContainer" in options["Link"]
    (graph,) = jsonld.expand(shown, {"documentLoader": load_context})
    assert "http://www.w3.org/ns/ldp#BasicContainer" in graph["@type"]


PREFERENCES = [
    ("http://www.w3.org/ns/ldp#PreferMinimalContainer", f"{ROOT}?iris=0", str),
    (
        "http://www.w3.org/ns/ldp#PreferMinimalContainer "
        "http://www.w3.org/ns/oa#PreferContainedIRIs",
        f"{ROOT}?iris=1",
        str,
    ),
    ("http://www.w3.org/ns/oa#PreferContainedIRIs", f"{ROOT}?iris=1", dict),
    ("http://www.w3.org/ns/oa#PreferContainedDescriptions", f"{ROOT}?iris=0", dict),
]


@pytest.mark.parametrize(
    ("wanted", "iri", "kind"), PREFERENCES, ids=["minimal", "minimal iris", "iris", "whole"]
)
def test_a_client_says_how_much_it_wants(
    ada: APIClient, cast: Cast, claim: Claim, wanted: str, iri: str, kind: type
) -> None:
    written = review(claim, cast.ada)
    answer = container(ada, Prefer=f'return=representation;include="{wanted}"')
    shown = answer.json()
    assert (shown["id"], answer["Content-Location"]) == (iri, iri)
    assert answer["Preference-Applied"] == "return=representation"
    assert "items" not in shown
    assert isinstance(shown["first"], kind)
    if kind is dict:
        (item,) = shown["first"]["items"]
        name = item if wanted.endswith("IRIs") else item["id"]
        assert name == f"{ROOT}{written.pk}/"


def test_pages_are_walked_by_their_links(ada: APIClient, cast: Cast, article: Article) -> None:
    for start in range(53):
        span = {"start": start, "end": start + 1, "segments": [[start, start + 1]]}
        one = make_claim(article, "12", review_state="accepted", **span)
        Annotation.objects.create(claim=one, author=cast.ada, rating_id="true", rationale="Sì.")
    address, walked, numbers = container(ada, "?iris=1").json()["first"]["id"], [], []
    while address:
        page = ada.get(address, headers=LD).json()
        assert page["type"] == "AnnotationPage"
        assert page["partOf"]["id"] == f"{ROOT}?iris=1"
        assert page["partOf"]["total"] == 53
        walked += page["items"]
        numbers.append((page["startIndex"], "prev" in page, "next" in page))
        address = page.get("next")
    assert len(set(walked)) == len(walked) == 53
    assert numbers == [(0, False, True), (50, True, False)]
    whole = container(ada, "?iris=0&page=1").json()
    assert [item["id"] for item in whole["items"]] == walked[50:]
    assert all(not list(findings(item)) for item in whole["items"])


@pytest.mark.parametrize(
    ("query", "code"),
    [("?page=1", 404), ("?page=-1", 400), ("?page=x", 400), ("?iris=2", 400), ("?page=9e99", 400)],
)
def test_pages_that_are_none(ada: APIClient, query: str, code: int) -> None:
    assert container(ada, query).status_code == code


def test_an_empty_container_has_no_pages_to_name(ada: APIClient) -> None:
    shown = container(ada).json()
    assert shown["total"] == 0
    assert "first" not in shown
    assert container(ada, "?page=0").json()["items"] == []


def test_nobody_reads_a_rating_before_their_own(
    ada: APIClient, bruno: APIClient, editor: APIClient, stranger: APIClient,
    anonymous: APIClient, cast: Cast, claim: Claim,
) -> None:  # fmt: skip
    written = review(claim, cast.ada)
    assert container(bruno).json()["total"] == 0
    assert bruno.get(f"{CONTAINER}{written.pk}/", headers=LD).status_code == 404
    assert container(editor).json()["total"] == 0
    review(claim, cast.bruno)
    assert container(bruno).json()["total"] == container(editor).json()["total"] == 2
    hide_annotation(annotation=written, by=cast.moderator, reason="Offende.")
    assert (container(bruno).json()["total"], container(ada).json()["total"]) == (1, 0)
    assert container(stranger).status_code == 403
    assert container(anonymous).status_code == 401


def test_a_form_that_nobody_gives_is_refused(ada: APIClient) -> None:
    refused = ada.get(CONTAINER, headers={"Accept": "text/turtle"})
    assert (refused.status_code, refused["Content-Type"]) == (406, "application/problem+json")
    sent = ada.post(CONTAINER, data="<a> <b> <c> .", content_type="text/turtle")
    assert sent.status_code == 415
