"""Who says a quotation: the cue ("scriveva", "according to") and the speaker's mention beside it.

Looks after the quotation, before it, and inside it ("… - ha detto X - …"), by word order and word
lists, without a parse. A mention may be a name, a noun phrase ("i periti del tribunale"),
or nothing (a pronoun, a dropped subject): then `quotes` finds the person through the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.nlp.lexicon import words
from claims.nlp.named_people import BREAKS, is_governed, is_person_like, small_words
from claims.nlp.speaker_mentions import (
    agent_after,
    opens_phrase,
    pronoun_at,
    pronoun_before,
    subject_after,
    subject_before,
    text_read,
    tokens_of,
)
from claims.nlp.speaking_houses import spokesplace, text_reads
from claims.nlp.speech_verbs import is_speech_verb
from claims.nlp.transcripts import INITIALS
from claims.nlp.types import Entity, Span


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that announce speech, and the mention of who speaks (None when left unsaid)."""

    start: int
    end: int
    speaker: Span | None
    is_name: bool = False
    close: bool = True
    pronoun: str | None = None


_ACCORDING = re.compile(
    r"(?<!\w)(?P<cue>secondo(?:\s+quanto\s+\w+\s+da(?:l|lla|i|gli|lle|ll['’])?)?"
    r"|stando\s+a(?:l|lla|i|lle|ll['’])?|a\s+detta\s+d(?:i|el|ella|ei|egli|elle|ell['’])"
    r"|a\s+(?:giudizio|parere|dire)\s+d(?:i|el|ella|ei|egli|elle|ell['’])"
    r"|per(?=\s+(?:(?:il|la|lo|i|gli|le)\s+|l['’])?(?-i:[A-ZÀ-Þ]))|(?<![\w\s,;]\s)(?-i:Per)(?=\s+(?:il|la|lo|i|gli|le|l['’]))"
    r"|according\s+to|in\s+the\s+words\s+of)\s*",
    re.IGNORECASE,
)
_NEXT_SAYS = re.compile(
    r"[\s.:,»”\"]{0,4}(?P<cue>Lo|L['’](?=h|av)|[Cc]osì(?=\s(?:il|la|lo|i|gli|le|l['’]|[A-ZÀ-Þ]|ha|si))"
    r"|Parola\sdi|Parole\sdi|È\squanto|A\sdirlo\sè|A\sparlare\sè|A\ssostenerlo\sè"
    r"|So\ssaid|Thus|Those\swere\sthe\swords\sof|That\swas\show)\s?"
)
PER_REACH = 4  # "Per la guida suprema, «...»": the quotation follows at once, else "per" is no cue
_BY_WHOM = re.compile(r"(?<!\w)per\s+(?:il|la)\s+quale|secondo\s+(?:il|la)\s+quale", re.IGNORECASE)
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
        return _noun_cue(text, tokens, language, names)
    before = [t for t in tokens[:verb] if t.group().lower() not in small_words(language, "lead")]
    if before:
        mention = subject_before(text, before, language, names)
    else:
        behind = tokens[verb + 1 :]
        mention = agent_after(text, behind, limit, names, language) or subject_after(
            text, behind, limit, language, names
        )
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


