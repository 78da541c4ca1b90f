"""Learn a `SmallNetwork` from weighted rows; needs torch (not among the product's dependencies)."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from claims.nlp.weighing.small_network import SmallNetwork

UNITS = 64
SEEDS = (0, 1, 2)  # their log odds are averaged
EPOCHS, ROWS_A_STEP = 24, 256
RATE, DECAY = 1e-3, 0.1
DROPPED, DROPPED_UNITS = 0.1, 0.5


def learned(rows: np.ndarray, answers: np.ndarray, weights: np.ndarray) -> SmallNetwork:
    """The mean of networks of several seeds, side by side in one hidden layer.

    rows: (n, columns). answers: (n,) in [0, 1]. weights: (n,) what each row counts for.
    """
    torch.set_num_threads(1)
    given = [torch.tensor(part, dtype=torch.float32) for part in (rows, answers, weights)]
    networks = [of_seed(*given, seed) for seed in SEEDS]
    inner, inner_shift, outer, outer_shift = zip(*map(parts_of, networks), strict=True)
    return SmallNetwork(
        np.hstack(inner),
        np.concatenate(inner_shift),
        np.concatenate(outer) / np.float32(len(SEEDS)),
        np.mean(outer_shift, axis=0),
    )


def of_seed(rows: Tensor, answers: Tensor, weights: Tensor, seed: int) -> nn.Sequential:
    """One network: weighted log loss, the rate falling to nothing."""
    torch.manual_seed(seed)
    network = nn.Sequential(
        nn.Dropout(DROPPED),
        nn.Linear(rows.shape[1], UNITS),
        nn.GELU("tanh"),
        nn.Dropout(DROPPED_UNITS),
        nn.Linear(UNITS, 1),
    )
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = max(1, EPOCHS * len(rows) // ROWS_A_STEP)
    for step in range(steps):
        chosen = torch.randint(len(rows), (ROWS_A_STEP,))
        optimiser.param_groups[0]["lr"] = RATE * (1 - step / steps)
        said, wanted, share = network(rows[chosen])[:, 0], answers[chosen], weights[chosen]
        losses = functional.binary_cross_entropy_with_logits(said, wanted, reduction="none")
        optimiser.zero_grad()
        ((losses * share).sum() / share.sum()).backward()
        optimiser.step()
    return network


def parts_of(network: nn.Sequential) -> tuple[np.ndarray, ...]:
    """Inner weights (columns, UNITS) and shifts, outer weights (UNITS,) and shift (1,)."""
    state = {name: value.numpy() for name, value in network.state_dict().items()}
    return state["1.weight"].T, state["1.bias"], state["4.weight"][0], state["4.bias"]
