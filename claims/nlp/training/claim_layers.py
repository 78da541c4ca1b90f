"""Tune layers of the encoder on labelled claims; articles in, weights out.

    python -m claims.nlp.training.claim_layers --data DIR --wikinews FILE [--out FILE] [--cache DIR]

DIR holds train/*.json and dev/*.json (see `gold`), FILE the Italian Wikinews articles that the
project labelled; these, and the project's own articles, teach too (`gold.taught_articles`). Five
networks learn four fifths of the articles each and go into the cache, where `claims` asks them of
the last fifth; a sixth learns all and ships. Needs torch (not among the product's
dependencies) and half an hour of one free core. Run it again when a parser changes.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_

from claims.nlp.parsing.tree import Tree
from claims.nlp.parsing.tuned_layers import WEIGHTS
from claims.nlp.parsing.word_encoder import word_encoder
from claims.nlp.splitting.claim_layers import encoder_words, tree_relations
from claims.nlp.training.alignment import heads_of_claims
from claims.nlp.training.claim_examples import FOLDS, folds_of
from claims.nlp.training.claim_network import ClaimNetwork, Lesson
from claims.nlp.training.claim_storage import DEFAULT_CACHE, fold_file, save_layers
from claims.nlp.training.gold import GoldTree, gold_trees, read_articles, taught_articles

EPOCHS = 3
LESSONS_A_STEP = 16
MOST_PIECES = 200
LAYER_RATE, SCORER_RATE = 8e-5, 2e-3
WARM_UP, LEAST_SHARE = 100, 0.02
AVERAGE = 0.99
HEAD_WEIGHT = 2.0
LONGEST_GRADIENT = 2.0

bce = functional.binary_cross_entropy_with_logits


@dataclass(frozen=True)
class Inventory:
    """The tags and labels that get rows of their own."""

    tags: dict[str, int]
    labels: dict[str, int]


@dataclass(frozen=True)
class Labelled:
    """A tree with its lesson and the fold of its article, -1 for none."""

    tree: Tree
    lesson: Lesson
    fold: int


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--wikinews", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    options = parser.parse_args()
    torch.set_num_threads(1)
    train, own, dev = (
        [gold for article in articles for gold in gold_trees(article) if gold.tree.words]
        for articles in (
            read_articles(options.data / "train"),
            taught_articles(options.wikinews),
            read_articles(options.data / "dev"),
        )
    )
    inventory = inventory_of([*train, *own, *dev])
    taught = labelled(train, inventory) + labelled(own, inventory)
    for fold in range(FOLDS):
        network = tuned([one.lesson for one in taught if one.fold != fold], inventory)
        unseen = [one.lesson for one in taught if one.fold == fold]
        print(f"fold {fold}:", losses(network, unseen), flush=True)
        store(network, inventory, fold_file(options.cache, fold))
    network = tuned([one.lesson for one in taught], inventory)
    print("dev:", losses(network, [lesson_of(gold, inventory) for gold in dev]))
    store(network, inventory, options.out)


def inventory_of(golds: Sequence[GoldTree]) -> Inventory:
    """All that occur, in the order of the alphabet."""
    tags = sorted({tag for gold in golds for tag in gold.tree.pos})
    labels = sorted({label for gold in golds for label in gold.tree.labels})
    return Inventory(
        {tag: i for i, tag in enumerate(tags)}, {label: i for i, label in enumerate(labels)}
    )


def labelled(golds: Sequence[GoldTree], inventory: Inventory) -> list[Labelled]:
    """Lessons with the folds that `claims` makes."""
    folds = folds_of(golds)
    return [Labelled(g.tree, lesson_of(g, inventory), folds[g.article]) for g in golds]


def lesson_of(gold: GoldTree, inventory: Inventory) -> Lesson:
    """One labelled tree as tensors."""
    tree, claims = gold.tree, heads_of_claims(gold)
    (one,) = word_encoder().begin(*encoder_words([tree]))
    spread = np.zeros((tree.size, len(one.states)), np.float32)
    pieces = np.nonzero(one.owners >= 0)[0]
    spread[one.owners[pieces], pieces] = 1
    spread /= np.maximum(spread.sum(1, keepdims=True), 1)
    heads, masks = sorted(claims), np.zeros((len(claims), tree.size), np.float32)
    for row, head in enumerate(heads):
        masks[row, list(claims[head])] = 1
    return Lesson(
        lower=torch.tensor(one.states),
        spread=torch.tensor(spread),
        tags=torch.tensor([inventory.tags[tag] for tag in tree.pos]),
        labels=torch.tensor([inventory.labels[label] for label in tree.labels]),
        governors=torch.tensor(tree.heads),
        relations=torch.tensor(tree_relations(tree, np.arange(tree.size))),
        english=torch.full((tree.size, 1), float(tree.language == "en")),
        word=torch.tensor(tree.is_word),
        heads=torch.tensor(np.isin(np.arange(tree.size), heads).astype(np.float32)),
        claims=torch.tensor(masks),
        claim_heads=heads,
    )


def tuned(lessons: Sequence[Lesson], inventory: Inventory) -> ClaimNetwork:
    """The running average of a network's weights over all epochs."""
    torch.manual_seed(1)
    random = Random(1)  # noqa: S311 - repeatable, no secret
    network = ClaimNetwork(len(inventory.tags), len(inventory.labels))
    average = deepcopy(network).eval()
    optimiser = optimiser_of(network)
    used = [lesson for lesson in lessons if len(lesson.lower) < MOST_PIECES]
    planned, step = EPOCHS * (len(used) // LESSONS_A_STEP + 1), 0
    for _ in range(EPOCHS):
        for group in grouped(used, random):
            share = min(1, (step + 1) / WARM_UP) * max(LEAST_SHARE, 1 - step / planned)
            for settings in optimiser.param_groups:
                settings["lr"] = settings["base"] * share
            learn(network, optimiser, group)
            step += 1
            follow(average, network, min(AVERAGE, step / (step + 10)))
    return average


def optimiser_of(network: ClaimNetwork) -> torch.optim.AdamW:
    """Layers change slowly, scorers fast."""
    layers = list(network.e.parameters())
    scorers = [p for name, p in network.named_parameters() if not name.startswith("e.")]
    groups = [
        {"params": layers, "lr": LAYER_RATE, "base": LAYER_RATE},
        {"params": scorers, "lr": SCORER_RATE, "base": SCORER_RATE},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))


