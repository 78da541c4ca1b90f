"""Who says a quotation: the cue ("scriveva", "according to") and the speaker's mention beside it.

Looks after the quotation, before it, and inside it ("… - ha detto X - …"), by word order and word
lists, without a parse. A mention may be a name, a noun phrase ("i periti del tribunale"),
or nothing (a pronoun, a dropped subject): then `quotes` finds the person through the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.naming.named_people import BREAKS, small_words
from claims.nlp.speech.speaker_mentions import (
    agent_after,
    is_active,
    opens_phrase,
    pronoun_at,
    pronoun_before,
    subject_after,
    subject_before,
    text_read,
    tokens_of,
)
from claims.nlp.speech.speaking_houses import spokesplace, text_reads
from claims.nlp.speech.speech_cue import Cue
from claims.nlp.speech.speech_sources import noun_cue
from claims.nlp.speech.speech_verbs import is_speech_verb
from claims.nlp.types import Entity, Span

_NEXT_SAYS = re.compile(
    r"[\s.:,»”\"]{0,4}(?P<cue>Lo|L['’](?=h|av)|[Cc]osì(?=\s(?:il|la|lo|i|gli|le|l['’]|[A-ZÀ-Þ]|ha|si))"
    r"|Parola\sdi|Parole\sdi|È\squanto|A\sdirlo\sè|A\sparlare\sè|A\ssostenerlo\sè"
    r"|So\ssaid|Thus|Those\swere\sthe\swords\sof|That\swas\show)\s?"
)
# "accusa la giunta di aver «cambiato idea»": who stands behind the verb is spoken of
_OF_DOING = re.compile(r"\b(?:di|d['’])\s?(?:non\s)?(?:aver|esser)[ei]?\b")
_INCISO = re.compile(r"\s[–—-]\s(?P<inner>[^–—\n]{4,90}?)\s[–—-]\s")


def cue_after(text: str, at: int, limit: int, language: str, names: Sequence[Entity]) -> Cue | None:
    """A cue right behind a quotation that ends at `at`; `limit` is where its sentence ends."""
    tokens = tokens_of(text, at, min(limit, at + 160), language)
    while tokens and tokens[0].group() in ",.–—-" and tokens[0].start() - at < 3:
        if tokens[0].group() == ".":
            return None
        tokens = tokens[1:]
    verb = _first_verb(tokens, language)
    if verb is None:
        return noun_cue(text, tokens, language, names)
    if tokens[verb].group()[0].isupper():
        return None  # a new sentence whose quotation lost its point
    lead = small_words(language, "lead") | small_words(language, "phrase_first")
    before = [t for t in tokens[:verb] if t.group().lower() not in lead]
    if before:
        mention = subject_before(text, before, language, names)
    else:
        behind = tokens[verb + 1 :]
        active = is_active(tokens[: verb + 1])
        agent = None if active else agent_after(text, behind, limit, names, language)
        mention = agent or subject_after(text, behind, limit, language, names)
    if mention is None and tokens[verb].group().lower().startswith("legg"):
        mention = text_read(tokens[verb + 1 :], limit, language)
    span, is_name = mention if mention else (None, False)
    pronoun = pronoun_before(before, language) or pronoun_at(tokens[verb + 1 :], language)
    gerund = tokens[verb].group().lower().endswith(("ndo", "ing"))
    return Cue(tokens[verb].start(), tokens[verb].end(), span, is_name, not gerund, pronoun)


def cue_next(text: str, at: int, limit: int, language: str, names: Sequence[Entity]) -> Cue | None:
    """The cue that opens the next sentence: "«...». Lo scrivono i giudici", "«...»: così X"."""
    opening = _NEXT_SAYS.match(text, at, limit)
    if opening is None:
        return None
    tokens = tokens_of(text, opening.end(), limit, language)
    verb = next((i for i in range(min(5, len(tokens))) if is_speech_verb(tokens, i, language)), -1)
    start, end = opening.span("cue")
    if verb >= 0:
        start, end = tokens[verb].span()
    mention = subject_after(text, tokens[verb + 1 :], limit, language, names)
    return Cue(start, end, *mention) if mention else None


def cue_before(
    text: str, start: int, at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """The last cue between `start` (of the sentence) and a quotation that starts at `at`."""
    tokens = tokens_of(text, start, at, language)
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].group() == ";":
            return None
        if not is_speech_verb(tokens, i, language):
            continue
        between = tokens[i + 1 :]
        close = len(between) <= 9
        active = is_active(tokens[: i + 1])
        passive = None if active else agent_after(text, between, at, names, language)
        if passive is not None:
            return Cue(tokens[i].start(), tokens[i].end(), *passive, close)
        inverted = _inverted(tokens, i, language)
        accused = language == "it" and _OF_DOING.search(text, tokens[i].end(), at)
        after = None if accused else subject_after(text, between, at, language, names)
        before = subject_before(text, tokens[:i], language, names)
        if inverted:
            mention = _named(after) or _named(before) or after or before
        else:
            may_follow = language == "it" and not tokens[i].group().lower().endswith("ndo")
            may_follow = may_follow and pronoun_before(tokens[:i], language) is None
            mention = before or (_named(after) if may_follow else None)
        if mention is None:
            mention = spokesplace(tokens[: i + 1]) or text_reads(tokens[: i + 1], language)
        span, is_name = mention if mention else (None, False)
        pronoun = pronoun_before(tokens[:i], language)
        return Cue(tokens[i].start(), tokens[i].end(), span, is_name, close, pronoun)
    return None


def _named(mention: tuple[Span, bool] | None) -> tuple[Span, bool] | None:
    return mention if mention is not None and mention[1] else None


def cue_inside(
    text: str, start: int, end: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """An aside between dashes within the quotation ("- ha detto X -")."""
    for match in _INCISO.finditer(text, start, end):
        found = cue_after(text, match.start("inner"), match.end("inner"), language, names)
        if found is not None:
            return found
    return None


def _first_verb(tokens: Sequence[re.Match[str]], language: str) -> int | None:
    """Index of the verb of saying that opens the stretch, or follows its subject (English)."""
    lead = small_words(language, "lead")
    for i, token in enumerate(tokens[: 12 if language == "en" else 7]):
        word = token.group().lower()
        if word in BREAKS or (word == "," and language == "it"):
            return None
        if is_speech_verb(tokens, i, language):
            return i
        if i + 1 < len(tokens) and is_speech_verb(tokens, i + 1, language):
            return i + 1  # "ha fatto sapere", "ha poi detto"
        if language == "it" and word not in lead and not opens_phrase(tokens[0].group(), language):
            return None
    return None


def _inverted(tokens: Sequence[re.Match[str]], i: int, language: str) -> bool:
    """Italian verb first: nothing but auxiliaries and adverbs before it in its clause."""
    if language != "it":
        return False
    for token in reversed(tokens[:i]):
        word = token.group().lower()
        if word in (",", ".", ";", ":", "-", "–", "—"):
            return True
        if word not in small_words("it", "lead") and word not in small_words("it", "conjunctions"):
            return False
    return True


def title_nouns(language: str) -> frozenset[str]:
    """Nouns that announce a title, not speech ("il film «...»")."""
    return small_words(language, "titled")
