"""The convolution of `splitting.mask_scorer`, in torch, for training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_

from claims.nlp.parsing.encoder_weights import Floats
from claims.nlp.splitting.candidate_pool import Pool
from claims.nlp.splitting.claim_layers import ClaimReading
from claims.nlp.splitting.mask_scorer import CONVOLUTIONS, REACH, VIEWS, facts_of, known_of

WIDTH = 64
FACTS, KNOWN = 6, 6
DROPPED_SEEN, DROPPED, DROPPED_LAST = 0.2, 0.15, 0.2
LEAST_SHARE = 0.02  # of the rate, at the end
AVERAGE = 0.99
LONGEST_GRADIENT = 2.0
RIGHT, SMOOTH = 0.8, 0.05  # overlap of a right mask; how far around it the second view wavers

bce = functional.binary_cross_entropy_with_logits


@dataclass(frozen=True, slots=True)
class Course:
    """How a network learns. most_candidates: of one sentence in one step; warm_up: in steps."""

    epochs: int = 4
    lessons_a_step: int = 16
    most_candidates: int = 32
    rate: float = 2e-3
    warm_up: int = 100
    decay: float = 0.02
    seed: int = 1


@dataclass(frozen=True)
class MaskLesson:
    """The k candidates of one sentence of n words as tensors.

    seen: (n, width). facts: (m, n, FACTS). known: (k, KNOWN). inside: (k, n). word: (n,).
    rows, heads: (k,) a candidate's row among the m heads, and its head. wanted: (k, VIEWS) whether
    it is right, and how nearly.
    """

    seen: Tensor
    facts: Tensor
    known: Tensor
    inside: Tensor
    word: Tensor
    rows: Tensor
    heads: Tensor
    row_heads: Tensor
    wanted: Tensor


def mask_lesson(seen: Floats, reading: ClaimReading, pool: Pool, wanted: Floats) -> MaskLesson:
    """Candidates with their labels, (k, VIEWS).

    seen: by the network that the scorer stands on; reading: by one that hasn't seen the article.
    """
    tree, pairs = pool.guess.tree, reading.pairs(pool.guess.heads)
    return MaskLesson(
        seen=torch.tensor(seen),
        facts=torch.tensor(facts_of(tree, pool.guess, pairs)),
        known=torch.tensor(known_of(tree, reading, pool, pairs)),
        inside=torch.tensor(pool.inside),
        word=torch.tensor(np.array(tree.is_word, np.float32)),
        rows=torch.tensor(pool.rows, dtype=torch.long),
        heads=torch.tensor(pool.heads, dtype=torch.long),
        row_heads=torch.tensor(pool.guess.heads, dtype=torch.long),
        wanted=torch.tensor(wanted),
    )


def wanted_of(fits: Floats) -> Floats:
    """(k, VIEWS) from each candidate's overlap with the labelled claim that it fits best."""
    nearly = 1 / (1 + np.exp((RIGHT - fits) / SMOOTH))
    return np.stack([fits >= RIGHT, nearly], axis=1).astype(np.float32)


