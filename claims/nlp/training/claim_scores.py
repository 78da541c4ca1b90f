"""How good the claims are that would be picked, and which thresholds pick best."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import Mask
from claims.nlp.scoring.counts import Counts, total
from claims.nlp.splitting.claim_marks import is_asserted
from claims.nlp.splitting.claim_model import Choice, chosen
from claims.nlp.splitting.distinct_claims import without_repeats
from claims.nlp.training.claim_examples import Example
from claims.nlp.training.measure import score_sentence

RIGHT = 0.8
ALIKE = 0.003  # mean F1s that differ by less are the same
BALANCED = 0.09  # how far apart precision and recall may lie: a point less than promised


def score_of(examples: Iterable[Example], choice: Choice, bar: float = RIGHT) -> Counts:
    """Claim F1 of what would be picked."""
    return total(score_sentence(e.gold.claims, picked(e, choice), bar) for e in examples)


def picked(example: Example, choice: Choice) -> list[Mask]:
    """What the product would show: no claims of headings, none that isn't asserted, none twice."""
    tree = example.gold.tree
    if example.gold.heading or not example.pool:
        return []
    found = chosen(tree, example.pool, example.scores, choice)
    statements = (Statement(tree, c.head, c.mask) for c in found)
    return [s.mask for s in without_repeats(s for s in statements if is_asserted(s))]


def best_choices(examples: Sequence[Example]) -> dict[str, Choice]:
    """Each language's thresholds, by `best_choice`."""
    return {
        language: best_choice([e for e in examples if e.gold.language == language])
        for language in languages_of(examples)
    }


def best_choice(examples: Sequence[Example]) -> Choice:
    """The thresholds with the best F1 on the cross-fitted scores of one language.

    Only those where precision and recall are balanced, if there are any; of those that chance
    alone could tell apart, the ones where they lie closest.
    """
    options = [Choice(c / 100, o) for c in range(17, 46, 3) for o in (0.6, 0.7, 0.8)]
    scores = {choice: score_of(examples, choice) for choice in options}
    gaps = {choice: abs(found.precision - found.recall) for choice, found in scores.items()}
    balanced = [choice for choice in options if gaps[choice] <= BALANCED] or options
    least = max(scores[choice].f1 for choice in balanced) - ALIKE
    return min((c for c in balanced if scores[c].f1 >= least), key=gaps.__getitem__)


def languages_of(examples: Iterable[Example]) -> list[str]:
    """The languages of the examples, in order."""
    return sorted({e.gold.language for e in examples})


def report(name: str, examples: Sequence[Example], choices: Mapping[str, Choice]) -> None:
    """Print F1 at .8 and .5, language by language."""
    for language in languages_of(examples):
        part = [e for e in examples if e.gold.language == language]
        choice = choices[language]
        near = score_of(part, choice, 0.5)
        print(
            f"{name:6} {language}: {shown(score_of(part, choice))}  F1@.5 {near.f1:.3f}", flush=True
        )


def shown(counts: Counts) -> str:
    """Precision, recall and F1 in one line."""
    return f"P {counts.precision:.3f} R {counts.recall:.3f} F1 {counts.f1:.3f}"


def f1_of(examples: Sequence[Example], choices: Mapping[str, Choice]) -> dict[str, float]:
    """F1 of each language."""
    parts = {x: [e for e in examples if e.gold.language == x] for x in languages_of(examples)}
    return {x: round(score_of(part, choices[x]).f1, 3) for x, part in parts.items()}


def save_scores(cross_fitted: dict[str, float], path: Path) -> None:
    """Write the F1s beside the weights, for `scoring.trained`."""
    made = dt.datetime.now(dt.UTC).date().isoformat()
    text = json.dumps({"made": made, "cross_fitted": cross_fitted})
    path.with_name("scores.json").write_text(f"{text}\n", "utf-8")
