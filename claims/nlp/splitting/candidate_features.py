"""Features of a candidate mask: is it well formed, does it agree with the models, is it alone?"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from claims.nlp.splitting.candidate_masks import MAKERS
from claims.nlp.splitting.candidate_pool import Pool
from claims.nlp.splitting.candidate_shape import shape_columns
from claims.nlp.splitting.token_table import Floats, TokenTable, stack
from claims.nlp.types import Label

EDGE_LABELS = (
    "nsubj", "nsubj:pass", "obj", "obl", "advmod", "advcl", "ccomp", "xcomp", "mark", "cc", "aux",
    "aux:pass", "cop", "conj", "acl", "acl:relcl", "appos", "nmod", "det", "case", "flat:name",
    "compound", "amod", "nummod", "parataxis", "expl",
)  # fmt: skip
TIED = frozenset(
    {"det", "case", "aux", "aux:pass", "cop", "flat:name", "flat", "compound", "nummod", "expl",
     "mark"}
)  # fmt: skip
CATEGORIES = tuple(range(9))
ALIKE = 0.8  # overlap at which two masks count as the same claim


class Judged(Protocol):
    """What `check_worthiness` says of the whole sentence."""

    @property
    def label(self) -> Label: ...
    @property
    def check_worthiness(self) -> float: ...
    @property
    def checkable(self) -> float: ...
    @property
    def subjective(self) -> float: ...


def candidate_features(pool: Pool, table: TokenTable, judged: Judged, scores: Floats) -> Floats:
    """(k candidates, features). scores: (k, views) what `mask_scorer` says of them."""
    columns = category_columns(pool, table)
    columns += agreement_columns(pool, table)
    columns += rival_columns(pool)
    columns += content_columns(pool, table)
    columns += form_columns(pool, table)
    columns += edge_columns(pool, table)
    columns += shape_columns(pool, table)
    columns += [np.array([maker in c.makers for c in pool.candidates]) for maker in MAKERS]
    columns += judged_columns(judged, len(pool.candidates))
    columns += [*scores.T]
    return stack(columns)


def judged_columns(judged: Judged, count: int) -> list[NDArray[np.generic]]:
    """A sentence that states no fact has fewer claims than its grammar promises."""
    checkable = float(judged.label is Label.CHECKABLE)
    figures = (judged.checkable, judged.check_worthiness, judged.subjective, checkable)
    return [np.full(count, figure, np.float32) for figure in figures]


def category_columns(pool: Pool, table: TokenTable) -> list[NDArray[np.generic]]:
    """Tags and labels at the head and at both ends: the columns of CATEGORIES."""
    heads, first, last = pool.heads, pool.first, pool.last
    return [
        table.label[heads],
        table.pos[heads],
        table.pos[first],
        table.label[first],
        table.pos[last],
        np.full(len(heads), table.language),
        table.lemma[heads],
        table.lemma[first],
        table.label[last],
    ]


def agreement_columns(pool: Pool, table: TokenTable) -> list[NDArray[np.generic]]:
    """How well a mask fits its head's token probabilities."""
    inside, odds = pool.inside, pool.odds
    outside = (1 - inside) * table.word
    inner = (odds * inside).sum(1)
    outer = (odds * outside).sum(1)
    size = inside.sum(1)
    words = max(1, int(table.word.sum()))
    log_in = np.log(np.maximum(odds, 1e-3))
    log_out = np.log(np.maximum(1 - odds, 1e-3))
    return [
        pool.guess.chances[pool.heads],
        inner / (size + outer),
        np.where(inside > 0, odds, 1).min(1),
        inner / size,
        (odds * outside).max(1),
        ((odds > 0.2) & (odds < 0.8)).sum(1),
        (log_in * inside).sum(1),
        (log_out * outside).sum(1),
        size,
        np.full(len(size), words),
        size / words,
    ]


