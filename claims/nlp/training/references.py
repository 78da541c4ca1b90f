"""Train the chooser of antecedents: what a pronoun, a dropped subject, a bare noun means.

    OMP_NUM_THREADS=1 python -m claims.nlp.training.references --data DIR [--out FILE]

DIR holds train/*.json and dev/*.json (see `gold`). No article says what its pronouns mean, but
each labelled claim has a statement that stands alone: what it names in a pronoun's place is
right. Prints how often the chosen meaning is right, and text_f1 over train, all cross-fitted (gold
segments given).
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.grammar.statement import Statement
from claims.nlp.naming.names import find_names
from claims.nlp.parsing.forest import Forest
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.phrasing.context import Discourse
from claims.nlp.phrasing.wording import stand_alone_text
from claims.nlp.referring.anaphors import Anaphor, Kind
from claims.nlp.referring.reference_features import CATEGORIES
from claims.nlp.referring.reference_model import WEIGHTS, chooser_of
from claims.nlp.referring.referents import MAIN_SUBJECT, SUBJECT, Referent
from claims.nlp.sentences import split_sentences
from claims.nlp.speech.quotes import find_quotes
from claims.nlp.training.alignment import heads_of_claims
from claims.nlp.training.boosting import Recipe, grow_forest
from claims.nlp.training.gold import GoldTree, gold_trees, read_articles
from claims.nlp.training.text_measure import WORD, word_f1
from claims.nlp.types import Entity, Quote

FOLDS = 5
RECIPE = Recipe(rounds=160, leaves=12, learning_rate=0.05, smallest_leaf=12, l2=5, forests=3)
# how likely a meaning must be to count as sure; above 1 a kind is left alone
BOUNDS = {
    Kind.NULL: 0.6, Kind.NONFINITE: 0.65, Kind.SUBJECT: 0.5, Kind.PRONOUN: 0.55,
    Kind.POSSESSIVE: 0.6, Kind.CLITIC: 0.75, Kind.NOUN_SUBJECT: 0.6, Kind.NOUN: 2.0,
}  # fmt: skip
NEVER = dict.fromkeys(BOUNDS, 1.0)
SKIPPED = -1.0

Floats = NDArray[np.float32]


@dataclass(slots=True)
class Told:
    """One claim: its head and words in a tree, and the statement that stands alone."""

    head: int
    mask: frozenset[int]
    statement: str


@dataclass(slots=True)
class Read:
    """One article, read once: trees with their claims."""

    name: str
    language: str
    text: str
    entities: list[Entity]
    quotes: list[Quote]
    trees: list[tuple[Tree, list[Told]]]


@dataclass(slots=True)
class Rows:
    """Examples: features, truth (1, 0), kind of pointing word."""

    features: list[Floats] = field(default_factory=list)
    truth: list[float] = field(default_factory=list)


def read(article: dict) -> Read:
    """Parse an article and give each claim its head and statement."""
    text, language = article["text"], article["language"]
    sentences = split_sentences(text, language)
    names = find_names(text, language, sentences)
    trees = [(gold.tree, told(gold, article)) for gold in gold_trees(article) if gold.tree.words]
    quotes = find_quotes(text, language, sentences, names)
    return Read(article["id"], language, text, names, list(quotes), trees)


def told(gold: GoldTree, article: dict) -> list[Told]:
    """A sentence's claims with their statements."""
    statements = {
        tuple((s, e) for s, e in claim["segments"]): claim["statement"]
        for claim in article["claims"]
    }
    by_mask = {claim.mask: statements[claim.segments] for claim in gold.claims}
    return [Told(head, mask, by_mask[mask]) for head, mask in heads_of_claims(gold).items()]


def words_in(text: str) -> Counter[str]:
    """Lower-case words with how often they stand."""
    return Counter(word.lower() for word in WORD.findall(text))


def truth_of(tree: Tree, anaphor: Anaphor, referent: Referent, claims: Sequence[Told]) -> float:
    """1 where a claim's statement names the referent in the word's place, 0 where it doesn't.

    SKIPPED where no claim can tell.
    """
    said = SKIPPED
    for claim in claims:
        if not concerns(tree, anaphor, claim):
            continue
        own = words_in(" ".join(tree.forms[i] for i in claim.mask))
        new = new_words(tree, anaphor, referent, own)
        if not new:
            said = max(said, truth_inside(tree, anaphor, referent, claim))
            continue
        found = words_in(claim.statement) - own
        if not replaces_noun(tree, anaphor, referent, claim.statement):
            said = max(said, 0.0)
            continue
        last = referent.label == "PER" and found[new[-1]] > 0
        said = max(said, float(last or all(found[word] for word in new)))
    return said


