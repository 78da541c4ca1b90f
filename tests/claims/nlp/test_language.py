"""Which language a text is in."""

from __future__ import annotations

import pytest

from claims.nlp.language import resolve_language
from claims.nlp.types import SplitError

ITALIAN = "Il consiglio comunale ha approvato ieri sera il nuovo piano del traffico della città."
ENGLISH = "The town council approved the new traffic plan for the old centre last night."
SPANISH = (
    "El ayuntamiento aprobó anoche el nuevo plan de tráfico para el centro de la ciudad vieja."
)
GERMAN = (
    "Der Stadtrat hat gestern Abend den neuen Verkehrsplan für die alte Innenstadt beschlossen."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [(ITALIAN, "it"), (ENGLISH, "en"), ("Sì, certo.", "it"), ("Yes, of course.", "en")],
)
def test_the_served_languages_are_told_apart(text: str, language: str) -> None:
    assert resolve_language(text) == language


@pytest.mark.parametrize(
    "text",
    [SPANISH, GERMAN, "Правительство утвердило новый бюджет на следующий год вчера вечером."],
)
def test_another_language_is_refused(text: str) -> None:
    with pytest.raises(SplitError) as caught:
        resolve_language(text)
    assert caught.value.code == "unsupported_language"


def test_a_list_of_names_is_never_refused() -> None:
    names = ", ".join(["Charlotte Baker", "Daniel Kowalski", "René Aubert", "Jürgen Haas"] * 8)
    assert resolve_language(names) in ("it", "en")


def test_the_language_asked_for_is_believed() -> None:
    assert resolve_language(SPANISH, "it") == "it"


def test_a_language_that_is_not_served_is_refused() -> None:
    with pytest.raises(SplitError):
        resolve_language(ITALIAN, "fr")


@pytest.mark.parametrize("text", ["12 34", "👍", "GPT"])
def test_a_text_without_words_gets_some_language(text: str) -> None:
    assert resolve_language(text) in ("it", "en")
