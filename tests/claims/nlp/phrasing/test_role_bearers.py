"""Nouns that stand for a named person are told by the name, where nobody else can be meant."""

from __future__ import annotations

import pytest

from claims.nlp.grammar.statement import Statement
from claims.nlp.naming.full_names import FullNames
from claims.nlp.naming.names import find_names
from claims.nlp.naming.roles import Roles
from claims.nlp.phrasing.role_bearers import borne_roles
from claims.nlp.sentences import split_sentences
from claims.nlp.splitting.clauses import claims_of, trees_of
from claims.nlp.types import Label, Sentence


def judged(text: str, language: str) -> list[Sentence]:
    spans = split_sentences(text, language)
    return [Sentence(s.start, s.end, Label.CHECKABLE, 0.8, (), 0.95, 0.1) for s in spans]


def texts(text: str, language: str) -> list[str]:
    sentences = judged(text, language)
    names = find_names(text, language, sentences)
    return [claim.text for claim in claims_of(text, language, sentences, [], [], [], names)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "A Lodi hanno arrestato Ugo Sarti. L'uomo aveva rubato tre furgoni.",
            "it",
            "Ugo Sarti aveva rubato tre furgoni.",
        ),
        (
            "👍 Il sindaco Pio Verdi ha aperto il ponte. Il sindaco ha speso 3 milioni.",
            "it",
            "Pio Verdi ha speso 3 milioni.",
        ),
        (  # the article that is left out was glued to the noun
            "A Lodi hanno arrestato Ugo Sarti. Nel 2019 l'uomo aveva rubato tre furgoni.",
            "it",
            "Nel 2019 Ugo Sarti aveva rubato tre furgoni.",
        ),
        (
            "Police arrested Tom Reed in York. The man had stolen three vans.",
            "en",
            "Tom Reed had stolen three vans.",
        ),
    ],
)
def test_who_alone_is_named_near_is_meant(text: str, language: str, expected: str) -> None:
    assert expected in texts(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        # two are named
        (
            "Ugo Sarti ha visto Pio Verdi. L'uomo aveva rubato tre furgoni.",
            "it",
            ("Ugo Sarti aveva", "Pio Verdi aveva"),
        ),
        # no woman is Tom
        (
            "Police met Tom Reed in York. The woman had stolen three vans.",
            "en",
            ("Tom Reed had",),
        ),
        # a body is no person
        (
            "Police met Tom Reed in York. The company had sold three vans.",
            "en",
            ("Tom Reed had",),
        ),
    ],
)
def test_who_may_be_another_is_not_named(text: str, language: str, name: tuple[str, ...]) -> None:
    found = texts(text, language)
    assert found
    assert not any(told in one for one in found for told in name)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("L'uomo aveva rubato tre furgoni.", ["Ugo Sarti"]),
        # who tells of a man is another
        ("Ha detto che l'uomo aveva rubato tre furgoni.", []),
        ("Pio Verdi era là quando l'uomo ha rubato tre furgoni.", []),
    ],
)
def test_who_tells_of_somebody_is_another(told: str, names: list[str]) -> None:
    text = f"Ugo Sarti ha chiamato la polizia. {told}"
    sentences = judged(text, "it")
    tree = trees_of(text, "it", sentences)[1]
    entities = find_names(text, "it", sentences)
    head = next(i for i in range(tree.size) if tree.forms[i] == "rubato")
    found = borne_roles(
        Statement(tree, head, tree.words & tree.subtrees[head]),
        Roles(text, "it", entities),
        FullNames(text, entities),
        {},
    )
    assert [name for name in found.values() if name] == names
