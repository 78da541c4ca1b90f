"""What Italian articles quote, read aloud: who says it, in whose words, between which marks."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest

TOLD = [
    # a verb that takes no "that" keeps the words it frames
    (
        '"Non sappiamo ancora che cosa abbiamo bevuto", ha protestato il comitato dei pendolari.',
        "Il comitato dei pendolari ha protestato: «Non sappiamo ancora che cosa abbiamo bevuto».",
    ),
    (
        "«Qui si lavora, non si discute», ha tuonato il segretario Elmo Bracci.",
        "Il segretario Elmo Bracci ha tuonato: «Qui si lavora, non si discute».",
    ),
    # a future of the first person
    (
        "«Non sarò il sindaco dei furbi», ha promesso Gino Labriola.",
        "Gino Labriola ha promesso: «Non sarò il sindaco dei furbi».",
    ),
    # a dialogue's dashes, and whose role it is behind a comma
    (
        "– Non venderò mai quella cascina – ha detto la preside del liceo, Mara Solbi –.",
        "La preside del liceo, Mara Solbi, ha detto: «Non venderò mai quella cascina».",
    ),
    # a quotation broken in two
    (
        '"Il viadotto," aveva scritto un mese fa il ministro Ottoni, "serve al Paese e si farà".',
        "Il ministro Ottoni aveva scritto un mese fa: «Il viadotto serve al Paese e si farà».",
    ),
    # whom the speaker speaks of
    (
        "La poetessa Ida Merlotti è morta ieri. «Ci ha insegnato a leggere», la ricorda il preside "
        "Ugo Sarzi.",
        "Il preside Ugo Sarzi la ricorda: «Ci ha insegnato a leggere».",
    ),
    # straight marks at the beginning
    (
        '"Un piano vuoto", lo ha definito la capogruppo Elsa Rovati.',
        '"Un piano vuoto", lo ha definito la capogruppo Elsa Rovati.',
    ),
    # the seconds of a race are no marks
    (
        "Ilse Brand ha vinto l'oro in 7'18\"32 davanti a Lia Mori.",
        "Ilse Brand ha vinto l'oro in 7'18\"32 davanti a Lia Mori.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_speech_is_told_in_the_speakers_words(text: str, expected: str) -> None:
    assert expected in [claim.text for claim in split_text(SplitRequest(text, "it")).claims]


SPEAKERS = [
    (
        "La poetessa Ida Merlotti è morta ieri. «Ci ha insegnato a leggere», la ricorda il preside "
        "Ugo Sarzi.",
        ["Ugo Sarzi"],
    ),
    (
        "Ezio Tola parla di “un'occasione persa” e accusa la giunta di aver “cambiato idea tre "
        "volte in due anni”.",
        ["Ezio Tola", "Ezio Tola"],
    ),
    (
        "La ministra Alma Corsi ha firmato ieri. Anziché assumere medici, ha denunciato il rettore "
        "di Camerino Pio Lanzi, «finanziamo consulenze». Lanzi ha lasciato l'aula.",
        ["Pio Lanzi"],
    ),
    (
        "La regista Marta Canti ha vinto ieri. «Mi dicevano di no», ha detto ricevendo il premio.",
        ["Marta Canti"],
    ),
    ("La replica del sindaco Ugo Sarzi: «Mai saputo nulla».", ["Ugo Sarzi"]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_who_speaks_is_neither_accused_nor_remembered(text: str, speakers: list[str]) -> None:
    quotes = split_text(SplitRequest(text, "it")).quotes
    assert [quote.speaker.name for quote in quotes if quote.speaker] == speakers


def test_a_speaker_behind_the_verb_leaves_no_place_for_another_subject() -> None:
    text = (
        "La ministra Alma Corsi ha firmato ieri il decreto. Corsi non è laureata. Anziché assumere "
        "medici, ha denunciato il rettore di Camerino Pio Lanzi, «finanziamo consulenze»."
    )
    claims = split_text(SplitRequest(text, "it")).claims
    assert not [c.text for c in claims if "Corsi ha denunciato" in c.text]


LEFT_OUT = [
    (
        "Il vescovo Aldo Di Iorio ha parlato ieri. «Una casa chiusa è uno scandalo», ha detto "
        "durante l'omelia, davanti a 400 fedeli.",
        "Aldo Di Iorio ha detto durante l'omelia, davanti a 400 fedeli, che una casa chiusa è uno "
        "scandalo.",
    ),
    (
        "Nadia Berti è stata condannata. «Faremo appello subito», ha fatto sapere il legale della "
        "donna.",
        "Il legale della donna: «Faremo appello subito.»",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT)
def test_who_spoke_stands_before_what_was_said(text: str, expected: str) -> None:
    assert expected in [claim.text for claim in split_text(SplitRequest(text, "it")).claims]


def test_judges_dont_speak_in_the_singular() -> None:
    text = (
        "I giudici della terza sezione scrivono: «Un esito non prova nulla». L'imputato non "
        "c'era. «Non ho copiato e non avrei saputo come fare», ha raccontato a questo giornale."
    )
    claims = split_text(SplitRequest(text, "it")).claims
    assert not [c.text for c in claims if "sezione ha raccontato" in c.text]
