"""Read aloud: what a reviewer of articles that nobody labelled would have to take back."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    # one "and" joins two nouns or two verbs: the noun before the second verb acts
    (
        "en",
        "The lake shrank by half and salt from its dry bed has ruined crops.",
        "Salt from its dry bed has ruined crops.",
    ),
    (
        "en",
        "The council closed two roads and schools opened late on Monday.",
        "Schools opened late on Monday.",
    ),
    (
        "it",
        "I tecnici calcolano in 3.000 le case e fonti locali parlano di 200 sfollati.",
        "Fonti locali parlano di 200 sfollati.",
    ),
    # the article of a superlative may hide in a preposition
    (
        "it",
        "Si tratta del più lungo sciopero che abbia fermato il porto negli ultimi 40 anni.",
        "Si tratta del più lungo sciopero che abbia fermato il porto negli ultimi 40 anni.",
    ),
    # pronouns that Italian writes onto a gerund
    (
        "it",
        "La cooperativa ha venduto i terreni, ricavandone 2 milioni di euro.",
        "La cooperativa ne ha ricavato 2 milioni di euro.",
    ),
    (
        "it",
        "La regione ha creato un fondo, destinandoci 60.000 euro.",
        "La regione ci ha destinato 60.000 euro.",
    ),
    (
        "it",
        "Lo zio ha tenuto la barca, lasciandogliela nel 1985.",
        "Lo zio gliel'ha lasciata nel 1985.",
    ),
    # a relative behind "of" agrees with the ordinal before it
    (
        "it",
        "La nona di esse, che parlava della peste, è stata rimossa.",
        "La nona di esse parlava della peste.",
    ),
    # a counted noun is a plural, whatever the tagger thinks of its ending
    (
        "it",
        "In seguito sono state registrate altre 11 forti scosse di assestamento, di magnitudo "
        "variabile tra 4.1 a 5.",
        "Altre 11 forti scosse di assestamento sono di magnitudo variabile tra 4.1 a 5.",
    ),
    (
        "it",
        "Poco prima delle 2 di notte, i cinque avrebbero deciso di spostarsi in un altro locale "
        "del centro storico, trovandolo però chiuso.",
        "I cinque l'hanno trovato però chiuso.",
    ),
    # how many there are goes with what is counted
    (
        "it",
        "Il tornado ha colpito la regione, per un totale di 2 milioni di ettari abitati da 60 "
        "milioni di persone.",
        "2 milioni di ettari sono abitati da 60 milioni di persone.",
    ),
    # who follows a case and what they are called are two facts
    (
        "it",
        "Il sostituto che segue il caso, Piero Gallo, ha iscritto nel registro tre operai.",
        "Il sostituto segue il caso.",
    ),
    # what opens the first of two verbs opens the second as well
    (
        "it",
        "Mentre lo tenevano aveva la bocca aperta e non parlava più.",
        "Mentre lo tenevano non parlava più.",
    ),
    # "in" says where, and makes no province of a village
    (
        "it",
        "Il furto è avvenuto a Sava, in provincia di Taranto.",
        "Sava è in provincia di Taranto.",
    ),
    # nobody is hard where a deed is
    (
        "it",
        "La provincia ha poche piazze e diventa difficile tenere le distanze.",
        "Diventa difficile tenere le distanze.",
    ),
    # a main verb that surely tells something is told, with all of its subject
    (
        "it",
        "Il video che mostra il ministro ubriaco è un falso.",
        "Il video che mostra il ministro ubriaco è un falso.",
    ),
    (
        "it",
        "Irene Corsi è nata a Udine nel 1948 e madre di due figli.",
        "Irene Corsi è madre di due figli.",
    ),
    # the subject may stand behind, in the main clause
    (
        "it",
        "Dopo che fu rubato nel 1987, il quadro venne ritrovato in una soffitta di Linz.",
        "Il quadro fu rubato nel 1987.",
    ),
    (
        "en",
        "The theatre risks losing £2m of its grant.",
        "The theatre risks losing £2m of its grant.",
    ),
    # who acts, not to whom it is done, acts again
    (
        "en",
        "Two late goals from substitute Ines Okoro gave Harbour United a 3-2 win over Milford on "
        "Saturday and lifted them out of the bottom three.",
        "Two late goals from Ines Okoro lifted them out of the bottom three.",
    ),
    # between two commas stands when it was
    (
        "en",
        "Ada Moss scored in the fourth minute and, after Milby captain Ruth Amos was sent off for "
        "a second foul, kicked the winner in stoppage time.",
        "Ada Moss kicked the winner in stoppage time.",
    ),
    # a verb in the plural is told of a plural
    (
        "en",
        "Young leaves of the same fern, which lack the wax, died within days.",
        "Young leaves of the same fern lack the wax.",
    ),
    # what will be isn't past
    (
        "en",
        "No ferries will run until 5 May, and coaches will replace them, adding up to 40 minutes "
        "to journeys.",
        "Coaches will add up to 40 minutes to journeys.",
    ),
    # an hour before a report of a live page is no part of it
    (
        "en",
        "09.30 The mine's owner, Norcoal, says all 40 miners are safe.",
        "Norcoal is the mine's owner.",
    ),
    # a form that is a participle too is a verb where nothing helps it
    (
        "en",
        "The hotel risks losing its licence because guests no longer come.",
        "Guests no longer come.",
    ),
    (
        "en",
        "Its plant in Lodz, which opened in 2019, can build 40 vans a day.",
        "Its plant in Lodz opened in 2019.",
    ),
    # of two nouns the near one is what a name calls
    (
        "en",
        "The video shows school exams being destroyed, as the original report by the broadcaster "
        "Canal Sur makes clear.",
        "Canal Sur is a broadcaster.",
    ),
    # what came to its end is no rider
    (
        "it",
        "Moser ha vinto la 70ª edizione del Giro di Toscana, conclusasi ieri sul lungomare.",
        "La 70ª edizione del Giro di Toscana si è conclusa ieri sul lungomare.",
    ),
    (
        "it",
        "La morte di Piero Galli, che del telefilm Rosso era il protagonista, non è la prima.",
        "Piero Galli del telefilm Rosso era il protagonista.",
    ),
    (
        "it",
        "Non ha impiegato molto a liberarsi, facendo il gesto delle corna "
        "alle spalle dell'inviata.",
        "Ha fatto il gesto delle corna alle spalle dell'inviata.",
    ),
]


@pytest.mark.parametrize(("language", "text", "told"), TOLD)
def test_a_claim_says_what_the_sentence_says(language: str, text: str, told: str) -> None:
    assert told in texts(text, language)


NEVER = [
    # what is only likely
    (
        "it",
        "La costa è densamente popolata nelle zone meridionali, così che è facile che mareggiate "
        "violente provochino un numero elevato di vittime.",
        "Mareggiate",
    ),
    # what proves it is the whole clause
    (
        "it",
        "Ha riferito che, durante la lite, Lauri era svenuto, fatto che secondo la procura prova "
        "la violenza usata dagli agenti.",
        "Lauri è stato fatto",
    ),
    (
        "it",
        "Secondo quanto raccontato dal suo personale, Berni aveva appena fatto colazione in casa.",
        "Secondo quanto Berni",
    ),
    # of two nouns that a participle may be told of, none is told
    (
        "it",
        "Un agente è rimasto ferito ad un braccio, colpito da una lastra di vetro staccatasi dal "
        "fanale del furgone, infranto dai colpi di pistola.",
        "Un braccio è stato infranto",
    ),
    (
        "it",
        "La provincia ha poche piazze e diventa difficile tenere le distanze.",
        "La provincia diventa",
    ),
    # whose name stands behind the comma asked for it
    (
        "en",
        "A recount requested by the losing candidate, Roy Tilden, changed the result by three "
        "votes.",
        "Roy Tilden is a recount",
    ),
    # of two nouns the likelier was
    (
        "en",
        "A trial of 742 homes by the Energy Institute, published in 2021, found that they heated "
        "all types of house.",
        "The Energy Institute was",
    ),
    # small words that tie what is told
    (
        "en",
        "Moreton wrote four books, among them The Honest Beam, which has been translated into "
        "nine languages.",
        "Them",
    ),
    (
        "en",
        "A list of 40 names, of whom 38 were alive and two had died after the election, was found.",
        "A list of 40 names two",
    ),
    (
        "en",
        "The first engines arrived 11 minutes later, by which time the roof had fallen in.",
        "By which time",
    ),
    (
        "en",
        "The video shows school exams being destroyed, as the original report by the broadcaster "
        "Canal Sur makes clear.",
        "The original report",
    ),
    (
        "en",
        "A spokesman said that the locks, once finished, would last for sixty years.",
        "The locks were once finished",
    ),
    # both were
    (
        "it",
        "Mancavano due favoriti della corsa, il britannico Chris Moore e lo spagnolo Alberto "
        "Contreras, costretti al ritiro per delle cadute.",
        "Alberto Contreras sono",
    ),
]


@pytest.mark.parametrize(("language", "text", "untrue"), NEVER)
def test_what_the_sentence_does_not_say_is_no_claim(language: str, text: str, untrue: str) -> None:
    assert not [told for told in texts(text, language) if told.startswith(untrue)]
