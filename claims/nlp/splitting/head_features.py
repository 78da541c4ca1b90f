"""Features that tell whether a word heads a claim."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claims.nlp.grammar.rule_claims import rule_claims
from claims.nlp.parsing.tree import Tree
from claims.nlp.splitting.soft_tree import own_arcs
from claims.nlp.splitting.token_table import Floats, TokenTable, running, stack
from claims.nlp.splitting.vocabulary import Vocabulary

CHILD_LABELS = (
    "obj", "obl", "ccomp", "xcomp", "advcl", "cop", "aux", "aux:pass", "conj", "case", "det",
    "appos", "flat:name", "flat", "nmod", "acl", "acl:relcl", "nummod", "cc", "parataxis",
)  # fmt: skip
NO_DEPENDENT = -9.0  # log odds of what isn't there
CATEGORIES = tuple(range(13))  # columns that hold category numbers


def head_features(table: TokenTable, vocabulary: Vocabulary) -> Floats:
    """(n tokens, features)."""
    tree, head = table.tree, table.head
    grand = head[head]
    after, before = shifted(table.pos, 1), shifted(table.pos, -1)
    columns: list[NDArray[np.generic]] = [
        np.full(tree.size, table.language),
        table.pos,
        table.label,
        table.pos[head],
        table.label[head],
        table.lemma,
        table.lemma[head],
        after,
        before,
        table.label[grand],
        first_child_labels(table),
        shifted(table.lemma, 1),
        rule_roles(tree, vocabulary),
    ]
    columns += shape_columns(table) + content_columns(table) + child_columns(tree)
    own = own_arcs(table)
    columns += [own, own[head]]
    return stack([*columns, *reading_columns(table)])


def reading_columns(table: TokenTable) -> list[NDArray[np.generic]]:
    """What the tuned layers say of the word, its governor and the likeliest of its dependents."""
    odds, head = table.reading.heads, table.head
    likeliest = np.full(table.tree.size, NO_DEPENDENT, np.float32)
    below = np.nonzero(head != np.arange(table.tree.size))[0]
    np.maximum.at(likeliest, head[below], odds[below])
    return [odds, odds[head], likeliest]


def shape_columns(table: TokenTable) -> list[NDArray[np.generic]]:
    """Where the word stands in tree and sentence, and what its governor is."""
    head, size = table.head, table.tree.size
    place = np.arange(size)
    return [
        table.verb_form,
        table.verb_form[head],
        table.lemma_class,
        table.lemma_class[head],
        table.has_subject,
        table.clausal,
        table.clausal[head],
        table.size,
        table.depth,
        place / size,
        np.full(size, size),
        np.bincount(head[head != place], minlength=size),
        table.quoted,
        table.quoted[head],
        place - head,
        table.first - place,
        table.last - place,
        table.mark_opens,
    ]


def content_columns(table: TokenTable) -> list[NDArray[np.generic]]:
    """Names, numbers and moods at and below the word."""
    tree, head = table.tree, table.head
    numbers, names = below(table, table.numeric), below(table, table.proper)
    question = tree.forms[-1] == "?"
    return [
        table.proper,
        table.person,
        table.place,
        table.person[head],
        table.named,
        shifted(table.named, 1),
        numbers > 0,
        names,
        np.array([tree.is_finite[i] and table.verb_form[i] != 1 for i in range(tree.size)]),
        np.full(tree.size, question),
        np.array([form[:1].isupper() for form in tree.forms]),
        np.array([has_nominal_subject(tree, i) for i in range(tree.size)]),
        np.array([is_conditional(tree, i) for i in range(tree.size)]),
        np.array([tree.has(i, "mark") for i in range(tree.size)]),
    ]


def below(table: TokenTable, values: NDArray[np.int32]) -> NDArray[np.int32]:
    """Sum of a 0/1 column over each subtree's stretch of the sentence."""
    sums = running(values)
    return sums[table.last + 1] - sums[table.first]


def child_columns(tree: Tree) -> list[NDArray[np.generic]]:
    """Which labels the children have."""
    found = [{tree.labels[child] for child in children} for children in tree.children]
    return [np.array([label in labels for labels in found]) for label in CHILD_LABELS]


def shifted(values: NDArray[np.int32], by: int) -> NDArray[np.int32]:
    """The value of the next (1) or the previous (-1) token; 0 beyond the ends."""
    out = np.zeros_like(values)
    if by > 0:
        out[:-1] = values[1:]
    else:
        out[1:] = values[:-1]
    return out


def first_child_labels(table: TokenTable) -> NDArray[np.int32]:
    """Label of each word's first child; 0 for none."""
    labels = [table.label[children[0]] if children else 0 for children in table.tree.children]
    return np.array(labels, np.int32)


def rule_roles(tree: Tree, vocabulary: Vocabulary) -> NDArray[np.int32]:
    """In which role the rules think that a word heads a claim."""
    roles = {claim.head: claim.role for claim in rule_claims(tree)}
    return np.array([vocabulary.number("role", roles.get(i, "-")) for i in range(tree.size)])


def has_nominal_subject(tree: Tree, word: int) -> bool:
    """Whether a name or noun is the subject."""
    subjects = tree.dependents(word, "nsubj", "nsubj:pass")
    return any(tree.pos[child] in ("PROPN", "NOUN") for child in subjects)


def is_conditional(tree: Tree, word: int) -> bool:
    """The Italian conditional, often hearsay."""
    return any("Mood=Cnd" in tree.morphs[i] for i in (word, *tree.children[word]))
