"""What a sentence is and how much it deserves checking."""

from __future__ import annotations

import pytest

from claims.nlp.check_worthiness import judge
from claims.nlp.extract import score_sentences
from claims.nlp.types import Label

FACTS = [
    "La disoccupazione è scesa al 7,2% nel 2023, il valore più basso da quindici anni.",
    "The city spent 3.4 million pounds on new buses in 2022.",
    "Il ministro Pio Verdi ha firmato ieri il decreto sulle acque.",
]
REST = [
    "Che bello tornare qui, che emozione!",
    "I think it would be wonderful if we all tried harder.",
    "Buona fortuna a tutti.",
]


def test_facts_are_checkable_and_feelings_are_not() -> None:
    judged = judge(FACTS + REST)
    assert [j.label == Label.CHECKABLE for j in judged] == [True] * 3 + [False] * 3
    assert min(j.check_worthiness for j in judged[:3]) > max(j.check_worthiness for j in judged[3:])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Quanto costa al giorno la nuova linea?", Label.QUESTION),
        ("Will the bridge hold until 2030?", Label.QUESTION),
        ("Andiamo tutti a votare, dobbiamo farlo!", Label.EXHORTATION),
    ],
)
def test_the_other_kinds_are_named(text: str, label: Label) -> None:
    assert judge([text])[0].label == label


def test_a_heading_is_never_worth_checking() -> None:
    (judged,) = judge(["Crollo a Lecco, 12 morti"], [True])
    assert judged.label == Label.HEADING
    assert judged.check_worthiness <= 0.1


def test_reasons_say_what_is_there() -> None:
    assert {"quantity", "date", "change"} <= set(judge(FACTS[:1])[0].reasons)
    assert "named_actor" in judge(FACTS[2:])[0].reasons


def test_a_score_depends_on_its_sentence_alone() -> None:
    alone = score_sentences(FACTS[:1])[0].check_worthiness
    assert score_sentences([*REST, FACTS[0]])[-1].check_worthiness == pytest.approx(alone, abs=1e-3)


@pytest.mark.parametrize("text", ["", " ", "👍", "\ud800", "a" * 100_000, "perche\u0301"])
def test_any_string_gets_a_score(text: str) -> None:
    (sentence,) = score_sentences([text])
    assert 0.0 <= sentence.check_worthiness <= 1.0
    assert (sentence.start, sentence.end) == (0, len(text))


def test_no_sentence_gives_no_score() -> None:
    assert judge([]) == []
