"""What a sentence is and how much it deserves checking."""

from __future__ import annotations

import pytest

from claims.nlp.extract import score_sentences
from claims.nlp.types import Label
from claims.nlp.weighing.check_worthiness import judge

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
        ("Let us all go and vote on Sunday!", Label.EXHORTATION),
        ("L'anno prossimo i prezzi scenderanno, ma di poco.", Label.PREDICTION),
        ("Prices will probably fall again next spring.", Label.PREDICTION),
        ("Uno spettacolo noioso, pretenzioso e pure interminabile.", Label.OPINION),
        ("Leggi anche: le altre notizie.", Label.OTHER),
    ],
)
def test_the_other_kinds_are_named(text: str, label: Label) -> None:
    assert judge([text])[0].label == label


@pytest.mark.parametrize(
    ("worthy", "trifle"),
    [
        (
            "La giunta Morelli ha tagliato di 12 milioni i fondi per gli asili.",
            "La sindaca portava una sciarpa gialla.",
        ),
        ("Il ministro ha mentito sui morti in corsia.", "Il ministro è arrivato in treno."),
        ("The mayor paid his brother $90,000 for the plan.", "The mayor had soup for lunch."),
    ],
)
def test_what_matters_to_the_public_stands_above_trifles(worthy: str, trifle: str) -> None:
    first, second = judge([worthy, trifle])
    assert first.check_worthiness > second.check_worthiness + 0.25


@pytest.mark.parametrize(
    ("judging", "reporting"),
    [
        (
            "Un discorso vergognoso, degno del solito teatrino.",
            "Il discorso è durato venti minuti e ha riguardato le pensioni.",
        ),
        (
            "What a pompous and silly performance that was.",
            "The performance began at eight and lasted two hours.",
        ),
    ],
)
def test_a_writer_who_judges_is_told_from_one_who_reports(judging: str, reporting: str) -> None:
    first, second = judge([judging, reporting])
    assert first.subjective > 0.5 > second.subjective


def test_a_heading_is_never_worth_checking() -> None:
    (judged,) = judge(["Crollo a Lecco, 12 morti"], [True])
    assert judged.label == Label.HEADING
    assert judged.check_worthiness <= 0.1


def test_scores_are_spread_and_not_crowded_at_the_top() -> None:
    scores = [j.check_worthiness for j in judge([*FACTS, *REST, "Ha piovuto.", "Ha 38 anni."])]
    assert max(scores) > 0.8
    assert min(scores) < 0.2
    assert any(0.2 < score < 0.8 for score in scores)


def test_a_score_depends_on_its_sentence_alone() -> None:
    alone = score_sentences(FACTS[:1])[0]
    among = score_sentences([*REST, FACTS[0]])[-1]
    for field in ("check_worthiness", "checkable", "subjective"):
        assert getattr(among, field) == pytest.approx(getattr(alone, field), abs=1e-3)


@pytest.mark.parametrize(
    "text", ["", " ", "👍", "\ud800", "a" * 100_000, "perche\u0301", "«»", "?"]
)
def test_any_string_gets_a_score(text: str) -> None:
    (sentence,) = score_sentences([text])
    for share in (sentence.check_worthiness, sentence.checkable, sentence.subjective):
        assert 0.0 <= share <= 1.0
    assert (sentence.start, sentence.end) == (0, len(text))


def test_no_sentence_gives_no_score() -> None:
    assert judge([]) == []
