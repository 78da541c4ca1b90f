"""The parser's network in torch, for training only; `claims.nlp.parsing.biaffine` runs it in numpy.

Source: Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing", ICLR 2017.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from claims.nlp.parsing.biaffine_network import TABLES
from claims.nlp.parsing.word_encoder import WIDTH
from claims.nlp.training.parser_examples import Inventory
from claims.nlp.training.parser_recipes import LIGHT

TABLE_WIDTHS = (96, 48, 32, 24, 48)
STYLE_WIDTH = 16
CONTEXT_WIDTH = 192
SLOPE = 0.1


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network: LSTM layers, their width a direction, the two biaffine spaces."""

    layers: int = 2
    width: int = 192
    arc_width: int = 200
    label_width: int = 48


@dataclass(frozen=True, slots=True)
class Batch:
    """b sentences of up to n words, padded; `lengths` (b,) counts the real words."""

    rows: Tensor  # (b, n, 6)
    spaces: Tensor  # (b, n)
    vectors: Tensor  # (b, n, WIDTH)
    treebanks: Tensor  # (b,)
    lengths: Tensor
    heads: Tensor  # (b, n), like the next three: answers, UNKNOWN where padded
    labels: Tensor
    tags: Tensor
    forms: Tensor


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of a batch."""

    arcs: Tensor  # (b, n, n + 1), governor 0 is the root
    dependents: Tensor  # (b, n, label_width)
    governors: Tensor  # (b, n + 1, label_width)
    tags: Tensor  # (b, n, tags)
    forms: Tensor  # (b, n, forms)


class ParserNetwork(nn.Module):
    """Word tables, style and encoder vectors -> BiLSTM -> biaffine arcs and labels."""

    def __init__(self, inventory: Inventory, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.noise = LIGHT  # each stage sets its own
        self.tables = nn.ModuleList(
            nn.Embedding(rows, width) for rows, width in zip(TABLES, TABLE_WIDTHS, strict=True)
        )
        self.style = nn.Embedding(len(inventory.treebanks), STYLE_WIDTH)
        for table in [*self.tables, self.style]:
            nn.init.normal_(table.weight, std=0.1)
        self.context = nn.Linear(WIDTH, CONTEXT_WIDTH)
        self.context_norm = nn.LayerNorm(CONTEXT_WIDTH)
        inputs = sum(TABLE_WIDTHS) + STYLE_WIDTH + 1 + CONTEXT_WIDTH
        states = 2 * shape.width
        sizes = [inputs] + [states] * (shape.layers - 1)
        self.forward_lstm = nn.ModuleList(nn.LSTM(size, shape.width) for size in sizes)
        self.backward_lstm = nn.ModuleList(nn.LSTM(size, shape.width) for size in sizes)
        self.root = nn.Parameter(torch.zeros(states))
        self.arc_dependent = nn.Linear(states, shape.arc_width)
        self.arc_governor = nn.Linear(states, shape.arc_width)
        self.label_dependent = nn.Linear(states, shape.label_width)
        self.label_governor = nn.Linear(states, shape.label_width)
        self.arc_scorer = nn.Parameter(torch.empty(shape.arc_width + 1, shape.arc_width))
        nn.init.xavier_uniform_(self.arc_scorer)
        side = shape.label_width + 1
        self.label_scorer = nn.Parameter(torch.empty(len(inventory.labels), side, side))
        nn.init.normal_(self.label_scorer, std=0.02)
        self.tag = nn.Linear(states, len(inventory.tags))
        self.form = nn.Linear(states, len(inventory.forms))

    def forward(self, batch: Batch) -> Reading:
        """Read a batch."""
        states = self.dropped(self.inputs(batch), self.noise.inputs)
        turned = turning_index(batch.lengths, states.shape[1])
        first = None
        for ahead, back in zip(self.forward_lstm, self.backward_lstm, strict=True):
            states = self.dropped(both_ways(states, turned, ahead, back), self.noise.states)
            first = states if first is None else first
        root = self.root.expand(len(states), 1, -1)
        governors = torch.cat([root, states], 1)
        arcs = with_one(self.space(self.arc_dependent, states)) @ self.arc_scorer
        return Reading(
            arcs=arcs @ self.space(self.arc_governor, governors).transpose(1, 2),
            dependents=self.space(self.label_dependent, states),
            governors=self.space(self.label_governor, governors),
            tags=self.tag(first),
            forms=self.form(first),
        )

    def inputs(self, batch: Batch) -> Tensor:
        """(b, n, features) of the words."""
        rows = batch.rows
        parts = [self.tables[0](rows[..., 0]) + self.tables[0](rows[..., 1])]
        parts += [self.tables[i](rows[..., i + 1]) for i in range(1, len(TABLES))]
        parts = [self.missing(part, self.noise.table) for part in parts]
        style = self.style(batch.treebanks)[:, None].expand(-1, rows.shape[1], -1)
        context = self.context_norm(self.context(batch.vectors))
        context = self.missing(context, self.noise.context)
        return torch.cat([*parts, style, batch.spaces[..., None], context], -1)

    def missing(self, part: Tensor, share: float) -> Tensor:
        """In training some words go without this part of their features."""
        if not self.training:
            return part
        return part * (torch.rand(*part.shape[:2], 1) >= share)

    def dropped(self, states: Tensor, share: float) -> Tensor:
        """Dropout with one mask for all words of a sentence."""
        if not self.training:
            return states
        mask = torch.rand(states.shape[0], 1, states.shape[2]) >= share
        return states * mask / (1 - share)

    def space(self, layer: nn.Linear, states: Tensor) -> Tensor:
        """States seen as dependents or governors."""
        return self.dropped(functional.leaky_relu(layer(states), SLOPE), self.noise.states)

    def labels(self, reading: Reading, heads: Tensor) -> Tensor:
        """(b, n, labels): scores of each label for the arcs to `heads` (b, n)."""
        at = heads[..., None].expand(-1, -1, reading.governors.shape[2])
        governors = with_one(torch.gather(reading.governors, 1, at))
        scored = torch.einsum("bni,lij->bnlj", with_one(reading.dependents), self.label_scorer)
        return (scored * governors[:, :, None]).sum(-1)


def with_one(states: Tensor) -> Tensor:
    """A last column of ones, which gives the biaffine product its linear part."""
    return torch.cat([states, torch.ones(*states.shape[:2], 1)], -1)


def turning_index(lengths: Tensor, longest: int) -> Tensor:
    """(b, n): where each word goes when its sentence is read backwards; padding stays."""
    steps = torch.arange(longest)[None]
    turned = lengths[:, None] - 1 - steps
    return torch.where(turned >= 0, turned, steps)


def both_ways(states: Tensor, turned: Tensor, ahead: nn.LSTM, back: nn.LSTM) -> Tensor:
    """One bidirectional layer over padded sentences: (b, n, d) -> (b, n, 2 * width)."""
    forth = ahead(states.transpose(0, 1))[0].transpose(0, 1)
    index = turned[..., None]
    reverse = torch.gather(states, 1, index.expand_as(states)).transpose(0, 1)
    reverse = back(reverse)[0].transpose(0, 1)
    return torch.cat([forth, torch.gather(reverse, 1, index.expand_as(reverse))], -1)
