"""A trained network as the file that `claims.nlp.biaffine` reads."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.training.parser_examples import Inventory
from claims.nlp.training.parser_network import ParserNetwork


def store(network: ParserNetwork, inventory: Inventory, path: Path) -> None:
    """Write the weights in half precision, without the head for forms, which only taught."""
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    arrays: dict[str, NDArray[np.float16]] = {
        name: value.astype(np.float16)
        for name, value in state.items()
        if not name.startswith("form.")
    }
    facts = {
        "labels": inventory.labels,
        "tags": inventory.tags,
        "treebanks": inventory.treebanks,
        "layers": network.shape.layers,
        "width": network.shape.width,
    }
    np.savez_compressed(path, meta=np.array(json.dumps(facts)), **arrays)
