"""What a reader gets is a whole sentence: its verb, its condition, its speaker, all of a list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.nlp.extract import split_text
from claims.nlp.parsing.verb_tags import with_verb_form
from claims.nlp.phrasing.sentence_marks import finish
from claims.nlp.splitting.clauses import each_text_once
from claims.nlp.splitting.datelines import after_dateline
from claims.nlp.types import Candidate, Sentence, Span, SplitRequest


def claims(text: str, language: str) -> list[Candidate]:
    return list(split_text(SplitRequest(text, language)).claims)


def texts(text: str, language: str) -> list[str]:
    return [claim.text for claim in claims(text, language)]


CONDITIONS = [
    (
        "it",
        "Se i collaudi andranno bene, la funivia sarà aperta a giugno dal consorzio Altavetta.",
        "sarà aperta",
        "se i collaudi andranno bene",
    ),
    (
        "en",
        "If the trials had gone well, the council said, the bridge would have opened in 2023.",
        "would have opened",
        "if the trials had gone well",
    ),
]


@pytest.mark.parametrize(("language", "text", "main", "condition"), CONDITIONS)
def test_what_hangs_on_a_condition_is_told_with_it(
    language: str, text: str, main: str, condition: str
) -> None:
    told = [found for found in texts(text, language) if main in found]
    assert all(condition in found.lower() for found in told)


NOT_SAID = [
    ("it", "La commissione ha chiesto che venga pubblicato l'elenco dei fornitori.", "Viene"),
    ("it", "La Sorvatex nega che i rifiuti siano finiti nel fiume.", "I rifiuti"),
    ("it", "Un'ordinanza impedisce che i locali vengano affittati ai turisti.", "I locali"),
    ("en", "The Corland Group denied that it had dumped waste in the river.", "It had dumped"),
    ("en", "The union demanded that the plant be closed by Friday.", "The plant"),
]


@pytest.mark.parametrize(("language", "text", "content"), NOT_SAID)
def test_what_is_asked_for_denied_or_prevented_is_no_claim_of_its_own(
    language: str, text: str, content: str
) -> None:
    found = texts(text, language)
    assert not [claim for claim in found if claim.startswith(content)]


QUOTED = [
    (
        "it",
        "“I cantieri sono fermi da nove mesi“, diceva Ardito Casoni in una lettera.",
        "Ardito Casoni diceva in una lettera che i cantieri sono fermi da nove mesi.",
    ),
    (
        "it",
        '"Siamo contenti dei conti", ha commentato la direttrice Ilda Marzoni.',
        "La direttrice Ilda Marzoni ha commentato: «Siamo contenti dei conti».",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), QUOTED)
def test_a_report_of_speech_says_first_who_speaks(language: str, text: str, expected: str) -> None:
    assert expected in texts(text, language)


def test_words_behind_a_quotation_are_not_put_in_the_speakers_mouth() -> None:
    text = "Un socio disse che “Arvo 2 è la sola cosa che ci serve” in una nota ai colleghi."
    spoken = [claim for claim in claims(text, "it") if claim.speaker is not None]
    assert not [claim for claim in spoken if "nota ai colleghi" in claim.text]


VOICES = [
    ("it", "«Mio nonno ha aperto la bottega nel 1931», racconta Elmo Trasi.", "«Mio nonno"),
    ("it", "«L'anno prossimo perderemo altre due classi», dice Elmo Trasi.", "«L'anno prossimo"),
    ("en", '"You sold forged tickets to nine families," Judge Elma Stroud told him.', "“You"),
]


@pytest.mark.parametrize(("language", "text", "opening"), VOICES)
def test_the_first_and_the_second_person_keep_their_voice(
    language: str, text: str, opening: str
) -> None:
    spoken = [found for found in texts(text, language) if opening[1:] in found]
    assert spoken
    assert all(f": {opening}" in found for found in spoken)


DATELINES = [
    ("BOLOGNA, 14 NOV - Due operai sono morti.", "Due operai sono morti."),
    ("(ANSA) - ROMA, 3 MAR - Il governo ha deciso.", "Il governo ha deciso."),
    ("TALLINN, 12 March 2025 — Lawmakers voted.", "Lawmakers voted."),
    ("Milano, 27 feb. (Radiotel) - Veltrana chiude il 2024.", "Veltrana chiude il 2024."),
    ("Roma, 14 maggio – Il Senato ha deciso.", "Il Senato ha deciso."),
    ("Santa Maria in Lago, 3 ottobre 2024 - Riapre il molo.", "Riapre il molo."),
    ("Ashby, May 4 — Councillors voted.", "Councillors voted."),
    ("Ortona – L’ex sindaco è tornato.", "L’ex sindaco è tornato."),
    ("Linden (Ohio) - The mill closed.", "The mill closed."),
    ("Torcello - Cesara finisce 2 a 1.", "Torcello - Cesara finisce 2 a 1."),
    ("Marta Gori - la preside - ha firmato.", "Marta Gori - la preside - ha firmato."),
    (
        "Lidia Rao, 42 anni – La sua è una storia lunga.",
        "Lidia Rao, 42 anni – La sua è una storia lunga.",
    ),
    ("Ore 15.30 - Esonda il torrente Sarmo.", "Esonda il torrente Sarmo."),
    ("IBM - la società di Armonk - ha assunto.", "IBM - la società di Armonk - ha assunto."),
    ("🚒 Ore dieci, tutto bene.", "🚒 Ore dieci, tutto bene."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "rest"), DATELINES)
def test_a_dateline_is_no_part_of_its_sentence(text: str, rest: str) -> None:
    assert text[after_dateline(text, Sentence(0, len(text))) :] == rest


def test_a_place_in_a_dateline_becomes_no_claim() -> None:
    found = texts("PRASO, 14 NOV - Due operai di 34 e 51 anni sono morti in un cantiere.", "it")
    assert found
    assert not [text for text in found if "PRASO" in text]


WHOLE = [
    (
        "it",
        "Il consiglio di Borgo Tresa ha approvato il bilancio con 21 voti favorevoli, 14 contrari"
        " e un astenuto.",
        "21 voti favorevoli, 14 contrari e un astenuto",
    ),
    (
        "it",
        "Il difensore, l'avvocato Nino Ferrara, ha annunciato ieri ricorso in Cassazione.",
        "Nino Ferrara ha annunciato ieri ricorso in Cassazione.",
    ),
]


@pytest.mark.parametrize(("language", "text", "part"), WHOLE)
def test_a_claim_keeps_its_list_and_its_subject(language: str, text: str, part: str) -> None:
    assert [found for found in texts(text, language) if part in found]


FRAGMENTS = [
    ("it", "Un gruppo di fisici dell'Università di Tarvia ha misurato la massa di nove comete."),
    ("it", "Le ricerche, sospese nella notte, sono riprese all'alba con due elicotteri."),
    ("en", "Water bills in Norland will rise by an average of £31 a year, the regulator said."),
]


@pytest.mark.parametrize(("language", "text"), FRAGMENTS)
def test_no_claim_is_left_without_its_verb(language: str, text: str) -> None:
    found = texts(text, language)
    assert found
    for claim in found:
        assert not claim.endswith((" ha.", " will.", " di Tarvia.", ", sospese nella notte."))


def test_a_past_infinitive_becomes_finite() -> None:
    found = texts("Il titolo ha perso il 2%, dopo aver toccato un minimo di 13,80 euro.", "it")
    assert not [text for text in found if " aver toccato" in text and " ha perso" not in text]


FORMS = [
    ("perderemo", "VERB", "Gender=Masc|Number=Sing", "ROOT", "Person=1"),
    ("approdò", "VERB", "Gender=Masc|Number=Sing", "ROOT", "VerbForm=Fin"),
    ("Gira", "VERB", "", "ROOT", "VerbForm=Fin"),
    ("spento", "VERB", "Gender=Masc|Number=Sing", "acl", "VerbForm=Part"),
    ("definendolo", "VERB", "Gender=Masc|Number=Sing", "advcl", "VerbForm=Ger"),
    ("casa", "NOUN", "", "obj", ""),
]


@pytest.mark.parametrize(("form", "pos", "morph", "label", "expected"), FORMS)
def test_a_verb_without_a_form_gets_the_one_its_ending_shows(
    form: str, pos: str, morph: str, label: str, expected: str
) -> None:
    assert expected in with_verb_form(form, pos, morph, label)


def test_a_sentence_is_finished_once() -> None:
    assert finish("") == ""


SAYINGS = [
    (
        "it",
        "«Il cantiere è pronto, aspettiamo i fondi», ha dichiarato la preside Marta Olivieri.",
        "La preside Marta Olivieri ha dichiarato",
        "il cantiere è pronto",
    ),
    (
        "en",
        "“The yard lost 400 jobs last year,” said the union leader Tom Hale.",
        "Tom Hale said",
        "lost 400 jobs",
    ),
]


@pytest.mark.parametrize(("language", "text", "frame", "content"), SAYINGS)
def test_who_speaks_is_never_told_without_what_was_said(
    language: str, text: str, frame: str, content: str
) -> None:
    told = [found for found in texts(text, language) if frame in found]
    assert told
    assert all(content in found.lower() for found in told)


SAID_BY = [
    (
        "en",
        "Holt's successor, Dora Quill, said that the pier lost 40 moorings in 2019.",
        "Dora Quill",
    ),
    ("it", "Tre uomini sono stati denunciati; il capo, di Lodi, aveva 52 anni nel 2019.", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SAID_BY)
def test_what_hangs_on_a_verb_of_saying_is_said_by_its_bearer(
    language: str, text: str, speaker: str | None
) -> None:
    speakers = {claim.speaker.name for claim in claims(text, language) if claim.speaker}
    assert speakers == ({speaker} if speaker else set())


def test_a_semicolon_parts_two_claims() -> None:
    told = texts(
        "The pier lost 40 moorings in 2019; the marina gained 12 berths a year later.", "en"
    )
    assert not [found for found in told if "moorings" in found and "berths" in found]
    assert [found for found in told if "moorings" in found]
    assert [found for found in told if "berths" in found]


def test_claims_that_read_alike_are_given_once() -> None:
    one = Candidate("Il ponte è chiuso.", 0, (Span(0, 18),))
    alike, other = replace(one, segments=(Span(20, 38),)), replace(one, text="Il ponte è aperto.")
    assert sorted(each_text_once([one, alike, other]), key=lambda c: c.text) == [other, one]


def test_one_person_does_nothing_in_the_plural() -> None:
    text = "I brani che Lina Dorsi ha tradotto, sebbene fossero protetti dalla legge, sono in rete."
    assert not [found for found in texts(text, "it") if "Dorsi erano" in found]