def grouped(lessons: Sequence[Lesson], random: Random) -> list[list[Lesson]]:
    """Shuffled groups of sentences of like length."""
    keyed = [(len(one.lower) + 8 * random.random(), i) for i, one in enumerate(lessons)]
    order = [lessons[i] for _, i in sorted(keyed)]
    groups = [order[i : i + LESSONS_A_STEP] for i in range(0, len(order), LESSONS_A_STEP)]
    random.shuffle(groups)
    return groups


def learn(network: ClaimNetwork, optimiser: torch.optim.Optimizer, group: Sequence[Lesson]) -> None:
    """One step: mean log loss of words (twice) and of pairs."""
    network.train()
    of_words, words, of_pairs, pairs = torch.zeros(()), 0, torch.zeros(()), 1
    for lesson, seen in zip(group, network(group), strict=True):
        odds = network.head(seen)[:, 0][lesson.word]
        of_words = of_words + bce(odds, lesson.heads[lesson.word], reduction="sum")
        words += len(odds)
        if lesson.claim_heads:
            found = network.pairs(lesson, seen, lesson.claim_heads)[:, lesson.word]
            of_pairs = of_pairs + bce(found, lesson.claims[:, lesson.word], reduction="sum")
            pairs += found.numel()
    optimiser.zero_grad()
    (HEAD_WEIGHT * of_words / words + of_pairs / pairs).backward()
    clip_grad_norm_(network.parameters(), LONGEST_GRADIENT)
    optimiser.step()


@torch.no_grad()
def follow(average: ClaimNetwork, network: ClaimNetwork, kept: float) -> None:
    """Draw the average towards the weights."""
    torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - kept)


@torch.no_grad()
def losses(network: ClaimNetwork, lessons: Sequence[Lesson]) -> str:
    """Mean log loss of words and of pairs, language by language."""
    sums = {True: np.zeros(4), False: np.zeros(4)}
    for lesson in lessons:
        (seen,) = network([lesson])
        odds, found = network.head(seen)[:, 0], sums[bool(lesson.english[0])]
        found += [float(bce(odds, lesson.heads, reduction="sum")), len(odds), 0, 0]
        if lesson.claim_heads:
            pairs = network.pairs(lesson, seen, lesson.claim_heads)
            loss = float(bce(pairs, lesson.claims, reduction="sum"))
            found += [0, 0, loss, pairs.numel()]
    rows = {"it": sums[False], "en": sums[True]}
    return " ".join(
        f"{code} {row[0] / max(1, row[1]):.3f} {row[2] / max(1, row[3]):.3f}"
        for code, row in rows.items()
    )


def store(network: ClaimNetwork, inventory: Inventory, path: Path) -> None:
    """Write the file that `parsing.tuned_layers` and `splitting.claim_layers` read."""
    save_layers(arrays_of(network), [*inventory.tags], [*inventory.labels], path)


def arrays_of(network: ClaimNetwork) -> dict[str, np.ndarray]:
    """The network's weights by their names."""
    return {name: value.float().numpy() for name, value in network.state_dict().items()}


if __name__ == "__main__":
    main()
