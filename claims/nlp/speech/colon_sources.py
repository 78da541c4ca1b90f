"""Speech behind a bare colon, without a verb of saying: "Un passante: «...»"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.naming.named_people import BREAKS, after_last, is_governed, small_words
from claims.nlp.speech.main_subject import first_verb
from claims.nlp.speech.noun_phrases import may_be_subject
from claims.nlp.speech.role_openers import body_opener, role_opener
from claims.nlp.speech.speech_cue import Cue
from claims.nlp.speech.transcripts import INITIALS
from claims.nlp.types import Entity, Span

MOST_WORDS = 7  # of a phrase before a colon


def ends_in_colon(text: str, at: int) -> bool:
    """Whether a colon stands before a quotation that starts at `at`."""
    return text[max(0, at - 3) : at].rstrip().rstrip("«“\"'‘").rstrip().endswith(":")


def colon_source(
    text: str, tokens: Sequence[re.Match[str]], at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """Who stands before a bare colon: a person, the clause's subject or the phrase itself."""
    if not tokens or not ends_in_colon(text, at):
        return None
    start = tokens[0].start()
    people = [n for n in names if start <= n.start < at and n.label == "PER"]
    free = [n for n in people if not is_governed(text, n.start, start, language)]
    phrase = (
        _initials(text, tokens, at)
        or _subject(text, tokens, at, language)
        or _last_phrase(text, tokens, language)
    )
    named = free or ([] if phrase else people)
    span = Span(named[-1].start, named[-1].end) if named else phrase
    last = tokens[-2] if len(tokens) > 1 else tokens[-1]
    return Cue(last.start(), last.end(), span, span is not None)


def _subject(text: str, tokens: Sequence[re.Match[str]], at: int, language: str) -> Span | None:
    """ "Il ministero prende le distanze: «...»": the person or body that the clause opens with."""
    inner = tokens[:-1] if tokens[-1].group() == ":" else tokens
    cut = after_last([t.group() for t in inner], BREAKS)
    if cut >= len(inner):
        return None
    start = inner[cut].start()
    return role_opener(text, start, at, language) or body_opener(text, start, at, language)


def _last_phrase(text: str, tokens: Sequence[re.Match[str]], language: str) -> Span | None:
    """ "Un passante:", "Più cauti gli analisti di Borsa Nord:": the phrase up to the colon."""
    kept = list(tokens[:-1] if tokens[-1].group() == ":" else tokens)
    kept = kept[after_last([t.group() for t in kept], BREAKS | {","}) :]
    small = small_words(language, "prepositions")
    for i, token in enumerate(kept):
        governed = i > 0 and kept[i - 1].group().lower().replace("’", "'") in small
        determined = token.group().lower().replace("’", "'") in small_words(language, "determiners")
        if governed or not (determined or i == 0):
            continue
        phrase = kept[i:]
        fits = 1 < len(phrase) <= MOST_WORDS and may_be_subject(phrase, language)
        whole = len(phrase) >= len(tokens) - 1
        if fits and not whole:
            fits = _is_of_people(text, phrase, language)
        if fits and first_verb(phrase, language) is None:
            return Span(phrase[0].start(), phrase[-1].end())
    return None


def _is_of_people(text: str, phrase: Sequence[re.Match[str]], language: str) -> bool:
    start, end = phrase[0].start(), phrase[-1].end()
    opener = role_opener(text, start, end, language) or body_opener(text, start, end, language)
    return opener is not None


def _initials(text: str, tokens: Sequence[re.Match[str]], at: int) -> Span | None:
    """The initials that open a line of an interview ("A.N.: ...")."""
    start = tokens[0].start()
    shown = text[start:at].rstrip(" :")
    return Span(start, start + len(shown)) if INITIALS.fullmatch(shown) else None
