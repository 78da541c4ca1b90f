"""The claims that rules find in a tree: which words head one, in what role, with which mask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.nlp.grammar.masks import apposition, clause, titled_name
from claims.nlp.parsing.tree import Mask, Tree

PERSON = frozenset({"PER", "PERSON"})
FEWEST_WORDS = 2
VERBLESS = 4  # words from which a sentence without a verb may state something
GERUND = 4
PARTICIPLE = 3


@dataclass(frozen=True, slots=True)
class RuleClaim:
    """`role` is the head's label in the tree, or "title"."""

    role: str
    head: int
    mask: Mask


def rule_claims(tree: Tree) -> list[RuleClaim]:
    """One claim a predicate, apposition, participle and title, in reading order of the heads."""
    found: dict[Mask, RuleClaim] = {}
    for claim in proposals(tree):
        if len(claim.mask) >= FEWEST_WORDS:
            found.setdefault(claim.mask, claim)
    return list(found.values())


def proposals(tree: Tree) -> Iterator[RuleClaim]:
    """As `rule_claims`, with repetitions."""
    for head in range(tree.size):
        label = tree.labels[head]
        if tree.pos[head] == "PUNCT":
            continue
        if heads_clause(tree, head):
            yield RuleClaim(label, head, clause(tree, head))
        elif label == "appos":
            yield RuleClaim(label, head, apposition(tree, head))
        elif has_title(tree, head):
            yield RuleClaim("title", head, titled_name(tree, head))
        elif is_english_title(tree, head):
            yield RuleClaim("title", head, titled_name(tree, tree.heads[head]))


def heads_clause(tree: Tree, head: int) -> bool:
    """Whether a word is the predicate of a claim."""
    label, governor = tree.labels[head], tree.heads[head]
    if label == "ROOT":
        return tree.is_verbal[head] or len(tree.words) >= VERBLESS
    if label == "acl":
        return len(tree.subtrees[head]) >= PARTICIPLE and tree.pos[head] == "VERB"
    if label == "advcl":
        gerund = "VerbForm=Ger" in tree.morphs[head] and len(tree.subtrees[head]) >= GERUND
        return gerund or (tree.is_verbal[head] and tree.is_finite[head])
    if not tree.is_verbal[head]:
        return False
    if label in ("conj", "parataxis", "ccomp", "acl:relcl"):
        main = tree.labels[governor] in ("ROOT", "conj", "acl:relcl")
        conjoined = label == "conj" and tree.is_clausal[governor] and main
        return tree.is_finite[head] or tree.has_subject[head] or conjoined
    return False


def has_title(tree: Tree, head: int) -> bool:
    """Italian: "il ministro Rossi": a person's name follows its noun at once."""
    return tree.pos[head] == "NOUN" and any(
        child == head + 1 and tree.pos[child] == "PROPN" and tree.entities[child] in PERSON
        for child in tree.dependents(head, "flat", "flat:name", "nmod", "compound")
    )


def is_english_title(tree: Tree, word: int) -> bool:
    """English: "Chief Executive Karen Hill": a noun that isn't the name stands before it."""
    name = tree.heads[word]
    return (
        tree.language == "en"
        and tree.labels[word] == "compound"
        and name > word
        and tree.pos[name] == "PROPN"
        and tree.entities[name] in PERSON
        and tree.entities[word] not in PERSON
    )
