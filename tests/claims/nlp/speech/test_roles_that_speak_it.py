"""Who speaks behind a bare colon, a role, a reply, at an article's start and in an interview."""

from __future__ import annotations

import pytest

from tests.claims.nlp.speech.said import Said, said_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            (
                "Salvatore Onida ha negato tutto. «Ha mai visto quell'uomo?», ha insistito "
                "il magistrato. «Mai», è stata la replica."
            ),
            [("Ha mai visto quell'uomo?", "il magistrato"), ("Mai", None)],
        ),
        (
            "La consigliera Marina Deiana ha lasciato l'aula urlando «Vergognatevi».",
            [("Vergognatevi", "Marina Deiana")],
        ),
        (
            (
                "Nora Piga ci riceve in palestra.\n\nCome sta?\n\n«Bene, grazie al "
                "cielo».\n\nIl suo ex allenatore, Bruno Serra, dice che lei è «la più "
                "testarda di tutte».\n\n«Bruno ha sempre ragione»."
            ),
            [
                ("Bene, grazie al cielo", "Nora Piga"),
                ("la più testarda di tutte", "Bruno Serra"),
                ("Bruno ha sempre ragione", "Nora Piga"),
            ],
        ),
        (
            (
                "L'errore è stato segnalato dal Tribunale del malato, che lo giudica "
                "«inaccettabile»."
            ),
            [("inaccettabile", "Tribunale del malato")],
        ),
        (
            (
                "Il corteo è passato dal centro con Greta Lai in testa. Lo slogan più "
                "ripetuto: «Non c'è un pianeta di riserva»."
            ),
            [("Non c'è un pianeta di riserva", None)],
        ),
        (
            (
                "Il presidente Paolo Marras: «Perdiamo una voce libera». Cordoglio anche dal "
                "sindaco di Guspini. «Era uno di noi», ha scritto in un post."
            ),
            [("Perdiamo una voce libera", "Paolo Marras"), ("Era uno di noi", "sindaco")],
        ),
        (
            (
                "«Il cantiere aprirà a giugno». Lo ha annunciato il ministro dei Trasporti, "
                "Tullio Severi. «Polemiche inutili», la controreplica del ministro."
            ),
            [
                ("Il cantiere aprirà a giugno", "Tullio Severi"),
                ("Polemiche inutili", "Tullio Severi"),
            ],
        ),
        (
            (
                "Il direttore Karl Weiss parla di miracolo. Ma i sindacati lo accusano: «Le "
                "uscite di sicurezza erano chiuse da mesi»."
            ),
            [("Le uscite di sicurezza erano chiuse da mesi", "i sindacati")],
        ),
        (
            (
                "Carlo Bianchi sorride. Il ministero, da parte sua, prende le distanze: "
                "«Attendiamo l'esito dell'inchiesta»."
            ),
            [("Attendiamo l'esito dell'inchiesta", "Il ministero")],
        ),
        (
            (
                "Il minatore Josè Portela è salvo. La moglie, Ana, non si è mai mossa "
                "dall'ingresso: «Sapevo che sarebbe tornato»."
            ),
            [("Sapevo che sarebbe tornato", "Ana")],
        ),
        (
            (
                "Carlo Manca parla di transizione. Più cauti gli analisti di Borsa Nord: «Il "
                "debito resta alto»."
            ),
            [("Il debito resta alto", "gli analisti di Borsa Nord")],
        ),
        (
            (
                "'Mi hanno accerchiato in sei', ha raccontato ai medici il più giovane dei "
                "feriti. Il barista ricorda 'urla e poi un vetro rotto'. Il locale, \"La "
                'Baia", resta chiuso.'
            ),
            [
                ("Mi hanno accerchiato in sei", "il più giovane dei feriti"),
                ("urla e poi un vetro rotto", "Il barista"),
            ],
        ),
        (
            (
                "Il critico Fabio Stone, che nel 2011 lo definì «il Maradona dei fornelli», "
                "è sorpreso."
            ),
            [("il Maradona dei fornelli", "Fabio Stone")],
        ),
        (
            (
                "Giulio Ardia ha scritto ai dipendenti. Tuttavia, aggiunge, «chiederemo "
                "sacrifici a tutti i dirigenti»."
            ),
            [("chiederemo sacrifici a tutti i dirigenti", "Giulio Ardia")],
        ),
        (
            (
                "Giulio Ardia è tornato in fabbrica. A chi gli ricorda gli esuberi del 2019 "
                "replica secco: «Altri tempi»."
            ),
            [("Altri tempi", "Giulio Ardia")],
        ),
        (
            (
                "I sindaci di Nuoro, Oristano e Carbonia hanno firmato un appello in cui "
                "chiedono «risorse certe». «Non vogliamo privilegi», spiegano."
            ),
            [
                ("risorse certe", "I sindaci di Nuoro"),
                ("Non vogliamo privilegi", "I sindaci di Nuoro"),
            ],
        ),
        (
            (
                "Karl Domm vive a Lodi. Nel suo libro pubblicato quest'anno, Ombre Lunghe, "
                "ha raccontato la fuga, scrivendo che «i bambini non devono giocare con le "
                "armi»."
            ),
            [("i bambini non devono giocare con le armi", "Karl Domm")],
        ),
        (
            (
                "Gianni Moro, Leo Pieri e Anna Neri hanno salutato il cantante con semplici "
                "parole: «Ciao Tony, amico di sempre»."
            ),
            [("Ciao Tony, amico di sempre", "Gianni Moro, Leo Pieri e Anna Neri")],
        ),
        (
            (
                "La lettera è andata al segretario dei Verdi Paolo Rinaldi. Era saltato "
                "l'accordo tra il segretario e il presidente di Alleanza Ugo Banti. «Le "
                "critiche – scrive il segretario – si possono anche ricevere»."
            ),
            [("Le critiche – scrive il segretario – si possono anche ricevere", "Paolo Rinaldi")],
        ),
        (
            (
                "Il chirurgo è famoso per aver operato atleti del livello di Karl Bruni e "
                "Zeno Greppi. Perciò non concede la rivincita: «Ho cambiato idea per "
                "sempre»."
            ),
            [("Ho cambiato idea per sempre", None)],
        ),
        (
            (
                "«Siamo vivi». Con queste parole, alle quattro di ieri, Josè Portela ha "
                "risposto alla radio. Karl Weiss piangeva."
            ),
            [("Siamo vivi", "Josè Portela")],
        ),
        (
            (
                'Tre ore prima il messaggio sui social: "Ragazzi, non ho voce, perdonatemi". '
                "Così Bianca Sole ha annullato il concerto. Karl Weiss era in viaggio."
            ),
            [("Ragazzi, non ho voce, perdonatemi", "Bianca Sole")],
        ),
        (
            (
                '"Ho visto la morte in faccia". Gavino Sechi, gioielliere di via Roma, parla '
                "con la fronte fasciata. Più tardi sono arrivati Karl Weiss e Anna Neri, poi "
                "di nuovo Karl Weiss."
            ),
            [("Ho visto la morte in faccia", "Gavino Sechi")],
        ),
        (
            (
                "«Non c'è un cartello, non c'è nessuno». Clara, insegnante, aspetta da tre "
                "ore il regionale per Cremona."
            ),
            [("Non c'è un cartello, non c'è nessuno", "Clara")],
        ),
        (
            (
                "Luca Moretti ha confessato. «Il ragazzo è sotto choc», si limita a dire il "
                "legale, che lo assiste da ieri."
            ),
            [("Il ragazzo è sotto choc", "il legale")],
        ),
        (
            (
                "Il ministero getta acqua sul fuoco: «Nessun taglio, solo una "
                "rimodulazione». Dura la risposta dei deputati dell'opposizione, che "
                "definiscono il piano «una vergogna nazionale»."
            ),
            [
                ("Nessun taglio, solo una rimodulazione", "Il ministero"),
                ("una vergogna nazionale", "deputati dell'opposizione"),
            ],
        ),
    ],
)
def test_roles_and_bodies_speak(text: str, said: Said) -> None:
    assert said_in(text, "it") == said
