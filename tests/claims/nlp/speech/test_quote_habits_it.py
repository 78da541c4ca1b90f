"""How the Italian press quotes: a case a habit, words and speaker."""

from __future__ import annotations

import pytest

from claims.nlp.naming.names import find_names
from claims.nlp.sentences import split_sentences
from claims.nlp.speech.quotes import find_quotes
from claims.nlp.speech.speech_filter import SpeechFilter, speech_filter

Said = list[tuple[str, str | None]]


def found(text: str, used: SpeechFilter) -> Said:
    sentences = split_sentences(text, "it")
    names = find_names(text, "it", sentences)
    quotes = find_quotes(text, "it", sentences, names, used)
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
                "La portavoce del Comune, Anna Neri, ha parlato con i cronisti. "
                "«Non ci sono feriti», ha assicurato la portavoce."
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
                "A parlare è Anna Neri, sindaca da un anno. «Resto fino a maggio. "
                "Poi vedremo», dice. «E non torno indietro»."
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
                "La direttrice Carla Ferri non ci sta. «È falso», replica. Poi "
                "aggiunge: «Abbiamo le carte»."
            ),
            [("È falso", "Carla Ferri"), ("Abbiamo le carte", "Carla Ferri")],
        ),
        (
            "Carla Ferri ha incontrato Ugo Banti. Lei ha detto: «Non cambio idea».",
            [("Non cambio idea", "Carla Ferri")],
        ),
        (
            (
                "Il presidente di Brunex, Ugo Banti, ha risposto alla sindaca Anna "
                "Neri: «Pagheremo tutto»."
            ),
            [("Pagheremo tutto", "Ugo Banti")],
        ),
        (
            (
                "Il procuratore, intervistato dalla radio, ha fatto sapere che «le "
                "indagini sono chiuse»."
            ),
            [("le indagini sono chiuse", "Il procuratore")],
        ),
        (
            "Dalla Procura fanno sapere che «le indagini sono chiuse».",
            [("le indagini sono chiuse", "Procura")],
        ),
        (
            (
                "Non ha usato mezzi termini il segretario Ugo Banti, che ha "
                "parlato di «atto vile e gratuito»."
            ),
            [("atto vile e gratuito", "Ugo Banti")],
        ),
        (("Il film «La luna storta» esce oggi. Il cosiddetto «decreto sicurezza» è legge."), []),
        (
            (
                'La sindaca Anna Neri parla di "svolta", il rivale Ugo Banti di '
                '"propaganda e fumo negli occhi".'
            ),
            [("svolta", "Anna Neri"), ("propaganda e fumo negli occhi", "Ugo Banti")],
        ),
        (
            (
                "«Perché lo fa?», chiedono i giornalisti ad Anna Neri. «Perché mi "
                "piace», risponde lei."
            ),
            [("Perché lo fa?", "i giornalisti"), ("Perché mi piace", "Anna Neri")],
        ),
        (
            (
                "Tommaso Gori ha dichiarato: Non mi arrendo. Andrò avanti finché "
                "posso. La società non ha commentato."
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
                "«Nessun licenziamento», giura Ugo Banti. «Nessun licenziamento», "
                "ripete la sindacalista Carla Ferri."
            ),
            [("Nessun licenziamento", "Ugo Banti"), ("Nessun licenziamento", "Carla Ferri")],
        ),
        (
            "Ugo Banti l'aveva detto: «Se piove, il ponte cede». E il ponte ha ceduto.",
            [("Se piove, il ponte cede", "Ugo Banti")],
        ),
        (
            (
                "Parla la sindaca Anna Neri.\n\nA.N.: Sono stanca ma contenta.\n\nUgo "
                "Banti: E il ponte chiude?\n\nA.N.: Il ponte resta aperto. Lo "
                "giuro.\n\nUgo Banti: Lo vedremo presto."
            ),
            [
                ("Sono stanca ma contenta.", "Anna Neri"),
                ("E il ponte chiude?", "Ugo Banti"),
                ("Il ponte resta aperto. Lo giuro.", "Anna Neri"),
                ("Lo vedremo presto.", "Ugo Banti"),
            ],
        ),
        (
            (
                "Prezzo: dieci euro a testa.\nLuogo: piazza Dante.\nPrezzo: venti "
                "euro in due.\nLuogo: via Roma."
            ),
            [],
        ),
        (
            "Accanto a lei il figlio Ugo Banti. «Siamo salvi», dice l'uomo.",
            [("Siamo salvi", "Ugo Banti")],
        ),
        (
            "Il tecnico Sandro Belli è furioso. «Serve coraggio», dice l'allenatore.",
            [("Serve coraggio", "Sandro Belli")],
        ),
        (
            "Secondo il capo dei vigili, Ugo Banti, «il rogo è doloso».",
            [("il rogo è doloso", "Ugo Banti")],
        ),
        (
            (
                "Sul caso è intervenuto anche il presidente della Camera, Ugo "
                "Banti: «Serve una legge»."
            ),
            [("Serve una legge", "Ugo Banti")],
        ),
        (
            "Nella sentenza si legge che «il fatto non sussiste».",
            [("il fatto non sussiste", "sentenza")],
        ),
        ("«È salvo», ha detto a Radio Alfa il medico Pio Verdi.", [("È salvo", "Pio Verdi")]),
        (
            "Tra loro la figlia, Anna Neri, che ha detto: «Non lo perdono».",
            [("Non lo perdono", "Anna Neri")],
        ),
        (
            ("Ugo Banti, figlio del giornalista Pio Verdi, ha affermato che «nulla è deciso»."),
            [("nulla è deciso", "Ugo Banti")],
        ),
        (
            (
                "«Prego per voi», ha scritto don Pio Verdi su Facebook. «E per "
                "me», ha aggiunto il sacerdote."
            ),
            [("Prego per voi", "Pio Verdi"), ("E per me", "il sacerdote")],
        ),
        (
            "Ugo Banti non ha dubbi: Ho fatto il mio dovere. Il processo riprende lunedì.",
            [("Ho fatto il mio dovere.", "Ugo Banti")],
        ),
        (
            (
                "Il catalogo comprende molti titoli: Io e la Luna, Mio Fratello, "
                "Zig Zag, Casa Bianca."
            ),
            [],
        ),
        (
            (
                "La maestra Carla Ferri (nella foto) sorride: «Mai visto niente "
                "del genere 😀 in vita mia»."
            ),
            [("Mai visto niente del genere 😀 in vita mia", "Carla Ferri")],
        ),
    ],
)
def test_italian_habits_are_read_with_and_without_the_filter(text: str, said: Said) -> None:
    assert found(text, speech_filter()) == said
    assert found(text, SpeechFilter()) == said
