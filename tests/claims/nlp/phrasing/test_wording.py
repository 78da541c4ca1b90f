"""The small pieces that a claim's text is put together with."""

import pytest

from claims.nlp.grammar.phrases import fused_article
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import tree_of
from claims.nlp.phrasing.sentence_marks import balanced, finish
from claims.nlp.phrasing.wording import stand_alone_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("il ponte è chiuso ,", "Il ponte è chiuso."),
        ("è vero?", "È vero?"),
        ("— the road: closed —", "The road: closed."),
        ("  two   spaces ", "Two spaces."),
        ("🦜 vola", "🦜 vola."),
        ("", ""),
        (",;", ""),
    ],
)
def test_a_text_gets_a_capital_and_one_final_stop(text: str, expected: str) -> None:
    assert finish(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«è chiuso» dice", "«è chiuso» dice"),
        ("è chiuso» dice", "è chiuso dice"),
        ("“è chiuso dice", "è chiuso dice"),
        ('"shut" he said"', '"shut" he said'),
        ("the drivers’ union (old", "the drivers’ union old"),
        ("l’acqua", "l’acqua"),
    ],
)
def test_marks_without_a_partner_are_dropped(text: str, expected: str) -> None:
    assert balanced(text) == expected


@pytest.mark.parametrize(
    ("form", "article"),
    [("nella", "la"), ("dell'", "l'"), ("Dei", "i"), ("sugli", "gli"), ("di", ""), ("per", "")],
)
def test_a_fused_preposition_leaves_its_article(form: str, article: str) -> None:
    assert fused_article(form) == article


@pytest.mark.parametrize(
    ("text", "language", "head", "left_out", "expected"),
    [
        (
            "Parla dell'archivio Orsini, che contiene lettere di Fattori.",
            "it",
            "contiene",
            {"Parla", "dell'", "archivio"},
            "Orsini contiene lettere di Fattori.",
        ),
        (
            "Parla della diga, che ha ceduto ieri.",
            "it",
            "ceduto",
            {"Parla"},
            "La diga ha ceduto ieri.",
        ),
        (
            "Il catalogo, stampato a Prato, piace.",
            "it",
            "stampato",
            {"piace"},
            "Il catalogo è stato stampato a Prato.",
        ),
        (
            "The mill, built in 1871, burned.",
            "en",
            "built",
            {"burned"},
            "The mill was built in 1871.",
        ),
        (
            "He paid the owner, Ann Cole.",
            "en",
            "Cole",
            {"He", "paid"},
            "Ann Cole is the owner.",
        ),
        (
            "The party paid its spokeswoman, Ann Cole.",
            "en",
            "Cole",
            {"The", "party", "paid"},
            "Ann Cole is its spokeswoman.",
        ),
        (
            "Parla il suo vice Mario Rossi.",
            "it",
            "vice",
            {"Parla"},
            "Mario Rossi è il suo vice.",
        ),
        (
            "Gli indagati, compresi due agenti, tacciono.",
            "it",
            "compresi",
            {"tacciono"},
            "Tra gli indagati ci sono due agenti.",
        ),
        (
            "Hanno firmato quaranta medici, di cui dodici chirurghi.",
            "it",
            "chirurghi",
            {"Hanno", "firmato"},
            "Dei quaranta medici dodici sono chirurghi.",
        ),
        (
            "A pesare sono soprattutto gli affitti.",
            "it",
            "affitti",
            set(),
            "A pesare sono soprattutto gli affitti.",
        ),
    ],
)
def test_what_hangs_on_a_noun_becomes_a_sentence(
    text: str, language: str, head: str, left_out: set[str], expected: str
) -> None:
    [[(offset, doc)]] = parse_sentences(text, language, [(0, len(text))])
    tree = tree_of(doc, language, 0, offset)
    mask = frozenset(i for i in tree.words if tree.forms[i] not in left_out)
    assert stand_alone_text(Statement(tree, tree.forms.index(head), mask), {}, None) == expected
