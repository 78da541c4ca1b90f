"""Train the Italian parser; treebanks in, weights and scores out.

    python -m claims.nlp.training.parser --data DATA [--out DIR] [--cache DIR] [--epochs N] ...

DATA holds `treebank_it` and `treebank_romance`. All treebanks are learned together, then Italian
alone; the weights that ship lie between the two, where the development set likes them best.
The test set is only measured. Needs torch (not among the product's dependencies), one core and,
for the encoder's vectors, 2 GB of disk in the cache.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch

from claims.nlp.training.parser_examples import (
    Example,
    Inventory,
    examples_of,
    inventory_of,
)
from claims.nlp.training.parser_network import ParserNetwork, Shape
from claims.nlp.training.parser_scores import ParseScores, score
from claims.nlp.training.parser_storage import store
from claims.nlp.training.parser_training import Stage, mixed, parses_of, train_stage
from claims.nlp.training.parser_treebanks import TreeSentence, read_treebanks
from claims.nlp.training.parser_variants import variant_of

DEFAULT_OUT = Path(__file__).parents[1] / "weights" / "it_biaffine"
DEFAULT_CACHE = Path(tempfile.gettempdir()) / "vaglio-parser"
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)  # of the weights tuned on Italian alone


@dataclass(frozen=True, slots=True)
class Lessons:
    """Encoded sentences of each kind."""

    italian: list[Example]
    variants: list[Example]
    romance: list[Example]
    dev: list[Example]
    test: list[Example]


def main() -> None:
    """Train, choose, store, print the scores."""
    arguments = read_arguments()
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    random = Random(arguments.seed)  # noqa: S311 - repeatable, no secret
    banks = read_treebanks(arguments.data)
    variants = [variant_of(sentence, random) for sentence in banks.italian]
    inventory = inventory_of(banks.italian, banks.romance)
    named = (banks.italian, variants, banks.romance, banks.dev, banks.test)
    lessons = Lessons(*(examples_of(part, inventory, arguments.cache) for part in named))
    shape = Shape(layers=arguments.layers, width=arguments.width)
    joint = learn_all(arguments, lessons, inventory, shape, banks.dev, random)
    tuned = tune(arguments, lessons, inventory, joint, banks.dev, random)
    best = chosen(joint, tuned, lessons.dev, banks.dev, inventory)
    arguments.out.mkdir(parents=True, exist_ok=True)
    store(best, inventory, arguments.out / "parser.npz")
    print("test:", measured(best, lessons.test, banks.test, inventory))


def read_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--epochs", type=int, default=13, help="on all treebanks")
    parser.add_argument("--tuning-epochs", type=int, default=4, help="on Italian alone")
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--width", type=int, default=192, help="of the LSTM, a direction")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--joint", type=Path, help="a joint.pt to start the tuning from")
    return parser.parse_args()


def learn_all(
    arguments: argparse.Namespace,
    lessons: Lessons,
    inventory: Inventory,
    shape: Shape,
    dev: Sequence[TreeSentence],
    random: Random,
) -> ParserNetwork:
    """The first stage: every treebank, Italian once as it is and once in a variant."""
    network = ParserNetwork(inventory, shape)
    kept = arguments.cache / f"joint-{arguments.seed}.pt"
    if arguments.joint:
        network.load_state_dict(torch.load(arguments.joint, weights_only=True))
        return network

    def look(_epoch: int, average: ParserNetwork) -> None:
        torch.save(average.state_dict(), kept)
        print("  dev:", measured(average, lessons.dev, dev, inventory), flush=True)

    examples = lessons.italian + lessons.variants + lessons.romance
    return train_stage(network, examples, Stage(arguments.epochs, rate=2e-3), random, look)


def tune(
    arguments: argparse.Namespace,
    lessons: Lessons,
    inventory: Inventory,
    joint: ParserNetwork,
    dev: Sequence[TreeSentence],
    random: Random,
) -> ParserNetwork:
    """The second stage: Italian alone, slower."""
    network = mixed(joint, joint, 0.0)

    def look(_epoch: int, average: ParserNetwork) -> None:
        print("  dev:", measured(average, lessons.dev, dev, inventory), flush=True)

    examples = lessons.italian + lessons.variants
    stage = Stage(arguments.tuning_epochs, rate=7e-4, steady=0.0)
    return train_stage(network, examples, stage, random, look)


def chosen(
    joint: ParserNetwork,
    tuned: ParserNetwork,
    examples: Sequence[Example],
    dev: Sequence[TreeSentence],
    inventory: Inventory,
) -> ParserNetwork:
    """The mixture of both with the best labelled attachment on the development set."""
    found = []
    for share in SHARES:
        network = mixed(joint, tuned, share)
        scores = measured(network, examples, dev, inventory)
        print(f"{share:.2f} tuned:", scores, flush=True)
        found.append((scores.las, share, network))
    return max(found, key=lambda row: row[:2])[2]


def measured(
    network: ParserNetwork,
    examples: Sequence[Example],
    sentences: Sequence[TreeSentence],
    inventory: Inventory,
) -> ParseScores:
    """Scores on one set."""
    return score(sentences, parses_of(network, examples, inventory))


if __name__ == "__main__":
    main()
