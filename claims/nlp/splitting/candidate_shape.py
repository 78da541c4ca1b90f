"""More features of a candidate mask: marks, edges, lists, rivals of its own head, subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.splitting.candidate_pool import Pool
from claims.nlp.splitting.soft_tree import cuts
from claims.nlp.splitting.token_table import Ints, TokenTable

MARKS = {
    ",": 1, ";": 2, ":": 3, ".": 4, "(": 5, ")": 5, "[": 5, "]": 5, "-": 6, "—": 6, "–": 6,
    '"': 7, "“": 7, "”": 7, "«": 7, "»": 7, "„": 7, "‘": 7, "’": 7, "'": 7,
}  # fmt: skip
OTHER_MARK, NOTHING = 8, 9
SPANNED = (1, 2, 3, 5, 6, 7)  # kinds of marks that are counted where a mask runs over them
SURE, POSSIBLE = 0.5, 0.25
ALIKE = 0.8

Columns = list[NDArray[np.generic]]


def shape_columns(pool: Pool, table: TokenTable) -> Columns:
    """All columns of this file, (k,) each."""
    before, after = neighbours(table)
    return [
        *mark_columns(pool, table, before, after),
        *list_columns(pool, table),
        *edge_odds(pool, before, after),
        *gap_columns(pool, table),
        *standing_columns(pool, table),
        *subject_columns(pool, table),
        *speech_columns(pool, table),
        *cuts(pool.inside, pool.heads, table),
    ]


def neighbours(table: TokenTable) -> tuple[Ints, Ints]:
    """The nearest word before (-1: none) and after (n: none) each token."""
    size = table.tree.size
    place = np.arange(size)
    before = np.maximum.accumulate(np.where(table.word > 0, place, -1))
    after = np.minimum.accumulate(np.where(table.word > 0, place, size)[::-1])[::-1]
    return (
        np.concatenate([[-1], before[:-1]]).astype(np.int32),
        np.concatenate([after[1:], [size]]).astype(np.int32),
    )


def padded(values: NDArray[Any], fill: float) -> NDArray[Any]:
    """One more column, which index n and index -1 both read."""
    edge = np.full((*values.shape[:-1], 1), fill, values.dtype)
    return np.concatenate([values, edge], axis=-1)


def mark_columns(pool: Pool, table: TokenTable, before: Ints, after: Ints) -> Columns:
    """Marks that the mask runs over, by kind; marks and words beyond both ends."""
    forms, word = table.tree.forms, table.word
    kinds = np.array(
        [0 if is_word else MARKS.get(f, OTHER_MARK) for f, is_word in zip(forms, word, strict=True)]
    )
    inside = padded(pool.inside, 0)
    run_over = inside[:, before] * inside[:, after]
    beyond = padded(kinds, NOTHING)
    pos, label = padded(table.pos, 0), padded(table.label, 0)
    left, right = before[pool.first], after[pool.last]
    return [
        *(run_over[:, kinds == kind].sum(1) for kind in SPANNED),
        beyond[pool.first - 1],
        beyond[pool.last + 1],
        pos[left],
        label[left],
        pos[right],
        label[right],
    ]


def list_columns(pool: Pool, table: TokenTable) -> Columns:
    """Lists that are torn or whole, and other claims' heads and verbs in the mask."""
    tree, inside = table.tree, pool.inside
    torn, whole, lost = (np.zeros(len(inside), np.float32) for _ in range(3))
    for group in word_lists(tree):
        count = inside[:, group].sum(1)
        torn += (count > 0) & (count < len(group))
        whole += count == len(group)
        lost += np.where(count > 0, len(group) - count, 0)
    others = inside * pool.guess.chances
    others[np.arange(len(inside)), pool.heads] = 0
    finite = np.array(tree.is_finite) & (table.verb_form == 1)
    return [
        torn,
        whole,
        lost,
        others.max(1),
        (others > SURE).sum(1),
        (others > POSSIBLE).sum(1),
        inside @ finite.astype(np.float32),
        inside @ table.verbal.astype(np.float32),
    ]


def word_lists(tree: Tree) -> list[list[int]]:
    """Conjoined words, each list with its first; conjoined clauses are no list."""
    found = []
    for head, children in enumerate(tree.children):
        joined = [c for c in children if tree.labels[c] == "conj" and not tree.is_clausal[c]]
        if joined:
            found.append([head, *joined])
    return found


