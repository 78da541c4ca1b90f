"""Trained networks as the file that `claims.nlp.parsing.biaffine` reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.training.parser_examples import Inventory
from claims.nlp.training.parser_network import ParserNetwork


def store(networks: Sequence[ParserNetwork], inventory: Inventory, path: Path) -> None:
    """Write the weights in half precision, without the heads for forms, which only taught."""
    arrays: dict[str, NDArray[np.float16]] = {}
    for i, network in enumerate(networks):
        for name, value in network.state_dict().items():
            if not name.startswith("form."):
                arrays[f"{i}/{name}"] = value.numpy().astype(np.float16)
    facts = {
        "labels": inventory.labels,
        "tags": inventory.tags,
        "treebanks": inventory.treebanks,
        "networks": len(networks),
        "layers": networks[0].shape.layers,
    }
    np.savez_compressed(path, meta=np.array(json.dumps(facts)), **arrays)
