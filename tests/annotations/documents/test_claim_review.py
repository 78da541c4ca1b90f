"""ClaimReview: what schema.org and its readers look for."""

from __future__ import annotations

from dataclasses import replace

import orjson
import pytest

from annotations.documents.claim_review import Organisation, claim_review
from annotations.documents.public_document import (
    Correction,
    KeptCopy,
    PublicArticle,
    PublicClaim,
    PublicDocument,
    PublicEvidence,
    PublicRating,
    PublicSource,
    Tombstone,
    read_document,
    rendered,
)
from annotations.rating_scale import DEFAULT

BY = Organisation(
    "Vaglio",
    "https://vaglio.example.org",
    logo="https://vaglio.example.org/logo.png",
    same_as=("https://www.wikidata.example.org/Q1",),
)
ARTICLE = PublicArticle("7", "Titolo", "Il Foglio", "https://foglio.example.org/1", None)
CLAIM = PublicClaim(
    text="La città ha 12 scuole 👍",
    exact="ha 12 scuole 👍",
    prefix="Oggi ",
    suffix=".",
    start=5,
    end=20,
    segments=((5, 20),),
    speaker="Anna Righi",
    speaker_kind="person",
    made_on="2024-09-03",
    article=ARTICLE,
)
DOCUMENT = PublicDocument(
    id="c1",
    url="https://vaglio.example.org/claims/c1/",
    publication_state="published",
    version=2,
    language="it",
    headline="Sono nove",
    claim=CLAIM,
    rating=PublicRating("false", {"it": "Falso", "en": "False"}, 1, "false"),
    rationale="Il registro dice nove.",
    evidence=(
        PublicEvidence(
            PublicSource("https://comune.example.org/", "Registro", "Comune", "2024-09-01"),
            "Nove.",
            "refutes",
            True,
            KeptCopy("ab" * 32, "2024-09-04T10:00:00Z"),
        ),
    ),
    one_source_reason="Il registro fa fede.",
    no_primary_reason="",
    reviews=2,
    as_of=None,
    recheck_on=None,
    right_of_reply="",
    published_at="2024-09-04T10:00:00.000000Z",
    updated_at="2024-09-05T10:00:00.000000Z",
    corrections=(
        Correction(2, "corrected", "minor", "Un refuso.", "2024-09-05T10:00:00Z", "false", "false"),
    ),
)


def test_the_review_says_who_reviewed_what_when_and_where() -> None:
    review = claim_review(DOCUMENT, by=BY)
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == CLAIM.text
    assert review["author"] == {
        "@type": "Organization",
        "name": "Vaglio",
        "url": "https://vaglio.example.org",
        "logo": {"@type": "ImageObject", "url": "https://vaglio.example.org/logo.png"},
        "sameAs": ["https://www.wikidata.example.org/Q1"],
    }
    assert review["publisher"] == review["author"]
    assert review["url"] == DOCUMENT.url
    assert review["datePublished"] == DOCUMENT.published_at
    assert review["inLanguage"] == "it"
    item = review["itemReviewed"]
    assert item["author"] == {"@type": "Person", "name": "Anna Righi"}
    assert item["datePublished"] == "2024-09-03"
    assert item["appearance"]["url"] == ARTICLE.url
    assert item["appearance"]["publisher"]["name"] == "Il Foglio"
    assert "firstAppearance" not in item  # who is quoted may have said it elsewhere before
    assert review["citation"][0]["url"] == "https://comune.example.org/"
    assert review["correction"][0]["text"] == "Un refuso."


def test_a_document_quoted_twice_is_cited_once() -> None:
    (first,) = DOCUMENT.evidence
    other = replace(first, source=replace(first.source, url="https://altro.example.org/"))
    cited = replace(DOCUMENT, evidence=(first, replace(first, excerpt="Due."), other))
    urls = [part["url"] for part in claim_review(cited, by=BY)["citation"]]
    assert urls == ["https://comune.example.org/", "https://altro.example.org/"]


@pytest.mark.parametrize("step", DEFAULT, ids=lambda step: step.key)
def test_only_ratings_with_a_number_carry_one(step) -> None:
    rating = PublicRating(
        step.key, {"it": step.name_it, "en": step.name_en}, step.value, step.export
    )
    shown = claim_review(replace(DOCUMENT, rating=rating), by=BY)["reviewRating"]
    assert shown["alternateName"] == step.name_it
    numbers = {key: shown.get(key) for key in ("ratingValue", "worstRating", "bestRating")}
    expected = (step.value, 1, 5) if step.value else (None, None, None)
    assert tuple(numbers.values()) == expected


def test_the_name_of_the_rating_is_in_the_reviews_language() -> None:
    review = claim_review(replace(DOCUMENT, language="en"), by=BY)
    assert review["reviewRating"]["alternateName"] == "False"


CLAIMANTS = [
    (replace(CLAIM, speaker="Istat", speaker_kind="organization"), "Organization", "Istat"),
    (replace(CLAIM, speaker=None, speaker_kind=None), "Organization", "Il Foglio"),
]


@pytest.mark.parametrize(("claim", "kind", "name"), CLAIMANTS)
def test_the_claimant_is_who_said_it_or_the_publisher(
    claim: PublicClaim, kind: str, name: str
) -> None:
    review = claim_review(replace(DOCUMENT, claim=claim), by=BY)
    item = review["itemReviewed"]
    assert item["author"] == {"@type": kind, "name": name}
    assert ("firstAppearance" in item) == (claim.speaker is None)


def test_nothing_unknown_is_written_as_an_empty_value() -> None:
    bare = replace(ARTICLE, title="", publisher="", url="")
    claim = replace(CLAIM, speaker=None, speaker_kind=None, made_on=None, article=bare)
    review = claim_review(replace(DOCUMENT, claim=claim, evidence=(), corrections=()), by=BY)
    item = review["itemReviewed"]
    assert set(item) == {"@type", "text"}
    assert "citation" not in review
    assert "correction" not in review


def test_a_document_is_read_back_as_it_was_rendered() -> None:
    assert read_document(orjson.loads(rendered(DOCUMENT))) == DOCUMENT
    stone = Tombstone("c", "u", "withdrawn", 2, "it", "t", "n", "p", "q", DOCUMENT.corrections)
    assert read_document(orjson.loads(rendered(stone))) == stone
