"""Names, and the types that are sure."""

from __future__ import annotations

import pytest

from claims.nlp.naming.full_names import FullNames
from claims.nlp.naming.names import find_names
from claims.nlp.sentences import split_sentences
from claims.nlp.types import Entity


def found(text: str, language: str) -> dict[str, str]:
    names = find_names(text, language, split_sentences(text, language))
    return {text[n.start : n.end]: n.label for n in names}


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Il ministro Pio Verdi vola a Parigi.", "it", {"Pio Verdi": "PER", "Parigi": "LOC"}),
        ("Lo dice l'Università di Siena.", "it", {"Università di Siena": "ORG"}),
        ("Esce il telefono Zeta 9 della Brunex.", "it", {"Zeta 9": "PRODUCT", "Brunex": "MISC"}),
        ("Transport Minister Ada Holt spoke.", "en", {"Ada Holt": "PER"}),
        ("Il ministro degli Esteri Emma Sarti parte.", "it", {"Emma Sarti": "PER"}),
        ("Ieri pioveva. Oggi no.", "it", {}),
        ("Lo dice l'inviato dell'Ostrania.", "it", {"Ostrania": "MISC"}),
        ("Ha chiamato «Domani» e 'Ieri' i due giorni.", "it", {}),
        ("Lo ha detto Mr Holt.", "it", {"Holt": "PER"}),
        ("👍 Zoé Blanc, 34, ride.", "it", {"Zoé Blanc": "PER"}),
        ("La Brunex S.p.A. di Milano cresce.", "it", {"Brunex S.p.A.": "ORG", "Milano": "LOC"}),
        ("La sentenza condanna la Ferlini & Figli S.r.l.", "it", {"Ferlini & Figli S.r.l.": "ORG"}),
        ("Lo scrive la Corte dei conti europea.", "it", {"Corte dei conti europea": "ORG"}),
        (
            "La Corte d’appello di Milano assolve.",
            "it",
            {"Corte d’appello": "ORG", "Milano": "LOC"},
        ),
        ("La corte dei conti tornava.", "it", {}),
        ("", "it", {}),
    ],
)
def test_names_are_found_and_typed_where_sure(
    text: str, language: str, names: dict[str, str]
) -> None:
    assert found(text, language) == names


def test_a_surname_has_the_type_of_the_full_name() -> None:
    assert found("Il sindaco Ugo Lenti ride. Poi Lenti parla.", "it")["Lenti"] == "PER"


def test_a_line_in_capitals_holds_no_names() -> None:
    assert found("GRANDE FESTA IN PIAZZA DUOMO", "it") == {}


@pytest.mark.parametrize(
    ("text", "language", "surface", "name"),
    [
        ("Il sindaco Ugo Lenti ride. Poi Lenti parla.", "it", "Lenti", "Ugo Lenti"),
        ("Mayor Ann Cole left. Then Ann said no.", "en", "Ann", "Ann Cole"),
        ("He met Orsini SpA in May. Then Orsini paid.", "en", "Orsini SpA", "Orsini"),
        # two bear the surname: nobody can tell
        ("Il sindaco Ugo Lenti vede Ada Lenti. Poi Lenti parla.", "it", "Lenti", "Lenti"),
        ("👍 Zoé Blanc, 34, ride. Poi Blanc parla.", "it", "Blanc", "Zoé Blanc"),
    ],
)
def test_every_mention_has_the_one_name_of_the_article(
    text: str, language: str, surface: str, name: str
) -> None:
    names = find_names(text, language, split_sentences(text, language))
    assert {n.name for n in names if text[n.start : n.end] == surface} == {name}


