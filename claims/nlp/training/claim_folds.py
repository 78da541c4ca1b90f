"""What layers that haven't seen an article say of its sentences, fold by fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from claims.nlp.parsing.word_encoder import Begun
from claims.nlp.splitting.claim_layers import ClaimReading
from claims.nlp.training.claim_examples import FOLDS
from claims.nlp.training.claim_storage import StoredLayers, begun_trees, fold_file
from claims.nlp.training.gold import GoldTree


class FoldReader:
    """The layers of each fold, asked about labelled sentences.

    Raises FileNotFoundError where `claim_layers` hasn't been run.
    """

    def __init__(self, golds: Sequence[GoldTree], folds: Mapping[str, int], cache: Path) -> None:
        missing = [fold_file(cache, f) for f in range(FOLDS) if not fold_file(cache, f).exists()]
        if missing:
            raise FileNotFoundError(f"no {missing[0]}: run claims.nlp.training.claim_layers")
        self._golds = golds
        self._folds = [folds[gold.article] for gold in golds]
        self._cache = cache

    @cached_property
    def _begun(self) -> list[Begun]:
        return begun_trees([gold.tree for gold in self._golds])

    def unseen(self) -> list[ClaimReading]:
        """Each sentence as read by the layers that haven't learned from its article."""
        found: dict[int, ClaimReading] = {}
        for fold in range(FOLDS):
            places = [i for i, its in enumerate(self._folds) if its == fold]
            found.update(zip(places, self._read(fold, places), strict=True))
        return [found[i] for i in range(len(self._golds))]

    def seen_by(self, fold: int) -> list[ClaimReading]:
        """Every sentence as read by the layers of one fold."""
        return self._read(fold, range(len(self._golds)))

    def _read(self, fold: int, places: Sequence[int]) -> list[ClaimReading]:
        layers = StoredLayers(fold_file(self._cache, fold))
        trees, begun = [self._golds[i].tree for i in places], [self._begun[i] for i in places]
        return list(layers.read(trees, begun))
