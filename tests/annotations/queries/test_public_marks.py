"""The marks a row is found by, and what a search asks of them."""

from __future__ import annotations

import random

import pytest
from django.db import connection

from annotations.queries.public_filters import PublicFilter
from annotations.queries.public_marks import named_marks
from annotations.queries.public_words import manner_of

SEARCH = "'scuol':1A,4B 'tren':2B 'lett':3C"


def asked(statement: str, *values: object) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        (answer,) = cursor.fetchone()
    return answer


def test_a_row_is_marked_by_what_it_holds_and_where_it_lies(db: None) -> None:
    marks = asked(
        "SELECT tsvector_to_array(annotations_marks(%s, 'it', %s, %s, %s))",
        270_000,
        SEARCH,
        ["roma"],
        ["istat.it"],
    )
    held = ["it", "itscuol", "ittren", "itlett", "^itscuol", "-itlett", "=roma", "/istat.it"]
    placed = {f"{mark}\t{block}" for mark in held for block in ("12.65", "18.1")}
    assert set(marks) == placed | {"\t7.2109", "\t10.263"}


SOUGHT = [
    ("treni scuole", "( '\vittren\t' & '\vitscuol\t' )"),
    ("treni or scuole", "( '\vittren\t' | '\vitscuol\t' )"),
    ("treni -letti", "( '\vittren\t' & !'\vitlett\t' )"),
    ('"treni di scuole"', "('\vittren\t' & '\vitscuol\t')"),
    ('treni -"scuole ponti"', "('\vittren\t')"),
    ("½ -treni", "('\vit 1/2\t' & !'\vittren\t')"),
    ("ŉ", "( '\vit''n\t' )"),
    ("-letti", "'it\t' & ( !'\vitlett\t' )"),
    ('-"letti scuole"', "'it\t'"),
    ("di", None),
]


@pytest.mark.parametrize(("words", "marks"), SOUGHT)
def test_words_are_asked_for_by_their_marks(db: None, words: str, marks: str | None) -> None:
    query = "websearch_to_tsquery('vaglio_it', %s)"
    assert asked(f"SELECT annotations_marks_sought({query}, 'it')", words) == marks


def test_names_and_sites_may_hold_what_means_something_to_a_query(db: None) -> None:
    wanted = PublicFilter(entity=r"D'Aria \ & (C)", source_domain="a'b")
    marks = asked("SELECT tsvector_to_array(%s::tsquery::text::tsvector)", r"'=d''aria'")
    assert marks == ["=d'aria"]
    told = named_marks(wanted)
    assert told == "'=d''aria \\\\ & (c)\t' & '/a''b\t'"
    assert asked("SELECT numnode(%s::tsquery)", told) == 3


def test_long_names_are_cut_as_their_marks_are(db: None) -> None:
    name = "o" * 600
    marks = asked(
        "SELECT annotations_marks(1, 'it', '', %s, '{}') @@ %s::tsquery",
        [name],
        str(named_marks(PublicFilter(entity=name))).replace("\t", "\t12.0"),
    )
    assert marks is True


@pytest.mark.parametrize(
    ("words", "near", "is_simple"),
    [
        ("città7 treni", "", True),
        (" vaccni  2024 ", "('vaccini':AB | 'vaccino':AB) & ('2024':AB)", True),
        ("vaccni", "('8e7q':AB)", False),
        ("8e7q", "", False),
        ('"treni veloci"', "", False),
        ("treni -ponti", "", False),
        ("alta-velocità", "", False),
        ("½", "", False),
        ("l’aria", "", False),
    ],
)
def test_words_are_simple_that_only_letters_make(words: str, near: str, is_simple: bool) -> None:
    assert manner_of(words, near, "").is_simple is is_simple


def test_simple_words_are_no_phrase_and_have_no_spaces_whatever_they_are(db: None) -> None:
    chance = random.Random(7)
    letters = "aeiou" * 9 + "bcdfglmnprstvzxEØÀßæþ" * 2 + "0123456789" * 3 + " " * 20
    made = ("".join(chance.choices(letters, k=chance.randint(1, 14))) for _ in range(9000))
    simple = [words for words in made if manner_of(words, "", "").is_simple]
    assert len(simple) > 500
    told = (
        "replace(replace(websearch_to_tsquery(form::regconfig, words)::text, ' & ', ''), ' | ', '')"
    )
    assert (
        asked(
            "SELECT coalesce(array_agg(words), '{}') FROM unnest(%s::text[]) AS words,"
            f" (VALUES ('vaglio_it'), ('vaglio_en')) AS forms (form) WHERE {told} ~ '[ <!:]'",
            simple,
        )
        == []
    )
