"""What another clause takes back isn't told as a fact: denied, false, not shown, provided for."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts

ALONE = [
    ("it", "Non è vero che il comune ha aumentato la tassa sui rifiuti del 20 per cento."),
    ("it", "È falso che il comune abbia aumentato la tassa sui rifiuti."),
    ("it", "È una bufala che il ponte di Rovasco sia stato chiuso per un mese."),
    ("it", "Nessuna prova dimostra che il ponte sia stato costruito con cemento scadente."),
    ("it", "Non risulta che la ditta abbia ricevuto fondi europei."),
    ("it", "La perizia non ha accertato che il freno fosse rotto."),
    ("en", "It is not true that the council raised the waste charge by 20 percent."),
    ("en", "It is a myth that the Rovan bridge was closed for a month."),
    ("en", "No evidence shows that the bridge was built with poor concrete."),
    ("en", "There is no proof that the mayor sold the land."),
    ("en", "The report did not establish that the brakes were broken."),
]


@pytest.mark.parametrize(("language", "sentence"), ALONE)
def test_what_isnt_so_is_told_with_the_words_that_say_it(language: str, sentence: str) -> None:
    (claim,) = split_text(SplitRequest(sentence, language)).claims
    assert claim.text == sentence
    assert claim.negated


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("it", "Il contratto prevedeva che il Comune pagasse 2 milioni l'anno."),
        ("en", "Prosecutors have ruled out that the man was killed."),
    ],
)
def test_what_was_provided_for_or_ruled_out_isnt_told(language: str, sentence: str) -> None:
    assert texts(sentence, language) == [sentence]


def test_what_a_source_calls_false_is_told_as_the_sources_denial() -> None:
    text = "The minister said it was untrue that he had met the lobbyist."
    _, denial = split_text(SplitRequest(text, "en")).claims
    assert denial.text == "It was untrue that the minister had met the lobbyist."
    assert denial.negated
    assert denial.speaker is not None
    assert denial.speaker.name == "The minister"


def test_what_nobody_knew_is_so_all_the_same() -> None:
    told = texts("Il custode non sapeva che il tetto era pericolante.", "it")
    assert "Il tetto era pericolante." in told


def test_what_a_law_says_will_be_done_is_told_beside_what_it_provides_for() -> None:
    law = "La legge prevede che ogni socio non possa avere più del 4% del capitale"
    told = texts(f"{law} e la quota in più verrà venduta.", "it")
    assert "La quota in più verrà venduta." in told
    assert not any(text.startswith("Ogni socio") for text in told)


def test_what_is_hinted_at_or_boasted_of_has_a_speaker() -> None:
    for language, text, speaker in (
        ("it", "Il consigliere ha insinuato che Ada avesse venduto il terreno.", "Il consigliere"),
        ("en", "The boss boasted that the plant had hired 400 people.", "The boss"),
    ):
        content = split_text(SplitRequest(text, language)).claims[-1]
        assert content.speaker is not None
        assert content.speaker.name == speaker
