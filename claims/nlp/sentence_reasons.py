"""Why a sentence got its label and score: keys of the interface's texts, true of the sentence."""

from __future__ import annotations

from claims.nlp.sentence_cues import Cues
from claims.nlp.types import Label

# Facts that a sentence shows, the weightiest for an editor first.
_FACTS = (
    ("numbers", "quantity"),
    ("years", "date"),
    ("names", "named_actor"),
    ("institution", "institution"),
    ("money", "money"),
    ("change", "change"),
    ("record", "record"),
    ("comparison", "comparison"),
    ("reported", "reported_speech"),
)
_TONES = (
    ("opinion", "opinion"),
    ("future", "prediction"),
    ("exhortation", "exhortation"),
    ("first_person", "first_person"),
    ("hedged", "hedged"),
    ("conditional", "hedged"),
    ("unfinished", "unfinished"),
)
# What is left for a sentence whose label no cue explains.
_LABEL_REASONS = {
    Label.OPINION: "opinion",
    Label.PREDICTION: "prediction",
    Label.EXHORTATION: "exhortation",
    Label.OTHER: "no_fact",
}


def reasons_of(label: Label, cues: Cues) -> tuple[str, ...]:
    """Keys of the reasons, those of the label first; a heading or question is its own reason."""
    if label in (Label.HEADING, Label.QUESTION):
        return (str(label),)
    facts = [key for cue, key in _FACTS if getattr(cues, cue)]
    tones = [key for cue, key in _TONES if getattr(cues, cue)]
    if label is Label.CHECKABLE:
        return tuple(dict.fromkeys(facts + tones))
    return tuple(dict.fromkeys([_LABEL_REASONS[label], *tones, *facts]))
