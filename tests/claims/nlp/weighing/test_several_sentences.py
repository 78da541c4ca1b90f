"""What is given as one sentence may hold several: the one that states a fact answers."""

from __future__ import annotations

import pytest

from claims.nlp.extract import score_sentences
from claims.nlp.types import Label
from claims.nlp.weighing.check_worthiness import judge
from claims.nlp.weighing.several_sentences import judge_texts

FACT = "La disoccupazione è scesa al 7,2% nel 2023, il valore più basso da quindici anni."


@pytest.mark.parametrize(
    "text",
    [
        f"Che bello! Che emozione! {FACT} Grazie, grazie davvero a tutti voi. È tutto chiaro?",
        f"{FACT} Che cosa vuol dire, secondo voi?",
        "🎉 What a night! The city spent 3.4 million pounds on buses in 2022. Isn't it wonderful?",
    ],
)
def test_the_sentence_that_states_a_fact_answers_for_all(text: str) -> None:
    (found,) = score_sentences([text])
    assert found.label is Label.CHECKABLE
    assert found.check_worthiness > 0.5
    assert (found.start, found.end) == (0, len(text))


def test_several_sentences_without_a_fact_state_none() -> None:
    (found,) = judge_texts(["Che bello tornare qui. Buona fortuna a tutti."])
    assert found.label is not Label.CHECKABLE


def test_one_sentence_is_judged_as_ever_and_order_stays() -> None:
    texts = ["Buona fortuna a tutti.", f"Che bello! {FACT}", FACT, ""]
    found = judge_texts(texts)
    assert [found[0], found[2], found[3]] == judge([texts[0], texts[2], texts[3]])
    assert found[1].label is Label.CHECKABLE


def test_whether_the_writer_judges_is_asked_of_all_the_words() -> None:
    text = f"Che vergogna, è davvero uno scandalo indecente! {FACT}"
    assert judge_texts([text])[0].subjective == judge([text])[0].subjective


def test_no_text_has_no_judgement() -> None:
    assert judge_texts([]) == []
