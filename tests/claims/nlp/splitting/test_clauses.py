"""Claims of a text: what is stated, by whom, in which words of the article."""

from itertools import pairwise

import pytest

from claims.nlp.sentences import split_sentences
from claims.nlp.splitting.clauses import claims_of
from claims.nlp.types import Candidate, Entity, Kind, Label, Quantity, Quote, Sentence, Speaker

IT = (
    "La ditta Orsini, che ha sede a Lodi, ha assunto 40 operai. "
    "Marta Leoni, presidente della cooperativa Aurora, è nata a Gela nel 1971. "
    "Nel 2020 la città ha chiuso due scuole e ha aperto un asilo."
)
EN = (
    "Tom Reed, head of the drivers' union, was not invited. "
    "The firm hired 40 people and sold its plant in Leeds. "
    "Mayor Ann Cole said the bridge will close in May 2026."
)


def claims(
    text: str, language: str, quotes: list[Quote] | None = None, label: Label = Label.CHECKABLE
) -> list[Candidate]:
    """The claims of a text whose sentences all have one label and the figures of a plain fact."""
    sentences = [
        Sentence(s.start, s.end, label, 0.8, (), 0.95, 0.1) for s in split_sentences(text, language)
    ]
    people = [
        Entity(at, at + len(name), "PER")
        for name in ("Tom Reed", "Reed", "Ann Cole", "Ben Cole", "Marta Leoni", "Leoni")
        if (at := text.rfind(name)) >= 0
    ]
    return claims_of(text, language, sentences, quotes or [], [], [], people)


def texts(*args: object, **kwargs: object) -> list[str]:
    """Their texts alone."""
    return [claim.text for claim in claims(*args, **kwargs)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (IT, "it", "La ditta Orsini ha sede a Lodi."),
        (IT, "it", "Marta Leoni è presidente della cooperativa Aurora."),
        (IT, "it", "Marta Leoni è nata a Gela nel 1971."),
        (IT, "it", "Nel 2020 la città ha chiuso due scuole."),
        (IT, "it", "Nel 2020 la città ha aperto un asilo."),
        (EN, "en", "Tom Reed is head of the drivers' union."),
        (EN, "en", "Tom Reed was not invited."),
        (EN, "en", "The firm hired 40 people."),
        (EN, "en", "The firm sold its plant in Leeds."),
        (EN, "en", "Mayor Ann Cole said the bridge will close in May 2026."),
    ],
)
def test_each_fact_is_a_claim_that_stands_alone(text: str, language: str, expected: str) -> None:
    assert expected in texts(text, language)


