"""Treebank sentences become running words, and variants of them stay trees."""

from random import Random

import pytest

from claims.nlp.scoring.parser_labels import plain_label, repaired_labels
from claims.nlp.scoring.parser_treebanks import TreeSentence, TreeWord, is_tree, read_block
from claims.nlp.training.parser_variants import variant_of, without


def block_of(rows: list[str], comment: str = "# sent_id = x1") -> str:
    """CoNLL-U of rows "id form lemma tag features head label misc"."""
    lines = [comment]
    for row in rows:
        number, form, lemma, tag, features, head, label, misc = row.split()
        lines.append("\t".join([number, form, lemma, tag, "_", features, head, label, "_", misc]))
    return "\n".join(lines)


CONTRACTED = block_of(
    [
        "1 Parla parlare VERB Mood=Ind 0 root _",
        "2-3 della _ _ _ _ _ _",
        "2 di di ADP _ 4 case _",
        "3 la il DET Gender=Fem 4 det _",
        "4 città città NOUN Gender=Fem 1 obl _",
        "5 per per ADP _ 6 mark _",
        "6-7 lodarla _ _ _ _ _ SpaceAfter=No",
        "6 lodare lodare VERB VerbForm=Inf 1 advcl _",
        "7 la la PRON Clitic=Yes 6 obj _",
        "8 . . PUNCT _ 1 punct _",
    ]
)


def test_contracted_tokens_are_one_word_again():
    words = read_block(CONTRACTED, None).words
    assert [word.form for word in words] == ["Parla", "della", "città", "per", "lodarla", "."]
    assert [word.head for word in words] == [-1, 2, 0, 4, 0, 0]
    assert [word.label for word in words] == ["ROOT", "case", "obl", "mark", "advcl", "punct"]
    assert [word.space_after for word in words] == [True, True, True, True, False, True]


def test_a_preposition_keeps_its_tag_and_a_verb_its_features():
    words = read_block(CONTRACTED, None).words
    assert (words[1].tag, words[1].features) == ("ADP", "Gender=Fem")
    assert (words[4].tag, words[4].lemma, words[4].features) == ("VERB", "lodare", "VerbForm=Inf")


@pytest.mark.parametrize(
    ("comment", "treebank"),
    [
        ("# sent_id = n01001011", "PUD"),
        ("# sent_id = ParlaMint-IT_2020-01-01_7", "ParlaMint"),
        ("# sent_id = train_1\n# twittiro = IRONY", "TWITTIRO"),
        ("# sent_id = 12-1_en-2\n# err = <x>", "Valico"),
        ("# sent_id = 12", "MarkIT"),
    ],
)
def test_an_italian_sentence_tells_its_treebank(comment: str, treebank: str) -> None:
    block = block_of(["1 Sì sì INTJ _ 0 root _"], comment)
    assert read_block(block, None).treebank == treebank


@pytest.mark.parametrize(
    ("heads", "tree"),
    [([-1], True), ([1, -1, 1], True), ([-1, -1], False), ([1, 0, -1], False), ([0, 0], False)],
)
def test_a_tree_has_one_root_and_no_circle(heads: list[int], tree: bool) -> None:
    assert is_tree(heads) is tree


@pytest.mark.parametrize(
    ("label", "tag", "plain"),
    [
        ("obl:mod", "NOUN", "obl"),
        ("acl:relcl", "VERB", "acl:relcl"),
        ("flat", "PROPN", "flat:name"),
        ("flat", "NOUN", "flat"),
    ],
)
def test_foreign_labels_fall_back_to_those_of_italian(label: str, tag: str, plain: str) -> None:
    assert plain_label(label, tag) == plain


def test_only_portuguese_gsd_has_its_verbs_obliques_renamed():
    labels, tags, heads = ["ROOT", "nmod", "nmod"], ["VERB", "NOUN", "NOUN"], [-1, 0, 1]
    assert repaired_labels(labels, tags, heads, "pt-gsd") == ["ROOT", "obl", "nmod"]
    assert repaired_labels(labels, tags, heads, "pt-bosque") == labels


def quoted_sentence() -> TreeSentence:
    """ "Piove 👍" - dice lui."""
    forms = ['"', "Piove", "👍", '"', "-", "dice", "lui", "."]
    heads = [1, 5, 1, 1, 5, -1, 5, 5]
    words = tuple(
        TreeWord(form, True, "X", "", form, head, "dep")
        for form, head in zip(forms, heads, strict=True)
    )
    return TreeSentence("s", "PUD", words)


def test_variants_touch_marks_only_and_stay_trees():
    gold = quoted_sentence()
    seen = set()
    for seed in range(300):
        variant = variant_of(gold, Random(seed))
        assert is_tree([word.head for word in variant.words])
        assert [f for f in variant.forms if f.isalpha()] == ["Piove", "dice", "lui"]
        piove = next(word for word in variant.words if word.form == "Piove")
        assert variant.words[piove.head].form == "dice"
        seen.update(variant.forms)
    assert {"“", "”", "«", "»", '"', "-", "–", "—"} <= seen


def test_a_mark_that_governs_a_word_is_not_dropped():
    words = quoted_sentence().words
    assert without(words, {1}) == words
    assert [word.form for word in without(words, {0, 3})][:2] == ["Piove", "👍"]
