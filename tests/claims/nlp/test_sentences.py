"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from claims.nlp.sentences import MAX_LENGTH, split_sentences


def shown(text: str, language: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, language)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Il dott. Bruni arriva alle 9.30.", "Poi parla."],
        ["Lo dice l'art. 3 della legge n. 128.", "Nessuno ride."],
        ["Vale 3.500 euro.", "Ne chiede 4,5 milioni."],
        ["«Non cambia nulla. », ha detto ieri."],
        ["«Partiamo!» grida Anna.", "«E adesso?» chiede Ugo."],
        ["“Siamo pronti“, scrive Elsa Neri.", "“Domani si parte.”", "Fine."],
        ["È nato a S. Vito nel 1950.", "La ditta è una S.p.A. di Lecco."],
        ["Piove ancora...", "Ma si gioca."],
        ["“Davvero… Io non c'ero“, dice."],
        ["Costa 5 euro ecc. e non si discute.", "Chiuso."],
        ["Perché\u0301?", "👍 Così va bene.", "Fine 👨\u200d👩\u200d👧."],
    ],
)
def test_italian_sentences_are_split(sentences: list[str]) -> None:
    assert shown(" ".join(sentences), "it") == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Hart met Mr. Lowe on Jan. 5.", "They talked."],
        ["She moved to the U.S. in 1999.", "He stayed in the U.K.", "The end."],
        ["“Why would we sell?” asked Ana Ruiz.", "Nobody knew."],
        ["'It broke,' she said.", "'I was sad.'"],
        ["It cost $1.5bn.", "No. 3 won.", "He said no.", "They left at 5 p.m. on Monday."],
        ["Acme Inc. grew 3.5% in Feb. and fell in March.", "It closed."],
    ],
)
def test_english_sentences_are_split(sentences: list[str]) -> None:
    assert shown(" ".join(sentences), "en") == sentences


def test_a_headline_of_two_sentences_is_one() -> None:
    text = (
        "Crolla il ponte. Il sindaco: tragedia sfiorata\n\nIl ponte è crollato ieri. Nessun ferito."
    )
    assert shown(text, "it") == [
        "Crolla il ponte. Il sindaco: tragedia sfiorata",
        "Il ponte è crollato ieri.",
        "Nessun ferito.",
    ]


def test_a_heading_that_ran_into_its_text_stands_alone() -> None:
    text = "I lavori sono finiti. Le reazioni Il sindaco ha ringraziato gli operai del cantiere."
    assert shown(text, "it")[1:] == [
        "Le reazioni",
        "Il sindaco ha ringraziato gli operai del cantiere.",
    ]


def test_a_surname_that_looks_like_an_article_starts_no_sentence() -> None:
    text = "Ha vinto ancora Giulia Di Marco, la velista di Fano che corre da sola."
    assert shown(text, "it") == [text]


def test_lines_of_a_list_are_sentences() -> None:
    text = "Chi c'era:\n- Anna Bo\n- Ugo Ba\n1. il primo\n2. il secondo"
    assert len(shown(text, "it")) == 5


def test_a_text_wrapped_at_a_width_is_put_together() -> None:
    lines = [
        "Il consiglio ha discusso per tre ore il piano del",
        "traffico, che vieta alle auto il centro storico e",
        "Piazza Grande per tutta la durata della settimana",
        "santa.",
    ]
    assert shown("\n".join(lines), "it") == ["\n".join(lines)]


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "?!", "\n"])
def test_next_to_nothing_gives_next_to_nothing(text: str) -> None:
    assert len(shown(text, "it")) <= 1


def test_a_stretch_without_marks_is_cut_in_bounded_pieces() -> None:
    text = "parola, " * 2_000
    pieces = split_sentences(text, "it")
    assert all(p.end - p.start <= MAX_LENGTH for p in pieces)
    assert "".join(shown(text, "it")).replace(" ", "") == text.replace(" ", "")
