"""How the Italian press gives words to people, offices and papers."""

from __future__ import annotations

import pytest

from tests.claims.nlp.speech.said import Said, said_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            (
                "Il pm Dario Lenzi, nel corso della requisitoria, ha chiesto sei anni. "
                "«L'imputato sapeva tutto», ha detto ai giudici. Il difensore, l'avvocato "
                "Rita Corsi, ha ribattuto: «Mancano le prove»."
            ),
            [("L'imputato sapeva tutto", "Dario Lenzi"), ("Mancano le prove", "Rita Corsi")],
        ),
        (
            (
                '(Radiotel) - TORINO, 4 MAR - "Non ci sarà alcun taglio ai trasporti". Lo ha '
                "detto l'assessora Mara Fenu a margine del consiglio."
            ),
            [("Non ci sarà alcun taglio ai trasporti", "Mara Fenu")],
        ),
        (
            'Così Mara Fenu, assessora ai Trasporti: "Nessun taglio, lo ripeto da mesi".',
            [("Nessun taglio, lo ripeto da mesi", "Mara Fenu")],
        ),
        (
            (
                "«Abbiamo agito per legittima difesa», ha messo a verbale l'imputato davanti "
                "al giudice Carlo Renzi."
            ),
            [("Abbiamo agito per legittima difesa", "l'imputato")],
        ),
        (
            "I difensori di Aldo Melis parlano di «sentenza scritta in fretta».",
            [("sentenza scritta in fretta", "I difensori di Aldo Melis")],
        ),
        (
            "Secondo i legali di Aldo Melis, «il processo va rifatto da capo».",
            [("il processo va rifatto da capo", "i legali di Aldo Melis")],
        ),
        (
            (
                "«La diga reggerà», assicura l'ingegner Paolo Dessì, «ma serve una "
                "manutenzione ogni anno»."
            ),
            [
                ("La diga reggerà", "Paolo Dessì"),
                ("ma serve una manutenzione ogni anno", "Paolo Dessì"),
            ],
        ),
        (
            "«La diga – spiega l'ingegner Paolo Dessì – reggerà altri vent'anni».",
            [("La diga – spiega l'ingegner Paolo Dessì – reggerà altri vent'anni", "Paolo Dessì")],
        ),
        (
            "– Chi ha chiuso la strada? – chiede il giudice Renzi.",
            [("Chi ha chiuso la strada?", "Renzi")],
        ),
        (
            (
                "«Ci hanno lasciati soli», ha detto al Corriere del Sud il sindaco di Ardea, "
                "Livio Manca."
            ),
            [("Ci hanno lasciati soli", "Livio Manca")],
        ),
        (
            (
                "In un'intervista a Repubblica Nova il sindaco Livio Manca ammette: «Ci "
                "hanno lasciati soli»."
            ),
            [("Ci hanno lasciati soli", "Livio Manca")],
        ),
        (
            (
                "Intervistato da Carla Nieddu per Radio Libera, il cantante Ezio Sanna ha "
                "detto: «Smetto a dicembre»."
            ),
            [("Smetto a dicembre", "Ezio Sanna")],
        ),
        (
            "Ezio Sanna, incalzato da Carla Nieddu, ha detto: «Smetto a dicembre».",
            [("Smetto a dicembre", "Ezio Sanna")],
        ),
        (
            ("Ezio Sanna, dopo aver ringraziato Carla Nieddu, ha aggiunto: «Smetto a dicembre»."),
            [("Smetto a dicembre", "Ezio Sanna")],
        ),
        (
            (
                "Il ministro Pio Verdi, che ieri ha incontrato Ugo Banti, ha dichiarato: "
                "«L'accordo è vicino»."
            ),
            [("L'accordo è vicino", "Pio Verdi")],
        ),
        (
            "Il ministro Pio Verdi ha risposto a Ugo Banti: «L'accordo è vicino».",
            [("L'accordo è vicino", "Pio Verdi")],
        ),
        (
            ("A Ugo Banti che chiedeva spiegazioni, Pio Verdi ha risposto: «L'accordo è vicino»."),
            [("L'accordo è vicino", "Pio Verdi")],
        ),
        (
            "Alla domanda di Ugo Banti, Pio Verdi ha risposto: «L'accordo è vicino».",
            [("L'accordo è vicino", "Pio Verdi")],
        ),
        (
            (
                'Su X il deputato Marco Lai ha scritto: "Vergogna". E Paola Usai su '
                'Facebook: "Ci vediamo in tribunale".'
            ),
            [("Vergogna", "Marco Lai"), ("Ci vediamo in tribunale", "Paola Usai")],
        ),
        (
            "«Ci vediamo in tribunale», il post di Paola Usai su Facebook.",
            [("Ci vediamo in tribunale", "Paola Usai")],
        ),
        (
            (
                "«Grazie a tutti i tifosi», ha scritto sui social l'attaccante, che lascia "
                "il Cagliari dopo sei anni."
            ),
            [("Grazie a tutti i tifosi", "l'attaccante")],
        ),
        (
            "«Il servizio riprenderà lunedì», fa sapere Trasporti Nord in una nota.",
            [("Il servizio riprenderà lunedì", "Trasporti Nord")],
        ),
        (
            "In una nota, Trasporti Nord precisa che «il servizio riprenderà lunedì».",
            [("il servizio riprenderà lunedì", "Trasporti Nord")],
        ),
        (
            "L'azienda si difende: «Abbiamo rispettato tutte le norme».",
            [("Abbiamo rispettato tutte le norme", "L'azienda")],
        ),
        (
            "Dal ministero precisano: «Le domande saranno esaminate entro maggio».",
            [("Le domande saranno esaminate entro maggio", "ministero")],
        ),
        (
            ("La Procura, con una nota firmata da Ivo Serra, smentisce: «Non ci sono indagati»."),
            [("Non ci sono indagati", "Procura")],
        ),
        (
            (
                "«Il bilancio è sano», sostiene la sindaca Anna Orrù. «Falso», replica il "
                "consigliere Luca Sechi. «I conti li abbiamo letti anche noi»."
            ),
            [
                ("Il bilancio è sano", "Anna Orrù"),
                ("Falso", "Luca Sechi"),
                ("I conti li abbiamo letti anche noi", "Luca Sechi"),
            ],
        ),
        (
            (
                "La sindaca Anna Orrù difende il piano: «Il bilancio è sano». Di tutt'altro "
                "avviso Luca Sechi: «I conti non tornano»."
            ),
            [("Il bilancio è sano", "Anna Orrù"), ("I conti non tornano", "Luca Sechi")],
        ),
        (
            (
                "La sindaca Anna Orrù difende il piano: «Il bilancio è sano». Non la pensa "
                "così Luca Sechi, che avverte: «I conti non tornano»."
            ),
            [("Il bilancio è sano", "Anna Orrù"), ("I conti non tornano", "Luca Sechi")],
        ),
        (
            (
                "Al termine del vertice Anna Orrù e Luca Sechi si sono detti «soddisfatti "
                "dell'intesa raggiunta»."
            ),
            [("soddisfatti dell'intesa raggiunta", "Anna Orrù e Luca Sechi")],
        ),
        (
            "«Siamo amici da sempre», dice Orrù del collega Luca Sechi.",
            [("Siamo amici da sempre", "Orrù")],
        ),
        (
            (
                "Anna Orrù ha incontrato Luca Sechi in Comune. «Siamo amici da sempre», ha "
                "detto la sindaca."
            ),
            [("Siamo amici da sempre", "la sindaca")],
        ),
        (
            "Soddisfatto l'allenatore Bruno Pala: «Abbiamo giocato da squadra».",
            [("Abbiamo giocato da squadra", "Bruno Pala")],
        ),
        (
            "Il commento di Bruno Pala a fine gara: «Abbiamo giocato da squadra».",
            [("Abbiamo giocato da squadra", "Bruno Pala")],
        ),
        (
            "«Abbiamo giocato da squadra», le parole di Bruno Pala dopo il fischio finale.",
            [("Abbiamo giocato da squadra", "Bruno Pala")],
        ),
        (
            "«Abbiamo giocato da squadra». Parola di Bruno Pala, tecnico del Nuoro.",
            [("Abbiamo giocato da squadra", "Bruno Pala")],
        ),
        (
            "Bruno Pala non nasconde la delusione. «Dovevamo chiuderla prima».",
            [("Dovevamo chiuderla prima", "Bruno Pala")],
        ),
        (
            (
                "«Una decisione sbagliata», così è stata definita da Luca Sechi la chiusura "
                "del reparto."
            ),
            [("Una decisione sbagliata", "Luca Sechi")],
        ),
        (
            (
                "La chiusura del reparto è stata definita «una decisione sbagliata» dal "
                "consigliere Luca Sechi."
            ),
            [("una decisione sbagliata", "Luca Sechi")],
        ),
        (
            "Luca Sechi è stato definito «un irresponsabile» dalla sindaca Anna Orrù.",
            [("un irresponsabile", "Anna Orrù")],
        ),
        (
            "Luca Sechi ha accusato la sindaca Anna Orrù di essere «lontana dalla gente».",
            [("lontana dalla gente", "Luca Sechi")],
        ),
        (
            (
                "Nel telegramma alla famiglia di Carlo Pes, il presidente Elio Massa esprime "
                "«il cordoglio di tutto il Paese»."
            ),
            [("il cordoglio di tutto il Paese", "Elio Massa")],
        ),
        (
            '«Mio padre diceva: "Lavora e taci"», racconta Piera Mura.',
            [('Mio padre diceva: "Lavora e taci"', "Piera Mura")],
        ),
        (
            ("Uno striscione con la scritta «Giustizia per Carlo» è apparso davanti al municipio."),
            [],
        ),
        (
            "Il suo romanzo «La casa sul fiume» ha venduto diecimila copie.",
            [],
        ),
        (
            "Il cosiddetto «decreto flussi» è stato approvato ieri.",
            [],
        ),
        (
            "Il padre della vittima, Gino Cau, piange: «Voglio solo la verità».",
            [("Voglio solo la verità", "Gino Cau")],
        ),
        (
            "«Voglio solo la verità», dice tra le lacrime Gino Cau, padre della vittima.",
            [("Voglio solo la verità", "Gino Cau")],
        ),
        (
            "«Era una brava ragazza», ricorda una vicina di casa, Lina Porcu.",
            [("Era una brava ragazza", "Lina Porcu")],
        ),
        (
            ("«Era una brava ragazza», ricorda una vicina di casa che chiede di restare anonima."),
            [("Era una brava ragazza", "una vicina di casa")],
        ),
        (
            "«Non ci sono margini», è stato ribadito dal portavoce Elio Massa.",
            [("Non ci sono margini", "Elio Massa")],
        ),
        (
            (
                "La proposta è stata definita «irricevibile» e archiviata. Elio Massa non "
                "era in aula."
            ),
            [("irricevibile", None)],
        ),
        (
            "In serata la Procura ha chiarito: «Nessun indagato per ora».",
            [("Nessun indagato per ora", "Procura")],
        ),
    ],
)
def test_press_speech_has_its_speaker(text: str, said: Said) -> None:
    assert said_in(text, "it") == said
