"""Direct speech and who speaks."""

from __future__ import annotations

import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.nlp.naming.names import find_names
from claims.nlp.sentences import split_sentences
from claims.nlp.speech.quotes import find_quotes


def found(text: str, language: str) -> list[tuple[str, str | None]]:
    sentences = split_sentences(text, language)
    quotes = find_quotes(text, language, sentences, find_names(text, language, sentences))
    return [(text[q.start : q.end], q.speaker and q.speaker.name) for q in quotes]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "«Non cambia nulla», ha detto la direttrice Carla Ferri.",
            [("Non cambia nulla", "Carla Ferri")],
        ),
        (
            "“Siamo pronti“, scriveva ieri Elio Banti, capo dei tecnici. “Si parte domani.”",
            [("Siamo pronti", "Elio Banti"), ("Si parte domani.", "Elio Banti")],
        ),
        (
            'Il sindaco Ugo Ferri minimizza: "È solo acqua. Passerà".',
            [("È solo acqua. Passerà", "Ugo Ferri")],
        ),
        (
            "«È una scelta - ha spiegato Anna Neri - che rifarei domani».",
            [("È una scelta - ha spiegato Anna Neri - che rifarei domani", "Anna Neri")],
        ),
        (
            "Secondo il ministro Pio Verdi, «i conti sono in ordine».",
            [("i conti sono in ordine", "Pio Verdi")],
        ),
        (
            "“I lavori“, scrivono i periti del tribunale, “sono fermi da mesi”.",
            [
                ("I lavori", "i periti del tribunale"),
                ("sono fermi da mesi", "i periti del tribunale"),
            ],
        ),
        (
            "Parla di “bilancio triste” la capogruppo di Nuova Sponda, Carla Ferri.",
            [("bilancio triste", "Carla Ferri")],
        ),
        (
            "Perché\u0301 👍 «sì, va bene così» rispose Anna Neri.",
            [("sì, va bene così", "Anna Neri")],
        ),
    ],
)
def test_italian_speech_has_its_speaker(text: str, quotes: list[tuple[str, str]]) -> None:
    assert found(text, "it") == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "“We waited too long,” said Dr. Jane Holt, the chief engineer. “Now we pay.”",
            [("We waited too long,", "Jane Holt"), ("Now we pay.", "Jane Holt")],
        ),
        (
            "Mayor Tom Reed was calm. 'It is only water,' he told reporters.",
            [("It is only water,", "Tom Reed")],
        ),
        (
            'The union called the plan "a cruel joke".',
            [("a cruel joke", "The union")],
        ),
        (
            '"If it works," Ana Ruiz said, "we all win."',
            [("If it works,", "Ana Ruiz"), ("we all win.", "Ana Ruiz")],
        ),
        (
            "'The officers' club isn't open,' said Lee Ford.",
            [("The officers' club isn't open,", "Lee Ford")],
        ),
    ],
)
def test_english_speech_has_its_speaker(text: str, quotes: list[tuple[str, str]]) -> None:
    assert found(text, "en") == quotes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ha scritto il romanzo «La luna storta» nel 1990.", "it"),
        ("Lo leggo sul quotidiano “Il Faro”.", "it"),
        ('Il tubo è largo 12" e lungo 30".', "it"),
        ("The so-called “smart” meter failed.", "en"),
        ("It's the dogs' bowl and the cats' bed.", "en"),
        ("", "en"),
    ],
)
def test_titles_and_scare_quotes_are_no_speech(text: str, language: str) -> None:
    assert found(text, language) == []


def test_a_short_name_becomes_the_full_one() -> None:
    text = "Il tecnico Elio Banti-Rossi è contento. «È finita», diceva Banti-Rossi. «Finalmente.»"
    assert {speaker for _, speaker in found(text, "it")} == {"Elio Banti-Rossi"}


def test_a_dropped_subject_is_found_through_the_article() -> None:
    text = "Carla Ferri dirige il museo da un anno. «Ho trovato solo polvere», racconta."
    assert found(text, "it") == [("Ho trovato solo polvere", "Carla Ferri")]


def test_who_then_adds_is_who_spoke_before() -> None:
    text = "«Va bene», diceva Anna Neri in una lettera. «Ma non troppo», aggiungeva poi."
    assert [speaker for _, speaker in found(text, "it")] == ["Anna Neri", "Anna Neri"]


def test_an_interview_answer_is_given_by_sentence() -> None:
    text = "La sindaca Anna Neri ci riceve.\n\nÈ stanca?\n\n«Un po'. Ma resto qui fino a maggio»."
    assert found(text, "it") == [
        ("Un po'.", "Anna Neri"),
        ("Ma resto qui fino a maggio", "Anna Neri"),
    ]


def test_a_headline_in_marks_is_no_speech() -> None:
    text = "«ABBIAMO VISTO TUTTO»\n\nIl furto è avvenuto ieri. Nessuno ha parlato."
    assert found(text, "it") == []


@pytest.mark.parametrize("mark", ['"', "«", "“", "'", "‘", "„", "”"])
def test_marks_left_open_break_nothing(mark: str) -> None:
    text = f"Disse {mark}non so nulla di questo. Poi se ne andò.\n\n{mark}"
    for words, _ in found(text, "it"):
        assert words in text


PIECES = [*"«»“”„\"'‘’—-:., \n", "disse ", "Ugo Ferri ", "👍", "è\u0301", "No"]
QUOTING = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(QUOTING, st.sampled_from(["it", "en"]))
def test_any_text_gives_quotes_in_order_within_their_paragraph(text: str, language: str) -> None:
    sentences = split_sentences(text, language)
    quotes = find_quotes(text, language, sentences, find_names(text, language, sentences))
    ends = [0, *(q.end for q in quotes)]
    for quote, before in zip(quotes, ends, strict=False):
        assert before <= quote.start < quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]
        speaker = quote.speaker
        if speaker is not None and speaker.start is not None and speaker.end is not None:
            assert 0 <= speaker.start < speaker.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    [
        "Ugo Ferri ha detto: «È solo acqua», e poi “Lo spero“, ha aggiunto. ",
        "Disse «non so nulla di “questo. ",
        "Ugo Ferri: Non so.\n",
        'detto «a b c» e " d e f " disse Ugo ',
    ],
)
def test_the_work_grows_with_the_text_alone(unit: str) -> None:
    """Counts calls, which no busy machine changes; how long they take is for the benchmarks."""

    def calls(times: int) -> int:
        text = unit * times
        sentences = split_sentences(text, "it")
        names = find_names(text, "it", sentences)
        events: Counter[str] = Counter()
        sys.setprofile(lambda _frame, event, _value: events.update([event]))
        try:
            find_quotes(text, "it", sentences, names)
        finally:
            sys.setprofile(None)
        return events["call"] + events["c_call"]

    calls(10)  # what is read once a process
    assert calls(500) < 20 * calls(50)  # ten times the text; a square would take a hundred


def test_the_person_named_most_speaks_though_a_nickname_breaks_the_name() -> None:
    text = (
        "Wilma Crane, who drew the map\n\nWilma “Bee” Crane died on Monday. Crane learned sums "
        "from a keeper named Tam Isham.\n\n“I was never bored,” she told us in May."
    )
    assert found(text, "en") == [("I was never bored,", "Wilma Crane")]


def test_a_role_in_front_of_its_bearer_speaks_by_the_bearers_name() -> None:
    text = "«Servono 90 medici», attacca il presidente del comitato Vita Nuova, Elmo Sarti."
    assert found(text, "it") == [("Servono 90 medici", "Elmo Sarti")]
