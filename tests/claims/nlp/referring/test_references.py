"""Pronouns, possessives and dropped subjects: resolved where sure, else shown with candidates."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.naming.full_names import FullNames
from claims.nlp.naming.names import find_names
from claims.nlp.referring.people_and_things import Sort, sort_of_name
from claims.nlp.sentences import split_sentences
from claims.nlp.splitting.clauses import claims_of
from claims.nlp.types import Candidate, Entity, Label, Sentence, SplitRequest


def claims(text: str, language: str) -> list[Candidate]:
    spans = split_sentences(text, language)
    sentences = [Sentence(s.start, s.end, Label.CHECKABLE, 0.8, (), 0.95, 0.1) for s in spans]
    names = find_names(text, language, sentences)
    return claims_of(text, language, sentences, [], [], [], names)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ann Cole runs a pub. She lives in York.", "en", "Ann Cole lives in York."),
        ("👍 Ann Cole runs a pub. Tom Reed met her.", "en", "Tom Reed met Ann Cole."),
        ("Ann Cole runs a pub. Her son lives in York.", "en", "Ann Cole's son lives in York."),
        # a match is no "he", and a surname alone tells of a person
        (
            "Osk Tanner joined the union. Tanner won the vote. The strike, he said, is over.",
            "en",
            "Osk Tanner said that the strike is over.",
        ),
        (  # a team has its verb in the plural, and is no "she"
            "Pender Vale won again. Ann Cole was hired when Vale were last. She sold two players.",
            "en",
            "Ann Cole sold two players.",
        ),
        (  # his name says that Edgar is no "she"
            "Wilhelmina Farr hired Edgar Poll in May. She sold the mill.",
            "en",
            "Wilhelmina Farr sold the mill.",
        ),
        (  # nobody praises "her" of herself
            "Tom Reed met Ann Cole in Leeds. Rita Marsh praised her.",
            "en",
            "Rita Marsh praised Ann Cole.",
        ),
        # an "it" that means nothing stays
        (
            "The council met in May. It took members an hour to vote.",
            "en",
            "It took members an hour to vote.",
        ),
        # the claim names the owner itself
        ("Ann Cole sold her pub.", "en", "Ann Cole sold her pub."),
        ("Ann Cole runs a pub. Cole paid 3 million.", "en", "Ann Cole paid 3 million."),
        (
            "Marta Leoni dirige una scuola. Nel 2011 ha fondato un coro.",
            "it",
            "Nel 2011 Marta Leoni ha fondato un coro.",
        ),
        (
            "Marta Leoni dirige la Brunex. La sua azienda ha chiuso nel 2011.",
            "it",
            "L'azienda di Marta Leoni ha chiuso nel 2011.",
        ),
        (  # what a noun is the noun of stays beside it
            "La Nordal ha chiuso il 2023 in perdita. I suoi capi dell'area tecnica hanno lasciato.",
            "it",
            "I capi dell'area tecnica della Nordal hanno lasciato.",
        ),
    ],
)
def test_what_is_sure_is_written_out(text: str, language: str, expected: str) -> None:
    assert expected in [claim.text for claim in claims(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "word", "candidates"),
    [
        ("Tom Reed met Ben Cole. He lives in York.", "en", "He", {"Tom Reed", "Ben Cole"}),
        (
            "Ugo Sarti ha visto Pio Verdi. Nel 2011 ha fondato un coro.",
            "it",
            "fondato",
            {"Ugo Sarti", "Pio Verdi"},
        ),
    ],
)
def test_what_is_open_is_marked_with_its_candidates(
    text: str, language: str, word: str, candidates: set[str]
) -> None:
    last = claims(text, language)[-1]
    [unresolved] = last.unresolved
    assert text[unresolved.start : unresolved.end] == word
    assert candidates <= set(unresolved.candidates)
    assert not any(name in last.text for name in candidates)


@pytest.mark.parametrize(
    ("text", "language", "told", "never"),
    [
        (
            "Ugo Sarti ha chiamato i carabinieri. Ha detto che l'uomo aveva rubato la cassa.",
            "it",
            "L'uomo aveva rubato la cassa.",
            "Ugo Sarti aveva",
        ),
        (
            "Pio Verdi vende biciclette. Verdi ha raccontato che l'uomo era fuggito a piedi.",
            "it",
            "L'uomo era fuggito a piedi.",
            "Pio Verdi era",
        ),
        (
            "Tom Reed called the police. He said that the man had stolen the till.",
            "en",
            "The man had stolen the till.",
            "Tom Reed had",
        ),
        (
            "👍 Ann Cole runs a pub. She said that the woman had left by the back door.",
            "en",
            "The woman had left by the back door.",
            "Ann Cole had",
        ),
        (  # who speaks stands within what is said
            "Tom Reed called the police. The man, Reed said, had stolen the till.",
            "en",
            "The man had stolen the till.",
            "Tom Reed had",
        ),
        (
            "Ugo Sarti ha chiamato i carabinieri. L'uomo, ha spiegato Sarti, aveva rubato oro.",
            "it",
            "L'uomo aveva rubato oro.",
            "Ugo Sarti aveva",
        ),
        (
            "Ugo Sarti ha chiamato i carabinieri. Stando al suo racconto, l'uomo aveva oro.",
            "it",
            "L'uomo aveva oro.",
            "Ugo Sarti aveva",
        ),
        (
            "Ugo Sarti ha chiamato i carabinieri. Ha detto: l'uomo ha rubato la cassa.",
            "it",
            "L'uomo ha rubato la cassa.",
            "Ugo Sarti ha rubato",
        ),
        (
            "Tom Reed called the police. By his account, the man had stolen the till.",
            "en",
            "By Tom Reed's account, the man had stolen the till.",
            "Tom Reed had",
        ),
    ],
)
def test_a_noun_in_what_somebody_says_is_somebody_else(
    text: str, language: str, told: str, never: str
) -> None:
    found = [claim.text for claim in claims(text, language)]
    assert told in found
    assert not any(never in one for one in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ugo Sarti ha chiamato i vigili. Ha detto che lui aveva rubato la cassa.", "Ugo Sarti"),
        ("Ada Neri ha chiamato i vigili. Ha raccontato che lei era uscita.", "Ada Neri"),
    ],
)
def test_a_pronoun_in_what_somebody_says_is_left_open(text: str, name: str) -> None:
    last = claims(text, "it")[-1]
    assert name not in last.text
    assert [one.candidates for one in last.unresolved] == [(name,)]


def test_a_pronoun_that_is_stressed_is_the_speaker() -> None:
    text = "Ugo Sarti ha chiamato i vigili. Ha detto che lui stesso aveva perso la cassa."
    told = [claim.text for claim in claims(text, "it")]
    assert "Ugo Sarti stesso aveva perso la cassa." in told


def test_who_leaves_the_subject_out_speaks_of_oneself() -> None:
    text = "Ugo Sarti ha chiamato i vigili. Ha detto che aveva perso la cassa."
    assert "Ugo Sarti aveva perso la cassa." in [claim.text for claim in claims(text, "it")]


def test_a_thing_is_no_she_and_a_person_no_it() -> None:
    found = claims("Ann Cole left Leeds in 2011. It hired 40 people.", "en")
    [hired] = [claim for claim in found if "40 people" in claim.text]
    assert "Ann Cole" not in hired.text
    assert all("Ann Cole" not in one.candidates for one in hired.unresolved)


def test_a_text_without_words_has_no_references() -> None:
    assert claims("", "it") == []
    assert claims("—", "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "The council met in May. It emerged that members were paid.",
        "The council met in May. Tom Reed says the law makes it hard to strike.",
        "The council met in May. It was Tom Reed who left.",
    ],
)
def test_an_it_that_means_nothing_asks_nothing(text: str) -> None:
    assert [claim.unresolved for claim in claims(text, "en") if claim.unresolved] == []


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Chief Executive Doug Halbert", Sort.PERSON),
        ("New Aurora Halbert", Sort.UNKNOWN),
        ("Ada Neri", Sort.PERSON),
    ],
)
def test_a_first_name_behind_a_title_is_a_persons(name: str, sort: Sort) -> None:
    names = FullNames(name, [Entity(0, len(name), "MISC")])
    assert sort_of_name(name, "MISC", names) == sort


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # nobody is his own work
        (
            "Il ponte Morbelli è crollato ieri a Savona. Il Morbelli era lungo un chilometro. Fu "
            "progettato dall'architetto Riccardo Morbelli e fu costruito tra il 1963 e il 1967.",
            "Morbelli fu costruito",
        ),
        # who found her stands behind
        (
            "L'attrice Laura Antoni è morta ieri a Ladispoli. Antoni aveva 73 anni. A trovare il "
            "corpo senza vita è stata la domestica intorno alle 8.30.",
            "Laura Antoni è stata la domestica",
        ),
        # one is not several
        (
            "Il pugile Nico Blandi è uscito dal coma. Blandi sta meglio. Informano inoltre che gli "
            "ematomi sono stati riassorbiti.",
            "Nico Blandi informano",
        ),
    ],
)
def test_no_italian_verb_gets_a_subject_that_grammar_bars(text: str, wrong: str) -> None:
    assert not [claim.text for claim in claims(text, "it") if wrong in claim.text]


def test_to_her_is_to_one_and_a_half_of_them_is_a_subject() -> None:
    met = split_text(
        SplitRequest(
            "Ieri la sindaca Berta Corsi ha festeggiato con un post. Le ha risposto il comitato "
            "dei pendolari, che raccoglie 2.900 iscritti.",
            "it",
        )
    )
    [answer] = [claim for claim in met.claims if "risposto" in claim.text]
    assert not answer.unresolved or answer.unresolved[0].candidates[0] == "Berta Corsi"
    half = split_text(
        SplitRequest(
            "Lo studio è durato tre mesi. Metà dei reparti, estratta a sorte, ha ricevuto i letti "
            "di 60 donatori.",
            "it",
        )
    )
    assert not [claim for claim in half.claims if claim.unresolved]


def test_a_verb_that_needs_no_object_has_its_noun_behind_it_for_subject() -> None:
    text = (
        "La missione Aurora è partita lunedì da Kiruna. Alla missione hanno collaborato anche "
        "tecnici e ingegneri scozzesi."
    )
    claims = split_text(SplitRequest(text, "it")).claims
    told = [claim for claim in claims if "collaborato" in claim.text]
    assert told
    assert not told[0].unresolved


def test_a_possessive_that_nothing_near_fits_is_not_left_open_to_what_is_unlikely() -> None:
    text = (
        "La coalizione ha bombardato il porto nella notte. Cina, Russia e India hanno espresso il "
        "loro rammarico per gli attacchi."
    )
    claims = split_text(SplitRequest(text, "it")).claims
    told = [claim for claim in claims if "rammarico" in claim.text]
    assert told
    assert not told[0].unresolved
