"""Features that tell whether a token belongs to the claim of a head.

For a head and a token the tree has one lowest common governor, the "top". The branch is the part
of the path that leads from the top down to the token, the stem the part down to the head.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.nlp.grammar.masks import apposition, body, clause, phrase
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.splitting.soft_tree import attachment_columns
from claims.nlp.splitting.token_table import Floats, Ints, TokenTable, running, stack
from claims.nlp.splitting.vocabulary import Vocabulary

PATH_LABELS = (
    "acl:relcl", "acl", "appos", "conj", "advcl", "ccomp", "xcomp", "parataxis", "nmod", "obl",
    "cc", "mark", "case", "det", "flat", "flat:name", "compound", "amod", "advmod", "aux", "cop",
    "nsubj", "nsubj:pass", "obj", "nummod", "punct", "csubj",
)  # fmt: skip
CATEGORIES = tuple(range(19))
NEAR = 2  # tokens on each side whose membership in the rules' mask counts as context


@dataclass(frozen=True, slots=True)
class Paths:
    """For m heads and n tokens, (m, n) each: the top, and the first words of branch and stem.

    branch2 is the second word of the branch; where a path is too short its last word stands.
    """

    top: Ints
    branch: Ints
    branch2: Ints
    stem: Ints
    up: Ints
    down: Ints


def paths_between(tree: Tree, heads: list[int]) -> Paths:
    """Paths from each head to each token."""
    depth = np.array(tree.depths, np.int32)
    deepest = int(depth.max()) + 1
    line = np.empty((tree.size, deepest), np.int32)  # ancestor of a token at each depth
    for i, path in enumerate(tree.paths):
        line[i, : len(path)] = path[::-1]
        line[i, len(path) :] = i
    mine, theirs = line[heads][:, None, :], line[None, :, :]
    levels = np.arange(deepest)
    real = (levels <= depth[heads][:, None, None]) & (levels <= depth[None, :, None])
    shared = ((mine == theirs) & real).cumprod(-1).sum(-1).astype(np.int32) - 1  # depth of the top
    tokens = np.arange(tree.size)[None, :]
    rows = np.array(heads)[:, None]
    clip = deepest - 1
    return Paths(
        top=line[tokens, shared],
        branch=line[tokens, np.minimum(shared + 1, clip)],
        branch2=line[tokens, np.minimum(shared + 2, clip)],
        stem=line[rows, np.minimum(shared + 1, clip)],
        up=depth[None, :] - shared,
        down=depth[heads][:, None] - shared,
    )


def rule_masks(tree: Tree, head: int) -> list[frozenset[int]]:
    """The masks that rules propose for a head: clause, apposition, phrase, subtree, bare body."""
    words = tree.words
    whole = apposition(tree, head)
    own = whole if tree.labels[head] in ("acl", "acl:relcl") else frozenset(body(tree, head))
    return [
        clause(tree, head),
        whole,
        frozenset(phrase(tree, head)) & words,
        tree.subtrees[head] & words,
        own & words,
    ]


def pair_features(
    table: TokenTable, vocabulary: Vocabulary, chances: Floats, heads: list[int]
) -> Floats:
    """(m heads, n tokens, features). chances: (n,) probability that each token heads a claim."""
    tree = table.tree
    paths = paths_between(tree, heads)
    masks = np.zeros((5, len(heads), tree.size), np.int32)
    for row, head in enumerate(heads):
        for kind, mask in enumerate(rule_masks(tree, head)):
            masks[kind, row, list(mask)] = 1
    columns = category_columns(table, vocabulary, paths, heads)
    columns += head_columns(table, chances, heads)
    columns += path_columns(table, chances, paths, heads)
    columns += mask_columns(table, paths, masks, heads)
    columns += token_columns(table, paths)
    columns += attachment_columns(table, heads, paths.branch, paths.up, tree.below[heads])
    columns += reading_columns(table, heads)
    return stack(columns)


def reading_columns(table: TokenTable, heads: list[int]) -> list[NDArray[np.generic]]:
    """What the tuned layers say of the token, of its atom and of all below it, for each head.

    And whether they take the token for a head itself.
    """
    tree, odds = table.tree, table.reading.pairs(heads)
    of_atoms = odds.copy()
    for words in tree.atom_words.values():
        of_atoms[:, words] = odds[:, words].mean(1, keepdims=True)
    below = odds @ tree.below.T / table.size
    return [odds, of_atoms, below, table.reading.heads[None]]


def category_columns(
    table: TokenTable, vocabulary: Vocabulary, paths: Paths, heads: list[int]
) -> list[NDArray[np.generic]]:
    """Tags, labels and lemmas of head, token and path: the columns of CATEGORIES."""
    at = np.array(heads)[:, None]
    governor = table.head[at]
    off_path = paths.up == 0
    shapes = [vocabulary.number("shape", f"{up}{down}") for up in range(4) for down in range(4)]
    shape = np.array(shapes)[4 * np.minimum(paths.up, 3) + np.minimum(paths.down, 3)]
    return [
        np.array([[table.language]]),
        table.pos[at],
        table.label[at],
        table.pos[governor],
        table.label[governor],
        table.lemma[at],
        table.pos[None],
        table.label[None],
        table.pos[table.head][None],
        table.label[table.head][None],
        np.where(off_path, 0, table.label[paths.branch]),
        np.where(off_path, 0, table.pos[paths.branch]),
        np.where(paths.up > 1, table.label[paths.branch2], 0),
        np.where(paths.down > 0, table.label[paths.stem], 0),
        np.where(paths.down > 0, table.pos[paths.stem], 0),
        table.lemma[None],
        table.lemma[paths.branch],
        shape,
        table.pos[paths.top],
    ]


def head_columns(table: TokenTable, chances: Floats, heads: list[int]) -> list[NDArray[np.generic]]:
    """What the head is, the same for all its tokens."""
    at = np.array(heads)[:, None]
    governor = table.head[at]
    size = table.tree.size
    return [
        table.verb_form[at],
        table.lemma_class[at],
        table.lemma_class[governor],
        table.has_subject[at],
        table.clausal[at],
        table.clausal[governor],
        table.size[at],
        table.depth[at],
        np.full_like(at, size),
        table.quoted[at],
        at / size,
        chances[at],
    ]


def path_columns(
    table: TokenTable, chances: Floats, paths: Paths, heads: list[int]
) -> list[NDArray[np.generic]]:
    """What lies between head and token, in the tree and in the sentence."""
    tree = table.tree
    at, tokens = np.array(heads)[:, None], np.arange(tree.size)[None, :]
    low, high = np.minimum(at, tokens), np.maximum(at, tokens)
    between: list[NDArray[np.generic]] = []
    for marks in (",", "()—–-", ";:"):
        sums = running([form in marks for form in tree.forms])
        between.append(sums[high] - sums[low])
    for values in (1 - table.word, table.verbal, (chances > 0.5).astype(np.int32)):
        sums = running(values)
        between.append(sums[high] - sums[low])
    return [
        paths.up,
        paths.down,
        paths.top == at,
        paths.top == table.head[at],
        tokens - at,
        np.abs(tokens - at),
        *between,
        *branch_counts(table, paths),
        best_on_branch(table, chances, paths),
        np.where(paths.up > 0, chances[paths.branch], 0),
        np.where(paths.down > 0, chances[paths.stem], chances[at]),
    ]


def branch_counts(table: TokenTable, paths: Paths) -> list[NDArray[np.generic]]:
    """How often each label stands on the branch, and whether a clause is conjoined there."""
    tree = table.tree
    kinds = len(PATH_LABELS)
    counts = np.zeros((tree.size, kinds + 1), np.int16)
    index = {label: i for i, label in enumerate(PATH_LABELS)}
    for word in sorted(range(tree.size), key=tree.depths.__getitem__):
        if tree.heads[word] != word:
            counts[word] = counts[tree.heads[word]]
        if tree.labels[word] in index:
            counts[word, index[tree.labels[word]]] += 1
        if tree.labels[word] == "conj" and tree.is_clausal[word]:
            counts[word, kinds] += 1
    found = counts[None, :, :] - counts[paths.top]
    return [found[:, :, i] for i in range(kinds)] + [found[:, :, kinds] > 0]


def best_on_branch(table: TokenTable, chances: Floats, paths: Paths) -> Floats:
    """The highest chance of a head on the branch; 0 where there is none."""
    best = np.zeros(paths.top.shape, np.float32)
    node: Ints = np.broadcast_to(np.arange(table.tree.size, dtype=np.int32), paths.top.shape)
    for step in range(int(paths.up.max())):
        best = np.where(step < paths.up, np.maximum(best, chances[node]), best)
        node = table.head[node]
    return best


def mask_columns(
    table: TokenTable, paths: Paths, masks: NDArray[np.int32], heads: list[int]
) -> list[NDArray[np.generic]]:
    """Where the rules' masks say yes: at the token, at its branch, around it."""
    tree, size = table.tree, table.tree.size
    rows = np.arange(len(heads))[:, None]
    sums = np.concatenate([np.zeros((len(heads), 1), np.int32), masks[0].cumsum(1)], axis=1)
    tokens = np.arange(size)
    near = sums[:, np.minimum(tokens + NEAR + 1, size)] - sums[:, np.maximum(tokens - NEAR, 0)]
    shared = np.zeros((len(heads), size), np.int32)
    for row, head in enumerate(heads):
        for child in tree.children[tree.heads[head]]:
            if tree.labels[child] in SUBJECTS and tree.heads[head] != head:
                shared[row, list(tree.subtrees[child])] = 1
    return [*masks, shared, masks[0][rows, paths.branch], near]


def token_columns(table: TokenTable, paths: Paths) -> list[NDArray[np.generic]]:
    """What the token is, and the constituent it belongs to."""
    size = table.tree.size
    tokens = np.arange(size)[None, :]
    branch = paths.branch
    return [
        table.size[branch],
        tokens - table.first[branch],
        table.last[branch] - tokens,
        table.quoted[None],
        table.quoted[branch],
        table.lemma_class[None],
        table.lemma_class[branch],
        table.verb_form[None],
        table.verb_form[branch],
        table.clausal[branch],
        table.has_subject[branch],
        tokens / size,
        table.named[None],
        table.comma_before[None],
        table.comma_opens[branch],
    ]
