"""The figures of the check-worthiness model, as its model card and `score_extraction` show them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from sklearn.metrics import accuracy_score, average_precision_score, f1_score

from claims.nlp.training.calibration import brier_score, calibration_error, reliability
from claims.nlp.training.check_sets import SentenceSet, balance
from claims.nlp.types import Label
from claims.nlp.weighing.check_worthiness import Judgement, Model
from claims.nlp.weighing.several_sentences import judge_texts


def report(sets: dict[str, SentenceSet], held_out: dict[str, np.ndarray], model: Model) -> None:
    """Print the figures of the model on every set, and of held-out folds."""
    for line in held_out_lines(sets, held_out):
        print(line)
    for name, found in sets.items():
        if name not in ("own", "debate_train", "gold_train", "taught"):
            print(set_line(name, found.answers, judge_texts(found.texts, model=model)))


def held_out_lines(sets: dict[str, SentenceSet], held_out: dict[str, np.ndarray]) -> Iterator[str]:
    """What the folds said of sentences they had not seen."""
    gold, own, taught = sets["gold_train"], sets["own"], sets["taught"]
    checkable = held_out["checkable"]
    parts = np.split(checkable, np.cumsum([len(gold), len(own), len(taught)]))
    for name, found, shares in zip(
        ("gold", "own", "taught"), (gold, own, taught), parts, strict=False
    ):
        yield figures(f"{name}, held out: checkable", found.answers, shares)
    worth = held_out["worth"][-len(own) :]
    levels = np.array([sentence.worth for sentence in own.own])
    for language in ("it", "en"):
        mine = np.array([sentence.language == language for sentence in own.own])
        yield figures(f"own {language}, held out: worth >= 2", levels[mine] >= 2, worth[mine])
    debate = sets["debate_train"]
    said, balanced = held_out["worth"][: len(debate)], balance(debate.answers)
    yield (
        f"debates, held out, both answers weighing the same: worth "
        f"Brier {brier_score(debate.answers, said, balanced):.3f} "
        f"ECE {calibration_error(debate.answers, said, balanced):.3f}"
    )
    yield bins_line("debates: worth", reliability(debate.answers, said, balanced))
    yield bins_line("own: worth >= 2", reliability(levels >= 2, worth))
    yield bins_line("gold: checkable", reliability(gold.answers, checkable[: len(gold)]))
    means = [f"{worth[levels == level].mean():.2f}" for level in range(4)]
    yield f"own, held out: mean worth by level 0 to 3: {' '.join(means)}"


def bins_line(name: str, bins: list[tuple[float, float, float]]) -> str:
    """Share said > share found, bin by bin."""
    return f"{name}: " + " ".join(f"{said:.2f}>{found:.2f}" for said, found, _ in bins)


def figures(name: str, answers: np.ndarray, shares: np.ndarray) -> str:
    """Average precision, F1 at a half, Brier score and calibration error of one question."""
    return (
        f"{name:36} n {len(answers):5} AP {average_precision_score(answers, shares):.3f} "
        f"F1 {f1_score(answers, shares > 0.5):.3f} acc {accuracy_score(answers, shares > 0.5):.3f} "
        f"Brier {brier_score(answers, shares):.3f} ECE {calibration_error(answers, shares):.3f}"
    )


def set_line(name: str, answers: np.ndarray, judgements: list[Judgement]) -> str:
    """Label, score, `checkable` and `subjective` against one set's answers."""
    label = np.array([j.label is Label.CHECKABLE for j in judgements])
    score = np.array([j.check_worthiness for j in judgements])
    checkable = np.array([j.checkable for j in judgements])
    objective = 1 - np.array([j.subjective for j in judgements])
    return (
        f"{name:18} n {len(answers):5} label F1 {f1_score(answers, label):.3f} "
        f"acc {accuracy_score(answers, label):.3f} "
        f"macro-F1 {f1_score(answers, label, average='macro'):.3f} | "
        f"score AP {average_precision_score(answers, score):.3f} "
        f"F1>.5 {f1_score(answers, score > 0.5):.3f} Brier {brier_score(answers, score):.3f} "
        f"ECE {calibration_error(answers, score):.3f} | "
        f"checkable AP {average_precision_score(answers, checkable):.3f} "
        f"ECE {calibration_error(answers, checkable):.3f} | "
        f"objective macro-F1 {f1_score(answers, objective > 0.5, average='macro'):.3f}"
    )