@pytest.mark.parametrize("before", ["", "🦜🏳️‍🌈 Volano. ", "Perche\u0301? ", "«Sì», «no». “Ah”. "])
@pytest.mark.parametrize(("text", "language"), [(IT, "it"), (EN, "en")])
def test_segments_are_the_articles_own_words(before: str, text: str, language: str) -> None:
    whole = before + text
    for claim in claims(whole, language):
        spans = [(segment.start, segment.end) for segment in claim.segments]
        assert all(0 <= start < end <= len(whole) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert all(whole[s:e].strip() == whole[s:e] for s, e in spans)


@pytest.mark.parametrize("before", ["🦜🏳️‍🌈 Volano. ", "Perche\u0301? "])
def test_what_stands_before_only_moves_the_segments(before: str) -> None:
    alone = [[text[s.start : s.end] for s in c.segments] for text in [IT] for c in claims(IT, "it")]
    whole = before + IT
    moved = [[whole[s.start : s.end] for s in c.segments] for c in claims(whole, "it")]
    assert [pieces for pieces in moved if pieces in alone] == alone


@pytest.mark.parametrize(("text", "language"), [(IT, "it"), (EN, "en")])
def test_claims_come_in_reading_order_with_their_sentence(text: str, language: str) -> None:
    found = claims(text, language)
    assert [c.sentence for c in found] == sorted(c.sentence for c in found)
    assert {c.sentence for c in found} == {0, 1, 2}


@pytest.mark.parametrize("text", ["", "   ", "👍", "...", "«»"])
@pytest.mark.parametrize("language", ["it", "en"])
def test_a_text_that_states_nothing_has_no_claims(text: str, language: str) -> None:
    assert claims(text, language) == []


@pytest.mark.parametrize("label", [Label.HEADING, Label.QUESTION, Label.EXHORTATION])
def test_headings_questions_and_exhortations_state_nothing(label: Label) -> None:
    assert claims(IT, "it", label=label) == []


def test_an_opinion_is_kept_only_where_it_holds_a_number() -> None:
    text, at = EN, EN.index("40 people")
    sentences = [Sentence(s.start, s.end, Label.OPINION) for s in split_sentences(text, "en")]
    found = claims_of(text, "en", sentences, [], [Quantity(at, at + 9, 40, "people")], [], [])
    assert [claim.kind for claim in found] == [Kind.QUANTITY]


def test_what_is_said_in_quotation_marks_has_its_speaker() -> None:
    text = "“The firm sold two mills in 2019,” said Ann Cole."
    speaker = Speaker("Ann Cole", 40, 48)
    found = claims(text, "en", [Quote(1, 32, speaker, "said")])
    assert ("The firm sold two mills in 2019.", speaker) in [(c.text, c.speaker) for c in found]
    assert Kind.ATTRIBUTION in [c.kind for c in found if c.speaker is None]


def test_what_is_reported_has_its_speaker_too() -> None:
    content = next(c for c in claims(EN, "en") if c.text == "The bridge will close in May 2026.")
    assert content.speaker == Speaker("Ann Cole", EN.index("Ann Cole"), EN.index(" said"))


def test_the_first_person_keeps_the_voice_of_its_speaker() -> None:
    text = "«Abbiamo speso tre milioni di euro», ha detto Marta Leoni."
    found = claims(text, "it", [Quote(1, 34, Speaker("Marta Leoni", 46, 57), "ha detto")])
    assert "Marta Leoni: «Abbiamo speso tre milioni di euro.»" in [c.text for c in found]


@pytest.mark.parametrize(
    ("text", "language", "hedged", "negated"),
    [
        ("The roof may have collapsed under the snow.", "en", True, False),
        ("The roof collapsed in May.", "en", False, False),
        ("The roof never collapsed.", "en", False, True),
        ("Il tetto sarebbe crollato per la neve.", "it", True, False),
        ("Il tetto non è crollato per la neve.", "it", False, True),
        ("Il tetto è crollato per la neve.", "it", False, False),
    ],
)
def test_doubt_and_denial_are_marked(text: str, language: str, hedged: bool, negated: bool) -> None:
    [claim] = claims(text, language)
    assert (claim.hedged, claim.negated) == (hedged, negated)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Tom Reed runs a pub. He lives in York.", "en", "Tom Reed lives in York."),
        (
            "Marta Leoni dirige una scuola. Nel 2011 ha fondato un coro.",
            "it",
            "Nel 2011 Marta Leoni ha fondato un coro.",
        ),
        # two people, or a thing between: nobody can be sure
        ("Tom Reed met Ben Cole. The pub closed. He lives in York.", "en", "He lives in York."),
        (
            "Le scuole sono chiuse. Nel 2011 ha fondato un coro.",
            "it",
            "Nel 2011 ha fondato un coro.",
        ),
    ],
)
def test_a_pronoun_or_a_dropped_subject_is_resolved_only_when_sure(
    text: str, language: str, expected: str
) -> None:
    assert expected in texts(text, language)


def test_a_surname_is_written_out() -> None:
    text = "Marta Leoni dirige una scuola. Ieri Leoni ha lasciato la giunta."
    assert "Ieri Marta Leoni ha lasciato la giunta." in texts(text, "it")


def test_a_very_long_sentence_takes_time_by_its_length_only() -> None:
    text = "Il comune ha speso " + ", ".join(f"{n} euro per la via {n}" for n in range(150)) + "."
    assert all(text[c.start : c.end] for c in claims(text, "it"))
