"""A name in full loses its surname's article, or takes the one that its sound asks for."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.grammar.phrases import fitting_article
from claims.nlp.types import SplitRequest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Francesca Trasi ha vinto il torneo di Lodi. La Trasi aveva battuto la Mori in finale.",
            "Francesca Trasi aveva battuto la Mori in finale.",
        ),
        (
            "Francesca Trasi ha vinto il torneo di Lodi. Il trionfo della Trasi è del 2010.",
            "Il trionfo di Francesca Trasi è del 2010.",
        ),
        (
            "Ada Rossi ha scritto un libro. Ad essa il Comune ha dato 300 euro.",
            "Ad Ada Rossi il Comune ha dato 300 euro.",
        ),
    ],
)
def test_names_in_full_stand_with_the_article_that_fits(text: str, expected: str) -> None:
    assert expected in [claim.text for claim in split_text(SplitRequest(text, "it")).claims]


@pytest.mark.parametrize(
    ("article", "name", "expected"),
    [
        ("lo", "Grande Slam", "il"),
        ("il", "Stadio Nuovo", "lo"),
        ("il", "Osservatorio Nuovo", "l'"),
        ("la", "Agenzia Nuova", "l'"),
        ("la", "Scuola Nuova", "la"),
    ],
)
def test_an_article_sounds_as_the_name_asks(article: str, name: str, expected: str) -> None:
    assert fitting_article(article, name) == expected
