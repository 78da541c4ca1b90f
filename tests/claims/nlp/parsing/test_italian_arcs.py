"""Italian clauses hang on the word that agrees with them, and quotations end where they end."""

import pytest

from claims.nlp.parsing.italian_arcs import without_circles
from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import Tree, tree_of


def tree(text: str) -> Tree:
    """The tree of an Italian text that is one sentence."""
    [[(offset, doc)]] = parse_sentences(text, "it", [(0, len(text))])
    return tree_of(doc, "it", 0, offset)


SAID_OF = [
    ("Il Comune ha una legge sui prezzi dei libri che entra in vigore a marzo.", "entra", "legge"),
    (
        "È quanto emerge da alcuni documenti interni di Brunex depositati al tribunale di Lodi.",
        "depositati",
        "documenti",
    ),
    (
        "I consulenti hanno usato dati che il direttore Elmo Trasi avrebbe autorizzato.",
        "autorizzato",
        "dati",
    ),
    ("Le pagine del libro che è uscito a maggio sono trecento.", "uscito", "libro"),
]


@pytest.mark.parametrize(("text", "clause", "noun"), SAID_OF)
def test_a_clause_is_said_of_the_noun_that_agrees(text: str, clause: str, noun: str) -> None:
    parsed = tree(text)
    assert parsed.forms[parsed.heads[parsed.forms.index(clause)]] == noun


def test_a_verb_after_a_quotation_is_the_speakers() -> None:
    parsed = tree("Il ministro ha detto: «Il ponte sarà chiuso a maggio» e ha lasciato la sala.")
    at = parsed.forms.index
    assert parsed.heads[at("lasciato")] == at("detto")


ASIDES = [  # the sentence, whom the verb tells of, that verb, who says so
    ("L'uomo, ha spiegato Sarti, aveva rubato la cassa.", "uomo", "rubato", "Sarti"),
    ("Il ministro, ha aggiunto il portavoce Pio Verdi, è in viaggio.", "ministro", "viaggio",
     "portavoce"),
    ("👍 La ditta, ha annunciato ieri la Brunex, assumerà 40 operai.", "ditta", "assumerà",
     "Brunex"),
    ("Il ponte, hanno sostenuto i sindaci, non sarà chiuso.", "ponte", "chiuso", "sindaci"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subject", "told", "speaker"), ASIDES)
def test_who_says_in_an_aside_is_not_who_is_told_of(
    text: str, subject: str, told: str, speaker: str
) -> None:
    parsed = tree(text)
    at = parsed.forms.index
    assert (parsed.heads[at(subject)], parsed.labels[at(subject)]) == (at(told), "nsubj")
    saying = parsed.heads[at(speaker)]
    assert (saying != at(told), parsed.labels[at(speaker)]) == (True, "nsubj")


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("La sindaca, che vive a Lodi, ha detto di avere paura.", "sindaca", "detto"),
        ("Ada Neri, sindaca di Lodi, ha detto che la donna è malata.", "Ada", "detto"),
        (
            "La sindaca ha detto di avere paura, ha lasciato Lodi e vive a Pavia.",
            "sindaca",
            "detto",
        ),
    ],
)
def test_who_speaks_keeps_the_verb_of_saying(text: str, subject: str, verb: str) -> None:
    parsed = tree(text)
    assert parsed.heads[parsed.forms.index(subject)] == parsed.forms.index(verb)


def test_names_behind_a_noun_are_joined_to_each_other() -> None:
    parsed = tree("Gli attori Lino Bandi e Claudia Kolli hanno letto i testi.")
    assert parsed.heads[parsed.forms.index("Claudia")] == parsed.forms.index("Lino")


def test_a_part_of_many_is_what_the_relative_tells_of() -> None:
    parsed = tree("La ditta ha assunto quaranta operai, tre dei quali lavorano già a Lodi.")
    at = parsed.forms.index
    assert (parsed.heads[at("tre")], parsed.labels[at("tre")]) == (at("lavorano"), "nsubj")
    assert parsed.heads[at("quali")] == at("tre")
    assert parsed.heads[at("lavorano")] == at("operai")


@pytest.mark.parametrize("form", ["S.p.A.", "S.r.l.", "s.p.a."])
def test_a_legal_form_is_one_word(form: str) -> None:
    assert form in tree(f"Elmo Trasi guida la Brunex {form}, che ha sede a Lodi.").forms


@pytest.mark.parametrize("closing", ["“", "”"])
def test_low_marks_close_what_they_open(closing: str) -> None:
    parsed = tree(f"Il ministro ha detto: „Il ponte resta chiuso{closing} e ha lasciato la sala.")
    quoted = [f for f, q in zip(parsed.forms, parsed.in_quotes, strict=True) if q]
    assert quoted[1:] == ["Il", "ponte", "resta", "chiuso"]
    assert parsed.spans[-1][1] == len(
        f"Il ministro ha detto: „Il ponte resta chiuso{closing} e ha lasciato la sala."
    )


@pytest.mark.parametrize(
    ("mended", "parsed", "expected"),
    [
        ([1, 1, 1, 2], [1, 1, 1, 2], [1, 1, 1, 2]),
        # two mends that cross: both words go back to where the parser had them
        ([0, 2, 1, 2], [0, 0, 1, 0], [0, 0, 1, 2]),
        # a mend beside the circle stays
        ([0, 2, 3, 1, 0], [0, 0, 1, 2, 3], [0, 0, 1, 2, 0]),
        ([], [], []),
    ],
)
def test_mends_that_would_lead_in_a_circle_are_taken_back(
    mended: list[int], parsed: list[int], expected: list[int]
) -> None:
    assert without_circles(mended, parsed) == expected
