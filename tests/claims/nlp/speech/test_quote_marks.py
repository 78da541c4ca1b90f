"""Stretches between marks, whatever the paper prints."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.nlp.speech.quote_marks import marked_stretches


def between(text: str, language: str = "it") -> list[str]:
    return [text[m.start : m.end] for m in marked_stretches(text, language)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Disse «va bene» e uscì.", ["va bene"]),
        ("Disse «va bene« e uscì.", ["va bene"]),
        ("Disse “va bene” e uscì.", ["va bene"]),
        ("Disse “va bene“ e uscì.", ["va bene"]),
        ("Disse „va bene“ e uscì.", ["va bene"]),
        ('Disse "va bene" e uscì.', ["va bene"]),
        ('Disse " va bene " e uscì.', ["va bene"]),
        ('Disse (" va bene " due volte) e uscì.', ["va bene"]),
        ("Disse ''va bene'' e uscì.", ["va bene"]),
        ("Disse <<va bene>> e uscì.", ["va bene"]),
        ("Disse ‘va bene’ e uscì.", ["va bene"]),
        ("Disse 'va bene' e uscì.", ["va bene"]),
        ("Nell'" + '" alto numero " di casi', ["alto numero"]),
        ("«Ha detto “no” a tutti» e basta.", ["Ha detto “no” a tutti"]),
        ('«Ha detto "no" a tutti» e basta.', ['Ha detto "no" a tutti']),
        ('"Ha detto "no" a tutti" e basta.', ['Ha detto "no" a tutti']),
        ("L'ora dell'uomo: 'un po' di pane', disse.", ["un po' di pane"]),
        ('Tubi da 12" e da 30" in cantiere.', []),
        ("Perche\u0301 👍 «sì 👍» e\u0300 poco.", ["sì 👍"]),
        ("", []),
    ],
)
def test_every_kind_of_mark_is_read(text: str, words: list[str]) -> None:
    assert between(text) == words


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("«Uno. Due.\n\n«Tre», disse.", [("Uno. Due.", False), ("Tre", True)]),
        ("“Uno.\n\nDue”, disse.", [("Uno.", False), ("Due", True)]),
        ("“Uno.\n\n“Due.\n\n“Tre.” Fine.", [("Uno.", False), ("Due.", True), ("Tre.", True)]),
        ("«Uno. E poi «due» e basta.", [("Uno.", False), ("due", False)]),
        ("— Vengo — disse Ugo. — Aspetta.", [("Vengo", False), ("Aspetta.", True)]),
    ],
)
def test_a_quotation_over_paragraphs_is_given_piece_by_piece(
    text: str, pieces: list[tuple[str, bool]]
) -> None:
    found = marked_stretches(text, "it")
    assert [(text[m.start : m.end], m.continues) for m in found] == pieces


MARKS = st.text(alphabet="«»“”„\"'‘’<>—- \n.ab è👍\u0301", max_size=60)


@given(MARKS, st.sampled_from(["it", "en"]))
def test_stretches_are_in_order_and_stay_in_their_paragraph(text: str, language: str) -> None:
    found = marked_stretches(text, language)
    ends = [0, *(m.outer_end for m in found)]
    for marked, before in zip(found, ends, strict=False):
        assert before <= marked.outer_start <= marked.start < marked.end <= marked.outer_end
        assert marked.outer_end <= len(text)
        assert "\n" not in text[marked.outer_start : marked.outer_end]


@pytest.mark.parametrize("unit", ['"', "«", "“a ", ' " a " ', "l'a 'b ", "— a, disse. "])
def test_the_work_grows_with_the_text_alone(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        start = time.process_time()
        marked_stretches(text, "it")
        return time.process_time() - start

    seconds(100)
    short = min(seconds(1_000) for _ in range(3))
    long = min(seconds(10_000) for _ in range(2))
    assert long < 40 * max(short, 0.002)  # ten times the text; a square would take a hundred


def test_a_mark_within_a_clause_that_is_never_closed_ends_with_its_sentence() -> None:
    text = 'Gridano slogan come "Pace e "Vogliamo la giustizia. Nel frattempo la crisi continua.'
    last = marked_stretches(text, "it")[-1]
    assert text[last.start : last.end] == "Vogliamo la giustizia."
