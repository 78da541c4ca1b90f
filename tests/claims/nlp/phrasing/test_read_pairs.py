"""What one thing is told to be: no amount, none of several, not what its title only calls it."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

NEVER = [
    # one of several is not what is counted
    ("it", "Ieri dalla base di Lodi si sono alzati sei caccia F-16 della Danimarca.", "F-16 è"),
    ("it", "I missili sono stati lanciati dai caccia Tornado GR4 del Regno Unito.", "GR4 è"),
    # a measure in brackets
    ("it", "Una frana si è staccata dalla Cima Una (2.598 metri) in Val Fiscalina.", "Una è"),
    (
        "it",
        "Il sito costava allo Stato 20 miliardi di yen all'anno (circa 163 milioni di euro).",
        "anno è",
    ),
    # one thing is not several
    ("it", "Il Comune spende per la sopravvivenza (stipendi e auto) il 36% dei fondi.", " è stip"),
    ("it", "Intanto 7 comuni della zona, tra cui Mistra, hanno firmato il patto.", "Cui Mistra"),
    # what a body's speaker is, the body isn't
    ("it", "Una portavoce della società Vexatun ha detto che 40 treni sono fermi.", "Vexatun è"),
    # called so, and no more
    ("it", "La notizia è stata data da padre Bernardo Cervelli il 3 maggio.", "Cervelli è"),
    ("en", "Sir Alastair Brome resigned on 6 May over payments from a firm.", "is Sir"),
    # who said so is no fact
    (
        "it",
        "Secondo quanto ha riferito Ada Neri, che dirige l'agenzia, 40 case sono bruciate.",
        "Quanto ha",
    ),
    # a verb that looks like the sentence's own
    (
        "en",
        "Bungling crooks who nicked a van packed with 22,000 live crabs were caught just 11 "
        "minutes later, after running out of diesel at a set of temporary lights.",
        "crooks who nicked a van packed with 22,000 live crabs.",
    ),
]


@pytest.mark.parametrize(("language", "text", "wrong"), NEVER)
def test_nothing_is_told_to_be_what_it_is_not(language: str, text: str, wrong: str) -> None:
    assert not [claim for claim in texts(text, language) if wrong in claim]


TOLD = [
    # a name is told what bears it
    (
        "en",
        "She learned the trade in 1968 from a lighthouse keeper named Tam Isbister.",
        "Tam Isbister is a lighthouse keeper.",
    ),
    (
        "it",
        "Il Comune usa dal 2020 un nuovo sistema di pagamento chiamato Vexapay.",
        "Vexapay è un nuovo sistema di pagamento.",
    ),
    # several are among them
    (
        "it",
        "La frontiera è pattugliata da 1.400 osservatori internazionali, tra cui 85 italiani.",
        "Tra i 1.400 osservatori internazionali ci sono 85 italiani.",
    ),
    # a gerund becomes finite whatever it tells of
    (
        "it",
        "Il ministro si è detto ottimista, affermando di credere che il Paese possa crescere.",
        "Il ministro ha affermato di credere che il Paese possa crescere.",
    ),
    # verbs that are more than adjectives
    (
        "it",
        "Il peschereccio aveva a bordo 40 migranti provenienti dal Ghana e dalla Somalia.",
        "40 migranti provengono dal Ghana e dalla Somalia.",
    ),
    # what tied the clause to another is gone
    (
        "en",
        "By the time police raided the house in Leeds on 9 May 2022, he had earned 640,000 pounds.",
        "Police raided the house in Leeds on 9 May 2022.",
    ),
    (
        "en",
        "Vex said that nurses knew the lamps, and that sleep was measured with wristbands.",
        "Sleep was measured with wristbands.",
    ),
    # a question keeps its mark
    (
        "en",
        '"Why would a farmer sell to the state for half?" asked Jo Hill, who has 12 farms.',
        "Jo Hill asked: “Why would a farmer sell to the state for half?”.",
    ),
    # what is granted is told in the indicative, also where it opens the sentence
    (
        "it",
        "Nonostante negli ultimi giorni la Lega abbia dichiarato che il patto era pronto, "
        "questa mattina nessuno si è presentato.",
        "Negli ultimi giorni la Lega ha dichiarato che il patto era pronto.",
    ),
]


@pytest.mark.parametrize(("language", "text", "claim"), TOLD)
def test_what_is_told_reads_as_a_sentence(language: str, text: str, claim: str) -> None:
    assert claim in texts(text, language)
