"""Sources named without a verb: "secondo X", "per X", "la replica di X:", "Un passante: «...»"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.lexicon import words
from claims.nlp.naming.named_people import BREAKS, is_governed, is_person_like
from claims.nlp.speech.colon_sources import colon_source, ends_in_colon
from claims.nlp.speech.joint_speakers import with_others
from claims.nlp.speech.main_subject import main_subject
from claims.nlp.speech.speaker_mentions import subject_after, tokens_of
from claims.nlp.speech.speaking_houses import whose
from claims.nlp.speech.speech_cue import Cue
from claims.nlp.types import Entity, Span

_ACCORDING = re.compile(
    r"(?<!\w)(?P<cue>secondo(?:\s+quanto\s+\w+\s+da(?:l|lla|i|gli|lle|ll['’])?)?"
    r"|stando\s+a(?:l|lla|i|lle|ll['’])?|a\s+detta\s+d(?:i|el|ella|ei|egli|elle|ell['’])"
    r"|a\s+(?:giudizio|parere|dire)\s+d(?:i|el|ella|ei|egli|elle|ell['’])"
    r"|per(?=\s+(?:(?:il|la|lo|i|gli|le)\s+|l['’])?(?-i:[A-ZÀ-Þ]))|(?<![\w\s,;]\s)(?-i:Per)(?=\s+(?:il|la|lo|i|gli|le|l['’]))"
    r"|(?<=\bmentre\s)per(?=\s+(?:(?:il|la|lo|i|gli|le)\s|l['’]))"
    r"|according\s+to|in\s+the\s+words\s+of)\s*",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(r"(?<!\w)per\s+(?:il|la)\s+quale|secondo\s+(?:il|la)\s+quale", re.IGNORECASE)
# "Se per X «...», anche per Y «...»"; elsewhere "per X" hangs on the word before it
_OPENS = re.compile(
    r"(?:^|[,;:.!?«»“”\"()–—]\s?|\b(?:e|ed|o|ma|se|che|mentre|anche|invece|però|poi|infatti"
    r"|così|solo|perché)\s)$",
    re.IGNORECASE,
)
PER_REACH = 4  # "Per la guida suprema, «...»": the quotation follows at once, else "per" is no cue


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


def source_before(
    text: str, start: int, at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """ "Secondo X, «...»", "per il quale ... «...»", "la replica di X: «", a bare colon."""
    tokens = tokens_of(text, start, at, language)
    source = _according(text, start, at, language, names)
    return source or _noun_before(text, tokens, at, language, names)


def noun_cue(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> Cue | None:
    """ "sono le parole del presidente X", "è il commento di X"."""
    nouns = words(language, "attribution.nouns") | words(language, "attribution.nouns_behind")
    if tokens and tokens[0].group() == ":":
        tokens = tokens[1:]
    for i, token in enumerate(tokens[:9]):
        if token.group() in BREAKS:
            return None
        if token.group().lower() in nouns:
            rest = tokens[i + 1 :]
            owner = whose(text, rest, len(text), language, names)
            if owner is not None:
                return Cue(token.start(), token.end(), *owner)
            end = next((t.start() for t in rest if t.group() in ".;:!?"), token.end() + 80)
            person = [n for n in names if token.end() <= n.start < end and n.label != "LOC"]
            if person:
                return Cue(token.start(), token.end(), Span(person[0].start, person[0].end), True)
            if token.group().lower() in ("replica", "risposta", "reply", "answer"):
                return Cue(token.start(), token.end(), None, nobodys=True)
    return None


def _noun_before(
    text: str, tokens: Sequence[re.Match[str]], at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """A noun of saying close before ("la replica di X: «"), or a bare colon."""
    nouns = words(language, "attribution.nouns")
    for i in range(len(tokens) - 1, max(-1, len(tokens) - 15), -1):
        token = tokens[i]
        if token.group().lower() in nouns:
            owner = whose(text, tokens[i + 1 :], at, language, names)
            owner = owner or _possessor(text, token.start(), names)
            owner = owner or _whose_by_subject(text, tokens[:i], language, names)
            if owner is not None:
                return Cue(token.start(), token.end(), *owner, close=ends_in_colon(text, at))
            if token.group().lower() in words(language, "attribution.nobodys_nouns"):
                return Cue(*token.span(), None, close=ends_in_colon(text, at), nobodys=True)
            inside = [n for n in names if tokens[0].start() <= n.start < at and n.label != "LOC"]
            people = [n for n in inside if n.label == "PER"] or inside
            span = Span(people[-1].start, people[-1].end) if people else None
            return Cue(
                token.start(), token.end(), span, span is not None, close=ends_in_colon(text, at)
            )
    return colon_source(text, tokens, at, language, names)


def _possessor(text: str, at: int, names: Sequence[Entity]) -> tuple[Span, bool] | None:
    """ "Quill's reply to Reeve": whose noun it is that stands at `at`."""
    owner = next((n for n in names if text[n.end : at].strip() in ("'s", "’s")), None)
    return (Span(owner.start, owner.end), True) if owner else None


def _whose_by_subject(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """ "Neri e Banti hanno salutato l'amico con queste parole": the people who do it."""
    subject = main_subject(text, tokens, language, names)
    if subject is None or not subject[1]:
        return None
    return with_others(text, subject[0], names, tokens[0].start()), True


def _according(
    text: str, start: int, at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    by_whom = _BY_WHOM.search(text, start, at)
    if by_whom:
        people = [n for n in names if start <= n.start < by_whom.start() and n.label == "PER"]
        span = Span(people[-1].start, people[-1].end) if people else None
        return Cue(by_whom.start(), by_whom.end(), span, True)
    told = ends_in_colon(text, at)  # "Diverso è il discorso per X: «...»"
    found = [
        match
        for match in _ACCORDING.finditer(text, start, at)
        if told or match["cue"] != "per" or _OPENS.search(text[start : match.start()].lstrip())
    ]
    if not found:
        return None
    match = found[-1]
    comma = text.find(",", match.end(), at)
    end = comma if comma >= 0 else at
    named = any(n.start == match.end() and n.end == comma for n in names)
    if match["cue"] == "Per" and at - end > PER_REACH and not named:
        return None
    cue = match.span("cue")
    people = _named_as_source(text, Span(match.end(), end), language, names)
    if people:
        return Cue(*cue, Span(people[0].start, people[0].end), True)
    phrase = Span(match.end(), end)
    if not 4 < phrase.end - phrase.start <= 60:
        governed = [n for n in names if match.end() <= n.start < end and n.label != "LOC"]
        return Cue(*cue, Span(governed[0].start, governed[0].end), True) if governed else None
    if match["cue"].lower() == "per" and at - phrase.end > PER_REACH:
        return None
    return Cue(*cue, phrase, False)


def _named_as_source(
    text: str, phrase: Span, language: str, names: Sequence[Entity]
) -> list[Entity]:
    """Who is named in a source's phrase, people first: in it, or in the apposition behind it."""
    free = [
        n
        for n in names
        if phrase.start <= n.start < phrase.end
        and n.label != "LOC"
        and not is_governed(text, n.start, phrase.start, language)
    ]
    apposed = [
        n
        for n in names
        if n.start == phrase.end + 2 and is_person_like(text, n) and text[n.end : n.end + 1] == ","
    ]
    return [n for n in free if n.label == "PER"] or apposed or free
