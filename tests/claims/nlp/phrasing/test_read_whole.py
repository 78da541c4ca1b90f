"""Read aloud: whole words and whole clauses, no one's deeds told of another, no list as a title."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    # a bare noun behind "di" only says of which kind
    (
        "it",
        "Una serie di cause civili, una commissione di inchiesta provinciale che ha emesso una "
        "relazione finale di 300 pagine.",
        "Una commissione di inchiesta provinciale ha emesso una relazione finale di 300 pagine.",
    ),
    # an article tells the number of a noun that has one form
    (
        "it",
        "I video delle gare sono stati visti da mille persone, sconvolgendo le famiglie.",
        "I video delle gare hanno sconvolto le famiglie.",
    ),
    (
        "it",
        "Alcune ragazze erano contrarie, ma la ditta le ha costrette con forti pressioni.",
        "La ditta ha costretto le ragazze con forti pressioni.",
    ),
    # what is granted is a fact
    (
        "it",
        "Nonostante alcune ragazze non volessero girare i film, il sito le ha costrette.",
        "Alcune ragazze non volevano girare i film.",
    ),
    # one thing gets its article as a subject or an object
    (
        "it",
        "Sono morti in una casa colonica a Lodi, edificio che i due stavano ristrutturando.",
        "I due stavano ristrutturando l'edificio.",
    ),
    ("it", "Fu portato in ospedale, dove morì nel 2011.", "In ospedale morì nel 2011."),
    # a word with a hyphen is one word
    (
        "en",
        "Pre-eclampsia, a condition marked by high pressure, can damage the liver.",
        "Pre-eclampsia can damage the liver.",
    ),
    (
        "en",
        "The parcel came by a remotely steered barge, which is owned by the port.",
        "A remotely steered barge is owned by the port.",
    ),
    # one comma parts no subject from its verb
    (
        "en",
        "The bank, thought to hold oil, has been claimed by both.",
        "The bank was thought to hold oil.",
    ),
    # a relative without a pronoun
    (
        "en",
        "The swim club praised a survey it commissioned in 2023.",
        "The swim club commissioned a survey in 2023.",
    ),
    (
        "en",
        "It cites a price list, leaked in December, that names the shops one by one.",
        "A price list names the shops one by one.",
    ),
    # the name takes the pronoun's place
    (
        "en",
        "The Tarvia Mill, a museum in Lodi, has shown 67 looms since it was founded by two priests "
        "in March 2009.",
        "The Tarvia Mill was founded by two priests in March 2009.",
    ),
    ("en", "PC Nora Vex chased the van.", "Nora Vex is a PC."),
    # "after" leads in the storm alone
    (
        "en",
        "The pump repaired after that storm has failed twice.",
        "The pump repaired after that storm has failed twice.",
    ),
    (
        "en",
        "The pump repaired after that storm has failed twice.",
        "The pump was repaired after that storm.",
    ),
    # whose it is
    (
        "en",
        "Tenants' unions say that fewer than one in six of them is affordable for a family on the "
        "average local wage.",
        "Tenants' unions say that fewer than one in six of them is affordable for a family on the "
        "average local wage.",
    ),
    # single marks are quotation marks too, where as many open as close
    (
        "en",
        "‘The northern pier is safe,’ she added, ‘but the road near the school has lost almost "
        "everything they built.’",
        "She added: “The northern pier is safe, but the road near the school has lost almost "
        "everything they built”.",
    ),
    # a verb inside what is told of a noun is not the claim's own
    (
        "it",
        "Il 3 agosto il fiume ha raggiunto i 9,2 metri, il livello più alto da quando si tengono "
        "registri in valle.",
        "I 9,2 metri sono il livello più alto da quando si tengono registri in valle.",
    ),
    # who may is said whole
    (
        "it",
        "Chi lavora a Ferrasio e guadagna meno di 20mila euro può chiedere il bonus fino al 4 "
        "maggio.",
        "Chi lavora a Ferrasio e guadagna meno di 20mila euro può chiedere il bonus fino al 4 "
        "maggio.",
    ),
    # what stands behind a comma is the relative's own
    (
        "it",
        "La Corvex comprerà 9mila schede, i moduli con cui si regolano le turbine.",
        "Con i moduli si regolano le turbine.",
    ),
    (
        "en",
        "Vex called the offer 'a favour, not a bribe'.",
        "Vex called the offer 'a favour, not a bribe'.",
    ),
]


@pytest.mark.parametrize(("language", "text", "claim"), TOLD)
def test_a_claim_reads_as_a_sentence_of_its_own(language: str, text: str, claim: str) -> None:
    assert claim in texts(text, language)


NEVER = [
    # only the clause says who
    (
        "it",
        "Il Comune chiede conto di coloro che il 3 maggio si sono macchiati di omissioni.",
        "Coloro il",
    ),
    # a speaker's verb has no noun for its subject
    (
        "it",
        "«L'arrivo era perfetto per me, ma avevo crampi anche alle mani», ha detto Elmo Trasi.",
        "L'arrivo avevo",
    ),
    # a purpose hasn't come about
    (
        "it",
        "Il consigliere ha lasciato la lista rivolgendosi agli elettori perché non votino.",
        "Non votino",
    ),
    # things in a row
    ("it", "Mappe antiche, lettere e disegni del 1700 sono stati rubati a Lodi.", "è lettere"),
    # a unit is no sum, one man isn't two
    (
        "it",
        "Il denaro da versare ammonta in totale a 12.7 milioni di dollari (circa 11.5 milioni "
        "di euro).",
        "ollari sono",
    ),
    (
        "it",
        "Domenica due uomini, Elmo Trasi, di 66 anni, ed il figlio Aldo, di 31, sono partiti.",
        "Elmo Trasi è due",
    ),
    # no preposition stands before "delle"
    (
        "it",
        "Ai loro amici sono arrivate delle mail anonime in cui si allegavano i disegni.",
        "In delle",
    ),
    (
        "it",
        "GirlsDoTarvia ha ricevuto l'ordine da parte del giudice di rimuovere i video: tuttavia, "
        "essi sono ancora in rete.",
        "GirlsDoTarvia sono",
    ),
    # a few words between marks are not all that was said
    (
        "en",
        "Jobless Dean was banned until 2028. Their solicitor, Fenella Dutt, said the pair were "
        '"deeply sorry" and had acted "on the spur of the moment, over a debt".',
        "said deeply",
    ),
    # nothing happens in a person
    (
        "it",
        "La richiesta è stata sostenuta da Marco Tardi, proprietario dell'osservatorio, dove era "
        "stato scoperto l'asteroide.",
        "In Marco Tardi",
    ),
    # nobody says "they" or "she" of herself
    (
        "en",
        "“They sold no ticket,” said Nora Vex, counsel for the riders. “They emptied the shop.”",
        "Nora Vex emptied",
    ),
    (
        "en",
        "“I came out,” said Nora Vex, a driver. “I thought she was having me on.”",
        "Nora Vex thought Nora Vex",
    ),
    ("en", "“I foresaw the flood,” said Ann Cole.", "foresaws"),
    # who announced it is nothing without what was announced
    (
        "en",
        "Ghana raised the price by 45 percent on Wednesday, the country's harbour board announced.",
        "board announced.",
    ),
    (
        "en",
        "The plan is a 900-foot wall that engineers say would protect the quay until about 2070.",
        "Is a 900",
    ),
    # a sentence of English opens with no finite verb
    (
        "en",
        "Tarvia-1 cost NZ$43 million, around three-quarters of it public money, and was insured "
        "for only half that amount.",
        "million is",
    ),
    # how many more is said of what is counted
    (
        "it",
        "Da giugno il pluviometro ha contato 44 notti sopra i 20 gradi, dodici in più della media.",
        "I 20 gradi sono",
    ),
    (
        "en",
        "Vex's team counted 70 seals a year in Orrin Bay, less than half the figure in the old "
        "survey.",
        "Orrin Bay is",
    ),
    # a verb left out leaves no "is"
    (
        "it",
        "Metà dei reparti ha ricevuto i letti di 60 donatori; l'altra metà solo un ventilatore.",
        "metà è un",
    ),
    # words without what leads them in
    (
        "en",
        "Three years after farmers began planting it by hand, clover covers 70 hectares of Vell "
        "Moor, a study by Orrin College has shown.",
        "Three years farmers",
    ),
    (
        "en",
        "Three years after farmers began planting it by hand, clover covers 70 hectares of Vell "
        "Moor, a study by Orrin College has shown.",
        "began hand",
    ),
    # an indirect question states nothing
    (
        "en",
        '"We were struck by how well the young reeds came through the flood," said Ann Vex.',
        "How well",
    ),
    # who speaks is no part of what is said
    (
        "it",
        "Neri scriveva che Orca 2 era ormai alla pari con i modelli più venduti; dall'anno "
        "successivo, aggiungeva, i nuovi Orca sarebbero stati i migliori della regione.",
        ", aggiungeva,",
    ),
    # a firm's country isn't what it is
    ("it", "La svedese Polarit compare spesso nei verbali.", "Polarit è"),
    # the report was published
    (
        "en",
        "Of the flats built this year, 340 were let at low rents, according to a report by the "
        "planning department that was published on 3 May.",
        "The planning department was",
    ),
    # a whole clause is usual
    ("en", "About 12% of them have grown into birds, which is usual for the breed.", "Birds is"),
]


@pytest.mark.parametrize(("language", "text", "wrong"), NEVER)
def test_no_claim_holds_what_nobody_would_say(language: str, text: str, wrong: str) -> None:
    assert not [claim for claim in texts(text, language) if wrong in claim]
