"""A relative torn from its pronoun or its main verb is no claim, nor is an aim behind a colon."""

from __future__ import annotations

import pytest

from claims.nlp.parsing.tree import Tree
from claims.nlp.splitting.sound_masks import is_sound
from claims.nlp.splitting.torn_relatives import (
    is_aim_behind_colon,
    leaps_over_main_verb,
    lost_its_pronoun,
    opens_with_whose,
)
from tests.claims.nlp.phrasing.test_read_aloud import texts
from tests.claims.nlp.splitting.test_sound_masks import FINITE, Row, tree

# "Vendono conti che Lenti ha usato benché fermi"
ACCOUNTS: list[Row] = [
    ("Vendono", "VERB", "ROOT", 0, FINITE, ""),
    ("conti", "NOUN", "obj", 0, "Number=Plur", ""),
    ("che", "PRON", "obj", 5, "PronType=Rel", ""),
    ("Lenti", "PROPN", "nsubj", 5, "", "PER"),
    ("ha", "AUX", "aux", 5, FINITE, ""),
    ("usato", "VERB", "acl:relcl", 1, "VerbForm=Part", ""),
    ("benché", "SCONJ", "mark", 7, "", ""),
    ("fermi", "ADJ", "advcl", 5, "Number=Plur", ""),
]
# "Ada cerca ditte che tacciono e scrivono"
FIRMS: list[Row] = [
    ("Ada", "PROPN", "nsubj", 1, "", "PER"),
    ("cerca", "VERB", "ROOT", 1, FINITE, ""),
    ("ditte", "NOUN", "obj", 1, "Number=Plur", ""),
    ("che", "PRON", "nsubj", 4, "PronType=Rel", ""),
    ("tacciono", "VERB", "acl:relcl", 2, FINITE, ""),
    ("e", "CCONJ", "cc", 6, "", ""),
    ("scrivono", "VERB", "conj", 4, FINITE, ""),
]
# "Scrivevano leggi: tagliare"
LAWS: list[Row] = [
    ("Scrivevano", "VERB", "ROOT", 0, FINITE, ""),
    ("leggi", "NOUN", "obj", 0, "Number=Plur", ""),
    (":", "PUNCT", "punct", 3, "", ""),
    ("tagliare", "VERB", "parataxis", 0, "VerbForm=Inf", ""),
]


@pytest.fixture(scope="module")
def accounts() -> Tree:
    return tree(*ACCOUNTS)


def test_a_relative_without_its_pronoun_is_torn(accounts: Tree) -> None:
    assert lost_its_pronoun(accounts, 7, frozenset({1, 3, 4, 5, 6, 7}))
    assert not lost_its_pronoun(accounts, 7, frozenset({1, 2, 3, 4, 5, 6, 7}))
    assert not lost_its_pronoun(accounts, 5, frozenset({1, 3, 4, 5}))


def test_a_claim_of_a_relative_doesnt_begin_in_the_main_clause() -> None:
    firms = tree(*FIRMS)
    assert leaps_over_main_verb(firms, 6, frozenset({0, 2, 6}))
    assert not leaps_over_main_verb(firms, 6, frozenset({2, 3, 6}))
    assert not leaps_over_main_verb(firms, 6, frozenset({0, 1, 2, 3, 4, 5, 6}))


def test_an_infinitive_behind_a_colon_is_nobodys_deed() -> None:
    laws = tree(*LAWS)
    assert is_aim_behind_colon(laws, 3, frozenset({0, 1, 3}))
    assert not is_aim_behind_colon(laws, 0, frozenset({0, 1, 3}))
    assert not is_aim_behind_colon(laws, 3, frozenset({3}))


def test_whose_name_it_is_must_be_told() -> None:
    # "è Ada, il cui nome tace", torn behind the comma: the clause hangs on nothing
    rows: list[Row] = [
        ("il", "DET", "det", 2, "", ""),
        ("cui", "PRON", "nmod", 2, "PronType=Rel", ""),
        ("nome", "NOUN", "nsubj", 3, "Number=Sing", ""),
        ("tace", "VERB", "ROOT", 3, FINITE, ""),
    ]
    whose = tree(*rows)
    assert opens_with_whose(whose, frozenset({0, 1, 2, 3}))
    assert not is_sound(whose, 3, frozenset({0, 1, 2, 3}))
    assert is_sound(whose, 3, frozenset({2, 3}))


def test_whoever_buys_is_not_told_to_sell_without_the_buying() -> None:
    sentence = "The fund buys firms that make parts for ferries and sells them within five years."
    assert texts(sentence, "en") == [sentence]
