"""Which words stand between quotation marks, by the sentence alone."""

from __future__ import annotations

import pytest

from claims.nlp.parsing.quoted_words import quoted_words


def quoted(text: str) -> str:
    """The quoted words of a text whose tokens a "_" joins to the next where no space stands."""
    tokens = text.replace("_", " _").split()
    spaced = [not after.startswith("_") for after in [*tokens[1:], "end"]]
    forms = [token.removeprefix("_") for token in tokens]
    flags = quoted_words(forms, spaced)
    return " ".join(f for f, inside in zip(forms, flags, strict=True) if inside and f.isalpha())


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('" _We kept it _, _" said Cole', "We kept it"),
        # opened in the sentence before
        ('We kept it _, _" said Cole', "We kept it"),
        ("We kept it _, _” said Cole 👍", "We kept it"),
        ('Cole said _: " _We kept it', "We kept it"),
        ("", ""),
    ],
)
def test_words_are_quoted_between_marks(text: str, inside: str) -> None:
    assert quoted(text) == inside
