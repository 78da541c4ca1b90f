"""The sample texts and the plan fit together: every word that is cited stands where it should."""

from __future__ import annotations

import re

import pytest

from annotations.models import Evidence
from annotations.rating_scale import DEFAULT
from annotations.sources.copy_content import readable
from annotations.sources.pdf_reading import read_pdf
from claims.models import Claim
from config.demo.cast import members
from config.demo.content import SampleArticle, SamplePage, sample_articles, sample_pages
from config.demo.stages import PlannedClaim, Review, Stage, planned_claims

ARTICLES = {article.key: article for article in sample_articles()}
PAGES = sample_pages()
CLAIMS = planned_claims()
PEOPLE = {member.username: member for member in members()}
RATINGS = {step.key for step in DEFAULT}

each_claim = pytest.mark.parametrize("claim", CLAIMS, ids=[claim.find[:40] for claim in CLAIMS])


def reviews_of(claim: PlannedClaim) -> tuple[Review, ...]:
    return claim.reviews + (claim.correction.reviews if claim.correction else ())


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def words_of(page: SamplePage) -> str:
    content = page.file.read_bytes()
    if page.content_type == "application/pdf":
        return read_pdf(content, most=10_000).text
    return readable(content, page.content_type).text


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_an_article_says_that_it_is_a_specimen_and_has_a_press_article_s_length(
    article: SampleArticle,
) -> None:
    assert re.match("Testo d'esempio|Sample text", article.sample)
    assert re.search("esempio|sample", article.publisher)
    assert ".example.org/" in article.canonical_url
    assert 300 <= len(article.text.split()) <= 700


def test_there_are_three_italian_and_two_english_articles_at_least() -> None:
    languages = [article.language for article in ARTICLES.values()]
    assert languages.count("it") >= 3
    assert languages.count("en") >= 2


@each_claim
def test_the_piece_that_finds_a_claim_stands_once_in_its_article(claim: PlannedClaim) -> None:
    assert ARTICLES[claim.article].text.count(claim.find) == 1


@each_claim
def test_an_excerpt_stands_in_the_readable_words_of_its_source(claim: PlannedClaim) -> None:
    for citation in [part for review in reviews_of(claim) for part in review.evidence]:
        page = PAGES[citation.source]
        words = words_of(page)
        assert one_line(citation.excerpt) in one_line(words)
        assert citation.stance in Evidence.Stance.values


@each_claim
def test_people_play_only_their_own_parts(claim: PlannedClaim) -> None:
    for review in reviews_of(claim):
        assert PEOPLE[review.by].roles == ("reviewers",)
        assert review.rating in RATINGS
    publishers = [claim.correction, claim.withdrawal]
    for publisher in [step for step in publishers if step]:
        assert PEOPLE[publisher.by].roles == ("editors",)


@each_claim
def test_a_stage_has_the_steps_that_lead_to_it(claim: PlannedClaim) -> None:
    ratings = {review.rating for review in claim.reviews}
    published = claim.stage in {Stage.PUBLISHED, Stage.CORRECTED, Stage.WITHDRAWN}
    assert (claim.stage is Stage.DISMISSED) == (claim.reason in Claim.Dismissal.values)
    assert (claim.verdict is not None) == (published or claim.stage is Stage.SETTLED)
    assert (claim.correction is not None) == (claim.stage is Stage.CORRECTED)
    assert (claim.withdrawal is not None) == (claim.stage is Stage.WITHDRAWN)
    assert claim.draft or not published
    if claim.stage is Stage.DISPUTED:
        assert len(ratings) == 2
    if claim.stage is Stage.AGREED:
        assert len(claim.reviews) == 2
        assert len(ratings) == 1


def test_some_claims_are_assigned_one_of_them_overdue_and_to_people_who_may_review_them() -> None:
    assigned = [(claim, claim.assigned) for claim in CLAIMS if claim.assigned]
    assert len([hours for _, one in assigned if (hours := one.due_in_hours) < 0]) == 1
    for claim, one in assigned:
        assert claim.stage in {Stage.ACCEPTED, Stage.REVIEWED_ONCE}
        assert one.to not in {review.by for review in claim.reviews}
        assert PEOPLE[one.to].roles == ("reviewers",)
        assert set(PEOPLE[one.by].roles) <= {"moderators", "editors"}


def test_the_public_sees_every_rating_and_every_stage_is_there() -> None:
    public = {claim.verdict.rating or claim.reviews[0].rating for claim in CLAIMS if claim.verdict}
    assert public == RATINGS
    assert {claim.stage for claim in CLAIMS} == set(Stage)