def truth_inside(tree: Tree, anaphor: Anaphor, referent: Referent, claim: Told) -> float:
    """1 for the claim's own subject where the statement keeps the pronoun ("its")."""
    places = [place for place in referent.places if tree.spans[0][0] <= place.start]
    subject = any(place.role in (MAIN_SUBJECT, SUBJECT) for place in places)
    keeps = words_in(claim.statement)[tree.forms[anaphor.word].lower()] > 0
    pronoun = anaphor.kind in (Kind.POSSESSIVE, Kind.PRONOUN, Kind.CLITIC, Kind.SUBJECT)
    return 1.0 if pronoun and subject and keeps else SKIPPED


def replaces_noun(tree: Tree, anaphor: Anaphor, referent: Referent, statement: str) -> bool:
    """Where a name replaces a noun the statement has the noun no more."""
    form = tree.forms[anaphor.word].lower()
    words = [word.lower() for word in WORD.findall(statement)]
    return not (anaphor.kind >= Kind.NOUN_SUBJECT and referent.is_name and form in words)


def new_words(tree: Tree, anaphor: Anaphor, referent: Referent, own: Counter[str]) -> list[str]:
    """The words that the referent would bring into a claim."""
    if anaphor.kind >= Kind.NOUN_SUBJECT and not referent.is_name:
        brought = f"{referent.before} {referent.after}"
    else:
        brought = referent.text
    articles = {"il", "lo", "la", "l", "i", "gli", "le", "the", "di", "del", "della", "of", "a"}
    words = [word.lower() for word in WORD.findall(brought) if word.lower() not in articles]
    return words if any(not own[word] for word in words) else []


def concerns(tree: Tree, anaphor: Anaphor, claim: Told) -> bool:
    """Whether a claim tells what a word means."""
    if anaphor.kind not in (Kind.NULL, Kind.NONFINITE):
        return anaphor.word in claim.mask
    named = any(
        tree.labels[i] in SUBJECTS and tree.heads[i] in tree.paths[claim.head] for i in claim.mask
    )
    return anaphor.word == claim.head and not named


def collect(article: Read, rows: Rows) -> None:
    """Add an article's examples; the right meanings count as mentioned again."""
    claims_of = {id(tree): claims for tree, claims in article.trees}

    def choose(
        tree: Tree, anaphor: Anaphor, referents: Sequence[Referent], features: Floats
    ) -> Floats:
        truths = [truth_of(tree, anaphor, one, claims_of[id(tree)]) for one in referents]
        for truth, row in zip(truths, features, strict=True):
            if truth != SKIPPED:
                rows.features.append(row)
                rows.truth.append(truth)
        return np.array(truths, np.float32)

    discourse = Discourse(article.text, article.language, article.entities, choose, BOUNDS)
    for tree, _ in article.trees:
        discourse.enter(tree, article.quotes)


def fitted(rows: Sequence[Rows]) -> Forest:
    """Learn from the rows of several articles."""
    features = np.array([row for part in rows for row in part.features], np.float32)
    truth = np.array([one for part in rows for one in part.truth], np.float32)
    return grow_forest(features, truth, CATEGORIES, RECIPE)


def texts_of(article: Read, forest: Forest, bounds: dict[int, float]) -> list[tuple[str, str]]:
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


def report(articles: Sequence[Read], rows: dict[str, Rows]) -> None:
    """Print cross-fitted text_f1 with pointing words left alone, and resolved."""
    fold = folds_of(articles)
    forests = [
        fitted([part for name, part in rows.items() if fold[name] != one]) for one in range(FOLDS)
    ]
    for language in ("it", "en"):
        chosen = [article for article in articles if article.language == language]
        for title, bounds in (("left alone", NEVER), ("resolved", BOUNDS)):
            pairs = [p for a in chosen for p in texts_of(a, forests[fold[a.name]], bounds)]
            print(f"{language} {title:10} claims {len(pairs):5} text_f1 {mean_f1(pairs):.4f}")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    articles = [read(article) for article in read_articles(options.data / "train")]
    rows: dict[str, Rows] = {article.name: Rows() for article in articles}
    for article in articles:
        collect(article, rows[article.name])
    report(articles, rows)
    forest = fitted(list(rows.values()))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    bounds = json.dumps({int(kind): bound for kind, bound in BOUNDS.items()})
    np.savez_compressed(options.out, thresholds=np.array(bounds), **forest.arrays("references"))


if __name__ == "__main__":
    main()
