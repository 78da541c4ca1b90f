"""Why a sentence got its label and score: keys of the interface's texts, true of the sentence."""

from __future__ import annotations

from claims.nlp.types import Label
from claims.nlp.weighing.sentence_cues import Cues

# What a sentence shows, the weightiest for an editor first.
_SHOWN = (
    ("numbers", "quantity"),
    ("years", "date"),
    ("names", "named_actor"),
    ("institution", "institution"),
    ("money", "money"),
    ("change", "change"),
    ("record", "record"),
    ("comparison", "comparison"),
    ("reported", "reported_speech"),
    ("future", "prediction"),
    ("first_person", "first_person"),
    ("hedged", "hedged"),
)
NO_FACT = "no_fact"
KEYS = frozenset(key for _, key in _SHOWN) | {"opinion", "exhortation", NO_FACT}


def reasons_of(label: Label, cues: Cues, subjective: float) -> tuple[str, ...]:
    """Keys of the reasons; a heading or question is its own reason.

    subjective: the share of the judgement; above a half, words of judgement make an opinion.
    """
    if label in (Label.HEADING, Label.QUESTION):
        return (str(label),)
    shown = [key for cue, key in _SHOWN if getattr(cues, cue)]
    if cues.movement and (cues.numbers or cues.spelled):  # to rise on a train is no change
        shown.append("change")
    if cues.conditional and cues.italian == 1:  # "avrebbe": the press's way to say "allegedly"
        shown.append("hedged")
    if subjective > 0.5 and cues.opinion:
        shown.append("opinion")
    return tuple(dict.fromkeys([*_why_not(label, cues, subjective > 0.5), *shown]))


def _why_not(label: Label, cues: Cues, is_judging: bool) -> list[str]:
    """Why a sentence can't be checked; what no word of it shows is not said of it."""
    if label is Label.CHECKABLE:
        return []
    if label is Label.OPINION and (is_judging or cues.opinion):
        return ["opinion"]
    if label is Label.PREDICTION and cues.future:
        return ["prediction"]
    if label is Label.EXHORTATION and cues.exhortation:
        return ["exhortation"]
    return [NO_FACT]
