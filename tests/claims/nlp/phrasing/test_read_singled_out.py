"""Read aloud: the only one, the first, one of the few keep the relative that says which."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

WHOLE = [
    ("it", "La Ferrotec di Lodi è una delle poche imprese del distretto che esporta in Giappone."),
    ("it", "La Ferrotec di Lodi è l'unica impresa del distretto che esporta in Giappone."),
    ("it", "Nel bosco di Rovinaglia cresce uno dei pochi tassi che ha più di mille anni."),
    ("it", "L'ultima frana che aveva colpito la statale risaliva al marzo del 2009."),
    ("it", "Il consiglio ha chiuso l'unica scuola del quartiere che insegnava il cinese."),
    ("en", "Ferrotec is the only firm in the district that exports to Japan."),
    ("en", "Marta Lenti is the first woman who has run the port of Ancona."),
    ("en", "The last landslide that hit the road dates back to March 2009."),
    ("en", "The council closed the only school in the district that taught Chinese."),
    ("en", "It is the largest fire that has hit the valley since 1950."),
    # a kind is only what its relative says of it
    ("it", "Il perito cercava imprese che di solito non pagano le tasse."),
    ("it", "La Regione dà contributi a famiglie che hanno tre figli."),
    ("it", "La polizia ha fermato ragazzi che lanciavano sassi contro il treno."),
    ("en", "The clinic treats patients who cannot pay."),
]
TOLD = [
    (
        "it",
        "Umberto Lenti, uno dei circa 500 piloti che hanno superato la prova, vive a Lodi.",
        {
            "Umberto Lenti è uno dei circa 500 piloti che hanno superato la prova.",
            "I circa 500 piloti hanno superato la prova.",
            "Umberto Lenti vive a Lodi.",
        },
    ),
    (
        "it",
        "Elena Forti, la prima donna che ha diretto il porto, si è dimessa lunedì.",
        {
            "Elena Forti è la prima donna che ha diretto il porto.",
            "Elena Forti si è dimessa lunedì.",
        },
    ),
    # what stands behind a comma doesn't single out
    (
        "it",
        "L'amministratore unico Remo Zani, che vive a Como, ha lasciato la società.",
        {
            "Remo Zani è l'amministratore unico.",
            "L'amministratore unico Remo Zani ha lasciato la società.",
            "Remo Zani vive a Como.",
        },
    ),
    (
        "en",
        "Ada Black is one of the three judges who signed the ruling.",
        {
            "Ada Black is one of the three judges who signed the ruling.",
            "The three judges signed the ruling.",
        },
    ),
    (
        "en",
        "Jane Fort, the first woman who ran the port, resigned on Monday.",
        {"Jane Fort is the first woman who ran the port.", "Jane Fort resigned on Monday."},
    ),
    # what some of a kind have done is told of them
    (
        "it",
        "La polizia ha fermato ragazzi che avevano lanciato sassi contro il treno.",
        {"La polizia ha fermato ragazzi.", "Ragazzi avevano lanciato sassi contro il treno."},
    ),
    (
        "it",
        "Il perito cercava imprese che di solito non pagano le tasse, come la Ferral e la Torit, "
        "e le segnalava alla procura.",
        {
            "Il perito cercava imprese che di solito non pagano le tasse, come la Ferral e la "
            "Torit, e le segnalava alla procura."
        },
    ),
]


@pytest.mark.parametrize(("language", "sentence"), WHOLE)
def test_what_is_singled_out_is_told_whole_and_nothing_else(language: str, sentence: str) -> None:
    assert texts(sentence, language) == [sentence]


@pytest.mark.parametrize(("language", "sentence", "told"), TOLD)
def test_what_is_told_beside_it(language: str, sentence: str, told: set[str]) -> None:
    assert set(texts(sentence, language)) == told
