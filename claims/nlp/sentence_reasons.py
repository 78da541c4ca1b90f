"""Why a sentence got its label and score: keys of the interface's texts, true of the sentence."""

from __future__ import annotations

from claims.nlp.sentence_cues import Cues
from claims.nlp.types import Label

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
# Why a sentence can't be checked, by its label.
_LABEL_REASONS = {
    Label.OPINION: "opinion",
    Label.PREDICTION: "prediction",
    Label.EXHORTATION: "exhortation",
    Label.OTHER: "no_fact",
}
KEYS = frozenset(key for _, key in _SHOWN) | frozenset(_LABEL_REASONS.values())


def reasons_of(label: Label, cues: Cues, subjective: float) -> tuple[str, ...]:
    """Keys of the reasons; a heading or question is its own reason.

    subjective: the share of the judgement; above a half the sentence sounds like an opinion.
    """
    if label in (Label.HEADING, Label.QUESTION):
        return (str(label),)
    shown = [key for cue, key in _SHOWN if getattr(cues, cue)]
    if cues.movement and (cues.numbers or cues.spelled):  # to rise on a train is no change
        shown.append("change")
    if cues.conditional and cues.italian == 1:  # "avrebbe": the press's way to say "allegedly"
        shown.append("hedged")
    tone = ["opinion"] if subjective > 0.5 else []
    first = [] if label is Label.CHECKABLE else [_LABEL_REASONS[label]]
    return tuple(dict.fromkeys([*first, *shown, *tone]))
