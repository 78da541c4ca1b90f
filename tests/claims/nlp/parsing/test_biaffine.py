"""The parser reads a batch as it reads each sentence, whatever the words are."""

import numpy as np
import pytest

from claims.nlp.parsing.biaffine import batches
from claims.nlp.parsing.biaffine_network import table_rows, word_shape
from claims.nlp.parsing.pipeline import parser_at
from claims.nlp.parsing.word_memory import word_memory

SENTENCES = [
    ["Il", "sindaco", "ha", "detto", "che", "il", "ponte", "chiuderà", "."],
    ["👍"],
    ["“", "Il", "caffe\u0301", "costa", "2", "euro", "”", ",", "dice", "la", "titolare", "."],
    ["Piove", "."],
    ["", "x" * 300],
]


def parsed(sentences):
    """Parses of sentences with a space after each word."""
    parser = parser_at("it_biaffine/parser.npz")
    spaces = [[True] * len(sentence) for sentence in sentences]
    return parser.parse(sentences, word_memory().vectors(sentences, spaces), spaces)


def test_a_batch_is_read_as_each_sentence_alone():
    for together, sentence in zip(parsed(SENTENCES), SENTENCES, strict=True):
        alone = parsed([sentence])[0]
        assert (together.heads, together.labels, together.pos) == (
            alone.heads,
            alone.labels,
            alone.pos,
        )
        np.testing.assert_allclose(together.arcs, alone.arcs, atol=1e-4)


def test_chances_of_a_word_to_hang_on_each_other_never_pass_one():
    for parse in parsed(SENTENCES):  # what the networks give to a word itself is lost
        assert (parse.arcs.sum(1) < 1.0001).all()


def test_a_clear_sentence_leaves_little_doubt():
    parse = parsed([SENTENCES[3]])[0]
    np.testing.assert_allclose(parse.arcs, [[1, 0], [1, 0]], atol=0.05)


def test_every_parse_has_one_root_and_only_the_root_is_called_so():
    for parse in parsed(SENTENCES):
        roots = [i for i, head in enumerate(parse.heads) if head == i]
        assert roots == [i for i, label in enumerate(parse.labels) if label == "ROOT"]
        assert len(roots) == 1


def test_no_sentence_gives_no_parse():
    assert parsed([]) == []


def test_subject_relative_clause_and_coordination_are_seen():
    text = "Il sindaco , che il consiglio ha eletto , ha aperto la scuola e ha chiuso il ponte ."
    words = text.split()
    parse = parsed([words])[0]
    governed = {
        word: (words[head], label)
        for word, head, label in zip(words, parse.heads, parse.labels, strict=True)
    }
    assert governed["sindaco"] == ("aperto", "nsubj")
    assert governed["eletto"] == ("sindaco", "acl:relcl")
    assert governed["chiuso"] == ("aperto", "conj")


@pytest.mark.parametrize(
    ("word", "shape"),
    [("Roma", "Xxxx"), ("2024", "ddd"), ("64mila", "ddxxx"), ("N.", "X."), ("", ""), ("👍", "👍")],
)
def test_a_word_has_a_shape(word: str, shape: str) -> None:
    assert word_shape(word) == shape


def test_case_changes_the_shape_of_a_word_and_nothing_else():
    upper, lower = table_rows("Roma"), table_rows("roma")
    assert [i for i in range(6) if upper[i] != lower[i]] == [4]


@pytest.mark.parametrize("lengths", [[], [3], [2, 9, 1], [1000, 1, 900, 2000, 5]])
def test_every_sentence_is_in_one_batch_longest_first(lengths: list[int]) -> None:
    found = list(batches(lengths))
    assert sorted(i for batch in found for i in batch) == list(range(len(lengths)))
    sizes = [lengths[i] for batch in found for i in batch]
    assert sizes == sorted(lengths, reverse=True)
