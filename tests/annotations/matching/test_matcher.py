"""Which published claims say what a text says."""

from __future__ import annotations

import pytest

from annotations.matching.matcher import Matcher, Text
from annotations.matching.terms import cleaned, said, terms
from annotations.matching.word_index import WordIndex
from annotations.services.matching import LIKELY

PUBLISHED = [
    Text(
        "ponte", "Il ponte sul Valdorso è stato chiuso per tre settimane nel 2024.", language="it"
    ),
    Text("pesci", "Nel lago di Corvara vivono ancora 40 specie di pesci.", language="it"),
    Text("bridge", "The Marlow bridge was closed for a year.", language="en"),
    Text("wolves", "Wolves killed 312 sheep in the Aldan valley last winter.", language="en"),
    Text("tax", "The town council doubled the tax on second homes.", "Did the tax double?", "en"),
]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(PUBLISHED)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Tre settimane di chiusura per il ponte del Valdorso, nel 2024", "ponte"),
        ("quante specie di pesci nel LAGO DI CORVARA?", "pesci"),
        ("sheep killed by a wolf: 312 in Aldan! https://example.org/wolf #AldanValley", "wolves"),
        ("Ci sono 312 pecore uccise dai lupi nella valle dell’Aldan", "wolves"),
        ("Second homes are now taxed twice as much in our town 🏠", "tax"),
    ],
)
def test_the_claim_that_says_the_same_comes_first(matcher: Matcher, query: str, found: str) -> None:
    assert matcher.matches(Text("q", query), 3)[0].id == found


def test_the_same_words_score_highest_and_scores_fall(matcher: Matcher) -> None:
    matches = matcher.matches(Text("q", PUBLISHED[3].text), 5)
    scores = [match.score for match in matches]
    assert matches[0].id == "wolves"
    assert 0.9 < scores[0] < 1.2
    assert scores == sorted(scores, reverse=True)
    assert scores[1] < scores[0] / 2


def test_nothing_published_and_nothing_said_are_borne(matcher: Matcher) -> None:
    assert Matcher([]).matches(Text("q", "Qualcosa"), 5) == []
    assert len(matcher.matches(Text("q", "https://example.org/x"), 2)) == 2


def test_accents_case_and_word_forms_share_their_terms() -> None:
    assert terms("PERCHÉ") == terms("perche\u0301") == terms("perche")
    assert set(terms("vaccini")) & set(terms("vaccinazione")) == {"^vac", "vacc", "acci", "ccin"}
    assert terms("a 1.200 km") == ["^a$", "^1.2", "1.20", ".200", "200$", "^km$"]


def test_a_post_loses_its_address_and_signature_but_not_who_wrote_it() -> None:
    post = "Look at #SaveTheSea pic.twitter.com/abc — Mira Holt (@mholt) May 3, 2019"
    assert cleaned(post) == "Look at Save The Sea Mira Holt"
    assert said(post) == "Look at Save The Sea"


def test_rare_terms_weigh_more_than_common_ones() -> None:
    index = WordIndex(["alfa comune", "beta comune", "teta comune"])
    scores = index.scores("comune alfa")
    assert scores.argmax() == 0
    assert scores[1] == scores[2] < scores[0] / 2
    assert index.scores("zzzz").tolist() == [0, 0, 0]


ALIKE = [
    ("Per tre settimane, nel 2024, il ponte del Valdorso è stato chiuso al traffico", "ponte"),
    ("Corvara’s lake still holds 40 kinds of fish", "pesci"),
    ("Il ponte di Marlow è rimasto chiuso un anno", "bridge"),
]
UNLIKE = [
    "Il ponte di Genova è crollato nel 2018.",
    "La sindaca di Corvara ha annunciato un piano per il verde pubblico.",
    "The council of Aldan opened twelve schools in 2022.",
    "Inflation rose to three per cent last winter.",
]


@pytest.mark.parametrize(("query", "same"), ALIKE)
def test_the_same_in_other_words_or_languages_is_likely_even_among_few(
    query: str, same: str
) -> None:
    alone = Matcher([one for one in PUBLISHED if one.id == same])
    assert alone.matches(Text("q", query), 1)[0].score > LIKELY


@pytest.mark.parametrize("query", UNLIKE)
def test_another_subject_is_unlikely(matcher: Matcher, query: str) -> None:
    assert matcher.matches(Text("q", query), 1)[0].score < LIKELY
