"""Where English clauses behind a semicolon are read by themselves."""

from __future__ import annotations

import pytest

from claims.nlp.parsing.english_semicolons import clause_starts
from claims.nlp.parsing.pipeline import parse_sentences

CASES = [
    ("Prices fell ; wages rose .", "NNS VBD : NNS VBD .", [3]),
    ("Prices fell ; wages , too .", "NNS VBD : NNS , RB .", []),
    ("She said that prices fell ; that wages rose .", "PRP VBD IN NNS VBD : IN NNS VBD .", []),
    ("A fell ; B rose ; C stood .", "NN VBD : NN VBD : NN VBD .", [3, 6]),
    ("“ We won ; they lost ” , said Ada .", "`` PRP VBD : PRP VBD '' , VBD NNP .", []),
    ("; prices fell ;", ": NNS VBD :", []),
    ("", "", []),
]


@pytest.mark.parametrize(("words", "tags", "starts"), CASES)
def test_a_clause_begins_behind_a_semicolon_with_a_verb_on_each_side(
    words: str, tags: str, starts: list[int]
) -> None:
    forms = words.split()
    assert clause_starts(forms, tags.split(), [True] * len(forms)) == starts


def test_no_arc_of_the_parser_crosses_such_a_semicolon() -> None:
    text = "👍 A smoke alarm fitted after that fire did not ring; its fuse was taken out."
    ((_, doc),) = parse_sentences(text, "en", [(0, len(text))])[0]
    mark = next(token.i for token in doc if token.text == ";")
    assert {token.head.i < mark for token in doc[mark + 1 :]} == {False}
