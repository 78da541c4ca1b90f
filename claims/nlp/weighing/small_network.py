"""A hidden layer between what is read of a sentence and one answer about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.encoder_weights import Floats
from claims.nlp.parsing.transformer import gelu

PARTS = ("inner", "inner_shift", "outer", "outer_shift")


@dataclass(frozen=True)
class SmallNetwork:
    """inner: (columns, units). inner_shift, outer: (units,). outer_shift: (1,)."""

    inner: Floats
    inner_shift: Floats
    outer: Floats
    outer_shift: Floats

    def logits(self, rows: NDArray[np.float64]) -> Floats:
        """(n,) log odds of (n, columns) rows."""
        units = gelu(rows.astype(np.float32) @ self.inner + self.inner_shift)
        found: Floats = units @ self.outer + self.outer_shift
        return found

    def scaled(self, slope: float, shift: float) -> SmallNetwork:
        """The network whose log odds are `slope` times these, plus `shift`."""
        outer, outer_shift = np.float32(slope) * self.outer, np.float32(slope) * self.outer_shift
        return SmallNetwork(self.inner, self.inner_shift, outer, outer_shift + np.float32(shift))

    def arrays(self, name: str) -> dict[str, NDArray[np.float16]]:
        """What `stored_network` reads, in sixteen bits."""
        return {f"{name}.{part}": getattr(self, part).astype(np.float16) for part in PARTS}


def stored_network(stored: Mapping[str, NDArray[np.generic]], name: str) -> SmallNetwork:
    """The network that was stored under a name."""
    return SmallNetwork(*(stored[f"{name}.{part}"].astype(np.float32) for part in PARTS))
