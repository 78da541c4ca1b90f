"""What is only possible, nobody's belief or hangs on a condition is never told as fact."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import Candidate, SplitRequest


def claims(text: str, language: str) -> list[Candidate]:
    return list(split_text(SplitRequest(text, language)).claims)


LED_IN = [
    (
        "it",
        "La FAI ha detto che le squadre saranno multate nel caso gli arbitri siano insultati.",
        "multate",
        "nel caso gli arbitri siano insultati",
    ),
    (
        "it",
        "La ditta chiuderà la fabbrica nel caso in cui il porto venga venduto.",
        "chiuderà",
        "nel caso in cui il porto venga venduto",
    ),
    (
        "en",
        "The firm plans to pay 500 million to its owners, provided that the sale of its railway "
        "unit closes in the autumn.",
        "plans to pay",
        "provided that the sale of its railway unit closes",
    ),
]


@pytest.mark.parametrize(("language", "text", "main", "condition"), LED_IN)
def test_a_condition_of_several_words_stays_with_what_hangs_on_it(
    language: str, text: str, main: str, condition: str
) -> None:
    found = claims(text, language)
    assert [claim for claim in found if main in claim.text]
    assert all(condition in claim.text for claim in found)


HEDGED = [
    ("it", "Si ritiene che la grotta abbia protetto le ossa dal gelo.", "La grotta", True),
    ("it", "Il Comune ha ridotto le spese, anche se i fondi erano saliti.", "Il Comune", False),
    ("en", "A cheap blood test may find the illness 10 weeks before.", "A cheap", True),
    ("en", "The map appeared in 1968 in a journal of the navy.", "The map", False),
]


@pytest.mark.parametrize(("language", "text", "start", "hedged"), HEDGED)
def test_doubt_is_marked_where_the_article_doubts(
    language: str, text: str, start: str, hedged: bool
) -> None:
    found = [claim for claim in claims(text, language) if claim.text.startswith(start)]
    assert found
    assert all(claim.hedged is hedged for claim in found)


NEGATED = [
    ("it", "L'aereo è caduto non lontano dal porto di Lodi il 3 maggio.", False),
    ("it", "In un mese non un solo camion ha raggiunto la città di Lodi.", True),
    ("it", "Il Comune ha comprato 30 libri per i non vedenti.", False),
    ("en", "Ann Cole drew the first map with two boats and no permit in 1968.", False),
    ("en", "It was not Ann Cole who signed the contract for the bridge on 3 May 1968.", True),
]


@pytest.mark.parametrize(("language", "text", "negated"), NEGATED)
def test_only_a_denied_predicate_is_negated(language: str, text: str, negated: bool) -> None:
    found = claims(text, language)
    assert found
    assert all(claim.negated is negated for claim in found)


def test_who_is_thought_to_do_something_says_nothing() -> None:
    text = "The bank, thought to hold oil, has been claimed by both states since the war ended."
    assert not [claim for claim in claims(text, "en") if claim.speaker is not None]


def test_one_half_of_a_sentence_is_not_said_by_the_other() -> None:
    text = "The ministry puts the deaths at 1,300 for all of 2023; Vexa's model suggests 2,100."
    assert not [claim for claim in claims(text, "en") if claim.speaker is not None]
