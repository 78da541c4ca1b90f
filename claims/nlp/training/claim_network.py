"""The tuned layers of `splitting.claim_layers` and their scorers, in torch, for training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from claims.nlp.parsing.encoder_weights import Layer
from claims.nlp.parsing.word_encoder import word_encoder
from claims.nlp.splitting.claim_layers import FARTHEST

ROWS = 24  # numbers a tag or label gets
SCORED = 128  # width of the scorers
DROPPED, DROPPED_SEEN, DROPPED_HEAD = 0.1, 0.15, 0.2


@dataclass(frozen=True)
class Lesson:
    """One labelled tree of n words and m pieces as tensors.

    lower: (m, width). spread: (n, m) the mean over each word's pieces. tags, labels, governors:
    (n,). relations: (n, n, 3) as `tree_relations` of all words. word: (n,) whether it is no mark.
    heads: (n,) 0 or 1. claims: (k, n) the masks of the claims that `claim_heads` (k) head. english:
    (n, 1).
    """

    lower: Tensor
    spread: Tensor
    tags: Tensor
    labels: Tensor
    governors: Tensor
    relations: Tensor
    english: Tensor
    word: Tensor
    heads: Tensor
    claims: Tensor
    claim_heads: list[int]


def tuned_layer(layer: Layer) -> nn.ParameterDict:
    """A layer's weights (outputs, inputs), free to change."""
    rows = {
        "qkv": layer.attention.T, "qkvb": layer.attention_bias, "ao": layer.joined.T,
        "aob": layer.joined_bias, "aw": layer.joined_norm[0], "ab": layer.joined_norm[1],
        "fi": layer.inner.T, "fib": layer.inner_bias, "fo": layer.outer.T,
        "fob": layer.outer_bias, "ow": layer.outer_norm[0], "ob": layer.outer_norm[1],
    }  # fmt: skip
    return nn.ParameterDict({k: nn.Parameter(torch.tensor(np.array(v))) for k, v in rows.items()})


class TunedLayers(nn.Module):
    """The encoder's upper layers, to begin with."""

    def __init__(self) -> None:
        super().__init__()
        encoder = word_encoder()
        self.shape = encoder.weights.shape
        self.L = nn.ModuleList([tuned_layer(layer) for layer in encoder.upper])

    def forward(self, lessons: Sequence[Lesson]) -> list[Tensor]:
        """(lessons, pieces, width) before the first layer and after each."""
        lengths = torch.tensor([len(lesson.lower) for lesson in lessons])
        states = pad_sequence([lesson.lower for lesson in lessons], True)
        states = functional.dropout(states, DROPPED, self.training)
        seen = (torch.arange(states.shape[1])[None] < lengths[:, None])[:, None, None]
        found = [states]
        for layer in self.L:
            found.append(self._after(layer, found[-1], seen))
        return found

    def _after(self, layer: nn.ParameterDict, states: Tensor, seen: Tensor) -> Tensor:
        shape, dropped = (*states.shape[:2], 3, self.shape.heads, -1), DROPPED * self.training
        with torch.autocast("cpu", torch.bfloat16):
            asked = functional.linear(states, layer["qkv"], layer["qkvb"]).view(shape)
            parts = asked.permute(2, 0, 3, 1, 4)
            looked = functional.scaled_dot_product_attention(
                *parts, attn_mask=seen, dropout_p=dropped
            )
            looked = looked.transpose(1, 2).reshape(states.shape)
            looked = functional.linear(looked, layer["ao"], layer["aob"])
        states = self._normal(states, looked, layer["aw"], layer["ab"])
        with torch.autocast("cpu", torch.bfloat16):
            inner = functional.gelu(
                functional.linear(states, layer["fi"], layer["fib"]), approximate="tanh"
            )
            outer = functional.linear(inner, layer["fo"], layer["fob"])
        return self._normal(states, outer, layer["ow"], layer["ob"])

    def _normal(self, states: Tensor, change: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
        change = functional.dropout(change.float(), DROPPED, self.training)
        width, epsilon = (states.shape[-1],), float(self.shape.epsilon)
        return functional.layer_norm(states + change, width, scale, shift, eps=epsilon)


class ClaimNetwork(nn.Module):
    """Tuned layers, then a score a word (heads a claim) and a score a pair (belongs to it)."""

    def __init__(self, tags: int, labels: int) -> None:
        super().__init__()
        self.e = TunedLayers()
        self.p, self.l = nn.Embedding(tags, ROWS), nn.Embedding(labels, ROWS)
        self.mix = nn.Parameter(torch.linspace(-2, 2, len(self.e.L) + 1))
        width = self.e.L[0]["aob"].shape[0] + 1 + 4 * ROWS
        self.head = nn.Sequential(
            nn.Linear(width, SCORED),
            nn.GELU("tanh"),
            nn.Dropout(DROPPED_HEAD),
            nn.Linear(SCORED, 1),
        )
        self.a, self.b = nn.Linear(width, SCORED), nn.Linear(width, SCORED)
        self.u = nn.Parameter(torch.randn(SCORED + 1, SCORED) * 0.05)
        self.dist = nn.Embedding(2 * FARTHEST + 1, 1)
        self.a2, self.b2 = nn.Linear(width, SCORED), nn.Linear(width, SCORED)
        self.an, self.o = nn.Linear(3, SCORED), nn.Linear(SCORED, 1)

    def forward(self, lessons: Sequence[Lesson]) -> list[Tensor]:
        """Of each lesson (n, width) what the scorers see of its words."""
        states = self.e(lessons)
        shares = torch.softmax(self.mix, 0)
        mixed = sum(share * layer for share, layer in zip(shares, states, strict=True))
        return [self._seen(one, mixed[row]) for row, one in enumerate(lessons)]

    def _seen(self, lesson: Lesson, mixed: Tensor) -> Tensor:
        words = lesson.spread @ mixed[: lesson.spread.shape[1]]
        tags, labels = self.p(lesson.tags), self.l(lesson.labels)
        above = tags[lesson.governors], labels[lesson.governors]
        seen = torch.cat([words, lesson.english, tags, labels, *above], -1)
        return functional.dropout(seen, DROPPED_SEEN, self.training)

    def pairs(self, lesson: Lesson, seen: Tensor, heads: Sequence[int]) -> Tensor:
        """(k heads, n) log odds."""
        at = torch.tensor(heads)
        given = functional.leaky_relu(self.a(seen))
        asked = functional.leaky_relu(self.b(seen[at]))
        asked = torch.cat([asked, torch.ones(len(heads), 1)], 1)
        form = asked @ self.u @ given.T / SCORED**0.5
        apart = (torch.arange(len(seen))[None] - at[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        bent = self.a2(seen)[None] + self.b2(seen[at])[:, None] + self.an(lesson.relations[at])
        return form + self.dist(apart)[..., 0] + self.o(torch.tanh(bent))[..., 0]