def edge_odds(pool: Pool, before: Ints, after: Ints) -> Columns:
    """Token chances of the first and last word and of those beyond them; -1 beyond the ends."""
    odds, rows = padded(pool.odds, -1), np.arange(len(pool.heads))
    places: Sequence[Ints] = (pool.first, pool.last, before[pool.first], after[pool.last])
    return [odds[rows, place] for place in places]


def gap_columns(pool: Pool, table: TokenTable) -> Columns:
    """Longest gap, shortest piece, length of the first piece, label of the first left-out word."""
    words = np.nonzero(table.word)[0]
    taken = pool.inside[:, words] > 0
    count, width = taken.shape
    place = np.broadcast_to(np.arange(width), taken.shape)
    none = np.full((count, 1), -1)
    before = np.concatenate([none, np.maximum.accumulate(np.where(taken, place, -1), 1)[:, :-1]], 1)
    gap = np.where(taken & (before >= 0), place - before - 1, 0)
    opens = taken & ((gap > 0) | (before < 0))
    piece = np.cumsum(opens, axis=1)
    sizes = np.zeros((count, width + 1), np.int32)
    np.add.at(sizes, (np.nonzero(taken)[0], piece[taken]), 1)
    longest, torn = gap.max(1), gap > 0
    first_out = words[before[np.arange(count), torn.argmax(1)] + 1]
    return [
        longest,
        np.where(sizes > 0, sizes, width + 1).min(1),
        sizes[:, 1],
        np.where(longest > 0, table.label[first_out], 0),
    ]


def standing_columns(pool: Pool, table: TokenTable) -> Columns:
    """How the mask compares with the others of its head: fit, likelihood, size, likeness."""
    inside, odds = pool.inside, pool.odds
    same = pool.rows[:, None] == pool.rows[None, :]
    outside = (1 - inside) * table.word
    fit = (odds * inside).sum(1) / (inside.sum(1) + (odds * outside).sum(1))
    likely = (np.log(np.maximum(odds, 1e-3)) * inside).sum(1)
    likely += (np.log(np.maximum(1 - odds, 1e-3)) * outside).sum(1)
    columns: Columns = []
    for values in (fit, likely, inside.sum(1)):
        best = np.where(same, values[None, :], -1e9).max(1)
        columns += [values - best, (same & (values[None, :] > values[:, None])).sum(1)]
    for values in (likely, fit):
        leader = np.where(same, values[None, :], -1e9).argmax(1)
        columns.append(pool.overlap[np.arange(len(values)), leader])
    share = np.where(same, np.exp(np.maximum(likely[None, :] - likely.max(), -60)), 0)
    share /= np.maximum(share.sum(1, keepdims=True), 1e-30)
    return [
        *columns,
        (share * (pool.overlap >= ALIKE)).sum(1),
        (share * pool.overlap).sum(1),
    ]


def subject_columns(pool: Pool, table: TokenTable) -> Columns:
    """Share of the head's own subject that is in (-1: none), and of what hangs on its governor."""
    tree, inside = table.tree, pool.inside
    subjects = np.zeros((len(pool.guess.heads), tree.size), np.float32)
    for row, head in enumerate(pool.guess.heads):
        for child in tree.dependents(head, *SUBJECTS):
            subjects[row] += tree.below[child]
    subjects *= table.word
    mine = subjects[pool.rows]
    sizes = mine.sum(1)
    share = np.where(sizes > 0, (inside * mine).sum(1) / np.maximum(sizes, 1), -1)
    return [share, (inside * tree.below[table.head[pool.heads]]).sum(1) / inside.sum(1)]


def speech_columns(pool: Pool, table: TokenTable) -> Columns:
    """Quoted words and verbs of saying in the mask and in the sentence; what governs the head."""
    count = len(pool.heads)
    quoted, says = table.quoted.astype(np.float32), (table.lemma_class == 2).astype(np.float32)
    governor = table.head[pool.heads]
    return [
        pool.inside @ quoted / max(1.0, float(quoted.sum())),
        np.full(count, quoted.sum()),
        pool.inside @ says,
        np.full(count, says.sum()),
        table.lemma_class[governor],
        table.label[governor],
        table.pos[governor],
    ]
