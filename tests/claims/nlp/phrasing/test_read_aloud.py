"""What an editor would stumble over: wrong subjects, lone commas, lists told as titles."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


def texts(text: str, language: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, language)).claims]


NEVER = [
    (
        "it",
        "L'utile netto è sceso a 31 milioni da 35,5, penalizzato da oneri per 8 milioni.",
        ("31 milioni da 35,5 è",),
    ),
    (
        "it",
        "Il modello Arvo era in gara con i principali modelli chiusi di Tarsia, Brunex e Lodir.",
        ("Brunex e Lodir sono",),
    ),
    (
        "it",
        "Nel 2024 i morti sul lavoro sono stati 91, dodici in più dell'anno precedente.",
        ("91 è",),
    ),
    (
        "it",
        "Un messaggio del marzo 2021 è all'ingegnera Ilda Renzi, che allora dirigeva la rete.",
        ("è all'ingegnera",),
    ),
    (
        "it",
        "Il Ministro dell'Interno, Elmo Trasi, ha firmato il decreto.",
        ("decreto è", "è il decreto"),
    ),
    (
        "it",
        "Nata a Carpi, figlia di un fornaio, Irma Trasi vive a Modena dal 1998.",
        ("Carpi è",),
    ),
    (
        "it",
        "Il bando, spiega l'assessora, vale 3 milioni di euro.",
        ("spiega l'assessora",),
    ),
    (
        "it",
        "Il Lodi batte il Tarvia 3-1: gol di Neri e doppietta di Galli.",
        ("è gol",),
    ),
    (
        "en",
        "The party won 12 seats in September, its leader calling the result historic.",
        ("The party called",),
    ),
    ("it", "Il sindaco Ermo Tardi: «Restate ai piani alti».", (" sono «", " è «")),
    (
        "it",
        "Il vivaio cura concorrenti che di solito non divulgano i pesi dei loro modelli.",
        ("dei modelli del vivaio", "dei modelli di"),
    ),
    (
        "it",
        "La gara si apre coi guantoni di Irma Trasi, la prima campionessa di Lodi.",
        ("guantoni di Irma Trasi sono", "guantoni di Irma Trasi è"),
    ),
    (
        "it",
        "Ferma per l'esecuzione delle misure chieste dal pm Paola Conti, la rete ha chiuso.",
        ("Paola Conti è l'esecuzione",),
    ),
    (
        "it",
        "Il re ha salutato il figlio, Aldo Trasi, che vive a Lodi.",
        ("Aldo Trasi è un figlio",),
    ),
    (
        "it",
        "Da oggi è in corso in Turchia, presso Samsun, il torneo di pugilato.",
        ("Samsun è",),
    ),
    (
        "it",
        "Il sindacato dei marittimi, alcuni giorni fa, ha scritto al governo di Tarvia.",
        ("è alcuni giorni fa",),
    ),
    (
        "it",
        "La percentuale di aventi diritto che si è presentata ai seggi è del 55,2%.",
        ("Diritto si è", "Il diritto si è"),
    ),
    (
        "it",
        "Trasi si è dimesso ieri, destando la preoccupazione che la ditta potesse chiudere.",
        ("la ditta poteva chiudere la preoccupazione", "La ditta poteva chiudere"),
    ),
    (
        "it",
        "Il giudice ha condannato a sei anni il cuoco Aldo Trasi e a tre la moglie Ada Neri.",
        ("Ada Neri è il giudice", "è il giudice"),
    ),
    (
        "it",
        "La ditta chiuderà: «È finita», ha spiegato l'avvocato Aldo Trasi.",
        ("chiuderà: «", "finita» spiegato"),
    ),
    (
        "it",
        "Consulenti dell'asta sono stati Brunex e lo studio Tardini.",
        ("Tardini è consulent",),
    ),
    (
        "it",
        "La sindaca ha firmato. «È tardi», ha scritto su Carta, chiedendo lo stato di calamità.",
        ("Carta ha chiesto",),
    ),
    ("it", "Domenica la sfida tra Lodi e Tarvia: in palio il primato.", ("sono in palio",)),
    ("en", "Norvex, based in Austin, Texas, sold two plants in May.", ("Texas is",)),
    ("en", "Dr Ama Vex, the study's author, sold the patent in May.", ("Vex is.",)),
    (
        "en",
        "Spokesman Ian Vale, of Harrow, named Corla, Vex and Tanner as the three leading firms.",
        ("Vex and Tanner are",),
    ),
]


@pytest.mark.parametrize(("language", "text", "wrong"), NEVER)
def test_what_the_article_does_not_say_is_not_told(
    language: str, text: str, wrong: tuple[str, ...]
) -> None:
    found = texts(text, language)
    assert not [claim for claim in found for part in wrong if part in claim]


TOLD = [
    (
        "it",
        "Ermo Tardi non è mai stato in carcere, né ha mai ammesso di aver preso soldi.",
        "Ermo Tardi non ha mai ammesso di aver preso soldi.",
    ),
    (
        "it",
        "Gli agenti hanno preso scorciatoie, finendo per usare libri coperti da diritti.",
        "Gli agenti hanno finito per usare libri coperti da diritti.",
    ),
    (
        "it",
        "Nel 2022, l'anno del grande balzo, il rincaro era stato di quasi 1.300 euro.",
        "Il 2022 è l'anno del grande balzo.",
    ),
    (
        "it",
        "L'economista Fulvia Trasi ha letto i conti della ditta.",
        "Fulvia Trasi è un'economista.",
    ),
    ("it", "Il premio è andato alla biologa Rita Fosco.", "Rita Fosco è una biologa."),
    (
        "it",
        "Lo ha detto Rita Fosco, VP dell'area digitale di Nordal.",
        "Rita Fosco è VP dell'area digitale di Nordal.",
    ),
    (
        "it",
        "Il nuovo sindaco, Ermo Tardi, ha chiuso il ponte di Lodi.",
        "Ermo Tardi è il nuovo sindaco.",
    ),
    (
        "it",
        "La Brunex S.p.A., società di Tarvia, ha chiuso lo stabilimento di Lodi.",
        "La Brunex S.p.A. è una società di Tarvia.",
    ),
    (
        "it",
        "Brunex ha scaricato 40 libri che la direzione avrebbe chiesto di usare nel 2019.",
        "La direzione avrebbe chiesto di usare 40 libri nel 2019.",
    ),
    (
        "it",
        "La ditta ha assunto quaranta operai, tre dei quali lavorano già a Lodi.",
        "Tre dei quaranta operai lavorano già a Lodi.",
    ),
    (
        "it",
        "I rapitori, alcuni dei quali hanno preso i soldi, erano armati.",
        "Alcuni dei rapitori hanno preso i soldi.",
    ),
    (
        "it",
        "La commissione, presieduta da Elmo Trasi, ha chiuso i lavori a Lodi.",
        "La commissione è presieduta da Elmo Trasi.",
    ),
    (
        "it",
        "Gli attori Lino Bandi e Claudia Kolli hanno letto i testi davanti a trecento persone.",
        "Lino Bandi e Claudia Kolli sono attori.",
    ),
    (
        "it",
        "Il presidente di Forza Padana Silvio Berti ha parlato ieri a Bari.",
        "Silvio Berti è il presidente di Forza Padana.",
    ),
    (
        "it",
        "Il sindaco di Tarvano, Luigi de Mastri, ha aperto la mostra.",
        "Luigi de Mastri è il sindaco di Tarvano.",
    ),
    (
        "it",
        "L'uomo ha tentato la fuga, venendo fermato dalla polizia a Lodi.",
        "L'uomo è stato fermato dalla polizia a Lodi.",
    ),
    (
        "it",
        "Il Ministro dell'Interno, Elmo Trasi, ha firmato il decreto.",
        "Elmo Trasi è il Ministro dell'Interno.",
    ),
    (
        "it",
        "La sindaca Ada Loi ha firmato il decreto, precisando che i lavori inizieranno a maggio.",
        "La sindaca Ada Loi ha precisato che i lavori inizieranno a maggio.",
    ),
    ("en", "The Dutch painter Jo Vex sold two works in May.", "Jo Vex is a Dutch painter."),
    (
        "it",
        "Lo strumento pesa meno di due chili e costa 300 euro.",
        "Lo strumento pesa meno di due chili.",
    ),
    (
        "it",
        "Il ministro, ex sindaco di Lodi, guida il dicastero dal 2022.",
        "Il ministro guida il dicastero dal 2022.",
    ),
    (
        "it",
        "A pagare è stata la Brunex, interessata a vendere la rete di Lodi.",
        "La Brunex è interessata a vendere la rete di Lodi.",
    ),
    (
        "it",
        "Il laboratorio impiega quindici persone, due terzi delle quali donne.",
        "Due terzi delle quindici persone sono donne.",
    ),
    (
        "it",
        "Nel paese vivono 640 persone, di cui 120 con più di 70 anni.",
        "Delle 640 persone 120 hanno più di 70 anni.",
    ),
    (
        "it",
        "Lodi-Tarvia 2-1: i padroni di casa vincono il derby al 94' e salgono al secondo posto.",
        "I padroni di casa vincono il derby al 94'.",
    ),
    (
        "it",
        "La sindaca Ada Neri ha detto che il ponte è chiuso. Ha aggiunto che riaprirà a maggio.",
        "Ada Neri ha aggiunto che riaprirà a maggio.",
    ),
    (
        "it",
        "Il ponte di Lodi resterà chiuso fino a maggio. Lo rivela uno studio del Politecnico.",
        "Uno studio del Politecnico rivela che il ponte di Lodi resterà chiuso fino a maggio.",
    ),
    (
        "it",
        "Nel 2023 gli sbarchi sono calati del 20%. Lo ha reso noto ieri la Prefettura di Bari.",
        "La Prefettura di Bari ha reso noto ieri che nel 2023 gli sbarchi sono calati del 20%.",
    ),
    (
        "en",
        "The bridge, built in 1887 and closed to lorries since July, carries 9,000 cars a day.",
        "The bridge has been closed to lorries since July.",
    ),
    (
        "en",
        "Leader Jo Vex left the party, warning that the plan would cost £4m.",
        "Leader Jo Vex warned that the plan would cost £4m.",
    ),
    (
        "en",
        "Jo Vex, a former engineer who took over in May, will sell the plant.",
        "Jo Vex took over in May.",
    ),
    (
        "it",
        "Quasi il 60% dei campioni prelevati a Tarvia conteneva la nuova specie.",
        "Quasi il 60% dei campioni prelevati a Tarvia conteneva la nuova specie.",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_a_claim_reads_as_an_editor_would_write_it(language: str, text: str, expected: str) -> None:
    assert expected in texts(text, language)
