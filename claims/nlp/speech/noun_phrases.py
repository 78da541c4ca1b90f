"""Noun phrases beside a verb of saying, by word lists: where they start and end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.naming.named_people import BREAKS, small_words
from claims.nlp.speech.speech_verbs import is_speech_verb
from claims.nlp.types import Span

_TO_WHOM = (["a", "chi"], ["a", "quanti"])  # "A chi gli ricorda gli esuberi replica"
_ADVERBIAL = frozenset(["in", "con", "attraverso", "dopo", "durante", "presso", "nel", "nella"])


def phrase_before(
    text: str, tokens: Sequence[re.Match[str]], language: str
) -> tuple[Span, bool] | None:
    """The noun phrase that ends right before the verb."""
    kept = list(tokens)
    while kept and (
        kept[-1].group().lower() in small_words(language, "lead") or kept[-1].group() == ","
    ):
        kept.pop()
    for i in range(len(kept) - 1, -1, -1):
        if kept[i].group() in BREAKS or kept[i].group() == ",":
            kept = kept[i + 1 :]
            break
    if kept and not opens_phrase(kept[0].group(), language) and kept[0] is not tokens[0]:
        comma = next((i for i, t in enumerate(tokens) if t.group() == ","), 0)
        kept = list(tokens[:comma])
    elif [t.group().lower() for t in kept[:2]] in _TO_WHOM:
        return None
    elif kept and kept[0].group().lower() in small_words(language, "prepositions"):
        kept = kept[next_phrase(kept, language) or len(kept) :]
    while kept and kept[0].group().lower() in small_words(language, "conjunctions"):
        kept = kept[1:]
    said = [i for i in range(1, len(kept) - 1) if is_speech_verb(kept, i, language)]
    joined = any(t.group().lower() in ("e", "ed", "and") for t in kept)
    if said and language == "en" and not joined:  # "Police said the man had shouted"
        kept = kept[said[-1] + 1 :]
    kept = _without_adverbials(kept[: _first_auxiliary(kept, language)])
    if not kept or len(kept) > 12 or not may_be_subject(kept, language):
        return None
    if {kept[0].group().lower(), kept[-1].group().lower()} & small_words(language, "pronouns"):
        return None
    if len(kept) == 1 and not may_speak_alone(kept[0].group(), language):
        return None
    return Span(kept[0].start(), kept[-1].end()), False


def _first_auxiliary(tokens: Sequence[re.Match[str]], language: str) -> int | None:
    helping = small_words(language, "auxiliaries")
    return next((i for i, t in enumerate(tokens) if i and t.group().lower() in helping), None)


def next_phrase(tokens: Sequence[re.Match[str]], language: str) -> int | None:
    """Where the subject begins behind "In mattinata però": a phrase that nothing governs."""
    small = small_words(language, "prepositions")
    for i in range(2, len(tokens)):
        before = tokens[i - 1].group().lower().replace("’", "'")
        is_clitic = i + 1 < len(tokens) and is_speech_verb(tokens, i + 1, language)
        opens = opens_phrase(tokens[i].group(), language) and not is_clitic
        if opens and before not in small:
            return i
    return None


def _without_adverbials(kept: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """ "La FIS in una nota sul sito": the phrase without what stands behind its noun."""
    cut = next((i for i, t in enumerate(kept) if i > 1 and t.group().lower() in _ADVERBIAL), None)
    return list(kept[:cut])


def may_be_subject(kept: Sequence[re.Match[str]], language: str) -> bool:
    """A noun phrase with its determiner, or words in capitals ("Muti", "Economists")."""
    first = kept[0].group()
    if not opens_phrase(first, language):
        return False
    if first.lower().replace("’", "'") in small_words(language, "determiners"):
        return True
    proper = all(token.group()[0].isupper() for token in kept)
    return language == "en" or proper or first.lower() in small_words(language, "bare_plurals")


def phrase_end_of(tokens: Sequence[re.Match[str]], end: int, language: str) -> int:
    """Where the noun phrase that starts a stretch ends: at a comma, a verb-like break, a clause."""
    last = tokens[0].end()
    for token in tokens[:12]:
        word = token.group().lower()
        stops = word == "," or word in BREAKS or word in small_words(language, "clause_words")
        if token.start() >= end or stops:
            break
        last = token.end()
    return last


def may_speak_alone(word: str, language: str) -> bool:
    """ "Economists", "qualcuno"; not an article without its noun, nor an adverb."""
    lower = word.lower()
    if lower in ("qualcuno", "uno", "one"):
        return True
    if language == "it":  # a name would be among the names: "Tuttavia, aggiunge"
        return lower in small_words("it", "bare_plurals")
    return lower not in small_words(language, "determiners") and not lower.endswith(("mente", "ly"))


def opens_phrase(word: str, language: str) -> bool:
    lower = word.lower().replace("’", "'")
    if lower in small_words(language, "determiners"):
        return True
    small = small_words(language, "prepositions") | small_words(language, "conjunctions")
    return word[0].isupper() and lower not in small | small_words(language, "lead")
