"""The small pieces that a claim's text is put together with."""

import pytest

from claims.nlp.wording import balanced, finish, fused_article


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
