"""What the chooser of antecedents learns from: pointing words with what labels or statements say.

No Italian article says what its pronouns mean, but each labelled claim has a statement that stands
alone: what it names in a pronoun's place is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from claims.nlp.naming.names import find_names
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.phrasing.context import Discourse
from claims.nlp.referring.anaphors import FORMS, Anaphor, Kind
from claims.nlp.referring.referents import MAIN_SUBJECT, SUBJECT, Referent
from claims.nlp.sentences import split_sentences
from claims.nlp.speech.quotes import find_quotes
from claims.nlp.splitting.datelines import after_dateline
from claims.nlp.training.alignment import heads_of_claims
from claims.nlp.training.gold import GoldTree, gold_trees
from claims.nlp.training.reference_labels import is_labelled, is_meant
from claims.nlp.training.text_measure import WORD
from claims.nlp.types import Entity, Quote, Sentence

SKIPPED = -1.0
HALF = 0.5

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
    """Parse an article and give each claim its head and statement, where it has statements."""
    text, language = article["text"], article["language"]
    sentences = split_sentences(text, language)
    names = find_names(text, language, sentences)
    stated = all("statement" in claim for claim in article["claims"])
    trees = [
        (gold.tree, told(gold, article) if stated else [])
        for gold in gold_trees(without_datelines(article))
        if gold.tree.words
    ]
    quotes = find_quotes(text, language, sentences, names)
    return Read(article["id"], language, text, names, list(quotes), trees)


def without_datelines(article: dict) -> dict:
    """The article with sentences that begin where the product lets them begin."""
    text = article["text"]
    begun = [
        one | {"start": after_dateline(text, Sentence(one["start"], one["end"]))}
        for one in article["sentences"]
    ]
    return article | {"sentences": begun}


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


def truth_at(
    article: str, tree: Tree, anaphor: Anaphor, referent: Referent, claims: Sequence[Told]
) -> float:
    """1 where a word means the referent, 0 where it doesn't, by its label or by the statements."""
    if is_labelled(article, tree, anaphor):
        return float(is_meant(article, tree, anaphor, referent))
    return truth_of(tree, anaphor, referent, claims)


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
        claims = claims_of[id(tree)]
        truths = [truth_at(article.name, tree, anaphor, one, claims) for one in referents]
        for truth, row in zip(truths, features, strict=True):
            if truth != SKIPPED:
                rows.features.append(row)
                rows.truth.append(truth)
        return np.array(truths, np.float32)

    discourse = Discourse(
        article.text, article.language, article.entities, choose, dict.fromkeys(FORMS, HALF)
    )
    for tree, _ in article.trees:
        discourse.enter(tree, article.quotes)
