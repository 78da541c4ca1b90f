"""The learned road: which words head a claim, which tokens belong to it, which mask is best.

Three forests: heads, tokens of a head, candidate masks (the chooser). The first two read the tree
and what `claim_layers` says of its words, the third what `mask_scorer` says of a candidate. They
were trained on hand-labelled articles by `claims.nlp.training.claims`; weights and model card:
weights/claims/.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.masks import phrase
from claims.nlp.parsing.forest import Forest, forest_from
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree, jaccard
from claims.nlp.splitting.candidate_features import Judged, candidate_features
from claims.nlp.splitting.candidate_masks import (
    LIKELY_HEAD,
    CandidateMask,
    Guess,
    candidate_masks,
    chained,
)
from claims.nlp.splitting.candidate_pool import pool_of
from claims.nlp.splitting.claim_layers import claim_readings
from claims.nlp.splitting.english_subjects import has_two_subjects
from claims.nlp.splitting.head_features import head_features
from claims.nlp.splitting.joined_masks import with_joined_participles
from claims.nlp.splitting.mask_scorer import MaskScorer, mask_scorer
from claims.nlp.splitting.own_nouns import with_noun
from claims.nlp.splitting.pair_features import pair_features
from claims.nlp.splitting.shared_years import shared_year
from claims.nlp.splitting.sound_masks import is_sound
from claims.nlp.splitting.subject_masks import both_subjects
from claims.nlp.splitting.token_table import Floats, TokenTable, token_table
from claims.nlp.splitting.vocabulary import Vocabulary, read_vocabulary
from claims.nlp.splitting.whole_masks import made_whole

WEIGHTS = Path(__file__).parents[1] / "weights" / "claims" / "claims.npz"
TREES_A_BATCH = 16
LANGUAGES = ("en", "it")
SAME_HEAD = 0.45  # two claims of one head must differ more than this
SAID_AND_CONTENT = 0.8  # so must a statement and its content


@dataclass(frozen=True, slots=True)
class Choice:
    """When a candidate is kept: its least chance, and how much it may overlap a kept one."""

    chance: float
    overlap: float


@dataclass(frozen=True, slots=True)
class ClaimModel:
    """All that was learned."""

    vocabulary: Vocabulary
    heads: Forest
    tokens: Forest
    chooser: Forest
    choices: dict[str, Choice]  # by language


@lru_cache(maxsize=1)
def claim_model() -> ClaimModel:
    """The shipped weights, read once a process."""
    with np.load(WEIGHTS, allow_pickle=False) as arrays:
        return ClaimModel(
            vocabulary=read_vocabulary(str(arrays["vocabulary"])),
            heads=forest_from(arrays, "heads"),
            tokens=forest_from(arrays, "tokens"),
            chooser=forest_from(arrays, "chooser"),
            choices={
                language: Choice(*arrays[f"choice_{language}"].tolist()) for language in LANGUAGES
            },
        )


SURE_HEAD = 0.7  # chance of a main verb that tells something
LAST_CHANCE = 0.1
"""How likely the best claim of a sentence with a figure must be where nothing else is found."""


def chosen_masks(
    trees: Sequence[Tree], judged: Sequence[Judged], model: ClaimModel
) -> list[list[CandidateMask]]:
    """The claims of each tree, most likely first. `judged`: the sentence of each."""
    tables = [
        token_table(tree, model.vocabulary, reading)
        for tree, reading in zip(trees, claim_readings(trees), strict=True)
    ]
    guesses = guess_trees(tables, model)
    pools = [candidate_masks(guess) for guess in guesses]
    rows = [
        candidate_rows(guess, pool, table, sentence, mask_scorer())
        for guess, pool, table, sentence in zip(guesses, pools, tables, judged, strict=True)
        if pool
    ]
    scores = iter(split(model.chooser.probability(np.concatenate(rows)), rows) if rows else [])
    return [
        all_chosen(guess, pool, next(scores), model.choices[guess.tree.language]) if pool else []
        for guess, pool in zip(guesses, pools, strict=True)
    ]


def candidate_rows(
    guess: Guess,
    candidates: Sequence[CandidateMask],
    table: TokenTable,
    judged: Judged,
    scorer: MaskScorer,
) -> Floats:
    """What the chooser reads of at least one candidate."""
    pool = pool_of(guess, candidates)
    scores = scorer.score(table.tree, table.reading, pool)
    return candidate_features(pool, table, judged, scores)


def chosen(
    tree: Tree, pool: Sequence[CandidateMask], scores: Floats, choice: Choice
) -> list[CandidateMask]:
    """The best candidates, each with the noun that it hangs on, none twice."""
    picked = pick(tree, pool, scores, choice)
    if not picked and "NUM" in tree.pos:  # a figure is worth a second look
        picked = pick(tree, pool, scores, Choice(LAST_CHANCE, choice.overlap))[:1]
    picked = with_joined_participles(tree, picked)
    return list({candidate.mask: candidate for candidate in picked}.values())


def all_chosen(
    guess: Guess, pool: Sequence[CandidateMask], scores: Floats, choice: Choice
) -> list[CandidateMask]:
    """The best candidates, and what the main verb tells."""
    picked = chosen(guess.tree, pool, scores, choice)
    return [*picked, *main_claim(guess, pool, scores, picked)]


def main_claim(
    guess: Guess, pool: Sequence[CandidateMask], scores: Floats, picked: Sequence[CandidateMask]
) -> list[CandidateMask]:
    """The likeliest claim of a main verb that surely heads one, where none of it is likely enough.

    With all of its subject: "Il fondatore di X, Y, e sua moglie Z sono stati rinviati".
    """
    tree = guess.tree
    root = next(i for i, head in enumerate(tree.heads) if head == i)
    subjects = tree.dependents(root, *(SUBJECTS - {"expl"}))
    if guess.chances[root] < SURE_HEAD or not tree.is_finite[root] or not subjects:
        return []
    if any(root in one.mask for one in picked) or any(is_whose(tree, i) for i in subjects):
        return []
    own = [i for i, one in enumerate(pool) if one.head == root]
    found = pick(tree, [pool[i] for i in own], scores[own], Choice(LAST_CHANCE, 1))
    return [one for one in found if one.mask.intersection(subjects)][:1]


def is_whose(tree: Tree, noun: int) -> bool:
    """ "Il cui nome": it says of nobody whose it is."""
    return any(tree.forms[i].lower() in ("cui", "whose") for i in tree.subtrees[noun])


def guess_trees(tables: Sequence[TokenTable], model: ClaimModel) -> list[Guess]:
    """Chances of heads, then of tokens for the likely heads."""
    features = [head_features(table, model.vocabulary) for table in tables]
    chances = [
        chance * table.word
        for chance, table in zip(head_chances(features, model.heads), tables, strict=True)
    ]
    found: list[Guess] = []
    for first in range(0, len(tables), TREES_A_BATCH):
        batch = slice(first, first + TREES_A_BATCH)
        found += guess_batch(tables[batch], chances[batch], model)
    return found


def head_chances(features: Sequence[Floats], forest: Forest) -> list[Floats]:
    """Probabilities for all tokens of all trees, in one go."""
    return split(forest.probability(np.concatenate(features)), features) if features else []


def guess_tree(table: TokenTable, chances: Floats, model: ClaimModel) -> Guess:
    """Token probabilities of a tree's likely heads."""
    return guess_batch([table], [chances], model)[0]


