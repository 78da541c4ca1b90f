"""ClaimReview by Google's guidance and schema.org's types, rule by rule, as the API serves it.

Sources: Google Search Central, "Fact check (ClaimReview) structured data": required and recommended
properties, technical guidelines; schema.org's pages of the types named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from tests.contract.documents import reviews

pytestmark = pytest.mark.django_db
Json = dict[str, Any]
Check = Callable[[Json], bool]
DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?")
AGENTS = {"Person", "Organization"}


@pytest.fixture(scope="module")
def found(kept: Callable[[Callable[[], Json]], Json]) -> Json:
    return kept(reviews)


def absolute(address: Any) -> bool:
    parts = urlsplit(address if isinstance(address, str) else "")
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def objects(part: Any) -> Iterator[Json]:
    if isinstance(part, dict):
        yield part
    for below in part.values() if isinstance(part, dict) else part if type(part) is list else ():
        yield from objects(below)


def numbers(review: Json) -> list[Any]:
    rating = review["reviewRating"]
    return [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]


RULES: list[tuple[str, Check]] = [
    ("it is a ClaimReview of schema.org", lambda review: (
        (review["@context"], review["@type"]) == ("https://schema.org", "ClaimReview"))),
    ("required: claimReviewed, words", lambda review: bool(review["claimReviewed"].strip())),
    ("required: url, of the page that hosts it", lambda review: (
        absolute(review["url"])
        and urlsplit(review["url"]).netloc == urlsplit(settings.SITE_URL).netloc)),
    ("required: reviewRating is a Rating", lambda review: (
        review["reviewRating"]["@type"] == "Rating")),
    ("required: alternateName, a word or short phrase", lambda review: (
        0 < len(review["reviewRating"]["alternateName"]) < 40)),
    ("a number has its worst and best, and lies between", lambda review: (
        numbers(review) == [None] * 3
        or numbers(review)[0] <= numbers(review)[1] <= numbers(review)[2])),
    ("worst is 1 or more, less than best", lambda review: (
        numbers(review)[0] is None or 1 <= numbers(review)[0] < numbers(review)[2])),
    ("recommended: author, an organisation with name and url", lambda review: (
        review["author"]["@type"] == "Organization"
        and bool(review["author"]["name"]) and absolute(review["author"]["url"]))),
    ("the author has a logo, and publishes it too", lambda review: (
        absolute(review["author"]["logo"]["url"]) and review["publisher"] == review["author"])),
    ("recommended: datePublished, and no later than dateModified", lambda review: (
        bool(DAY.fullmatch(review["datePublished"]))
        and datetime.fromisoformat(review["datePublished"])
        <= datetime.fromisoformat(review["dateModified"]))),
    ("recommended: itemReviewed is a Claim", lambda review: (
        review["itemReviewed"]["@type"] == "Claim")),
    ("recommended: who claimed it, a person or organisation with a name", lambda review: (
        review["itemReviewed"]["author"]["@type"] in AGENTS
        and bool(review["itemReviewed"]["author"]["name"]))),
    ("the claimant isn't the reviewer", lambda review: (
        review["itemReviewed"]["author"]["name"] != review["author"]["name"])),
    ("recommended: when it was claimed", lambda review: (
        bool(DAY.fullmatch(review["itemReviewed"]["datePublished"])))),
    ("recommended: where, a creative work", lambda review: all(
        work["@type"] == "NewsArticle" and absolute(work["url"]) and len(work) > 2
        for name, work in review["itemReviewed"].items()
        if name in ("appearance", "firstAppearance"))),
    ("every sameAs is a list of addresses", lambda review: all(
        all(map(absolute, part["sameAs"])) for part in objects(review) if "sameAs" in part)),
    ("every object has its type and nothing empty", lambda review: all(
        part.get("@type") and all(value not in ("", None, [], {}) for value in part.values())
        for part in objects(review))),
    ("every url is absolute, every date ISO 8601", lambda review: all(
        absolute(part["url"]) for part in objects(review) if "url" in part)
        and all(DAY.fullmatch(part[name]) for part in objects(review)
                for name in ("datePublished", "dateModified") if name in part)),
    ("the words are text, no markup of ours", lambda review: (
        "<p>" not in review["reviewBody"] and "&lt;" not in review["headline"])),
    ("a correction is a CorrectionComment with its words and day", lambda review: all(
        part["@type"] == "CorrectionComment" and part["text"]
        and DAY.fullmatch(part["datePublished"])
        for part in review.get("correction", []))),
]  # fmt: skip


@pytest.mark.parametrize("check", [pytest.param(check, id=words) for words, check in RULES])
def test_claim_review(found: Json, check: Check) -> None:
    assert set(found) == {"plain", "corrected", "english"}
    for name, review in found.items():
        assert check(review), (name, review)


def test_what_differs_shows(found: Json) -> None:
    assert found["corrected"]["correction"][0]["text"] == "Un <refuso> & via."
    assert found["corrected"]["itemReviewed"]["author"]["name"] == "José Mújica"
    assert found["english"]["reviewRating"]["alternateName"] == "False"
    assert found["english"]["inLanguage"] == "en"
    assert len({review["url"] for review in found.values()}) == 3
