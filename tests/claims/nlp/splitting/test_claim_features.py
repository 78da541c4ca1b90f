"""What the claim model reads of masks and of the parser's doubts."""

import numpy as np
import pytest

from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import Tree, tree_of
from claims.nlp.splitting.candidate_features import CATEGORIES, candidate_features
from claims.nlp.splitting.candidate_masks import CandidateMask, Guess
from claims.nlp.splitting.candidate_pool import Pool, pool_of
from claims.nlp.splitting.candidate_shape import gap_columns, list_columns, mark_columns, neighbours
from claims.nlp.splitting.claim_layers import claim_readings
from claims.nlp.splitting.claim_model import Choice, claim_model, clashes, pick, with_subjects
from claims.nlp.splitting.soft_tree import cuts, dominance, own_arcs
from claims.nlp.splitting.token_table import TokenTable, token_table
from claims.nlp.types import Label, Sentence

# "Secondo Ugo , il fiume cresce – e 👍 cala ."
FORMS = ["Secondo", "Ugo", ",", "il", "fiume", "cresce", "–", "e", "👍", "cala", "."]
HEADS = [1, 5, 5, 4, 5, 5, 5, 9, 9, 5, 5]
LABELS = ["case", "obl", "punct", "det", "nsubj", "ROOT", "punct", "cc", "dep", "conj", "punct"]
POS = ["ADP", "PROPN", "PUNCT", "DET", "NOUN", "VERB", "PUNCT", "CCONJ", "SYM", "VERB", "PUNCT"]
MORPHS = ["", "", "", "", "", "VerbForm=Fin", "", "", "", "VerbForm=Fin", ""]


def tree(arcs: np.ndarray | None = None) -> Tree:
    starts = np.cumsum([0, *(len(form) + 1 for form in FORMS)]).tolist()
    return Tree(
        language="it",
        sentence=0,
        spans=[(s, s + len(f)) for s, f in zip(starts, FORMS, strict=False)],
        forms=FORMS,
        lemmas=[form.lower() for form in FORMS],
        pos=POS,
        morphs=MORPHS,
        heads=HEADS,
        labels=LABELS,
        entities=[""] * len(FORMS),
        spaced=[True] * len(FORMS),
        arcs=arcs,
    )


def table() -> TokenTable:
    (reading,) = claim_readings([tree()])
    return token_table(tree(), claim_model().vocabulary, reading)


def pool(*masks: set[int], head: int = 5) -> Pool:
    whole = tree()
    odds = np.where([whole.is_word], np.float32(0.6), 0).astype(np.float32)
    chances = np.zeros(whole.size, np.float32)
    chances[[5, 9]] = 0.9, 0.7
    guess = Guess(whole, chances, [head], odds, odds)
    found = [CandidateMask(0, head, frozenset(mask), frozenset({"p50"})) for mask in masks]
    return pool_of(guess, found)


WITH_SOURCE, WITHOUT, BOTH_VERBS = {0, 1, 3, 4, 5}, {3, 4, 5}, {3, 4, 5, 7, 9}


def test_the_nearest_words_skip_marks_and_emoji():
    before, after = neighbours(table())
    assert (before[9], after[7]) == (7, 9)
    assert (before[0], after[9]) == (-1, len(FORMS))


def test_marks_that_a_mask_runs_over_are_counted_by_kind():
    columns = mark_columns(pool(WITH_SOURCE, WITHOUT, BOTH_VERBS), table(), *neighbours(table()))
    commas, dashes, left, right = columns[0], columns[4], columns[6], columns[7]
    assert commas.tolist() == [1, 0, 0]
    assert dashes.tolist() == [0, 0, 1]
    assert left.tolist() == [9, 1, 1]  # nothing, a comma, a comma
    assert right.tolist() == [6, 6, 4]  # a dash, a dash, the full stop


