"""What training keeps of the tuned layers: those that ship and those of each fold."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.tree import Tree
from claims.nlp.parsing.tuned_layers import TunedLayers
from claims.nlp.parsing.word_encoder import Begun, word_encoder
from claims.nlp.splitting.claim_layers import ClaimReading, ClaimScorers, encoder_words

DEFAULT_CACHE = Path(tempfile.gettempdir()) / "vaglio-claims"
MATRICES = ("qkv", "ao", "fi", "fo")
LARGEST = 127

Floats = NDArray[np.float32]


def fold_file(cache: Path, fold: int) -> Path:
    """The layers that haven't seen a fold's articles."""
    return cache / f"layers-{fold}.npz"


def save_layers(
    state: Mapping[str, Floats], tags: Sequence[str], labels: Sequence[str], path: Path
) -> None:
    """Write the file that `claim_layers.ClaimLayers` reads.

    state: the arrays of a `ClaimNetwork` by their names. Matrices of layers get eight bits, the
    rest sixteen.
    """
    arrays: dict[str, NDArray[np.generic]] = {}
    for name in (name for name in state if name.startswith("e.L.")):
        number, part = name.removeprefix("e.L.").split(".")
        if part in MATRICES:
            rounded, scales = eight_bits(state[name])
            arrays |= {f"{number}.{part}": rounded, f"{number}.{part}.scale": scales}
        else:
            arrays[f"{number}.{part}"] = state[name].astype(np.float16)
    plain = [name for name in state if not name.startswith("e.")]
    arrays |= {name: state[name].astype(np.float16) for name in plain}
    layers = 1 + max(int(name.split(".")[0]) for name in arrays if name[0].isdigit())
    facts = {"layers": layers, "plain": plain, "tags": [*tags], "labels": [*labels]}
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, meta=np.array(json.dumps(facts)), **arrays)


def eight_bits(rows: Floats) -> tuple[NDArray[np.int8], Floats]:
    """(outputs, inputs) as whole numbers, and what each row is multiplied by."""
    scales = np.maximum(np.abs(rows).max(1), 1e-8) / LARGEST
    return np.round(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32)


class StoredLayers:
    """Layers and scorers of one file, for trees whose shared layers have been run."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as stored:
            self._layers = TunedLayers(stored, word_encoder().weights.shape)
            self._scorers = ClaimScorers(stored)

    def read(self, trees: Sequence[Tree], begun: Sequence[Begun]) -> Iterator[ClaimReading]:
        """As `claim_layers.claim_readings`."""
        yield from self._scorers.read(trees, [words.mixed for words in self._layers.read(begun)])


def begun_trees(trees: Sequence[Tree]) -> list[Begun]:
    """Trees after the layers that all readers share."""
    return word_encoder().begin(*encoder_words(trees))
