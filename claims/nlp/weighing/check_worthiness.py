"""What a sentence is, whether it can be checked, and how much it deserves checking.

Models side by side over the sentence's context (what a transformer makes of its words) and shallow
cues, each asked one thing (`HEADS`); two have a hidden layer, the others are linear. `checkable`
decides the label; `worth` makes most of the score, and `checkable` the rest, so that what can't be
checked sinks; `subjective` says whether the writer judges. How they were trained, and figures:
`weights/check_worthiness/`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.types import Label
from claims.nlp.weighing.sentence_contexts import contexts_of
from claims.nlp.weighing.sentence_cues import NAMES, Cues, cues_of
from claims.nlp.weighing.sentence_reasons import reasons_of
from claims.nlp.weighing.small_network import SmallNetwork, stored_network
from claims.nlp.weighing.word_hashes import WIDTH, hashes_of

CONTEXT_SCALE = 15.0  # contexts are short beside cues of 0 to 1, and point much the same way
HASH_SCALE = 3.0
LONGEST_READ = 1_500
HEADING_CEILING = 0.1
QUESTION_CEILING = 0.5
WORTH_SHARE = 0.85
CHECKABLE_FROM = 0.3  # a fact passed over costs more than an opinion looked at
KINDS = (Label.OPINION, Label.PREDICTION, Label.EXHORTATION, Label.OTHER)
LAYERED = ("checkable", "subjective")
LINEAR = ("worth", *map(str, KINDS))
_WEIGHTS = Path(__file__).parents[1] / "weights" / "check_worthiness" / "weights.npz"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Shares in [0, 1]; `reasons` are keys, the weightiest first.

    check_worthiness: how much the sentence deserves checking; above a half it does.
    checkable: how likely it states a fact that can be checked; above .3 it is labelled so.
    subjective: how likely its writer judges rather than reports.
    """

    label: Label
    check_worthiness: float
    reasons: tuple[str, ...]
    checkable: float
    subjective: float


@dataclass(frozen=True)
class Model:
    """What was learned.

    networks: of the `LAYERED` heads. dense: (384 + cues, `LINEAR` heads) weights of the context and
    the cues, with intercepts. hashes: weights of hashed words, for `worth`.
    """

    networks: dict[str, SmallNetwork]
    dense: Floats
    hashes: Floats
    intercepts: Floats

    def logits(
        self, texts: Sequence[str], contexts: Floats, cues: Floats
    ) -> dict[str, NDArray[np.floating]]:
        """(n,) log odds by head of n sentences with contexts (n, 384) and cues (n, cues)."""
        rows = np.hstack([CONTEXT_SCALE * contexts, cues])
        linear = (rows @ self.dense + self.intercepts).T
        found: dict[str, NDArray[np.floating]] = dict(zip(LINEAR, linear, strict=True))
        found |= {name: network.logits(rows) for name, network in self.networks.items()}
        hashed = [hashes_of(text[:LONGEST_READ]) for text in texts]
        words = [float(self.hashes[places] @ weights) for places, weights in hashed]
        return found | {"worth": found["worth"] + HASH_SCALE * np.array(words)}


def judge(
    texts: Sequence[str],
    headings: Sequence[bool] | None = None,
    contexts: NDArray[np.float32] | None = None,
    model: Model | None = None,
) -> list[Judgement]:
    """One judgement a sentence, in order.

    headings: which of them are headings. contexts: as `contexts_of` gives them, read here where
    they aren't given; a claim's is that of its words in their sentence. model: the shipped one
    unless another is given.
    """
    if not texts:
        return []
    all_cues = [cues_of(text[:LONGEST_READ]) for text in texts]
    known = contexts if contexts is not None else contexts_of(texts)
    logits = (model or load_model()).logits(
        texts, known.astype(np.float64), np.array([cues.as_row() for cues in all_cues])
    )
    flags = headings if headings is not None else [False] * len(texts)
    return [
        _judged(cues, {name: float(said[row]) for name, said in logits.items()}, is_heading)
        for row, (cues, is_heading) in enumerate(zip(all_cues, flags, strict=True))
    ]


@lru_cache(maxsize=1)
def load_model(weights: Path = _WEIGHTS) -> Model:
    """What is stored in `weights`. Raises RuntimeError when it was made for other features."""
    with np.load(weights) as stored:
        made_for = (tuple(stored["cue_names"]), tuple(stored["heads"]), len(stored["hashes"]))
        if made_for != (NAMES, LINEAR, WIDTH):
            raise RuntimeError("check-worthiness weights were trained on other cues")
        names = ("dense", "hashes", "intercepts")
        return Model(
            {name: stored_network(stored, name) for name in LAYERED},
            **{name: stored[name].astype(np.float64) for name in names},
        )


def _judged(cues: Cues, logits: Mapping[str, float], is_heading: bool) -> Judgement:
    checkable, worth, subjective = (
        _share(logits[name]) for name in ("checkable", "worth", "subjective")
    )
    score = round(WORTH_SHARE * worth + (1 - WORTH_SHARE) * checkable, 4)
    label, ceiling = _label(cues, checkable, logits), 1.0
    if is_heading:
        label, ceiling = Label.HEADING, HEADING_CEILING
    elif label is Label.QUESTION:
        ceiling = QUESTION_CEILING
    reasons = reasons_of(label, cues, subjective)
    return Judgement(label, min(score, ceiling), reasons, checkable, subjective)


def _label(cues: Cues, checkable: float, logits: Mapping[str, float]) -> Label:
    if cues.question:
        return Label.QUESTION
    if checkable > CHECKABLE_FROM:
        return Label.CHECKABLE
    return max(KINDS, key=lambda kind: logits[str(kind)])


def _share(logit: float) -> float:
    return float(round(1 / (1 + np.exp(-np.clip(logit, -30, 30))), 4))
