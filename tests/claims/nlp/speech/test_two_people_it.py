"""Two people in one Italian sentence: who speaks to whom, or of whom."""

from __future__ import annotations

import pytest

from tests.claims.nlp.speech.said import Said, said_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            (
                "La ministra Ada Corsi ha difeso il collega Pio Verdi: «Ha fatto tutto il "
                "possibile»."
            ),
            [("Ha fatto tutto il possibile", "Ada Corsi")],
        ),
        (
            ("Pio Verdi, difeso dalla ministra Ada Corsi, si è scusato: «Ho sbagliato i tempi»."),
            [("Ho sbagliato i tempi", "Pio Verdi")],
        ),
        (
            "«Pio ha sbagliato i tempi», ha detto di lui Ada Corsi.",
            [("Pio ha sbagliato i tempi", "Ada Corsi")],
        ),
        (
            "«Pio ha sbagliato i tempi», ha detto Ada Corsi a Pio Verdi.",
            [("Pio ha sbagliato i tempi", "Ada Corsi")],
        ),
        (
            "Rivolto a Pio Verdi, il presidente Ugo Sarti ha aggiunto: «Servono i fatti».",
            [("Servono i fatti", "Ugo Sarti")],
        ),
        (
            (
                "Nel suo discorso davanti a Pio Verdi il presidente Ugo Sarti ha parlato di "
                "«anni perduti»."
            ),
            [("anni perduti", "Ugo Sarti")],
        ),
        (
            "Ugo Sarti cita Pio Verdi: «Servono i fatti».",
            [("Servono i fatti", "Ugo Sarti")],
        ),
        (
            (
                "L'allenatore dell'Olbia, Gino Pala, non accetta la critica del collega "
                "Bruno Serra: «Parla di cose che non sa»."
            ),
            [("Parla di cose che non sa", "Gino Pala")],
        ),
        (
            "Alle accuse di Luca Sechi replica la sindaca Anna Orrù: «Solo propaganda».",
            [("Solo propaganda", "Anna Orrù")],
        ),
        (
            ("La replica di Anna Orrù a Luca Sechi non si è fatta attendere: «Solo propaganda»."),
            [("Solo propaganda", "Anna Orrù")],
        ),
        (
            (
                "Secondo quanto riferito da Luca Sechi, la sindaca avrebbe parlato di «sola "
                "propaganda politica»."
            ),
            [("sola propaganda politica", "la sindaca")],
        ),
        (
            "Per la madre, Rosa Cau, non ci sono dubbi: «È stato lui».",
            [("È stato lui", "Rosa Cau")],
        ),
        (
            "Ha gli occhi rossi, Rosa Cau. «È stato lui», ripete.",
            [("È stato lui", "Rosa Cau")],
        ),
        (
            "«È stato lui»: non ha dubbi Rosa Cau, la madre di Sara.",
            [("È stato lui", "Rosa Cau")],
        ),
        (
            "A far discutere è la frase di Luca Sechi: «I poveri lavorino».",
            [("I poveri lavorino", "Luca Sechi")],
        ),
        (
            "Il tweet di Luca Sechi, «I poveri lavorino», ha fatto il giro del mondo.",
            [("I poveri lavorino", "Luca Sechi")],
        ),
        (
            ("Nella lettera aperta a Luca Sechi, i ricercatori scrivono: «Non siamo numeri»."),
            [("Non siamo numeri", "i ricercatori")],
        ),
        (
            "«Non siamo numeri», recita il cartello di una ricercatrice.",
            [("Non siamo numeri", "il cartello di una ricercatrice")],
        ),
        (
            (
                "Il capo della polizia Dario Fenu ha assicurato che «nessuno sarà lasciato "
                "solo», mentre il prefetto Lea Zuddas ha parlato di «rete di protezione»."
            ),
            [("nessuno sarà lasciato solo", "Dario Fenu"), ("rete di protezione", "Lea Zuddas")],
        ),
        (
            ("Se per Dario Fenu «la rete ha funzionato», per Lea Zuddas «si poteva fare di più»."),
            [("la rete ha funzionato", "Dario Fenu"), ("si poteva fare di più", "Lea Zuddas")],
        ),
        (
            ("«La rete ha funzionato», dice l'uno; «si poteva fare di più», ribatte l'altra."),
            [("La rete ha funzionato", "l'uno"), ("si poteva fare di più", "l'altra")],
        ),
        (
            "Ada Neri è indagata. «Volevo i miei soldi», ha detto al giudice Lea Zuddas.",
            [("Volevo i miei soldi", "Ada Neri")],
        ),
        (
            "«Volevo i miei soldi», ha detto ai giudici Ada Neri.",
            [("Volevo i miei soldi", "Ada Neri")],
        ),
        (
            "Lea Zuddas è partita. «Dormiamo in tenda», dice al telefono uno di loro, Ugo Sarti.",
            [("Dormiamo in tenda", "Ugo Sarti")],
        ),
    ],
)
def test_of_two_people_the_right_one_speaks(text: str, said: Said) -> None:
    assert said_in(text, "it") == said
