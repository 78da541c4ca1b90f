"""What a sentence is, whether it can be checked, and how much it deserves checking.

Linear models side by side over the sentence's context (what a transformer makes of its words) and
shallow cues, each asked one thing (`HEADS`). `checkable` decides the label; `worth` makes most
of the score, and `checkable` the rest, so that what can't be checked sinks; `subjective` says
whether the writer judges. How they were trained, and figures: `weights/check_worthiness/`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.types import Label
from claims.nlp.weighing.sentence_contexts import contexts_of
from claims.nlp.weighing.sentence_cues import NAMES, Cues, cues_of
from claims.nlp.weighing.sentence_reasons import reasons_of
from claims.nlp.weighing.word_hashes import WIDTH, hashes_of

CONTEXT_SCALE = 15.0  # contexts are short beside cues of 0 to 1, and point much the same way
HASH_SCALE = 3.0
LONGEST_READ = 1_500
HEADING_CEILING = 0.1
QUESTION_CEILING = 0.5
WORTH_SHARE = 0.85
CHECKABLE_FROM = 0.3  # a fact passed over costs more than an opinion looked at
KINDS = (Label.OPINION, Label.PREDICTION, Label.EXHORTATION, Label.OTHER)
HEADS = ("checkable", "worth", "subjective", *map(str, KINDS))
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

    Weights of the context (384, heads), cues (cues, heads) and hashed words (`worth` only).
    """

    context: Floats
    cues: Floats
    hashes: Floats
    intercepts: Floats

    def logits(self, texts: Sequence[str], contexts: Floats, cues: Floats) -> Floats:
        """Log-odds (n, heads) of n sentences with their contexts (n, 384) and cues (n, cues)."""
        found = CONTEXT_SCALE * contexts @ self.context + cues @ self.cues + self.intercepts
        for row, text in enumerate(texts):
            places, weights = hashes_of(text[:LONGEST_READ])
            found[row, 1] += HASH_SCALE * float(self.hashes[places] @ weights)
        return found


def judge(
    texts: Sequence[str],
    headings: Sequence[bool] | None = None,
    contexts: NDArray[np.float32] | None = None,
) -> list[Judgement]:
    """One judgement a sentence, in order.

    headings: which of them are headings. contexts: as `contexts_of` gives them, read here where
    they aren't given; a claim's is that of its words in their sentence.
    """
    if not texts:
        return []
    all_cues = [cues_of(text[:LONGEST_READ]) for text in texts]
    known = contexts if contexts is not None else contexts_of(texts)
    logits = load_model().logits(
        texts, known.astype(np.float64), np.array([cues.as_row() for cues in all_cues])
    )
    flags = headings if headings is not None else [False] * len(texts)
    return [
        _judged(cues, row, is_heading)
        for cues, row, is_heading in zip(all_cues, logits, flags, strict=True)
    ]


@lru_cache(maxsize=1)
def load_model() -> Model:
    """The shipped weights. Raises RuntimeError when they were made for other features."""
    with np.load(_WEIGHTS) as stored:
        made_for = (tuple(stored["cue_names"]), tuple(stored["heads"]), len(stored["hashes"]))
        if made_for != (NAMES, HEADS, WIDTH):
            raise RuntimeError("check-worthiness weights were trained on other cues")
        names = ("context", "cues", "hashes", "intercepts")
        return Model(**{name: stored[name].astype(np.float64) for name in names})


def _judged(cues: Cues, logits: Floats, is_heading: bool) -> Judgement:
    checkable, worth, subjective = (_share(logit) for logit in logits[:3])
    score = round(WORTH_SHARE * worth + (1 - WORTH_SHARE) * checkable, 4)
    label, ceiling = _label(cues, checkable, logits[3:]), 1.0
    if is_heading:
        label, ceiling = Label.HEADING, HEADING_CEILING
    elif label is Label.QUESTION:
        ceiling = QUESTION_CEILING
    reasons = reasons_of(label, cues, subjective)
    return Judgement(label, min(score, ceiling), reasons, checkable, subjective)


def _label(cues: Cues, checkable: float, kinds: Floats) -> Label:
    if cues.question:
        return Label.QUESTION
    return Label.CHECKABLE if checkable > CHECKABLE_FROM else KINDS[int(kinds.argmax())]


def _share(logit: float) -> float:
    return float(round(1 / (1 + np.exp(-np.clip(logit, -30, 30))), 4))