class MaskNetwork(nn.Module):
    """Log odds that a candidate is right, and that it is nearly so."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.words, self.asked = nn.Linear(width, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.facts, self.inside = nn.Linear(FACTS, WIDTH), nn.Embedding(2, WIDTH)
        self.head = nn.Parameter(torch.randn(WIDTH) * 0.05)
        self.convolutions = nn.ModuleList(
            [nn.Conv1d(WIDTH, WIDTH, 2 * REACH + 1, padding=REACH) for _ in range(CONVOLUTIONS)]
        )
        self.normals = nn.ModuleList([nn.LayerNorm(WIDTH) for _ in range(CONVOLUTIONS + 1)])
        self.out = nn.Sequential(
            nn.Linear(3 * WIDTH + KNOWN, WIDTH),
            nn.GELU("tanh"),
            nn.Dropout(DROPPED_LAST),
            nn.Linear(WIDTH, VIEWS),
        )

    def forward(self, lesson: MaskLesson, chosen: Tensor) -> Tensor:
        """(chosen, VIEWS): of these candidates."""
        inside, heads = lesson.inside[chosen], lesson.heads[chosen]
        states = self._rows(lesson)[lesson.rows[chosen]] + self.inside(inside.long())
        states = self._dropped(self.normals[0](states))
        for convolution, normal in zip(self.convolutions, self.normals[1:], strict=True):
            bent = functional.gelu(convolution(states.transpose(1, 2)), approximate="tanh")
            states = normal(states + self._dropped(bent.transpose(1, 2)))
        means = [mean_over(states, part * lesson.word) for part in (inside, 1 - inside)]
        at_heads = states[torch.arange(len(heads)), heads]
        return self.out(torch.cat([*means, at_heads, lesson.known[chosen]], 1))

    def _rows(self, lesson: MaskLesson) -> Tensor:
        seen = functional.dropout(lesson.seen, DROPPED_SEEN, self.training)
        words = self.words(seen)
        rows = words[None] + self.asked(words[lesson.row_heads])[:, None]
        at_head = functional.one_hot(lesson.row_heads, len(words))[..., None] * self.head
        return rows + self.facts(lesson.facts) + at_head

    def _dropped(self, states: Tensor) -> Tensor:
        return functional.dropout(states, DROPPED, self.training)


def mean_over(states: Tensor, chosen: Tensor) -> Tensor:
    """As `mask_scorer.mean_over`."""
    return (chosen[:, None] @ states)[:, 0] / chosen.sum(1, keepdim=True).clamp(min=1)


def trained(
    lessons: Sequence[MaskLesson], course: Course, begun: MaskNetwork | None = None
) -> MaskNetwork:
    """The running average of a network's weights over all epochs. begun: one to teach further."""
    torch.set_num_threads(1)
    torch.manual_seed(course.seed)
    random = Random(course.seed)  # noqa: S311 - repeatable, no secret
    network = begun or MaskNetwork(lessons[0].seen.shape[1])
    average = deepcopy(network).eval()
    optimiser = torch.optim.AdamW(
        network.parameters(), lr=course.rate, weight_decay=course.decay, betas=(0.9, 0.98)
    )
    order, step = [*lessons], 0
    planned = course.epochs * (len(order) // course.lessons_a_step + 1)
    for _ in range(course.epochs):
        random.shuffle(order)
        for start in range(0, len(order), course.lessons_a_step):
            share = min(1, (step + 1) / course.warm_up) * max(LEAST_SHARE, 1 - step / planned)
            optimiser.param_groups[0]["lr"] = course.rate * share
            group = order[start : start + course.lessons_a_step]
            learn(network, optimiser, group, course.most_candidates, random)
            step += 1
            follow(average, network, min(AVERAGE, step / (step + 10)))
    return average


def learn(
    network: MaskNetwork,
    optimiser: torch.optim.Optimizer,
    group: Sequence[MaskLesson],
    most: int,
    random: Random,
) -> None:
    """One step: mean log loss of both views, of at most so many candidates a lesson."""
    network.train()
    loss, count = torch.zeros(()), 0
    for lesson in group:
        places = range(len(lesson.wanted))
        chosen = torch.tensor(random.sample(places, most) if len(places) > most else [*places])
        found = network(lesson, chosen)
        loss = loss + bce(found, lesson.wanted[chosen], reduction="sum")
        count += len(chosen)
    optimiser.zero_grad()
    (loss / count).backward()
    clip_grad_norm_(network.parameters(), LONGEST_GRADIENT)
    optimiser.step()


@torch.no_grad()
def follow(average: MaskNetwork, network: MaskNetwork, kept: float) -> None:
    """Draw the average towards the weights."""
    torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - kept)


def arrays_of(network: MaskNetwork) -> dict[str, np.ndarray]:
    """What `mask_scorer.MaskScorer` is made of, in sixteen bits."""
    return {name: value.numpy().astype(np.float16) for name, value in network.state_dict().items()}


def network_of(stored: Mapping[str, np.ndarray]) -> MaskNetwork:
    """The network that stored arrays (`arrays_of`) were made from."""
    states = {name: torch.tensor(np.asarray(stored[name], np.float32)) for name in stored}
    network = MaskNetwork(states["words.weight"].shape[1])
    network.load_state_dict(states)
    return network
