"""Whose a gerund is: "I delegati sono usciti dal palazzo, gridando «...»"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.naming.named_people import (
    BREAKS,
    after_last,
    is_person_like,
    small_words,
)
from claims.nlp.speech.asides import without_brackets
from claims.nlp.speech.joint_speakers import free_names
from claims.nlp.speech.noun_phrases import may_speak_alone, next_phrase, opens_phrase
from claims.nlp.speech.speech_verbs import is_speech_verb
from claims.nlp.types import Entity, Span

_SUBORDINATORS = frozenset({
    "mentre", "quando", "se", "poiché", "siccome", "anche", "sebbene", "nonostante", "ieri",
    "oggi", "intanto", "infatti", "poi", "inoltre", "when", "while", "although", "though",
    "as", "if", "since", "because", "yesterday", "today", "meanwhile", "once"
})  # fmt: skip
_ONE_WORD = frozenset({
    ",", "oggi", "ieri", "e", "ed", "ma", "intanto", "poi", "today", "yesterday"
})  # fmt: skip
_FINITE = re.compile(r"[^\W\d_]+(?:[aei]va(?:no)?|[aei]rono|ò|ì)|si|non")
_FINITE_ENGLISH = re.compile(r"[^\W\d_]{2,}(?:ed)|did|does|met|came|went|took|left|told|gave|made")
MOST_WORDS = 12


def is_gerund(token: re.Match[str]) -> bool:
    """ "dicendo", "definendolo", "saying"."""
    return (
        re.fullmatch(r"\w+(?:[ae]ndo(?:l[oaie]|gli|si|ne|ci)?|ing)", token.group().lower())
        is not None
    )


def main_subject(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """The subject of the clause whose words these are, by its place before the first verb."""
    kept = without_brackets(tokens)
    kept = kept[after_last([t.group() for t in kept], BREAKS) :]
    kept = _without_lead(kept, language)
    if not kept or not opens_phrase(kept[0].group(), language):
        return None
    if kept[0].group().lower() in small_words(language, "pronouns"):
        return None
    end = first_verb(kept, language)
    if end is None and kept[-1].group() != ",":
        end = len(kept)  # "A plaque reading “...”"
    if end is None:
        return None
    start, stop = kept[0].start(), kept[end - 1].end()
    within = [n for n in names if start <= n.start and n.end <= stop]
    inside = free_names(text, within, start, language)
    if within and within[0].start == start and within[0] not in inside:
        return None
    people = [n for n in inside if n.label == "PER"] or [
        n for n in inside if is_person_like(text, n) or n.start == start
    ]
    if people:
        return Span(people[0].start, people[0].end), True
    comma = next((i for i, t in enumerate(kept[:end]) if t.group() == ","), end)
    if comma == 1 and not may_speak_alone(kept[0].group(), language):
        return None
    return Span(start, kept[comma - 1].end()), False


def _without_lead(tokens: Sequence[re.Match[str]], language: str) -> list[re.Match[str]]:
    """Words behind "In piazza,", "Mentre Neri parlava,", "Oggi"."""
    kept = list(tokens)
    small = small_words(language, "prepositions") | small_words(language, "conjunctions")
    while kept:
        word = kept[0].group().lower().replace("’", "'")
        if word not in small | _SUBORDINATORS | {","}:
            break
        comma = next((i + 1 for i, t in enumerate(kept) if t.group() == ","), None)
        if word in small_words(language, "lead") | _ONE_WORD:
            comma = 1
        kept = kept[comma or next_phrase(kept, language) or 1 :]
    return kept


def first_verb(tokens: Sequence[re.Match[str]], language: str) -> int | None:
    """Index of the first word that is a finite verb by its form."""
    finite = _FINITE if language == "it" else _FINITE_ENGLISH
    for i, token in enumerate(tokens[1:MOST_WORDS], 1):
        word = token.group().lower()
        if word in small_words(language, "auxiliaries") or is_speech_verb(tokens, i, language):
            return i
        if token.group().islower() and finite.fullmatch(word):
            return i
    return None
