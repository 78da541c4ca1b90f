"""Train the claim model: heads, tokens of a head, scorer of masks, chooser.

    OMP_NUM_THREADS=1 python -m claims.nlp.training.claims --data DIR --wikinews FILE
        [--out FILE] [--cache DIR]

DIR holds train/*.json and dev/*.json (see `gold`), FILE the Italian Wikinews articles that the
project labelled; the cache holds the layers of the five folds that `claim_layers`, run before,
tuned. Everything learned is learned from train and from what the project itself labelled
(`gold.taught_articles`); each later step learns from what the earlier ones say of articles that
they haven't seen (five folds by article). Prints cross-fitted scores on train alone, and scores on
dev; the first are the ones to trust. Needs torch.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.forest import Forest
from claims.nlp.parsing.tree import jaccard
from claims.nlp.splitting import candidate_features as of_candidates
from claims.nlp.splitting import claim_model
from claims.nlp.splitting import head_features as of_heads
from claims.nlp.splitting import pair_features as of_pairs
from claims.nlp.splitting.candidate_masks import candidate_masks
from claims.nlp.splitting.candidate_pool import pool_of
from claims.nlp.splitting.claim_layers import ClaimReading, claim_readings
from claims.nlp.splitting.claim_model import ClaimModel, split
from claims.nlp.splitting.mask_scorer import MaskScorer
from claims.nlp.splitting.vocabulary import Vocabulary
from claims.nlp.training.boosting import Recipe, grow_forest, grow_mean_forest
from claims.nlp.training.claim_examples import (
    FOLDS,
    Example,
    examples_of,
    folds_of,
    frequent_lemmas,
)
from claims.nlp.training.claim_folds import FoldReader
from claims.nlp.training.claim_scores import RIGHT, best_choices, f1_of, report, save_scores
from claims.nlp.training.claim_storage import DEFAULT_CACHE
from claims.nlp.training.gold import GoldTree, gold_trees, read_articles, taught_articles
from claims.nlp.training.mask_network import Course, arrays_of, mask_lesson, trained, wanted_of
from claims.nlp.training.token_examples import pair_rows

HEADS = Recipe(rounds=150, leaves=15)
TOKENS = Recipe(rounds=170, leaves=31, learning_rate=0.085)
CHOOSER = Recipe(
    rounds=260, leaves=24, learning_rate=0.05, smallest_leaf=30, l2=10, category_smoothing=30
)
STRICT = 0.9  # overlap that the chooser's strict view asks for
SMOOTH = 0.05  # how far around the bar its smooth view wavers

Floats = NDArray[np.float32]


def head_forest(examples: Sequence[Example]) -> Forest:
    """Learn which words head a claim."""
    labels = [float(i in e.heads) for e in examples for i in range(e.gold.tree.size)]
    rows = np.concatenate([example.features for example in examples])
    return grow_forest(rows, np.array(labels, np.float32), of_heads.CATEGORIES, HEADS)


def set_chances(examples: Sequence[Example], forest: Forest) -> None:
    """Say of every token how likely it heads a claim."""
    chances = claim_model.head_chances([example.features for example in examples], forest)
    for example, chance in zip(examples, chances, strict=True):
        example.chances = chance * example.table.word


def set_guesses(examples: Sequence[Example], model: ClaimModel) -> None:
    """Token probabilities and candidate masks."""
    for example in examples:
        example.guess = claim_model.guess_tree(example.table, example.chances, model)
        example.pool = candidate_masks(example.guess)


def learned_masks(
    examples: Sequence[Example], readings: Sequence[ClaimReading]
) -> dict[str, np.ndarray]:
    """The arrays of a scorer of masks that stands on the layers which gave these readings."""
    lessons = [
        mask_lesson(
            reading.seen,
            example.table.reading,
            pool_of(example.guess, example.pool),
            wanted_of(fits_of(example)),
        )
        for example, reading in zip(examples, readings, strict=True)
        if example.pool
    ]
    return arrays_of(trained(lessons, Course()))


def set_rows(examples: Sequence[Example], scorer: MaskScorer) -> None:
    """What the chooser reads of every candidate."""
    for e in examples:
        if e.pool:
            e.rows = claim_model.candidate_rows(e.guess, e.pool, e.table, e.gold.judged, scorer)


def set_rows_unseen(examples: Sequence[Example], reader: FoldReader) -> None:
    """`set_rows` for each fold by a scorer, and layers, that haven't learned from it."""
    for fold in range(FOLDS):
        pairs = [
            (example, reading)
            for example, reading in zip(examples, reader.seen_by(fold), strict=True)
            if example.fold != fold
        ]
        scorer = MaskScorer(learned_masks(*zip(*pairs, strict=True)))
        set_rows([example for example in examples if example.fold == fold], scorer)


def chooser_forest(examples: Sequence[Example]) -> Forest:
    """Learn which candidates match a labelled claim: the mean of a lax, a smooth and a strict view.

    A candidate just above the bar and one just below it differ by a word: what only asks on which
    side each lies learns the labels' chances; what asks for a margin learns what is whole.
    """
    used = [example for example in examples if example.pool]
    fits = np.concatenate([fits_of(example) for example in used])
    targets = [
        (fits >= RIGHT).astype(np.float32),
        1 / (1 + np.exp((RIGHT - fits) / SMOOTH)),
        (fits >= STRICT).astype(np.float32),
    ]
    rows = np.concatenate([example.rows for example in used])
    return grow_mean_forest(rows, targets, of_candidates.CATEGORIES, CHOOSER)


