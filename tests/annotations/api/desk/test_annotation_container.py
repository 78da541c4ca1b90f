"""/annotations/ as an outside client walks it: the W3C Web Annotation Protocol over HTTP."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import Group
from pyld import jsonld
from rest_framework.test import APIClient

from annotations.models import Annotation, OutsideAnnotation
from annotations.models.reviewer import REVIEWERS
from annotations.services.annotations import revise_annotation
from annotations.services.moderation import hide_annotation
from annotations.web_annotation.checks import findings
from annotations.web_annotation.document import MEDIA_TYPE
from claims.models import Article, Claim
from tests.annotations.anno_context import load_context
from tests.annotations.builders import evidence, review
from tests.annotations.newsroom_cast import (
    client_with,
    editor_of,
    make_key,
    make_newsroom,
)
from tests.factories import Cast, make_article, make_claim, make_client

CONTAINER = "/api/v1/annotations/"
ROOT = f"http://testserver{CONTAINER}"
PAGE = "https://foglio.example.org/scuole"
TEXT = "👍 Il comune ha aperto 12 scuole. Il caffe\u0300 è freddo. Il comune tace 👶🏽."
LD = {"Accept": MEDIA_TYPE}


@pytest.fixture
def article(db: None) -> Article:
    return make_article(TEXT.replace("e\u0300", "è"), canonical_url=PAGE)


@pytest.fixture
def claim(article: Article) -> Claim:
    return make_claim(article, "Il comune ha aperto 12 scuole", review_state="accepted")


def note(exact: str = "aperto 12 scuole", *bodies: dict[str, Any], **more: Any) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", "exact": exact}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": list(bodies),
        "target": {"source": PAGE, "selector": selector},
        **more,
    }


def said(value: str, purpose: str = "commenting") -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "purpose": purpose}


RATED = (said("Sono nove 📊."), said("Falso", "tagging"))


def send(client: APIClient, document: Any, **headers: str) -> Any:
    body = json.dumps(document)
    return client.post(CONTAINER, body, content_type=MEDIA_TYPE, headers={**LD, **headers})


def put(client: APIClient, address: str, document: Any, seen: str) -> Any:
    return client.put(address, document, headers={**LD, "If-Match": seen}, format="json")


def container(client: APIClient, query: str = "", **headers: str) -> Any:
    return client.get(f"{CONTAINER}{query}", headers={**LD, **headers})


# --- reading


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
    assert ada.options(address).status_code == 200
    plain = ada.get(address, headers={"Accept": "application/ld+json"})
    assert plain.json() == shown
    assert ada.get(address).json()["rating"] == "false"


def test_the_container_says_what_it_is(ada: APIClient, cast: Cast, claim: Claim) -> None:
    review(claim, cast.ada)
    answer = ada.get(CONTAINER)
    assert (answer.status_code, answer["Content-Type"]) == (200, MEDIA_TYPE)
    shown = answer.json()
    assert {"BasicContainer", "AnnotationCollection"} == set(shown["type"])
    assert (shown["id"], shown["total"], answer["Content-Location"]) == (ROOT, 1, ROOT)
    assert shown["first"] == shown["last"] == f"{ROOT}?iris=0&page=0"
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
    assert options.status_code == 200
    assert "BasicContainer" in options["Link"]
    (graph,) = jsonld.expand(shown, {"documentLoader": load_context})
    assert "http://www.w3.org/ns/ldp#BasicContainer" in graph["@type"]


PREFERENCES = [
    ("http://www.w3.org/ns/ldp#PreferMinimalContainer", ROOT, str),
    ("http://www.w3.org/ns/oa#PreferContainedIRIs", f"{ROOT}?iris=1", dict),
    ("http://www.w3.org/ns/oa#PreferContainedDescriptions", f"{ROOT}?iris=0", dict),
]


@pytest.mark.parametrize(("wanted", "iri", "kind"), PREFERENCES, ids=["minimal", "iris", "whole"])
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


# --- writing


def test_a_rated_annotation_of_an_accepted_claim_is_a_review(
    ada: APIClient, cast: Cast, claim: Claim
) -> None:
    link = {"id": "https://comune.example.org/registro", "type": "Text"}
    document = note("aperto 12 scuole", *RATED, link, **{"ex:mood": {"a": [1, None]}})
    answer = send(ada, document, Slug="mine")
    assert (answer.status_code, answer["Content-Type"]) == (201, MEDIA_TYPE)
    shown = answer.json()
    assert answer["Location"] == shown["id"]
    assert shown["id"].startswith(ROOT)
    assert answer["ETag"]
    written = Annotation.objects.get(claim=claim)
    assert (written.author, written.rating_id, written.rationale) == (
        cast.ada, "false", "Sono nove 📊.",
    )  # fmt: skip
    (cited,) = written.evidence.all()
    assert cited.source.url == link["id"]
    assert {name: shown[name] for name in document} == document
    assert ada.get(shown["id"], headers=LD).json() == shown
    assert ada.get(shown["id"]).json()["rating"] == "false"
    assert container(ada, "?iris=1").json()["first"]["items"] == [shown["id"]]


def test_what_is_no_review_yet_waits_for_its_author_alone(
    ada: APIClient, bruno: APIClient, cast: Cast, article: Article
) -> None:
    answer = send(ada, note("Il caffe\u0300 è freddo", *RATED))
    assert answer.status_code == 201
    proposed = Claim.objects.get()
    assert (proposed.text, proposed.review_state) == ("Il caffè è freddo", "proposed")
    assert proposed.added_by == cast.ada
    assert not Annotation.objects.exists()
    address = answer.json()["id"]
    assert container(ada).json()["total"] == 1
    assert container(bruno).json()["total"] == 0
    for code in (bruno.get(address), bruno.delete(address, headers={"If-Match": "*"})):
        assert code.status_code == 404
    send(ada, note("Il caffè è freddo", said("Ancora.")))
    assert Claim.objects.count() == 1
    Claim.objects.update(review_state="accepted")
    promoted = put(ada, address, note("Il caffè è freddo", *RATED), answer["ETag"])
    assert promoted.status_code == 200
    assert str(Annotation.objects.get().pk) in address
    assert ada.get(address, headers=LD).json() == promoted.json()


WAITING = [
    ("a comment", "ada", (said("Davvero?"),)),
    ("a rating without reasons", "ada", (said("Falso", "tagging"),)),
    ("a highlight", "ada", ()),
    ("who doesn't rate", "editor", RATED),
]


@pytest.mark.parametrize(
    ("who", "bodies"), [row[1:] for row in WAITING], ids=[r[0] for r in WAITING]
)
def test_what_can_be_no_review_waits_on_the_claim(
    cast: Cast, claim: Claim, who: str, bodies: tuple[dict[str, Any], ...]
) -> None:
    answer = send(make_client(getattr(cast, who)), note("aperto 12 scuole", *bodies))
    assert answer.status_code == 201
    assert not Annotation.objects.exists()
    assert Claim.objects.count() == 1
    assert OutsideAnnotation.objects.get().version == 1


def test_a_dismissed_claim_is_not_proposed_again(ada: APIClient, claim: Claim) -> None:
    Claim.objects.update(review_state="dismissed", dismissal="opinion")
    assert send(ada, note()).status_code == 201
    assert Claim.objects.get().review_state == "dismissed"


REFUSED = [
    ("no context", 400, "malformed-annotation", note() | {"@context": "https://schema.org"}),
    ("an array", 400, "malformed-annotation", [note()]),
    ("too long", 400, "malformed-annotation", note("12", said("x" * 20_001))),
    ("half a character", 400, "malformed-annotation", note("12", said("\ud83d"))),
    ("zero", 400, "malformed-annotation", note("12", said("a\x00"))),
    ("words that aren't there", 409, "not-anchored", note("tredici")),
    ("words twice", 409, "ambiguous-anchor", note("Il comune")),
    ("an unknown step", 409, "unknown-rating", note(
        "12", said("Mah."), {"purpose": "classifying", "source": "SITE/methodology/#rating-nope"},
    )),
]  # fmt: skip


@pytest.mark.parametrize("target", [PAGE, "https://altrove.example.org/", "urn:x:y"])
def test_of_a_whole_page_it_waits_for_its_author_alone(
    ada: APIClient, bruno: APIClient, claim: Claim, target: str
) -> None:
    written = send(ada, note(target=target) | {"body": [*RATED]})
    assert (written.status_code, written.json()["target"]) == (201, target)
    address = written.json()["id"]
    assert Claim.objects.count() == 1
    assert not Annotation.objects.exists()
    assert bruno.get(address, headers=LD).status_code == 404
    changed = put(ada, address, note(target="https://terzo.example.org/"), written["ETag"])
    assert (changed.status_code, changed.json()["target"]) == (200, "https://terzo.example.org/")
    found = put(ada, address, note("12 scuole", *RATED), changed["ETag"])
    assert (found.status_code, str(Annotation.objects.get().pk) in address) == (200, True)


@pytest.mark.parametrize(
    ("code_number", "code", "document"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_what_cant_be_taken_is_a_problem_of_its_own(
    ada: APIClient, claim: Claim, settings: Any, code_number: int, code: str, document: Any
) -> None:
    for part in document["body"] if isinstance(document, dict) else ():
        if "source" in part:
            part["source"] = part["source"].replace("SITE", settings.SITE_URL)
    answer = send(ada, document)
    assert (answer.status_code, answer.json()["code"]) == (code_number, code)
    assert answer["Content-Type"] == "application/problem+json"
    assert not OutsideAnnotation.objects.exists()
    assert Claim.objects.count() == 1
    if code == "malformed-annotation" and "long" not in str(answer.json().get("detail")):
        assert all({"detail", "pointer"} <= set(row) for row in answer.json().get("errors", []))


def test_the_rules_of_reviewing_hold(
    ada: APIClient, moderator: APIClient, cast: Cast, claim: Claim
) -> None:
    assert send(ada, note("12 scuole", *RATED)).status_code == 201
    again = send(ada, note("12 scuole", *RATED))
    assert (again.status_code, again.json()["code"]) == (409, "already-reviewed")
    assert OutsideAnnotation.objects.count() == 1


def test_a_position_counts_code_points(ada: APIClient, article: Article) -> None:
    start = article.text.index("👶🏽")
    selector = {"type": "TextPositionSelector", "start": start - 5, "end": start + 2}
    answer = send(ada, note(target={"source": f"{PAGE}#fine", "selector": selector}))
    assert answer.status_code == 201
    assert Claim.objects.get().text == "tace 👶🏽"


def test_our_own_addresses_name_an_article_too(ada: APIClient, article: Article) -> None:
    for place in (f"/api/v1/articles/{article.pk}/", f"/en/articles/{article.pk}/"):
        target = note("tace")["target"] | {"source": f"http://testserver{place}"}
        assert send(ada, note(target=target)).status_code == 201


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
    assert again.status_code in (409, 410)
    revived = put(ada, address, note("12 scuole", *bodies), "*")
    assert revived.status_code in (409, 410)


def test_a_post_sent_twice_is_one_annotation(ada: APIClient, claim: Claim) -> None:
    first = send(ada, note("12 scuole", said("Mah.")), **{"Idempotency-Key": "k1"})
    again = send(ada, note("12 scuole", said("Mah.")), **{"Idempotency-Key": "k1"})
    assert again.json() == first.json()
    assert again["Location"] == first["Location"]
    assert OutsideAnnotation.objects.count() == 1


def test_a_page_costs_the_same_for_one_and_for_many(
    ada: APIClient, cast: Cast, article: Article, django_assert_max_num_queries: Any
) -> None:
    for start in range(12):
        span = {"start": start, "end": start + 1, "segments": [[start, start + 1]]}
        one = make_claim(article, "12", review_state="accepted", **span)
        review(one, cast.ada, cites=[evidence(f"https://a.example/{start}")])
    send(ada, note("tace"))
    with django_assert_max_num_queries(20):
        assert len(container(ada, "?page=0").json()["items"]) == 13


@pytest.mark.parametrize(
    ("scopes", "code"),
    [
        (["desk:read", "annotations:write"], 201),
        (["desk:read", "desk:write"], 201),
        (["desk:read", "match"], 403),
    ],
)
def test_a_key_writes_for_its_owner(article: Article, scopes: list[str], code: int) -> None:
    newsroom = make_newsroom()
    owner = editor_of(newsroom)
    owner.groups.add(Group.objects.get(name=REVIEWERS))
    _key, text = make_key(newsroom, *scopes)
    client = client_with(text)
    assert container(client).status_code == 200
    answer = send(client, note("tace", said("Mah.")))
    assert answer.status_code == code
    if code == 201:
        assert OutsideAnnotation.objects.get().author == owner