def test_capitals_of_other_alphabets_open_names() -> None:
    assert "Łukasz Şahin" in found("Il ministro Łukasz Şahin vola a Parigi.", "it")


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("She beat Peru's Inés Quispe.", "en", {"Peru": "LOC", "Inés Quispe": "MISC"}),
        ("He left King's College London.", "en", {"King's College London": "ORG"}),
        ("They read Pat's Kitchen daily.", "en", {"Pat's Kitchen": "MISC"}),
        ("She beat Kirsti Moe 6-2 6-1.", "en", {"Kirsti Moe": "MISC"}),
        ("Hanno battuto Pinerba 3-1 ieri.", "it", {"Pinerba": "MISC"}),
        ("Ringleader Zeb Oxley was jailed.", "en", {"Zeb Oxley": "MISC"}),
        ("Great-grandmother Hebe Stott sings.", "en", {"Hebe Stott": "PER"}),
        ("Earlier Ottoline Frew had left.", "en", {"Ottoline Frew": "MISC"}),
        ("Sebbene Abdu Qasim fosse fuori, pioveva.", "it", {"Abdu Qasim": "MISC"}),
        ("Centrocampista Bepo Ruis lascia.", "it", {"Bepo Ruis": "MISC"}),
    ],
)
def test_owners_scores_and_words_that_open_a_sentence_are_no_part_of_a_name(
    text: str, language: str, names: dict[str, str]
) -> None:
    assert found(text, language) == names


def test_a_word_that_only_opens_is_known_by_the_name_told_without_it() -> None:
    text = "Jobless Zeb Oxley took a van. Then Zeb sold it, and Zeb fled."
    assert set(found(text, "en")) == {"Zeb Oxley", "Zeb"}


@pytest.mark.parametrize(
    ("text", "language", "surface", "name"),
    [
        ("The firm Quorla Grid grew. Then Quorla shrank.", "en", "Quorla", "Quorla Grid"),
        ("Nasce la Sarvia Energie. La Sarvia cresce.", "it", "Sarvia", "Sarvia Energie"),
        # the place bears the name too
        ("Then Dunlow Rovers won. In Dunlow all danced.", "en", "Dunlow", "Dunlow"),
        # two longer names, a service of its own, a noun that opens many names
        ("He met Quorla Grid and Quorla Labs. Quorla paid.", "en", "Quorla", "Quorla"),
        ("It has Vexa Pay. Today Vexa grew, and Vexa Pay too.", "en", "Vexa", "Vexa"),
        ("Vince la Coppa Nerina. La Coppa torna.", "it", "Coppa", "Coppa"),
    ],
)
def test_a_thing_named_in_full_first_has_its_full_name(
    text: str, language: str, surface: str, name: str
) -> None:
    names = find_names(text, language, split_sentences(text, language))
    assert {n.name for n in names if text[n.start : n.end] == surface} == {name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il rettore di Urbino Pio Lanzi è qui. Lanzi tace.", ["Pio Lanzi", "Lanzi"]),
        (
            "Il segretario della Fiom di Varese Zeno Carra è qui. Ora Carra tace.",
            ["Fiom", "Zeno Carra", "Carra"],
        ),
        ("Il sindaco di Castel San Pietro è qui.", ["Castel San Pietro"]),
        (
            "È morto a Cuneo Ezio Garelli. Era solo, dice Ezio Gallo.",
            ["Cuneo Ezio Garelli", "Ezio Gallo"],
        ),
        ("È morto a Cuneo Ezio Garelli. Così Ezio non corre più.", ["Ezio Garelli", "Ezio"]),
        (
            "Il voto di Banco Popolare Lodi. Cresce il Popolare.",
            ["Banco Popolare Lodi", "Popolare"],
        ),
    ],
)
def test_a_roles_place_is_no_part_of_a_name(text: str, expected: list[str]) -> None:
    assert list(found(text, "it")) == expected


def test_a_noun_that_opens_a_headline_is_no_part_of_the_name_behind_it() -> None:
    text = "Bancarotta Sideris, tutti assolti\n\nNessuna bancarotta. La Sideris è fallita nel 2017."
    assert list(found(text, "it")) == ["Sideris"]


def test_a_town_named_first_is_no_fair_that_is_named_later() -> None:
    text = "Terralba cresce. La fiera Ceramica Terralba apre a ottobre."
    fair = text.index("Ceramica")
    town = Entity(0, 8, "MISC")
    found = FullNames(text, [town, Entity(fair, fair + len("Ceramica Terralba"), "MISC")])
    assert found.name_of(town) == "Terralba"
