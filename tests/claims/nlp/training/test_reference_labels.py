"""The labels of what pronouns mean stand where the project's own articles have pronouns."""

from __future__ import annotations

import re

import pytest

from claims.nlp.referring.referents import Referent
from claims.nlp.training.gold import own_articles
from claims.nlp.training.reference_labels import named_by, reference_labels

PRONOUN = re.compile(
    r"(?:he|she|it|they|him|her|them|his|hers|its|their|theirs)(?!\w)", re.IGNORECASE
)


def test_each_label_stands_at_a_pronoun_and_names_words_of_its_article() -> None:
    texts = {article["id"]: article["text"] for article in own_articles()}
    labelled = {name: places for name, places in reference_labels().items() if name in texts}
    assert len(labelled) > 50
    for name, places in labelled.items():
        for start, words in places.items():
            assert PRONOUN.match(texts[name], start), (name, start)
            assert all(word in texts[name].lower() for word in words), (name, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Vex-Neri", {"ada", "vex-neri"}),
        ("the firm's depot", {"the", "firm", "firm's", "depot"}),
        ("José Ramón", {"josé", "ramón"}),
    ],
)
def test_a_label_may_be_any_word_of_a_name(text: str, words: set[str]) -> None:
    referent = Referent(text, is_name=True, label="MISC", plural=False, gender="")
    assert words <= named_by(referent)