def fits_of(example: Example) -> Floats:
    """Each candidate's overlap with the labelled claim that it fits best."""
    claims = [claim.mask for claim in example.gold.claims]
    best = [max((jaccard(c.mask, mask) for mask in claims), default=0.0) for c in example.pool]
    return np.array(best, np.float32)


def set_scores(examples: Sequence[Example], forest: Forest) -> None:
    """Chances of all candidates."""
    used = [example for example in examples if example.pool]
    rows = [example.rows for example in used]
    if rows:
        for example, scores in zip(
            used, split(forest.probability(np.concatenate(rows)), rows), strict=True
        ):
            example.scores = scores


def cross_fit(examples: Sequence[Example], learn, apply) -> None:
    """Each fold is judged by what was learned from the others."""
    for fold in range(FOLDS):
        forest = learn([e for e in examples if e.fold != fold])
        apply([e for e in examples if e.fold == fold], forest)


def guessed_by_tokens(
    examples: Sequence[Example], dev: Sequence[Example], vocabulary: Vocabulary, heads: Forest
) -> Forest:
    """Learn which tokens belong to a head; every example gets guesses of what hasn't seen it."""
    vocabulary.growing = True
    parts = {f: pair_rows([e for e in examples if e.fold == f], vocabulary) for f in range(FOLDS)}
    vocabulary.growing = False

    def token_forest(folds: Iterable[int]) -> Forest:
        rows = [parts[fold] for fold in folds]
        features, labels = (np.concatenate(x) for x in zip(*rows, strict=True))
        return grow_forest(features, labels, of_pairs.CATEGORIES, TOKENS)

    def model_with(tokens: Forest) -> ClaimModel:
        return ClaimModel(vocabulary, heads, tokens, tokens, {})

    for fold in range(FOLDS):
        forest = token_forest(f for f in range(FOLDS) if f != fold)
        set_guesses([e for e in examples if e.fold == fold], model_with(forest))
    tokens = token_forest(range(FOLDS))
    set_guesses(dev, model_with(tokens))
    return tokens


def train(
    train_set: Sequence[GoldTree],
    own_set: Sequence[GoldTree],
    dev_set: Sequence[GoldTree],
    cache: Path,
) -> tuple[ClaimModel, dict[str, np.ndarray], dict[str, float]]:
    """Learn all forests and the scorer of masks; also F1s cross-fitted on train. Prints all scores.

    own_set: teaches and is never scored. cache: where `claim_layers` put the folds' layers.
    """
    vocabulary = Vocabulary()
    taught = [*train_set, *own_set]
    frequent_lemmas(taught, vocabulary)
    folds = folds_of(train_set) | folds_of(own_set)
    reader = FoldReader(taught, folds, cache)
    examples = examples_of(taught, folds, vocabulary, reader.unseen())
    judged = examples[: len(train_set)]
    vocabulary.growing = False
    dev = examples_of(dev_set, {}, vocabulary, claim_readings([gold.tree for gold in dev_set]))
    cross_fit(examples, head_forest, set_chances)
    heads = head_forest(examples)
    set_chances(dev, heads)
    tokens = guessed_by_tokens(examples, dev, vocabulary, heads)
    set_rows_unseen(examples, reader)
    masks = learned_masks(examples, claim_readings([gold.tree for gold in taught]))
    set_rows(dev, MaskScorer(masks))
    cross_fit(examples, chooser_forest, set_scores)
    chooser = chooser_forest(examples)
    set_scores(dev, chooser)
    choices = best_choices(judged)
    print(choices, flush=True)
    report("train", judged, choices)
    if dev:
        report("dev", dev, choices)
    model = ClaimModel(vocabulary, heads, tokens, chooser, choices)
    return model, masks, f1_of(judged, choices)


def save(model: ClaimModel, path: Path) -> None:
    """Write the weights file that `claim_model.claim_model` reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        vocabulary=np.array(model.vocabulary.dump()),
        **{
            f"choice_{language}": np.array([choice.chance, choice.overlap])
            for language, choice in model.choices.items()
        },
        **model.heads.arrays("heads"),
        **model.tokens.arrays("tokens"),
        **model.chooser.arrays("chooser"),
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--wikinews", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=claim_model.WEIGHTS)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    options = parser.parse_args()
    train_set, own_set, dev_set = (
        [tree for article in articles for tree in gold_trees(article) if tree.tree.words]
        for articles in (
            read_articles(options.data / "train"),
            taught_articles(options.wikinews),
            read_articles(options.data / "dev"),
        )
    )
    model, masks, cross_fitted = train(train_set, own_set, dev_set, options.cache)
    save(model, options.out)
    np.savez_compressed(options.out.with_name("masks.npz"), **masks)
    save_scores(cross_fitted, options.out)


if __name__ == "__main__":
    main()
