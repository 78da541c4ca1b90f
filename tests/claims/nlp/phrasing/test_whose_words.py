"""Each claim has its own words: no other verb's subject or negation, no false "X is Y"."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


def texts(text: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, "it")).claims]


TOLD = [
    # the negation of the first verb is not the second's
    (
        "Elmo Tardi non aveva chiesto alcun permesso e minacciava i vicini.",
        "Elmo Tardi minacciava i vicini.",
    ),
    (
        "La giunta non ha risposto ai sindacati e ha rinviato a maggio il voto.",
        "La giunta ha rinviato a maggio il voto.",
    ),
    # but a shared auxiliary shares it
    (
        "I tecnici non hanno misurato la portata né hanno controllato gli argini.",
        "I tecnici non hanno controllato gli argini.",
    ),
    # a verb taken for a participle
    (
        "L'assessora al bilancio contesta la perizia.",
        "L'assessora al bilancio contesta la perizia.",
    ),
    # a share is of something
    (
        "Il Comune ha incassato il 41% di quanto gli spettava.",
        "Il Comune ha incassato il 41% di quanto gli spettava.",
    ),
    (
        "L'azienda, che dà lavoro a 640 persone, di cui un terzo assunte a maggio, ha depositato "
        "27 brevetti.",
        "L'azienda ha depositato 27 brevetti.",
    ),
    # what its article, its copula or its time asks for
    (
        "La chiesa, il cui scavo è cominciato nel 2019, resta chiusa.",
        "Lo scavo della chiesa è cominciato nel 2019.",
    ),
    ("Da ieri la squadra è al lavoro sul tetto.", "Da ieri la squadra è al lavoro sul tetto."),
    (
        "Il Comune ha venduto la vecchia fornace, chiusa dal 2004, a un consorzio.",
        "La vecchia fornace è chiusa dal 2004.",
    ),
    (
        "La nave ha due motori che, in media, consumano 40 tonnellate al giorno.",
        "Due motori, in media, consumano 40 tonnellate al giorno.",
    ),
    # the noun that agrees, the name that is whole
    (
        "Il calore scioglie i legami della cera, che torna liquida dopo pochi minuti.",
        "La cera torna liquida dopo pochi minuti.",
    ),
    (
        "Il mezzo, un RK-40 Falco, era partito da Lodi.",
        "Il mezzo è un RK-40 Falco.",
    ),
    (
        "È morta Teresa Tardi, maestra elementare e partigiana, nata a Lodi nel 1930.",
        "Teresa Tardi è maestra elementare e partigiana.",
    ),
    (
        "Ermo Tardi ha scritto ai soci: «La funivia chiude a maggio.",
        "Ermo Tardi ha scritto ai soci: «La funivia chiude a maggio».",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_claim_has_its_own_words(text: str, expected: str) -> None:
    assert expected in texts(text)


NEVER = [
    ("L'identità del ladro è ignota ed è ancora armato, si legge.", ("ladro è ancora",)),
    ("La stagione è cominciata e si sono fermati i piloti di Lodi.", ("La stagione si",)),
    ("Il cavo si è rotto in quanto la gru si era spostata troppo.", ("Quanto", "Il quanto")),
    ("I tecnici rilasciano il cavo in modo che possa toccare il fondo.", ("Modo", "Il modo")),
    ("Si apprende da fonti di polizia che il processo potrebbe ripartire.", ("Fonti", "Le fonti")),
    (
        "Sono arrivati sette camion, tra cui quelli dei pompieri, e la strada è stata chiusa.",
        ("Tra cui",),
    ),
    ("I lavori sono fermi per la tesi che la legge basti a fermare i roghi.", ("La tesi che",)),
    # false copulas
    ("Parla il presidente della regione Lombardia, Elmo Tardi.", ("Lombardia è",)),
    ("Un sisma di magnitudo 6 sulla scala Richter ha colpito Tarvia.", ("Richter è", "6 è sulla")),
    ("La sonda è arrivata al centro per le operazioni di Darmstadt, Germania.", ("Germania sono",)),
    ("Sono giorni di proteste per il caso Elmo Tardi.", ("Elmo Tardi è il caso",)),
    ("Ha migliorato il record della connazionale Flavia Trasi.", ("Flavia Trasi è il record",)),
    ("I soccorsi sono guidati dal col. Paolo Trasi.", ("Paolo Trasi è il col",)),
    ("Due vetture (653 e 683) sono ferme in deposito.", ("sono 653",)),
    ("Pratica l'atletica; vincitore di un premio, è di Lodi.", ("L'atletica è",)),
    ("C'erano la Polstrada, organi di polizia di Rimini e i vigili.", ("La Polstrada è organi",)),
    ("Una persona dell'ufficio, dietro esplicita richiesta, ha risposto.", ("è dietro",)),
    (
        "«Il decreto non serve a nulla: mancano 40mila maestri», attacca il segretario del"
        " sindacato Nuova Scuola, Aldo Tardi, ex preside del Santa Lucia di Lodi.",
        ("è il sindacato",),
    ),
    ("Le date sono quattro: Turchia (24-27 settembre) e Giappone (19 maggio).", ("Turchia è",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), NEVER)
def test_no_claim_borrows_another_verbs_words(text: str, wrong: tuple[str, ...]) -> None:
    assert not [told for told in texts(text) if any(part in told for part in wrong)]


ENGLISH = [
    ("Holm, 19, left the court in tears.", "Holm is 19."),
    ("Mayor Josie Lathbury said the clock was made in 1871.", "Josie Lathbury is mayor."),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_ages_and_titles_are_told_in_english(text: str, expected: str) -> None:
    assert expected in [claim.text for claim in split_text(SplitRequest(text, "en")).claims]
