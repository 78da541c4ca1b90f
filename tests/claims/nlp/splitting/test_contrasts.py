"""What changes the other half of a sentence stays with it: nor, but, instead, if, who it was."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts

WHOLE = [
    ("it", "Il direttore non ha né confermato né smentito la trattativa."),
    ("en", "The director neither confirmed nor denied the talks."),
    ("it", "Invece di pagare la multa, l'imprenditore ha fatto ricorso al Tar."),
    ("en", "Instead of paying the fine, the builder appealed to the tribunal."),
    ("en", "Besides closing the canteen, the school cut two courses."),
    ("it", "La legge del 1998 avrebbe impedito la vendita, se fosse stata applicata."),
    ("it", "Il vaccino protegge nove persone su dieci, ma solo per sei mesi."),
    ("en", "It was the rain, not the quake, that brought the wall down."),
    ("en", "The mayor did nothing but read out a statement."),
]
TOLD = [
    (
        "it",
        "La società non solo ha chiuso la sede di Bari, ma ha anche venduto quella di Lecce.",
        "La società ha chiuso la sede di Bari.",
    ),
    (
        "it",
        "Il Comune non ha solo chiuso il parco, ma ha anche abbattuto i platani.",
        "Il Comune ha chiuso il parco.",
    ),
    (
        "it",
        "Il tribunale non ha assolto il medico per mancanza di prove, ma perché il fatto non "
        "sussiste.",
        "Il tribunale non ha assolto il medico per mancanza di prove, ma perché il fatto non "
        "sussiste.",
    ),
    (
        "it",
        "A vincere il concorso è stata una studentessa di Nuoro, Bice Lai, con un racconto.",
        "A vincere il concorso è stata una studentessa di Nuoro, Bice Lai, con un racconto.",
    ),
    (
        "en",
        "With its roof missing since the storm, the school has taught its 240 pupils in tents.",
        "Its roof was missing since the storm.",
    ),
    (
        "en",
        "The suspect, who police say had been drinking, drove off.",
        "Police say that the suspect had been drinking.",
    ),
    (
        "en",
        "Contrary to what the paper wrote, the theatre did not close in 2019.",
        "The theatre did not close in 2019.",
    ),
    (
        "it",
        "Il gip ha disposto i domiciliari per Ugo Landi, difeso dall'avvocata Rita Sarti e "
        "accusato di truffa.",
        "Ugo Landi è stato accusato di truffa.",
    ),
    (
        "it",
        "La villa, costruita nel 1912 e venduta nel 1980, ospita una scuola.",
        "La villa è stata venduta nel 1980.",
    ),
    (
        "it",
        "Il museo ha comprato la statua e poi l'ha venduta.",
        "Il museo poi ha venduto la statua.",
    ),
]
NEVER = [
    ("en", "The director neither confirmed nor denied the talks.", "The director denied"),
    ("en", "Contrary to what the paper wrote, the theatre did not close in 2019.", "What the"),
]


@pytest.mark.parametrize(("language", "sentence"), WHOLE)
def test_the_other_half_stays(language: str, sentence: str) -> None:
    assert sentence in texts(sentence, language)


@pytest.mark.parametrize(("language", "sentence", "told"), TOLD)
def test_what_is_told(language: str, sentence: str, told: str) -> None:
    assert told in texts(sentence, language)


@pytest.mark.parametrize(("language", "sentence", "start"), NEVER)
def test_what_is_not_told(language: str, sentence: str, start: str) -> None:
    assert not any(text.startswith(start) for text in texts(sentence, language))


def test_what_is_named_to_be_set_aside_denies_nothing() -> None:
    (claim,) = split_text(SplitRequest("Ha vinto la Lazio, non la Roma.", "it")).claims
    assert not claim.negated


def test_a_cut_pronoun_is_told_or_left_open() -> None:
    text = "Il museo ha comprato le statue e poi le ha vendute a un privato."
    claim = split_text(SplitRequest(text, "it")).claims[-1]
    assert [text[one.start : one.end] for one in claim.unresolved] == ["le"]
    assert "il museo" not in claim.unresolved[0].candidates
