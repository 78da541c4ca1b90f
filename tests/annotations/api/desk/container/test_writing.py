"""/annotations/ as an outside client writes to it: the W3C Web Annotation Protocol over HTTP."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import Group
from jsonschema import Draft202012Validator
from rest_framework.test import APIClient

from annotations.models import Annotation, OutsideAnnotation
from annotations.web_annotation.document import MEDIA_TYPE
from claims.models import Article, Claim
from claims.people import REVIEWERS
from tests.annotations.api.desk.container.client import (
    LD,
    PAGE,
    RATED,
    ROOT,
    container,
    note,
    put,
    said,
    send,
)
from tests.annotations.builders import evidence, review
from tests.annotations.newsroom_cast import (
    client_with,
    editor_of,
    make_key,
    make_newsroom,
)
from tests.factories import Cast, make_claim, make_client
from tests.test_openapi import PROMISED


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


def test_what_waits_is_in_plain_json_what_the_openapi_file_says(
    ada: APIClient, article: Article
) -> None:
    waiting = send(ada, note("Il caffè è freddo", said("Davvero?"))).json()["id"]
    answered = ada.get(waiting, {"format": "json"})
    assert answered["Content-Type"] == "application/json"
    schema = json.loads(PROMISED.read_text())
    operation = schema["paths"]["/api/v1/annotations/{annotation_id}/"]["get"]
    told = operation["responses"]["200"]["content"]["application/json"]["schema"]
    Draft202012Validator(told | {"components": schema["components"]}).validate(answered.json())


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
