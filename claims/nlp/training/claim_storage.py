"""What training keeps of the tuned layers: their weights, and what they say of unseen articles."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.tree import Tree
from claims.nlp.splitting.claim_layers import ClaimReading

DEFAULT_CACHE = Path(tempfile.gettempdir()) / "vaglio-claims"
BETWEEN = "\x1f"  # stands between a sentence's words in its key
MATRICES = ("qkv", "ao", "fi", "fo")
LARGEST = 127

Floats = NDArray[np.float32]


def key_of(forms: Sequence[str]) -> str:
    """What a sentence is found by."""
    return BETWEEN.join(forms)


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


def save_readings(readings: Mapping[str, ClaimReading], path: Path) -> None:
    """Keep what was said of unseen sentences, by their keys."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        keys=np.array(json.dumps([*readings])),
        sizes=np.array([len(one.heads) for one in readings.values()]),
        heads=np.concatenate([one.heads for one in readings.values()]).astype(np.float16),
        pairs=np.concatenate([one.pairs.ravel() for one in readings.values()]).astype(np.float16),
    )


def load_readings(folder: Path) -> dict[str, ClaimReading]:
    """All that the folds' files hold. Raises FileNotFoundError where there are none."""
    files = sorted(folder.glob("readings-*.npz"))
    if not files:
        raise FileNotFoundError(f"no readings in {folder}: run claims.nlp.training.claim_layers")
    found: dict[str, ClaimReading] = {}
    for path in files:
        with np.load(path, allow_pickle=False) as stored:
            found |= _readings(stored)
    return found


def _readings(stored: Mapping[str, NDArray[np.generic]]) -> dict[str, ClaimReading]:
    heads, pairs = (np.asarray(stored[name], np.float32) for name in ("heads", "pairs"))
    found, at, pair_at = {}, 0, 0
    sizes = np.asarray(stored["sizes"], np.int64).tolist()
    for key, size in zip(json.loads(str(stored["keys"])), sizes, strict=True):
        square = pairs[pair_at : pair_at + size * size].reshape(size, size)
        found[key] = ClaimReading(heads[at : at + size], square)
        at, pair_at = at + size, pair_at + size * size
    return found


def unseen_reader(
    known: Mapping[str, ClaimReading],
) -> Callable[[Sequence[Tree]], list[ClaimReading]]:
    """A function that gives what networks that never saw a tree's article say of it.

    It raises KeyError for a tree that no fold holds: train the layers again for these trees.
    """
    return lambda trees: [known[key_of(tree.forms)] for tree in trees]
