"""Train the chooser of antecedents: what a pronoun, a dropped subject, a bare noun means.

    OMP_NUM_THREADS=1 python -m claims.nlp.training.references --data DIR [--out FILE]

DIR holds train/*.json (see `gold`). Prints how many pronouns labelled by hand are told, how many
of these rightly, and text_f1 over train, all cross-fitted (gold segments given).
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.forest import Forest
from claims.nlp.phrasing.context import Discourse
from claims.nlp.phrasing.wording import stand_alone_text
from claims.nlp.referring.reference_features import CATEGORIES
from claims.nlp.referring.reference_model import WEIGHTS, chooser_of
from claims.nlp.training.boosting import Recipe, grow_forest
from claims.nlp.training.gold import own_articles, read_articles
from claims.nlp.training.reference_examples import SKIPPED, Read, Rows, collect, read, truth_at
from claims.nlp.training.reference_labels import is_labelled, reference_labels
from claims.nlp.training.text_measure import word_f1

FOLDS = 5
RECIPE = Recipe(rounds=160, leaves=12, learning_rate=0.05, smallest_leaf=12, l2=5, forests=3)
# how likely a meaning must be to count as sure; above 1 a form is left alone
BOUNDS = {
    "NULL": 0.6, "NONFINITE": 0.65, "CLITIC": 0.65, "NOUN_SUBJECT": 0.6, "NOUN": 2.0,
    "SUBJECT ONE": 0.5, "SUBJECT THING": 0.85, "SUBJECT SEVERAL": 0.6,
    "PRONOUN ONE": 0.5, "PRONOUN THING": 2.0, "PRONOUN SEVERAL": 2.0,
    "POSSESSIVE ONE": 0.6, "POSSESSIVE THING": 0.7, "POSSESSIVE SEVERAL": 2.0,
}  # fmt: skip
NEVER = dict.fromkeys(BOUNDS, 1.0)


def fitted(rows: Sequence[Rows]) -> Forest:
    """Learn from the rows of several articles."""
    features = np.array([row for part in rows for row in part.features], np.float32)
    truth = np.array([one for part in rows for one in part.truth], np.float32)
    return grow_forest(features, truth, CATEGORIES, RECIPE)


def texts_of(article: Read, forest: Forest, bounds: dict[str, float]) -> list[tuple[str, str]]:
    """(our text, the statement) of each claim of an article."""
    discourse = Discourse(
        article.text, article.language, article.entities, chooser_of(forest), bounds
    )
    found = []
    for tree, claims in article.trees:
        discourse.enter(tree, article.quotes)
        people = discourse.named_words(tree)
        for claim in claims:
            statement = Statement(tree, claim.head, claim.mask)
            meanings = discourse.meanings(statement)
            text = stand_alone_text(statement, meanings.words, meanings.subject, people)
            found.append((text, claim.statement))
    return found


def mean_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean of word_f1."""
    return sum(word_f1(text, statement) for text, statement in pairs) / max(1, len(pairs))


def folds_of(articles: Sequence[Read]) -> dict[str, int]:
    """A fold for each article, shuffled with a fixed seed."""
    names = sorted(article.name for article in articles)
    random.Random(7).shuffle(names)  # noqa: S311 - repeatable on purpose
    return {name: i % FOLDS for i, name in enumerate(names)}


def count_told(article: Read, forest: Forest, counts: Counter[tuple[str, str]]) -> None:
    """Count pointing words by language and form: labelled ones in all, told, told rightly.

    Where no label says what a word means but a statement does, it counts when it is told.
    """
    discourse = Discourse(
        article.text, article.language, article.entities, chooser_of(forest), BOUNDS
    )
    for tree, claims in article.trees:
        discourse.enter(tree, article.quotes)
        for one in discourse.references.here:
            kind = f"{article.language} {one.anaphor.form}"
            counts[kind, "labelled"] += is_labelled(article.name, tree, one.anaphor)
            if one.meant is None:
                continue
            truth = truth_at(article.name, tree, one.anaphor, one.meant, claims)
            counts[kind, "told"] += truth != SKIPPED
            counts[kind, "right"] += truth == 1.0


def report(articles: Sequence[Read], rows: dict[str, Rows]) -> None:
    """Print what is told of labelled pronouns, and text_f1 left alone and resolved."""
    fold = folds_of(articles)
    forests = [
        fitted([part for name, part in rows.items() if fold[name] != one]) for one in range(FOLDS)
    ]
    counts: Counter[tuple[str, str]] = Counter()
    for article in articles:
        count_told(article, forests[fold[article.name]], counts)
    for kind in sorted({kind for kind, _ in counts}):
        labelled, told, right = (counts[kind, name] for name in ("labelled", "told", "right"))
        print(f"{kind:22} labelled {labelled:4} told {told:4} right {right / max(1, told):.3f}")
    stated = [article for article in articles if any(claims for _, claims in article.trees)]
    for language in ("it", "en"):
        chosen = [article for article in stated if article.language == language]
        for title, bounds in (("left alone", NEVER), ("resolved", BOUNDS)):
            pairs = [p for a in chosen for p in texts_of(a, forests[fold[a.name]], bounds)]
            print(f"{language} {title:10} claims {len(pairs):5} text_f1 {mean_f1(pairs):.4f}")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    own = [article for article in own_articles() if article["id"] in reference_labels()]
    articles = [read(article) for article in [*read_articles(options.data / "train"), *own]]
    rows: dict[str, Rows] = {article.name: Rows() for article in articles}
    for article in articles:
        collect(article, rows[article.name])
    report(articles, rows)
    forest = fitted(list(rows.values()))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    bounds = np.array(json.dumps(BOUNDS))
    np.savez_compressed(options.out, thresholds=bounds, **forest.arrays("references"))


if __name__ == "__main__":
    main()