def rival_columns(pool: Pool) -> list[NDArray[np.generic]]:
    """How the mask stands among those of its own head and of the others."""
    same = pool.rows[:, None] == pool.rows[None, :]
    votes = ((pool.overlap >= ALIKE) & same).sum(1)
    leaders = np.zeros(len(votes), bool)  # the most typical mask of each head
    for row in set(pool.rows.tolist()):
        mine = np.nonzero(pool.rows == row)[0]
        leaders[mine[votes[mine].argmax()]] = True
    chances = pool.guess.chances[pool.heads]
    other = np.where(leaders[None, :] & ~same, pool.overlap, -1)
    rival = other.argmax(1)
    closest = other.max(1)
    sizes = pool.inside.sum(1)
    holds = (pool.inside @ pool.inside.T) >= sizes[None, :]
    held = (holds & leaders[None, :] & ~same & (sizes[None, :] < sizes[:, None])).sum(1)
    count = same.sum(1)
    return [
        np.maximum(closest, 0),
        np.where(closest > 0, chances[rival], 0),
        held,
        (pool.inside * pool.guess.chances).sum(1),
        np.full(len(votes), pool.guess.chances.sum()),
        np.full(len(votes), leaders.sum()),
        np.array([len(c.makers) for c in pool.candidates]),
        votes / count,
        (pool.overlap * same).sum(1) / count,
    ]


def content_columns(pool: Pool, table: TokenTable) -> list[NDArray[np.generic]]:
    """What the mask holds."""
    tree, inside, heads = table.tree, pool.inside, pool.heads
    subject = np.array([label.startswith("nsubj") for label in tree.labels], np.float32)
    return [
        table.quoted[heads],
        table.quoted[pool.first],
        table.quoted[pool.last],
        table.lemma_class[heads],
        table.has_subject[heads],
        table.clausal[heads],
        np.full(len(heads), tree.forms[-1] == "?"),
        (inside @ subject) > 0,
        (inside @ table.numeric.astype(np.float32)) > 0,
        inside @ table.proper.astype(np.float32),
        table.depth[heads],
        inside @ table.quoted.astype(np.float32) / inside.sum(1),
    ]


def form_columns(pool: Pool, table: TokenTable) -> list[NDArray[np.generic]]:
    """Whether the mask is whole: pieces, torn phrases, what lies beyond its ends."""
    tree, inside = table.tree, pool.inside
    word = table.word.astype(np.float32)
    below = pool.below
    order = np.cumsum(table.word) - 1  # a word's place among the words
    of_words = inside[:, table.word > 0]
    pieces = (np.diff(of_words, axis=1, prepend=0) > 0).sum(1)
    governed = inside[:, table.head]  # is the token's governor in?
    rooted = (table.head == np.arange(tree.size)).astype(np.float32)
    tied = np.array([label in TIED for label in tree.labels], np.float32) * word
    at_head = np.zeros_like(inside)
    at_head[np.arange(len(inside)), pool.heads] = 1
    first, last = pool.first, pool.last
    return [
        pieces,
        order[first],
        order[-1] - order[last],
        (inside * (1 - below)).sum(1),
        ((1 - inside) * below * word).sum(1),
        (inside * at_head).sum(1),
        (inside * (1 - governed) * (1 - rooted) * (1 - at_head)).sum(1),
        ((1 - inside) * governed * tied).sum(1),
        ((1 - inside) * governed * word).sum(1),
        beyond(table, first - 1),
        beyond(table, last + 1),
        table.head[first] < first,
        np.array([tree.labels[i] in ("det", "case", "mark", "cc", "aux") for i in last]),
        inside[np.arange(len(inside)), table.head[pool.heads]],
        first - table.first[pool.heads],
        table.last[pool.heads] - last,
    ]


def beyond(table: TokenTable, places: NDArray[np.int32]) -> NDArray[np.int32]:
    """What stands just outside: 0 a word, 1 a comma or semicolon, 2 another mark, 3 nothing."""
    forms = table.tree.forms
    kinds = []
    for place in places.tolist():
        if not 0 <= place < len(forms):
            kinds.append(3)
        elif forms[place] in (",", ";"):
            kinds.append(1)
        else:
            kinds.append(0 if table.word[place] else 2)
    return np.array(kinds, np.int32)


def edge_columns(pool: Pool, table: TokenTable) -> list[NDArray[np.generic]]:
    """For each label how many dependents of the mask's words were left out, and taken in."""
    tree, inside = table.tree, pool.inside
    one_hot = np.zeros((tree.size, len(EDGE_LABELS)), np.float32)
    index = {label: i for i, label in enumerate(EDGE_LABELS)}
    for i, label in enumerate(tree.labels):
        if label in index and tree.is_word[i]:
            one_hot[i, index[label]] = 1
    left_out = ((1 - inside) * inside[:, table.head]) @ one_hot
    on_head = (table.head[None, :] == pool.heads[:, None]) & (
        np.arange(tree.size)[None, :] != pool.heads[:, None]
    )
    taken = (inside * on_head) @ one_hot
    dropped = ((1 - inside) * on_head) @ one_hot
    return [*left_out.T, *taken[:, :12].T, *dropped[:, :12].T]
