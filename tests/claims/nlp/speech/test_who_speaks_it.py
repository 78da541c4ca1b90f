"""Who speaks in Italian sentences where a name stands nearer than the one who does."""

from __future__ import annotations

import pytest

from tests.claims.nlp.speech.said import Said, said_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            (
                "In un'intervista a Rete Nove (anticipata dal quotidiano Alba Nuova), la "
                "figlia maggiore di Carlo Conti, Marta, ha sostenuto: «Vorrei che tornasse a "
                "casa»."
            ),
            [("Vorrei che tornasse a casa", "Marta")],
        ),
        (
            (
                "«Riteniamo la misura del tutto sproporzionata»: questo il giudizio "
                "dell'avvocato Ivo Sarti, difensore di Carlo Melli. «Ne prendiamo atto - ha "
                "proseguito il legale - con amarezza e con rispetto»."
            ),
            [
                ("Riteniamo la misura del tutto sproporzionata", "Ivo Sarti"),
                (
                    "Ne prendiamo atto - ha proseguito il legale - con amarezza e con rispetto",
                    "Ivo Sarti",
                ),
            ],
        ),
        (
            (
                "La lettera è arrivata al segretario del Partito Verde Paolo Rinaldi. Ne ha "
                "discusso con il presidente di Alleanza Civica Ugo Banti. Dura la replica "
                "del segretario dei verdi e sindaco di Pisa: «Le critiche si fanno e si "
                "ricevono»."
            ),
            [("Le critiche si fanno e si ricevono", "segretario dei verdi")],
        ),
        (
            (
                "Carlo Nava è deluso. Perciò non firmerà il contratto: Ho cambiato idea e "
                "non torno indietro."
            ),
            [("Ho cambiato idea e non torno indietro.", "Carlo Nava")],
        ),
        (
            (
                "Rita Sala, presidente della Provincia, ha presentato il piano. Il taglio "
                "dei parchi della città ha un significato politico, come si legge nelle "
                "parole della presidente: «Meno parchi e più case per tutti»."
            ),
            [("Meno parchi e più case per tutti", "Rita Sala")],
        ),
        (
            (
                "Carlo Nava guida il giornale. La redazione del Mattino e la polizia hanno "
                "ricevuto una lettera nella quale si annunciano attentati come risposta alla "
                "«vostra guerra contro il nostro popolo e la nostra fede»."
            ),
            [("vostra guerra contro il nostro popolo e la nostra fede", "una lettera")],
        ),
        (
            (
                "Irma Testi, l'avvocata del detenuto, ha detto che la decisione offre «una "
                "nuova speranza» per poter ricostruire una vita, affermando di sentirsi "
                "«molto sollevata»."
            ),
            [("una nuova speranza", "Irma Testi"), ("molto sollevata", "Irma Testi")],
        ),
        (
            (
                "Un cinquantenne del posto ha rubato un trattore. Lo ha fermato una "
                "pattuglia dieci minuti più tardi. «Lo riportavo subito», avrebbe detto ai "
                "carabinieri.\n\n«Dormivamo tutti», racconta la proprietaria, Nora Pinti."
            ),
            [("Lo riportavo subito", "Un cinquantenne"), ("Dormivamo tutti", "Nora Pinti")],
        ),
        (
            (
                "Dal Movimento arriva l'attacco di Piero Rossi al presidente Carlo Nava, che "
                "definisce «un problema del paese» e parla di «coraggio da conigli»."
            ),
            [("un problema del paese", "Piero Rossi"), ("coraggio da conigli", "Piero Rossi")],
        ),
        (
            ("Lo racconta Mario Sala nel suo libro «Le navi perdute del Mediterraneo antico»."),
            [],
        ),
        (
            (
                "Il porto era già in rovina, come scriveva Carlo Dossi nella sua opera «Le "
                "vite degli uomini di mare, dei mercanti e dei corsari»."
            ),
            [],
        ),
        (
            "Il ministro Pio Verdi, uscendo dal palazzo, si è limitato a un «vedremo».",
            [("vedremo", "Pio Verdi")],
        ),
        (
            "Alla domanda la portavoce Anna Neri ha risposto con un secco «no».",
            [("no", "Anna Neri")],
        ),
        (
            (
                "Una donna, presente sul luogo dell'incidente, ha detto al quotidiano Alba "
                "Nuova: «Ho sentito un boato e sono scappata»."
            ),
            [("Ho sentito un boato e sono scappata", "Una donna")],
        ),
        (
            (
                "Un testimone, che abita lì vicino, ha raccontato all'agenzia Orion: «Ho "
                "visto la macchina sbandare»."
            ),
            [("Ho visto la macchina sbandare", "Un testimone")],
        ),
        (
            (
                "Il lombardo Sergio Tozzi è il nuovo allenatore del Varese. Il neotecnico "
                "biancorosso ha dichiarato: «Mi aspetta una bella sfida»."
            ),
            [("Mi aspetta una bella sfida", "Sergio Tozzi")],
        ),
        (
            (
                "In piazza, i manifestanti sventolavano bandiere della Lega Europea, "
                "gridando slogan come «Vogliamo la libertà»."
            ),
            [("Vogliamo la libertà", "i manifestanti")],
        ),
        (
            (
                "«Si è fatta male? No? Allora arrivederci», queste più o meno le parole "
                "della turista che ha pagato subito."
            ),
            [("Si è fatta male? No? Allora arrivederci", "turista")],
        ),
        (
            (
                "Il giudice per le indagini preliminari di Lodi, Aldo Savi, ha respinto la "
                "richiesta di Carlo Melli. Il gip, inoltre, ha qualificato Melli come un "
                "uomo che girava spacciandosi «per agente dei servizi segreti»."
            ),
            [("per agente dei servizi segreti", "Aldo Savi")],
        ),
        (
            (
                "I partiti di opposizione hanno criticato la nomina di Pio Verdi, bollando "
                "il governo come «illegittimo»."
            ),
            [("illegittimo", "I partiti di opposizione")],
        ),
        (
            (
                "Oggi Renato Fitti, uno dei capi dei dissidenti, ha criticato Aldo Savi e la "
                "sua scelta definendolo un «traditore»."
            ),
            [("traditore", "Renato Fitti")],
        ),
        (
            (
                "«Un esito casuale», scrivono i giudici della terza sezione.\n\nIl ragazzo, "
                "nel frattempo, si era iscritto a un corso serale. «Non ho copiato niente», "
                "ha raccontato al nostro giornale."
            ),
            [
                ("Un esito casuale", "i giudici della terza sezione"),
                ("Non ho copiato niente", "Il ragazzo"),
            ],
        ),
        (
            (
                "La cantante Emma Sala ha vinto la gara. Per Noemi, il momento più difficile "
                "sarebbe stato «quello in cui doveva scendere le scale»."
            ),
            [("quello in cui doveva scendere le scale", "Noemi")],
        ),
        (
            "Anna Neri e Ugo Banti hanno dichiarato: «Voteremo contro la legge».",
            [("Voteremo contro la legge", "Anna Neri e Ugo Banti")],
        ),
        (
            "«Voteremo contro la legge», dichiarano Anna Neri e Ugo Banti.",
            [("Voteremo contro la legge", "Anna Neri e Ugo Banti")],
        ),
        (
            (
                "Nel suo libro uscito quest'anno, Dentro la fabbrica, Karl Domm racconta gli "
                "scioperi del 1969, scrivendo che «i padroni avevano paura di noi»."
            ),
            [("i padroni avevano paura di noi", "Karl Domm")],
        ),
        (
            (
                "Piero Rossi ha visto la partita. Nel programma, che abbiamo riletto, si "
                "parla di «mobilità dolce» e di piste nuove."
            ),
            [("mobilità dolce", "programma")],
        ),
        (
            (
                "Il prezzo, si legge nella relazione tecnica, è salito per «la maggiore "
                "domanda dei centri di calcolo»."
            ),
            [("la maggiore domanda dei centri di calcolo", "relazione tecnica")],
        ),
        (
            (
                "La direttrice Carla Ferri ha parlato al Corriere. «Non cambio idea», ha "
                "detto al Corriere."
            ),
            [("Non cambio idea", "Carla Ferri")],
        ),
        # what was done "per" somebody isn't said by them; who is set beside another is
        (
            "Ugo Ferri ha scritto in una nota che il piano voluto per Porta Nuova «era confuso».",
            [("era confuso", "Ugo Ferri")],
        ),
        (
            "Per Ada Conti «il ponte regge», mentre per Ugo Ferri «va chiuso subito».",
            [("il ponte regge", "Ada Conti"), ("va chiuso subito", "Ugo Ferri")],
        ),
    ],
)
def test_speech_belongs_to_its_grammatical_speaker(text: str, said: Said) -> None:
    assert said_in(text, "it") == said
