"""What a language model may say of a sentence, and how the splitter reaches one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim as a model proposes it; nothing of it is believed yet.

    sentence: an index into the document's sentences. pieces: words that should be the sentence's
    own. text: a wording that should stand alone.
    """

    sentence: int
    pieces: tuple[str, ...]
    text: str


Proposals = Mapping[int, Sequence[Proposal]]
"""Proposals by sentence."""
NO_PROPOSALS: Proposals = {}


@dataclass(frozen=True, slots=True)
class AskedSentence:
    """A sentence that a model is asked about; [start, end) in the article's text."""

    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A few sentences in a row, with words of the article before them that tell who is who."""

    language: str
    opening: str
    before: str
    sentences: tuple[AskedSentence, ...]


@dataclass(frozen=True, slots=True)
class Proposer:
    """The model's name, and a way to ask it: None where no answer can be had."""

    model: str
    propose: Callable[[Question], Sequence[Proposal] | None]
