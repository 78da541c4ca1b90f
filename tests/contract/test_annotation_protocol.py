"""The W3C Web Annotation Protocol, rule by rule, on answers that an outside client was given.

Source: Web Annotation Protocol (Recommendation of 23 February 2017), sections 3 to 5; Linked Data
Platform 1.0 for the kinds of container; Web Annotation Data Model, section 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from annotations.web_annotation.checks import findings
from annotations.web_annotation.document import CONTEXT, MEDIA_TYPE
from tests.contract.documents import NOTE, Answer, annotations

pytestmark = pytest.mark.django_db
Answers = dict[str, Answer]
Check = Callable[[Answers], bool]
LDP, OA = "http://www.w3.org/ns/ldp#", "http://www.w3.org/ns/oa#"
TYPE = 'rel="type"'
CONTAINERS = (
    "container", "container-head", "minimal", "minimal-iris", "iris", "descriptions",
)  # fmt: skip
PAGES = ("page-0", "page-1", "page-2", "page-iris")
RESOURCES = ("review", "review-head", "added-read", "replaced")


@pytest.fixture(scope="module")
def answers(kept: Callable[[Callable[[], Answers]], Answers]) -> Answers:
    return kept(annotations)


def names(answer: Answer, header: str) -> set[str]:
    return {part.strip() for part in answer.headers.get(header, "").split(",")}


def of(answers: Answers, *wanted: str) -> list[Answer]:
    return [answers[name] for name in wanted]


def each(*wanted: str) -> Callable[[Callable[[Answer], Any]], Check]:
    return lambda check: lambda answers: all(check(answer) for answer in of(answers, *wanted))


TABLE: list[tuple[str, Check]] = [
    ("3.1 MUST: annotations answer GET, HEAD and OPTIONS", lambda all_: (
        [all_[f"review{part}"].status for part in ("", "-head", "-options")] == [200] * 3)),
    ("3.1 MUST: annotations are JSON-LD with the profile", each(
        "review", "added", "added-read", "added-default", "replaced")(
        lambda answer: answer.headers["Content-Type"] == MEDIA_TYPE)),
    ("they call themselves JSON for who asks for that by name", each("added-json")(
        lambda answer: answer.headers["Content-Type"] == "application/json")),
    ("3.1 MUST: annotations say that they are LDP resources", each(*RESOURCES)(
        lambda answer: f"<{LDP}Resource>; {TYPE}" in answer.headers["Link"])),
    ("3.1 MUST: annotations have an ETag", each(*RESOURCES)(
        lambda answer: re.fullmatch(r'(W/)?"[^"]+"', answer.headers["ETag"]))),
    ("3.1 MUST: annotations depend on Accept", each(*RESOURCES)(
        lambda answer: "Accept" in names(answer, "Vary"))),
    ("3.1 SHOULD: annotations say what is allowed", each(*RESOURCES, "review-options")(
        lambda answer: {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"} <= names(answer, "Allow"))),
    ("model 3.1 MUST: the context comes first and is or holds the W3C's", each("review", "added")(
        lambda answer: next(iter(answer.json)) == "@context"
        and CONTEXT in [answer.json["@context"], *answer.json["@context"]])),
    ("model 3.1 MUST: an annotation is one, at the IRI it was asked for", each(
        "review", "added-read")(
        lambda answer: answer.json["id"] == answer.address and not list(findings(answer.json)))),
    ("4 MUST: the container's IRI ends in a slash", lambda all_: (
        urlsplit(all_["container"].address).path.endswith("/"))),
    ("4.1 MUST: containers answer GET, HEAD and OPTIONS", lambda all_: (
        [all_[f"container{part}"].status for part in ("", "-head", "-options")] == [200] * 3)),
    ("4.1 MUST: containers are JSON-LD, with the profile, by default", each(*CONTAINERS, *PAGES)(
        lambda answer: answer.headers["Content-Type"] == MEDIA_TYPE)),
    ("4.1 MUST: containers say their type", each(*CONTAINERS, "container-options", "added")(
        lambda answer: {f"<{LDP}BasicContainer>; {TYPE}", f"<{OA}AnnotationCollection>; {TYPE}"}
        <= names(answer, "Link"))),
    ("4.1 MUST: containers say which rules bind them", each(
        *CONTAINERS, "container-options", "added")(
        lambda answer: f'<http://www.w3.org/TR/annotation-protocol/>; rel="{LDP}constrainedBy"'
        in names(answer, "Link"))),
    ("4.1 MUST: containers have an ETag", each(
        *CONTAINERS, "container-options")(lambda answer: answer.headers["ETag"])),
    ("4.1 MUST: containers depend on Accept and Prefer", each(*CONTAINERS)(
        lambda answer: {"Accept", "Prefer"} <= names(answer, "Vary"))),
    ("4.1 SHOULD: containers say what is allowed and may be posted", each(
        *CONTAINERS, "container-options")(
        lambda answer: {"GET", "HEAD", "OPTIONS", "POST"} <= names(answer, "Allow")
        and MEDIA_TYPE in names(answer, "Accept-Post"))),
    ("4.2 MUST: containers are an LDP container and a collection", each("container", "minimal")(
        lambda answer: {"BasicContainer", "AnnotationCollection"} == set(answer.json["type"])
        and answer.json["@context"] == [CONTEXT, "http://www.w3.org/ns/ldp.jsonld"])),
    ("4.2 SHOULD: without a preference, whole annotations", lambda all_: (
        all_["container"].json == all_["descriptions"].json)),
    ("4.2.1 SHOULD: a minimal container's pages follow the other preference", lambda all_: (
        all_["minimal-iris"].json["first"] == all_["page-iris"].address
        and all_["minimal-iris"].json["id"] == all_["iris"].json["id"])),
    ("4.2 MUST: Content-Location is the container's IRI in that form", each(
        "container", "minimal", "iris", "descriptions")(
        lambda answer: answer.headers["Content-Location"] == answer.json["id"])),
    ("4.2 SHOULD: total, first, last, label and modified", each(
        "container", "minimal", "iris", "descriptions")(
        lambda answer: {"total", "first", "last", "label", "modified"} <= set(answer.json)
        and answer.json["total"] == 5)),
    ("4.2 MUST: a minimal container carries no annotations", lambda all_: (
        "items" not in all_["minimal"].json and isinstance(all_["minimal"].json["first"], str))),
    ("4.2 MUST: addresses alone where only they were asked for", lambda all_: all(
        isinstance(item, str)
        for item in (*all_["iris"].json["first"]["items"], *all_["page-iris"].json["items"]))),
    ("4.2 MUST: whole annotations where they were asked for", lambda all_: all(
        item["type"] == "Annotation" and not list(findings(item))
        for item in (*all_["descriptions"].json["first"]["items"], *all_["page-0"].json["items"]))),
    ("4.2 SHOULD: a preference that was heeded is said", each(
        "minimal", "iris", "descriptions")(
        lambda answer: answer.headers["Preference-Applied"] == "return=representation")),
    ("4.3 MUST: pages are pages of the container", each(*PAGES)(
        lambda answer: answer.json["type"] == "AnnotationPage"
        and answer.json["id"] == answer.address
        and answer.json["partOf"]["id"].partition("?")[0] == answer.address.partition("?")[0])),
    ("4.3 SHOULD: partOf says the total and the last change", each(*PAGES)(
        lambda answer: {"total", "modified"} <= set(answer.json["partOf"]))),
    ("4.3 MUST: pages lead to their neighbours", lambda all_: (
        [set(all_[name].json) & {"prev", "next"} for name in PAGES[:3]]
        == [{"next"}, {"prev", "next"}, {"prev"}]
        and all_["page-0"].json["next"] == all_["page-1"].address
        and all_["page-2"].json["prev"] == all_["page-1"].address
        and all_["minimal"].json["last"] == all_["page-2"].address)),
    ("4.3 SHOULD: pages say where they begin", lambda all_: (
        [all_[name].json["startIndex"] for name in PAGES[:3]] == [0, 2, 4])),
    ("4.3 MUST: no annotation on two pages, none on no page", lambda all_: (
        len({item["id"] for name in PAGES[:3] for item in all_[name].json["items"]}) == 5)),
    ("5.1 MUST: what was added is 201 with its address", lambda all_: (
        all_["added"].status == 201
        and all_["added"].headers["Location"] == all_["added"].json["id"]
        and all_["added"].json["id"].startswith(all_["container"].address))),
    ("5.1 MUST: a canonical IRI is kept, and so is what was sent", lambda all_: (
        all(all_["added"].json[name] == value for name, value in NOTE.items()))),
    ("5.1 MUST: what was added is an LDP resource with an ETag", lambda all_: (
        f"<{LDP}Resource>; {TYPE}" in names(all_["added"], "Link")
        and all_["added"].headers["ETag"] == all_["added-read"].headers["ETag"])),
    ("5.3 MUST: PUT replaces the whole annotation", lambda all_: (
        all_["replaced"].status == 200
        and all_["replaced"].json["target"] == "https://terzo.example.org/"
        and all_["replaced"].json["canonical"] == NOTE["canonical"]
        and all_["replaced"].headers["ETag"] != all_["added"].headers["ETag"])),
    ("5.3 MUST: who saw another version is refused, who saw none is asked", lambda all_: (
        [all_["stale"].status, all_["unnamed"].status] == [412, 428])),
    ("5.3 SHOULD: another canonical IRI is refused", lambda all_: (
        all_["elsewhere"].status == 409)),
    ("5.3: what is no annotation is refused", lambda all_: all_["malformed"].status == 400),
    ("5.4 MUST: what is taken back answers 204, without a body", lambda all_: (
        (all_["deleted"].status, all_["deleted"].body) == (204, b""))),
    ("5.4 SHOULD: and is gone", lambda all_: all_["gone"].status == 410),
]  # fmt: skip


@pytest.mark.parametrize("check", [pytest.param(check, id=words) for words, check in TABLE])
def test_web_annotation_protocol(answers: Answers, check: Check) -> None:
    assert check(answers)