def guess_batch(
    tables: Sequence[TokenTable], chances: Sequence[Floats], model: ClaimModel
) -> list[Guess]:
    """As `guess_tree`, for some trees in one go."""
    heads = [np.nonzero(row >= LIKELY_HEAD)[0].tolist() for row in chances]
    rows = [
        atom_rows(*one, model.vocabulary)
        for one in zip(tables, chances, heads, strict=True)
        if one[-1]
    ]
    found = iter(split(model.tokens.probability(np.concatenate(rows)), rows) if rows else [])
    return [
        guess_of(table, row, mine, next(found) if mine else np.zeros(0, np.float32))
        for table, row, mine in zip(tables, chances, heads, strict=True)
    ]


def atom_rows(
    table: TokenTable, chances: Floats, heads: list[int], vocabulary: Vocabulary
) -> Floats:
    """(m heads times a atoms, features), head by head."""
    features = np.moveaxis(pair_features(table, vocabulary, chances, heads), -1, 0)
    return features[:, :, list(table.tree.atom_words)].reshape(len(features), -1).T


def guess_of(table: TokenTable, chances: Floats, heads: list[int], found: Floats) -> Guess:
    """Spread the chances of atoms (m heads times a) over their words."""
    tree = table.tree
    keep = np.zeros((len(heads), tree.size), np.float32)
    if heads:
        columns = found.reshape(len(heads), -1).T
        for column, words in zip(columns, tree.atom_words.values(), strict=True):
            keep[:, words] = column[:, None]
    return Guess(tree, chances, heads, keep, chained(tree, heads, keep))