def source_after(
    text: str, at: int, limit: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """ "«...» secondo X", "«...», per X": the source right behind a quotation."""
    while at < limit and text[at] in " ,":
        at += 1
    match = _ACCORDING.match(text, at, limit)
    if match is None:
        return None
    tokens = tokens_of(text, match.end(), limit, language)
    mention = subject_after(text, tokens, limit, language, names)
    if mention is None:
        return None
    return Cue(match.start("cue"), match.end("cue"), *mention)


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
        passive = agent_after(text, between, at, names, language)
        if passive is not None:
            return Cue(tokens[i].start(), tokens[i].end(), *passive, close)
        inverted = _inverted(tokens, i, language)
        after = subject_after(text, between, at, language, names)
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


def source_before(
    text: str, start: int, at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """ "Secondo X, «...»", "per il quale ... «...»", "la replica di X: «", a bare colon."""
    tokens = tokens_of(text, start, at, language)
    source = _according(text, start, at, language, names)
    return source or _noun_before(text, tokens, at, language, names)


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


def _noun_cue(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> Cue | None:
    """ "sono le parole del presidente X", "è il commento di X"."""
    nouns = words(language, "attribution.nouns")
    for i, token in enumerate(tokens[:6]):
        if token.group() in BREAKS:
            return None
        if token.group().lower() in nouns:
            rest = tokens[i + 1 :]
            end = next((t.start() for t in rest if t.group() in ".;:!?"), token.end() + 80)
            person = [n for n in names if token.end() <= n.start < end and n.label != "LOC"]
            if person:
                return Cue(token.start(), token.end(), Span(person[0].start, person[0].end), True)
    return None


def _noun_before(
    text: str, tokens: Sequence[re.Match[str]], at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """A noun of saying close before ("la replica di X: «"), or a bare colon."""
    nouns = words(language, "attribution.nouns")
    for token in reversed(tokens[-14:]):
        if token.group().lower() in nouns:
            inside = [n for n in names if tokens[0].start() <= n.start < at and n.label != "LOC"]
            people = [n for n in inside if n.label == "PER"] or inside
            span = Span(people[-1].start, people[-1].end) if people else None
            return Cue(token.start(), token.end(), span, span is not None, close=_colon(text, at))
    if _colon(text, at) and tokens:
        inside = [n for n in names if tokens[0].start() <= n.start < at and n.label == "PER"]
        span = Span(inside[-1].start, inside[-1].end) if inside else _initials(text, tokens, at)
        last = tokens[-2] if len(tokens) > 1 else tokens[-1]
        return Cue(last.start(), last.end(), span, span is not None)
    return None


def _initials(text: str, tokens: Sequence[re.Match[str]], at: int) -> Span | None:
    """The initials that open a line of an interview ("A.N.: ...")."""
    start = tokens[0].start()
    shown = text[start:at].rstrip(" :")
    return Span(start, start + len(shown)) if INITIALS.fullmatch(shown) else None


def _colon(text: str, at: int) -> bool:
    return text[max(0, at - 3) : at].rstrip().rstrip("«“\"'‘").rstrip().endswith(":")


def _according(
    text: str, start: int, at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    by_whom = _BY_WHOM.search(text, start, at)
    if by_whom:
        people = [n for n in names if start <= n.start < by_whom.start() and n.label == "PER"]
        span = Span(people[-1].start, people[-1].end) if people else None
        return Cue(by_whom.start(), by_whom.end(), span, True)
    found = list(_ACCORDING.finditer(text, start, at))
    if not found:
        return None
    match = found[-1]
    comma = text.find(",", match.end(), at)
    end = comma if comma >= 0 else at
    if match["cue"].lower() == "per" and match["cue"] == "Per" and at - end > PER_REACH:
        return None
    cue = match.span("cue")
    free = [
        n
        for n in names
        if match.end() <= n.start < end
        and n.label != "LOC"
        and not is_governed(text, n.start, match.end(), language)
    ]
    apposed = [
        n
        for n in names
        if n.start == end + 2 and is_person_like(text, n) and text[n.end : n.end + 1] == ","
    ]
    people = [n for n in free if n.label == "PER"] or apposed or free
    if people:
        return Cue(*cue, Span(people[0].start, people[0].end), True)
    phrase = Span(match.end(), end)
    if not 4 < phrase.end - phrase.start <= 60:
        governed = [n for n in names if match.end() <= n.start < end and n.label != "LOC"]
        return Cue(*cue, Span(governed[0].start, governed[0].end), True) if governed else None
    if match["cue"].lower() == "per" and at - phrase.end > PER_REACH:
        return None
    return Cue(*cue, phrase, False)


def title_nouns(language: str) -> frozenset[str]:
    """Nouns that announce a title, not speech ("il film «...»")."""
    return small_words(language, "titled")
