"""The words that announce speech, and who is said to speak."""

from __future__ import annotations

from dataclasses import dataclass

from claims.nlp.types import Span


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that announce speech, and the mention of who speaks (None when left unsaid).

    nobodys: the verb is impersonal ("si annuncia che"), so nobody named speaks, but a text.
    """

    start: int
    end: int
    speaker: Span | None
    is_name: bool = False
    close: bool = True
    pronoun: str | None = None
    nobodys: bool = False
