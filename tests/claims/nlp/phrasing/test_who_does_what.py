"""Who says, does or leaves undone what: asides, denials, titles without an article."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


def texts(text: str, language: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, language)).claims]


TOLD = [
    # the speaker stands within what is said
    (
        "it",
        "La legge, ha detto la ministra Ada Loi, vale per 300 scuole.",
        "La ministra Ada Loi ha detto che la legge vale per 300 scuole.",
    ),
    (
        "en",
        "The bridge, engineer Jo Vex said, is safe.",
        "Engineer Jo Vex said that the bridge is safe.",
    ),
    (
        "en",
        "“The accounts for 2024 are in order,” reads a note from the firm.",
        "A note from the firm reads that the accounts for 2024 are in order.",
    ),
    (
        "en",
        "Their coach, Jo Vex, said: “We'll be back in 2026, but I'm sick of saying it.”",
        "Their coach, Jo Vex, said: “We'll be back in 2026, but I'm sick of saying it”.",
    ),
    (
        "en",
        "Next year ought to be better for the 40 farms, Jo Vex believes.",
        "Jo Vex believes that next year ought to be better for the 40 farms.",
    ),
    (
        "en",
        'Ann Cole ran the mill. "It was never ours. We kept it dry for 40 years," said Cole.',
        "Ann Cole said: “We kept it dry for 40 years”.",
    ),
    # all of a quotation needs no marks
    (
        "it",
        "La Brunex ha chiuso in utile. «L'utile è di 31 milioni», si legge nella nota del gruppo.",
        "L'utile è di 31 milioni.",
    ),
    # a clause told alone
    (
        "it",
        "Sebbene il ponte fosse chiuso dal 2019, il Comune ha speso 3 milioni.",
        "Il ponte era chiuso dal 2019.",
    ),
    # what is left undone
    (
        "it",
        "Il ministero ha assunto 40 guardie, senza pubblicare alcun bando.",
        "Il ministero non ha pubblicato alcun bando.",
    ),
    (
        "en",
        "The ministry hired 40 guards, without telling its 300 workers.",
        "The ministry did not tell its 300 workers.",
    ),
    # a subject that two verbs share, and one that two nouns share
    (
        "it",
        "Gli operai entrano in fabbrica e si accingono a firmare il contratto.",
        "Gli operai si accingono a firmare il contratto.",
    ),
    (
        "it",
        "Né i medici né gli infermieri potevano scegliere i 40 reparti.",
        "Né i medici né gli infermieri potevano scegliere i 40 reparti.",
    ),
    (
        "en",
        "Neither the nurses nor the doctors could choose the 40 wards.",
        "Neither the nurses nor the doctors could choose the 40 wards.",
    ),
    (
        "en",
        "Net profit rose to CHF 212m, beating the CHF 198m average in a survey.",
        "Net profit beat the CHF 198m average in a survey.",
    ),
    (
        "en",
        "The Vex Project, based in Leeds, has traced 67 violins since it was founded by a priest "
        "in 2009.",
        "The Vex Project was founded by a priest in 2009.",
    ),
    (
        "en",
        "Ann Keller sold the violin in 1950. The Keller family asked for no compensation.",
        "The Keller family asked for no compensation.",
    ),
    (
        "en",
        "Its leader, the statistician Jonas Vex, believes that 214 people drowned.",
        "The statistician Jonas Vex is its leader.",
    ),
    # titles that open a sentence
    (
        "en",
        "Supermarket chain Brandle said it would sell 40 shops.",
        "Brandle is a supermarket chain.",
    ),
    ("en", "Mayor Ada Trent declined to comment on the 2024 accounts.", "Ada Trent is mayor."),
    # the noun beside the participle doesn't agree with it
    (
        "it",
        "Ancora una sconfitta per il Lodi, battuto 3-0 in casa dal Tarvia.",
        "Il Lodi è stato battuto 3-0 in casa dal Tarvia.",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_the_doer_stands_where_an_editor_would_put_it(
    language: str, text: str, expected: str
) -> None:
    assert expected in texts(text, language)


NEVER = [
    (
        "it",
        "Con il suo nuovo modello linguistico Open AI ha raccolto 3 miliardi.",
        "Open AI è",
    ),
    ("it", "La moglie del Luca Sanna ha denunciato la scomparsa il 3 marzo.", "Sanna è"),
    (
        "it",
        "Due palazzine, la prima di sei piani, la seconda di quattro, sono crollate ieri a Tarvia.",
        "è la seconda",
    ),
    (
        "en",
        "Two towers, the first of six floors, the second of four, collapsed yesterday in Tarvia.",
        "are the first",
    ),
    ("en", "Carmaker Brunex and software firm Tarsia signed the deal in May.", "Brunex Tarsia"),
    ("en", "The ministry hired 40 guards, without telling its 300 workers.", "The firm told"),
    (
        "en",
        "Lumenode closed a $2bn round, making it the third most valuable start-up in Europe.",
        "Lumenode made",
    ),
    (
        "en",
        "A bridge fell over the Vexamba river. A rescuer told Radio Vexamba that 17 had died.",
        "Radio Vexamba river",
    ),
    ("it", "E Maglianella ha perso 300 abitanti in dieci anni.", "E Maglianella"),
]


@pytest.mark.parametrize(("language", "text", "wrong"), NEVER)
def test_nobody_is_told_to_be_or_do_what_the_article_does_not_say(
    language: str, text: str, wrong: str
) -> None:
    assert not [claim for claim in texts(text, language) if wrong in claim]


def test_what_is_left_undone_is_a_denial() -> None:
    text = "The ministry hired 40 guards, without telling its 300 workers."
    told = [c for c in split_text(SplitRequest(text, "en")).claims if "workers" in c.text]
    assert told
    assert all(claim.negated == ("not tell" in claim.text) for claim in told)