@pytest.mark.parametrize(
    ("mask", "longest", "shortest", "first"),
    [(WITHOUT, 0, 3, 3), ({0, 1, 4, 5}, 1, 2, 2), ({4, 9}, 2, 1, 1), ({1, 5, 7, 9}, 2, 1, 1)],
)
def test_gaps_and_pieces_are_counted_in_words(mask, longest, shortest, first):
    found = gap_columns(pool(mask), table())
    assert [column[0] for column in found[:3]] == [longest, shortest, first]


def test_a_second_verb_in_the_mask_is_seen():
    columns = list_columns(pool(WITHOUT, BOTH_VERBS), table())
    assert columns[3].tolist() == pytest.approx([0, 0.7])
    assert columns[6].tolist() == [1, 2]  # finite verbs


def test_a_parser_without_chances_is_taken_to_be_sure():
    assert own_arcs(table()).tolist() == [1] * len(FORMS)
    outward, inward, *_ = cuts(pool(WITHOUT).inside, np.array([5]), table())
    assert (outward[0], inward[0]) == (0, 2)  # "Ugo" and "cala" hang on the verb


def test_doubt_spreads_up_the_tree():
    arcs = tree().arcs.copy()
    arcs[4, 5], arcs[4, 1] = 0.75, 0.25  # "fiume" may hang on "Ugo"
    reached = dominance(arcs)
    assert reached[3, 1] == pytest.approx(0.25, abs=1e-3)
    assert reached[3, 5] == pytest.approx(1, abs=1e-3)
    assert reached[5, 4] == pytest.approx(0, abs=1e-3)


def test_the_chooser_reads_one_row_a_candidate_with_categories_first():
    judged = Sentence(0, 9, Label.CHECKABLE, 0.75, (), 0.5, 0.25)
    scores = np.array([[1, 2], [3, 4]], np.float32)
    rows = candidate_features(pool(WITH_SOURCE, WITHOUT), table(), judged, scores)
    assert rows.shape == (2, len(claim_model().chooser.category_count))
    assert rows[:, -6:-2].tolist() == [[0.5, 0.75, 0.25, 1.0]] * 2
    assert rows[:, -2:].tolist() == scores.tolist()
    assert (rows[:, CATEGORIES] >= 0).all()
    assert np.isfinite(rows).all()


@pytest.mark.parametrize(
    ("mask", "is_variant"),
    [(WITH_SOURCE, False), ({3, 4, 5, 9}, True), ({4, 5}, True), ({7, 9}, False)],
)
def test_a_statement_and_its_content_are_two_claims(mask, is_variant):
    content, other = pool(WITHOUT, mask).candidates
    assert clashes(tree(), content, other, 0.6) is is_variant


def test_the_likeliest_variant_is_picked():
    variants = pool({3, 4, 5, 9}, WITHOUT).candidates
    scores = np.array([0.4, 0.8], np.float32)
    assert pick(tree(), variants, scores, Choice(0.3, 0.6)) == [variants[1]]
    assert pick(tree(), variants, scores, Choice(0.9, 0.6)) == []


@pytest.mark.parametrize(
    ("text", "verb", "taken", "whole"),
    [
        ("Leoni e Rossi discutevano.", "discutevano", "Leoni", "Leoni e Rossi discutevano"),
        ("Leoni e Rossi discutevano.", "discutevano", "Rossi", "Rossi discutevano"),
        ("Le figlie e Rossi discutevano.", "discutevano", "figlie", "figlie discutevano"),
        ("🦜 Leoni discuteva.", "discuteva", "Leoni", "Leoni discuteva"),
    ],
)
def test_a_plural_verb_keeps_its_subjects(text: str, verb: str, taken: str, whole: str) -> None:
    [[(offset, doc)]] = parse_sentences(text, "it", [(0, len(text))])
    parsed = tree_of(doc, "it", 0, offset)
    words = frozenset({parsed.forms.index(taken), parsed.forms.index(verb)})
    found = with_subjects(parsed, CandidateMask(0, parsed.forms.index(verb), words, frozenset()))
    assert " ".join(parsed.forms[i] for i in sorted(found.mask)) == whole
