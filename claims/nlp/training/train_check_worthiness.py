"""Train the check-worthiness weights; data in, weights and scores out, the same each time.

    python -m claims.nlp.training.train_check_worthiness --data DATA [--out DIR]

DATA holds `checkworthiness_en/train.jsonl` (ClaimBuster, {"text", "label"}) and
`gold_dev/train/*.json` (articles with labelled sentences), which train; `gold_dev/dev`,
`checkworthiness_en/{dev,devtest}.jsonl` and, where present, `policlaim_en` and
`subjectivity_it` are only measured.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score

from claims.nlp.check_worthiness import VECTOR_SCALE, vectors_of
from claims.nlp.sentence_cues import NAMES, cues_of

DEFAULT_OUT = Path(__file__).parents[1] / "weights" / "check_worthiness"
GOLD_WEIGHT = 4.0  # there are ten times as many debate sentences
STRENGTH = 0.3


def main() -> None:
    """Train, store the weights, print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    arguments = parser.parse_args()
    sets = {name: rows for name, rows in read_sets(arguments.data).items() if rows}
    features = {name: features_of([text for text, _ in rows]) for name, rows in sets.items()}
    labels = {name: np.array([label for _, label in rows]) for name, rows in sets.items()}
    model = fit(features, labels)
    store(model, arguments.out)
    report(model, features, labels)


def read_sets(data: Path) -> dict[str, list[tuple[str, int]]]:
    """(sentence, 0 or 1) pairs of every set that is there."""
    debates = data / "checkworthiness_en"
    return {
        "gold_train": gold_sentences(data / "gold_dev" / "train"),
        "debate_train": labelled(debates / "train.jsonl"),
        "gold_dev": gold_sentences(data / "gold_dev" / "dev"),
        "debate_dev": labelled(debates / "dev.jsonl"),
        "debate_devtest": labelled(debates / "devtest.jsonl"),
        "policlaim": labelled(data / "policlaim_en" / "train.jsonl"),
        "subjectivity": labelled(data / "subjectivity_it" / "dev.jsonl", yes="OBJ"),
    }


def gold_sentences(folder: Path) -> list[tuple[str, int]]:
    """Sentences of gold articles; those labelled "either" are left out."""
    pairs = []
    for path in sorted(folder.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        for sentence in article["sentences"]:
            if sentence["label"] != "either":
                shown = article["text"][sentence["start"] : sentence["end"]]
                pairs.append((shown, int(sentence["label"] == "yes")))
    return pairs


def labelled(path: Path, *, yes: object = 1) -> list[tuple[str, int]]:
    """Lines {"text", "label"}; empty when the file isn't there."""
    if not path.exists():
        return []
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [(line["text"], int(line["label"] == yes)) for line in lines]


def features_of(texts: list[str]) -> np.ndarray:
    """(n, 512 + cues): the vector, scaled, and the cues."""
    cues = np.array([cues_of(text).as_row() for text in texts])
    return np.hstack([VECTOR_SCALE * vectors_of(texts), cues])


def fit(features: dict[str, np.ndarray], labels: dict[str, np.ndarray]) -> LogisticRegression:
    """One regression over both training sets; its last column is the domain."""
    gold, debate = features["gold_train"], features["debate_train"]
    rows = np.vstack([with_domain(gold, 1.0), with_domain(debate, 0.0)])
    answers = np.concatenate([labels["gold_train"], labels["debate_train"]])
    weights = np.concatenate([np.full(len(gold), GOLD_WEIGHT), np.ones(len(debate))])
    return LogisticRegression(C=STRENGTH, max_iter=5000).fit(rows, answers, sample_weight=weights)


def with_domain(rows: np.ndarray, domain: float) -> np.ndarray:
    """The rows with the domain as their last column."""
    return np.hstack([rows, np.full((len(rows), 1), domain)])


def store(model: LogisticRegression, folder: Path) -> None:
    """Write weights.npz as `check_worthiness.load_model` reads it."""
    weights = model.coef_[0].astype(np.float32)
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        folder / "weights.npz",
        vector=weights[:512],
        cues=weights[512:-1],
        domain=weights[-1],
        intercept=np.float32(model.intercept_[0]),
        cue_names=np.array(NAMES),
    )


def report(
    model: LogisticRegression, features: dict[str, np.ndarray], labels: dict[str, np.ndarray]
) -> None:
    """Average precision of the score, F1 of label (domain 1) and of score at a half."""
    for name, rows in features.items():
        score = model.predict_proba(with_domain(rows, 0.5))[:, 1]
        label = model.predict_proba(with_domain(rows, 1.0))[:, 1] > 0.5
        truth = labels[name]
        print(
            f"{name:15} n {len(truth):6} AP {average_precision_score(truth, score):.4f} "
            f"label F1 {f1_score(truth, label):.4f} score>.5 F1 {f1_score(truth, score > 0.5):.4f}"
        )


if __name__ == "__main__":
    main()
