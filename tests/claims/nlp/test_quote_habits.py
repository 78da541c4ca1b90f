"""How the press of both languages quotes: a case a habit, words and speaker."""

from __future__ import annotations

import pytest

from claims.nlp.names import find_names
from claims.nlp.quotes import find_quotes
from claims.nlp.sentences import split_sentences
from claims.nlp.speech_filter import SpeechFilter, speech_filter

Said = list[tuple[str, str | None]]


def found(text: str, language: str, used: SpeechFilter) -> Said:
    sentences = split_sentences(text, language)
    names = find_names(text, language, sentences)
    quotes = find_quotes(text, language, sentences, names, used)
    return [(text[q.start : q.end], q.speaker and q.speaker.name) for q in quotes]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            ("Il ministro Pio Verdi è arrivato in aula. «I conti tornano», ha detto il ministro."),
            [("I conti tornano", "Pio Verdi")],
        ),
        (
            (
                "La portavoce del Comune, Anna Neri, ha parlato con i cronisti. «Non ci sono "
                "feriti», ha assicurato la portavoce."
            ),
            [("Non ci sono feriti", "Anna Neri")],
        ),
        (
            "«Non ci sono feriti», osservano i pubblici ministeri di Trento.",
            [("Non ci sono feriti", "i pubblici ministeri di Trento")],
        ),
        (
            "I pubblici ministeri scrivono che «il fatto è provato».",
            [("il fatto è provato", "I pubblici ministeri")],
        ),
        (
            "''Siamo pronti'', ha detto Anna Neri. ''Si parte domani''.",
            [("Siamo pronti", "Anna Neri"), ("Si parte domani", "Anna Neri")],
        ),
        ("<<Siamo pronti>>, ha detto Anna Neri.", [("Siamo pronti", "Anna Neri")]),
        ("«Siamo pronti«, ha detto Anna Neri.", [("Siamo pronti", "Anna Neri")]),
        ("„Siamo pronti“, ha detto Anna Neri.", [("Siamo pronti", "Anna Neri")]),
        ("‘Siamo pronti a tutto’, ha detto Anna Neri.", [("Siamo pronti a tutto", "Anna Neri")]),
        ("'Siamo pronti a tutto', ha detto Anna Neri.", [("Siamo pronti a tutto", "Anna Neri")]),
        ('" Siamo pronti ", ha detto Anna Neri.', [("Siamo pronti", "Anna Neri")]),
        ('«Ha detto "no" a tutti», spiega Anna Neri.', [('Ha detto "no" a tutti', "Anna Neri")]),
        (
            "Anna Neri: «Resto fino a maggio».\n\nLa sindaca ha parlato ieri in consiglio.",
            [("Resto fino a maggio", "Anna Neri")],
        ),
        (
            (
                "A parlare è Anna Neri, sindaca da un anno. «Resto fino a maggio. Poi "
                "vedremo», dice. «E non torno indietro»."
            ),
            [
                ("Resto fino a maggio. Poi vedremo", "Anna Neri"),
                ("E non torno indietro", "Anna Neri"),
            ],
        ),
        (
            ("Anna Neri ha spiegato: «Resto fino a maggio.\n\n«Poi vedremo chi viene dopo di me»."),
            [
                ("Resto fino a maggio.", "Anna Neri"),
                ("Poi vedremo chi viene dopo di me", "Anna Neri"),
            ],
        ),
        (
            "— Vengo anch'io, disse Marco Conti. Gli altri tacevano.",
            [("Vengo anch'io,", "Marco Conti")],
        ),
        (
            "– Non so nulla – rispose Marco Conti. – E non voglio saperlo.",
            [("Non so nulla", "Marco Conti"), ("E non voglio saperlo.", "Marco Conti")],
        ),
        (
            "Ha scritto su X il deputato Marco Conti: «Una vergogna senza fine».",
            [("Una vergogna senza fine", "Marco Conti")],
        ),
        (
            "È una «vergogna senza fine» secondo Marco Conti.",
            [("vergogna senza fine", "Marco Conti")],
        ),
        (
            "A detta di Marco Conti si tratta di «una vergogna senza fine».",
            [("una vergogna senza fine", "Marco Conti")],
        ),
        (
            "Stando a Marco Conti, «il ponte era già chiuso da giorni».",
            [("il ponte era già chiuso da giorni", "Marco Conti")],
        ),
        (
            "Per Marco Conti è «una vergogna senza fine».",
            [("una vergogna senza fine", "Marco Conti")],
        ),
        (
            "Il ponte «era già chiuso da giorni», è stato spiegato da Marco Conti.",
            [("era già chiuso da giorni", "Marco Conti")],
        ),
        (
            (
                "La direttrice Carla Ferri non ci sta. «È falso», replica. Poi aggiunge: "
                "«Abbiamo le carte»."
            ),
            [("È falso", "Carla Ferri"), ("Abbiamo le carte", "Carla Ferri")],
        ),
        (
            "Carla Ferri ha incontrato Ugo Banti. Lei ha detto: «Non cambio idea».",
            [("Non cambio idea", "Carla Ferri")],
        ),
        (
            (
                "Il presidente di Brunex, Ugo Banti, ha risposto alla sindaca Anna Neri: "
                "«Pagheremo tutto»."
            ),
            [("Pagheremo tutto", "Ugo Banti")],
        ),
        (
            (
                "Il procuratore, intervistato dalla radio, ha fatto sapere che «le indagini "
                "sono chiuse»."
            ),
            [("le indagini sono chiuse", "Il procuratore")],
        ),
        (
            "Dalla Procura fanno sapere che «le indagini sono chiuse».",
            [("le indagini sono chiuse", "Procura")],
        ),
        (
            (
                "Non ha usato mezzi termini il segretario Ugo Banti, che ha parlato di «atto "
                "vile e gratuito»."
            ),
            [("atto vile e gratuito", "Ugo Banti")],
        ),
        (("Il film «La luna storta» esce oggi. Il cosiddetto «decreto sicurezza» è legge."), []),
        (
            (
                'La sindaca Anna Neri parla di "svolta", il rivale Ugo Banti di "propaganda e '
                'fumo negli occhi".'
            ),
            [("svolta", "Anna Neri"), ("propaganda e fumo negli occhi", "Ugo Banti")],
        ),
        (
            (
                "«Perché lo fa?», chiedono i giornalisti ad Anna Neri. «Perché mi piace», "
                "risponde lei."
            ),
            [("Perché lo fa?", "i giornalisti"), ("Perché mi piace", "Anna Neri")],
        ),
        (
            (
                "Tommaso Gori ha dichiarato: Non mi arrendo. Andrò avanti finché posso. La "
                "società non ha commentato."
            ),
            [("Non mi arrendo.", "Tommaso Gori"), ("Andrò avanti finché posso.", "Tommaso Gori")],
        ),
        (
            "«È una scelta che rifarei domani». Parola di Anna Neri.",
            [("È una scelta che rifarei domani", "Anna Neri")],
        ),
        (
            "«È una scelta che rifarei domani». Così Anna Neri in consiglio.",
            [("È una scelta che rifarei domani", "Anna Neri")],
        ),
        (
            "«È una scelta che rifarei domani»: così Anna Neri, sindaca di Borgo.",
            [("È una scelta che rifarei domani", "Anna Neri")],
        ),
        (
            "L'azienda Brunex ha diffuso una nota: «Nessun licenziamento è previsto».",
            [("Nessun licenziamento è previsto", "Brunex")],
        ),
        (
            "“Nessun licenziamento è previsto“, si legge nella nota di Brunex.",
            [("Nessun licenziamento è previsto", "nota di Brunex")],
        ),
        (
            (
                "«Nessun licenziamento», giura Ugo Banti. «Nessun licenziamento», ripete la "
                "sindacalista Carla Ferri."
            ),
            [("Nessun licenziamento", "Ugo Banti"), ("Nessun licenziamento", "Carla Ferri")],
        ),
        (
            "Ugo Banti l'aveva detto: «Se piove, il ponte cede». E il ponte ha ceduto.",
            [("Se piove, il ponte cede", "Ugo Banti")],
        ),
        (
            (
                "La maestra Carla Ferri (nella foto) sorride: «Mai visto niente del genere 😀 "
                "in vita mia»."
            ),
            [("Mai visto niente del genere 😀 in vita mia", "Carla Ferri")],
        ),
    ],
)
def test_italian_habits_are_read(text: str, said: Said) -> None:
    assert found(text, "it", speech_filter()) == said
    assert found(text, "it", SpeechFilter()) == said  # the rules alone know them too


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Mayor Tom Reed arrived late. “We are fine,” the mayor said.",
            [("We are fine,", "Tom Reed")],
        ),
        (
            "“We are fine”, said Tom Reed, who runs the shop. “For now.”",
            [("We are fine", "Tom Reed"), ("For now.", "Tom Reed")],
        ),
        (
            "Tom Reed, a fisherman, disagrees: “We are not fine.”",
            [("We are not fine.", "Tom Reed")],
        ),
        (
            "According to Tom Reed, the plan is “a joke on all of us”.",
            [("a joke on all of us", "Tom Reed")],
        ),
        (
            (
                "Tom Reed said the plan was “a joke on all of us”, adding that “nobody asked” "
                "the town."
            ),
            [("a joke on all of us", "Tom Reed"), ("nobody asked", "Tom Reed")],
        ),
        (
            (
                "“We waited,” said Ana Ruiz.\n\n“We waited for years.\n\n“And nobody came,” she "
                "added."
            ),
            [
                ("We waited,", "Ana Ruiz"),
                ("We waited for years.", "Ana Ruiz"),
                ("And nobody came,", "Ana Ruiz"),
            ],
        ),
        (
            '"We waited," Ana Ruiz, 45, a nurse from Leeds, told the BBC. "Nobody came."',
            [("We waited,", "Ana Ruiz"), ("Nobody came.", "Ana Ruiz")],
        ),
        (
            "'We waited for years,' said Ana Ruiz. 'It's the dogs' bowl that hurt.'",
            [("We waited for years,", "Ana Ruiz"), ("It's the dogs' bowl that hurt.", "Ana Ruiz")],
        ),
        (
            "“He told me ‘go home’ and I went,” said Ana Ruiz.",
            [("He told me ‘go home’ and I went,", "Ana Ruiz")],
        ),
        ("The so-called “smart” meter is sold as “GreenBox”.", []),
        ("The film “A Long Night” opens on Friday.", []),
        (
            "Asked whether she would run again, Ana Ruiz said: “Not this year.”",
            [("Not this year.", "Ana Ruiz")],
        ),
        (
            "“Not this year.” That was the answer Ana Ruiz gave on Monday.",
            [("Not this year.", "Ana Ruiz")],
        ),
        (
            "Ana Ruiz tweeted: “Not this year. Sorry, all 😀.”",
            [("Not this year. Sorry, all 😀.", "Ana Ruiz")],
        ),
        (
            "A spokesperson for Brunex said: “We don't comment on rumours.”",
            [("We don't comment on rumours.", "A spokesperson for Brunex")],
        ),
        (
            ("The company, Brunex, declined to comment. “It is under review,” a spokeswoman said."),
            [("It is under review,", "a spokeswoman")],
        ),
        (
            ("“It was,” he said, “the worst day of my life.” Lee Ford had never been so tired."),
            [("It was,", "Lee Ford"), ("the worst day of my life.", "Lee Ford")],
        ),
        (
            "Lee Ford was tired. “It was,” he said, “the worst day of my life.”",
            [("It was,", "Lee Ford"), ("the worst day of my life.", "Lee Ford")],
        ),
        (
            (
                "Senator Ana Ruiz and Governor Lee Ford met on Monday. “We agreed on nothing,” "
                "the governor said."
            ),
            [("We agreed on nothing,", "Lee Ford")],
        ),
        ("Residents are furious. “They lied to us,” said one.", [("They lied to us,", "one")]),
        (
            "“They lied to us,” wrote the judges in their ruling.",
            [("They lied to us,", "the judges")],
        ),
        (
            "He called it ‘a cruel joke’ and left. Lee Ford was not amused.",
            [("a cruel joke", "Lee Ford")],
        ),
    ],
)
def test_english_habits_are_read(text: str, said: Said) -> None:
    assert found(text, "en", speech_filter()) == said
    assert found(text, "en", SpeechFilter()) == said
