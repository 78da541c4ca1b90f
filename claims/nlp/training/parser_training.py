"""One stage of training: epochs over batches, falling learning rate, averaged weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_

from claims.nlp.parsing.biaffine import ROOT, Parse
from claims.nlp.parsing.spanning_tree import best_tree
from claims.nlp.training.parser_examples import UNKNOWN, Example, Inventory
from claims.nlp.training.parser_network import Batch, ParserNetwork
from claims.nlp.training.parser_recipes import Stage

WORDS_A_BATCH = 1000
AVERAGE = 0.99  # kept at each look
TAG_WEIGHT, FORM_WEIGHT = 0.3, 0.2
LONGEST_GRADIENT = 5.0
STEPS_A_LOOK = 4  # the average looks at the weights this seldom


def train_stage(
    network: ParserNetwork,
    examples: Sequence[Example],
    stage: Stage,
    random: Random,
    after_epoch: Callable[[ParserNetwork], None],
) -> ParserNetwork:
    """Train `network` in place and return the running average of its weights."""
    network.noise = stage.noise
    average = deepcopy(network).eval()
    optimiser = torch.optim.AdamW(
        network.parameters(),
        lr=stage.rate,
        betas=(0.9, 0.95),
        weight_decay=stage.weight_decay,
        fused=True,
    )
    planned = stage.epochs * len(grouped(examples, random))
    step = 0
    for epoch in range(stage.last or stage.epochs):
        network.train()
        losses = []
        for group in grouped(examples, random):
            for settings in optimiser.param_groups:
                settings["lr"] = stage.rate_at(step, planned)
            losses.append(learn(network, optimiser, batch_of(group)))
            step += 1
            if step % STEPS_A_LOOK == 0:
                follow(average, network, min(AVERAGE, step / (step + 10)))
        print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.3f}", flush=True)
        after_epoch(average)
    return average


def grouped(examples: Sequence[Example], random: Random) -> list[list[Example]]:
    """Shuffled groups of sentences of like length, about WORDS_A_BATCH words each."""
    keyed = [(len(example.heads) + 4 * random.random(), i) for i, example in enumerate(examples)]
    groups: list[list[Example]] = []
    size = WORDS_A_BATCH
    for _, i in sorted(keyed):
        if size >= WORDS_A_BATCH:
            groups.append([])
            size = 0
        groups[-1].append(examples[i])
        size += len(examples[i].heads)
    random.shuffle(groups)
    return groups


def batch_of(group: Sequence[Example]) -> Batch:
    """Pad a group of sentences."""
    longest = max(len(example.heads) for example in group)

    def padded(rows: list[np.ndarray], filler: float, kind: type) -> Tensor:
        out = np.full((len(group), longest, *rows[0].shape[1:]), filler, kind)
        for i, row in enumerate(rows):
            out[i, : len(row)] = row
        return torch.from_numpy(out)

    return Batch(
        rows=padded([e.rows for e in group], 0, np.int64),
        spaces=padded([e.spaces for e in group], 0, np.float32),
        vectors=padded([e.vectors for e in group], 0, np.float32),
        treebanks=torch.tensor([e.treebank for e in group]),
        lengths=torch.tensor([len(e.heads) for e in group]),
        heads=padded([e.heads for e in group], UNKNOWN, np.int64),
        labels=padded([e.labels for e in group], UNKNOWN, np.int64),
        tags=padded([e.tags for e in group], UNKNOWN, np.int64),
        forms=padded([e.forms for e in group], UNKNOWN, np.int64),
    )


def learn(network: ParserNetwork, optimiser: torch.optim.Optimizer, batch: Batch) -> float:
    """One step; returns the loss."""
    with torch.autocast("cpu", torch.bfloat16):  # half the time on processors that know it
        loss = loss_of(network, batch)
    optimiser.zero_grad()
    loss.backward()
    clip_grad_norm_(network.parameters(), LONGEST_GRADIENT)
    optimiser.step()
    return float(loss.detach())


def loss_of(network: ParserNetwork, batch: Batch) -> Tensor:
    """Arcs and labels, and beside them tags and forms, which share the first layer."""
    reading = network(batch)
    arcs = without_padding(reading.arcs, batch.lengths)
    labels = network.labels(reading, batch.heads.clamp(min=0))
    loss = answer_loss(arcs, batch.heads) + answer_loss(labels, batch.labels)
    loss = loss + TAG_WEIGHT * answer_loss(reading.tags, batch.tags)
    if (batch.forms != UNKNOWN).any():
        loss = loss + FORM_WEIGHT * answer_loss(reading.forms, batch.forms)
    return loss


def without_padding(arcs: Tensor, lengths: Tensor) -> Tensor:
    """Arcs to governors that aren't there made impossible."""
    governors = torch.arange(arcs.shape[2])[None]
    return arcs.masked_fill((governors > lengths[:, None])[:, None], -1e9)


def answer_loss(scores: Tensor, answers: Tensor) -> Tensor:
    """Cross entropy over the words that have an answer."""
    return functional.cross_entropy(scores.flatten(0, 1), answers.flatten(), ignore_index=UNKNOWN)


@torch.no_grad()
def follow(average: ParserNetwork, network: ParserNetwork, keep: float) -> None:
    """Move the average a little towards the network."""
    torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - keep)


@torch.no_grad()
def parses_of(
    network: ParserNetwork, examples: Sequence[Example], inventory: Inventory
) -> list[Parse]:
    """Trees for each sentence, as the numpy parser gives them."""
    network.eval()
    root = inventory.labels.index(ROOT)
    parses = []
    for group in ([example] for example in examples):
        batch = batch_of(group)
        reading = network(batch)
        heads = best_tree(functional.log_softmax(reading.arcs[0], -1).numpy())
        scores = network.labels(reading, torch.from_numpy(heads)[None])[0].numpy()
        scores[:, root] = np.where(heads == 0, 1e9, -1e9)
        parses.append(
            Parse(
                heads=[i if head == 0 else head - 1 for i, head in enumerate(heads.tolist())],
                labels=[inventory.labels[best] for best in scores.argmax(1).tolist()],
                pos=[inventory.tags[best] for best in reading.tags[0].argmax(1).tolist()],
            )
        )
    return parses


def mixed(first: ParserNetwork, second: ParserNetwork, share: float) -> ParserNetwork:
    """Weights between two networks of one origin: `share` of the second."""
    between = deepcopy(first)
    follow(between, second, 1 - share)
    return between
