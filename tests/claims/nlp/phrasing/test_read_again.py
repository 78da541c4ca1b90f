"""Italian claims that stand a second look: read again as texts, they say the same."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    ("Per chi parcheggia sul molo è prevista una multa da 80 a 300 €.", "una multa da 80 a 300 €."),
    ("La tessera costa 45 € e comprende il pranzo.", "La tessera costa 45 €."),
    ("La ditta ha perso due gare e, per un ritardo, ha pagato tremila euro.",
     "La ditta, per un ritardo, ha pagato tremila euro."),
    ("Hanno firmato la sindaca Ada Neri, nata a Lodi, il prefetto Ugo Sarti e due medici.",
     "Ada Neri, il prefetto Ugo Sarti e due medici."),
    ("La nave, che era pertanto senza equipaggio, è stata rimorchiata.",
     "La nave era senza equipaggio."),
    ("Il danno, stimato infatti in tre milioni, è stato pagato.",
     "Il danno è stimato in tre milioni."),
    ("Lina Sarti, nota anche come la Volpe, fu sepolta a Lodi.",
     "Lina Sarti è nota anche come la Volpe."),
    ("Il listino (stampato a Lodi) e la guida, uscita nel 2010, sono esauriti.",
     "Il listino è stato stampato a Lodi."),
    ("La sindaca ha detto che il bilancio non cambierà ed entrerà in aula a maggio.",
     "Il bilancio entrerà in aula a maggio."),
    ("Più cauto il deputato Ivo Resta, il quale, lasciando l'aula, ha salutato i giornalisti.",
     "Ivo Resta ha lasciato l'aula."),
    (
        "Si è corsa la decima edizione del Giro Monti, organizzata dal club locale.",
        "La decima edizione del Giro Monti è stata organizzata dal club locale.",
    ),
    ("La ditta lavora vicino al porto, in cui arrivano le navi.", "Nel porto arrivano le navi."),
    ("A detta dei sindacati pesa l'addio della direttrice.",
     "A detta dei sindacati pesa l'addio della direttrice."),
    ("Sono crollati due muri di un cortile che – dopo le piogge – si è riempito d'acqua.",
     "Un cortile dopo le piogge si è riempito d'acqua."),
    ("Il re di Tarvia, Ivo Sarti, ha voluto così salutare la sorella.",
     "Ivo Sarti ha voluto così salutare la sorella."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_a_claim_is_a_whole_sentence(text: str, claim: str) -> None:
    assert any(found.endswith(claim) for found in texts(text, "it"))


TORN = [
    ("Le strade per cui passa la corsa sono pessime: l'acqua abbonda.", "Sono pessime"),
    ("La sala, oltre che luogo di prova anche sede di concerti, è stata chiusa.", "che luogo"),
    ("I camion vanno verso Bari dove, forse, arrivano sabato e dove sostano due giorni.", "Dove"),
    ("Hanno scritto 300 soci, meno della metà di quelli attesi.", "di quelli sono"),
    ("La corsa misura 200 giri, invece dei 248 inizialmente previsti.", "Invece"),
    ("L'assessora ai mercati ha rinviato la gara, visti i costi troppo alti.", "sono stati visti"),
    ("Nella notte sono saltati altri cinque furgoni, due in centro e tre al porto.", "sono due"),
    ("Il listino (stampato a Lodi) e la guida, uscita nel 2010, sono esauriti.", "è stato ("),
    ("La sindaca ha detto che il bilancio non cambierà ed entrerà in aula.", "La sindaca il"),
    ("Sono feriti i figli e la moglie, quest'ultima colpita alla testa.", "sono quest'ultima"),
    ("Sebbene vi siano sospetti sul contratto, la ditta lavora.", "Vi siano"),
    ("I feriti sono tre operai, tutti di Tarvia, piccolo centro montano.", "operai sono un"),
    ("I feriti sono tre operai, tutti di Tarvia, piccolo centro montano.", "Sono tre"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), TORN)
def test_no_claim_is_torn(text: str, words: str) -> None:
    assert not [claim for claim in texts(text, "it") if words in claim]


def test_what_was_forestalled_is_no_fact() -> None:
    text = "I soldati furono fermati prima che le guardie aprissero la porta della caserma."
    assert not [claim for claim in texts(text, "it") if claim.startswith("Le guardie")]


def test_what_is_only_compared_is_no_fact() -> None:
    text = "I soci si sono accampati nel cortile, come se quello fosse l'unico riparo della città."
    assert not [claim for claim in texts(text, "it") if "l'unico riparo" in claim]


def test_what_is_wanted_is_no_fact() -> None:
    text = (
        "Il gas esce dal forno e, perché un guasto del genere non si trasformi in un incendio, è "
        "necessario che le pareti attorno al forno siano in grado di reggere al calore."
    )
    assert not [claim for claim in texts(text, "it") if claim.startswith("Un guasto")]


def test_two_groups_are_counted_apart() -> None:
    text = "Sono nati ottanta puledri, dieci bianchi, nella tenuta di Lodi."
    assert not [claim for claim in texts(text, "it") if "puledri sono dieci" in claim]
    text = "Tra i salvati anche due bambine, di 4 e 6 anni."
    assert any("4 e 6 anni" in claim for claim in texts(text, "it"))
