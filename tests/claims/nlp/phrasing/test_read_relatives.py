"""Relative clauses read aloud: of predicates, of the places and people that they mean."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    # the copula makes out what something is, and has no part in what is told of it
    (
        "it",
        "La terza voce di spesa è il trasporto pubblico, che costa 30 euro al mese.",
        "Il trasporto pubblico costa 30 euro al mese.",
    ),
    (
        "en",
        "The alternative is a 900-foot sea wall that builders say would protect Mill Street until "
        "about 2070.",
        "Builders say that a 900-foot sea wall would protect Mill Street until about 2070.",
    ),
    # what an article denies stays denied
    ("it", "Non è Ada Neri che ha firmato il bando.", "Non è Ada Neri che ha firmato il bando."),
    (
        "en",
        "It was not Ann Cole who signed the contract for the bridge on 3 May 1968.",
        "It was not Ann Cole who signed the contract for the bridge on 3 May 1968.",
    ),
    # "cui" alone is to whom or to what
    (
        "it",
        "Il Comune ha aperto il tavolo, cui parteciperanno i sindaci di 12 città.",
        "Al tavolo parteciperanno i sindaci di 12 città.",
    ),
    # a year behind which its noun stands
    (
        "it",
        "È la cifra più bassa dal 1998, anno in cui nasce il registro regionale delle imprese.",
        "Nel 1998 nasce il registro regionale delle imprese.",
    ),
    # a second apposition is a body's, not the speaker's
    (
        "it",
        "Il mercato è fermo, avverte Marta Corsi, presidente della Federlegno pontina, "
        "l'associazione che rappresenta 640 falegnamerie.",
        "L'associazione rappresenta 640 falegnamerie.",
    ),
]


@pytest.mark.parametrize(("language", "text", "claim"), TOLD)
def test_a_relative_is_told_of_what_it_means(language: str, text: str, claim: str) -> None:
    assert claim in texts(text, language)


NEVER = [
    # a verb that the tagger takes for an adjective is no participle
    ("Molto cambierà con il prezzo del grano, che a Verdiana pesa più che altrove.", "stata pesa"),
    # no verb, no claim
    ("I soci erano 840; nel 2025 sono stati 1.260, di cui un terzo dall'estero.", "Di 1.260"),
]


@pytest.mark.parametrize(("text", "wrong"), NEVER)
def test_a_relative_gets_no_verb_that_it_has_not(text: str, wrong: str) -> None:
    assert not [claim for claim in texts(text, "it") if wrong in claim]


NAMES = [
    ("it", "Il Premio Nobel fu dato a Neri. Ada Trasi, premio Nobel nel 1997, vive a Lodi."),
    ("en", "Ann Vex was 91. Ann “Bill” Vex drew the first map of the sea in 1968."),
]


@pytest.mark.parametrize(("language", "text"), NAMES)
def test_no_word_of_a_name_stands_twice(language: str, text: str) -> None:
    for claim in texts(text, language):
        words = [word.strip("“”.,").lower() for word in claim.split()]
        assert words.count("premio") <= 1
        assert words.count("ann") <= 1


def test_they_are_nobody_named_alone() -> None:
    text = (
        "Jobless Dean stole the van with his cousin Craig on Thursday. "
        "Dean was remanded in custody. They could get up to seven years."
    )
    assert not [claim for claim in texts(text, "en") if claim.startswith("Dean could")]


def test_two_verbs_keep_what_joins_them() -> None:
    text = "Plattr said it was glad and would ask the High Court of Canada to hear the case."
    assert not [claim for claim in texts(text, "en") if "glad would" in claim]
