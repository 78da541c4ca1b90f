"""Train the Italian parser; treebanks in, weights and scores out.

    python -m claims.nlp.training.parser --data DATA [--out DIR] [--cache DIR] [--resume]

DATA holds `treebank_it` and `treebank_romance`. Each network of `parser_recipes` learns all
treebanks together, then Italian alone; the weights that ship lie between the two, where the
development set likes them best. The test set is only measured. Needs torch (not among the
product's dependencies), about 50 minutes of one free core and, for the encoder's vectors, 2 GB of
disk in the cache.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch

from claims.nlp.parsing.biaffine import TREEBANK, BiaffineParser
from claims.nlp.parsing.word_memory import word_vectors
from claims.nlp.scoring.parser_scores import ParseScores, score
from claims.nlp.scoring.parser_treebanks import Treebanks, TreeSentence, read_treebanks
from claims.nlp.training.parser_examples import Example, Inventory, examples_of, inventory_of
from claims.nlp.training.parser_network import ParserNetwork, Shape
from claims.nlp.training.parser_recipes import RECIPES, Recipe
from claims.nlp.training.parser_storage import store
from claims.nlp.training.parser_training import mixed, parses_of, train_stage
from claims.nlp.training.parser_variants import variant_of

DEFAULT_OUT = Path(__file__).parents[1] / "weights" / "it_biaffine"
DEFAULT_CACHE = Path(tempfile.gettempdir()) / "vaglio-parser"
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)  # of the weights tuned on Italian alone


@dataclass(frozen=True, slots=True)
class Lessons:
    """Encoded sentences of each kind, and the development set's own trees."""

    italian: list[Example]  # each sentence once as it is and once in a variant
    romance: list[Example]
    dev: list[Example]
    gold: list[TreeSentence]
    inventory: Inventory

    def scores(self, network: ParserNetwork) -> ParseScores:
        """How a network does on the development set."""
        return score(self.gold, parses_of(network, self.dev, self.inventory))


def main() -> None:
    """Train each network, store them together, print the scores."""
    arguments = read_arguments()
    torch.set_num_threads(1)
    banks = read_treebanks(arguments.data)
    inventory = inventory_of(banks.italian, banks.romance)
    networks = [
        network_of(recipe, banks, inventory, arguments.cache, arguments.resume)
        for recipe in RECIPES
    ]
    arguments.out.mkdir(parents=True, exist_ok=True)
    store(networks, inventory, arguments.out / "parser.npz")
    shipped = BiaffineParser(arguments.out / "parser.npz")
    for name, sentences in (("dev", banks.dev), ("test", banks.test)):
        print(f"shipped, {name}:", shipped_scores(shipped, sentences))


def read_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument(
        "--resume", action="store_true", help="tune the joint weights that the cache holds"
    )
    return parser.parse_args()


def network_of(
    recipe: Recipe, banks: Treebanks, inventory: Inventory, cache: Path, resume: bool
) -> ParserNetwork:
    """Both stages of one network, and the best mixture of their weights."""
    torch.manual_seed(recipe.seed)
    random = Random(recipe.seed)  # noqa: S311 - repeatable, no secret
    variants = [variant_of(sentence, random) for sentence in banks.italian]
    lessons = Lessons(
        examples_of(banks.italian, inventory, cache) + examples_of(variants, inventory, cache),
        examples_of(banks.romance, inventory, cache),
        examples_of(banks.dev, inventory, cache, style=TREEBANK),
        banks.dev,
        inventory,
    )
    joint = joint_network(recipe, lessons, cache, random, resume)
    tuned = train_stage(
        mixed(joint, joint, 0.0), lessons.italian, recipe.tuning, random, told(lessons)
    )
    return chosen(joint, tuned, lessons)


def joint_network(
    recipe: Recipe, lessons: Lessons, cache: Path, random: Random, resume: bool
) -> ParserNetwork:
    """The first stage; its weights are kept in the cache."""
    network = ParserNetwork(lessons.inventory, Shape())
    kept = cache / f"joint-{recipe.seed}.pt"
    if resume and kept.exists():
        network.load_state_dict(torch.load(kept, weights_only=True))
        return network
    examples = lessons.italian + lessons.romance
    average = train_stage(network, examples, recipe.joint, random, told(lessons))
    torch.save(average.state_dict(), kept)
    return average


def told(lessons: Lessons) -> Callable[[ParserNetwork], None]:
    """A look at the development set after each epoch."""
    return lambda network: print("  dev:", lessons.scores(network), flush=True)


def chosen(joint: ParserNetwork, tuned: ParserNetwork, lessons: Lessons) -> ParserNetwork:
    """The mixture of both with the best labelled attachment on the development set."""
    found = []
    for share in SHARES:
        network = mixed(joint, tuned, share)
        scores = lessons.scores(network)
        print(f"{share:.2f} tuned:", scores, flush=True)
        found.append((scores.las, share, network))
    return max(found, key=lambda row: row[:2])[2]


def shipped_scores(parser: BiaffineParser, sentences: Sequence[TreeSentence]) -> ParseScores:
    """Scores of the stored file as the product reads it."""
    words = [sentence.forms for sentence in sentences]
    spaces = [sentence.spaces for sentence in sentences]
    return score(sentences, parser.parse(words, word_vectors(words, spaces), spaces))


if __name__ == "__main__":
    main()