def split(values: Floats, like: Sequence[Floats]) -> list[Floats]:
    """Cut a long row into pieces as long as those of `like`."""
    ends = np.cumsum([len(piece) for piece in like])
    return [values[end - len(p) : end] for end, p in zip(ends.tolist(), like, strict=True)]


def pick(
    tree: Tree, pool: Sequence[CandidateMask], scores: Floats, choice: Choice
) -> list[CandidateMask]:
    """Take the best that makes a sentence, then the next that is no variant of one taken, down to
    the least chance."""
    taken: list[CandidateMask] = []
    found: list[CandidateMask] = []
    for i in ranked(scores, choice.chance):
        if any(clashes(tree, pool[i], other, choice.overlap) for other in taken):
            continue
        full = whole(tree, with_subjects(tree, with_noun(tree, pool[i], pool, scores)))
        unsure = has_two_subjects(tree, full.head, full.mask)
        if unsure or is_sound(tree, full.head, full.mask):
            # what grammar cut away may be told by another head; nor is one of two subjects sure
            taken.append(full if full.mask < pool[i].mask else pool[i])
            found += [] if unsure else [full]
    return found


def with_subjects(tree: Tree, taken: CandidateMask) -> CandidateMask:
    """A plural verb keeps all of its subjects: "X and Y sing" is never "X sing"."""
    verbs = [taken.head, *tree.dependents(taken.head, *VERBAL_CHILDREN)]
    finite = [tree.morphs[verb] for verb in verbs if "VerbForm=Fin" in tree.morphs[verb]]
    if not any("Number=Plur" in morph for morph in finite):
        return taken
    lost = set(both_subjects(tree, taken.head, taken.mask))
    for subject in tree.dependents(taken.head, "nsubj", "nsubj:pass"):
        joined = [i for i in tree.dependents(subject, "conj") if not tree.is_clausal[i]]
        single = subject in taken.mask and "Number=Plur" not in tree.morphs[subject]
        if single and not taken.mask.intersection(joined):
            lost |= {word for other in joined for word in phrase(tree, other)}
            lost |= {cc for other in joined for cc in tree.dependents(other, "cc")}
    return replace(taken, mask=taken.mask | (lost & tree.words))


def whole(tree: Tree, taken: CandidateMask) -> CandidateMask:
    """The candidate with what grammar ties to its words."""
    mask = taken.mask | shared_year(tree, taken.head, taken.mask)
    return replace(taken, mask=made_whole(tree, taken.head, mask))


def ranked(scores: Floats, least: float) -> Iterator[int]:
    """Places of the scores above `least`, best first; ties in order."""
    for i in np.argsort(-scores, kind="stable").tolist():
        if scores[i] < least:
            return
        yield i


def clashes(tree: Tree, a: CandidateMask, b: CandidateMask, overlap: float) -> bool:
    """Whether two candidates are variants of one claim; a statement and its content are two."""
    shared = jaccard(a.mask, b.mask)
    if shared <= overlap and (a.head != b.head or shared <= SAME_HEAD):
        return False
    return shared > SAID_AND_CONTENT or not attributes(tree, a.mask, b.mask)


def attributes(tree: Tree, a: Mask, b: Mask) -> bool:
    """Whether one mask is the other with who says so."""
    more, less = (a, b) if len(a) > len(b) else (b, a)
    lexicon = clause_lexicon(tree.language)
    return less < more and any(
        (tree.lemmas[i] in lexicon.reporting and tree.pos[i] != "NOUN")
        or tree.forms[i].lower() in lexicon.attributing
        for i in more - less
    )
