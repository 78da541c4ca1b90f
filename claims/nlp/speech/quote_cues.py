"""The cues round a quotation: inside it, behind it, before it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.nlp.naming.named_people import is_governed, is_person_like
from claims.nlp.speech.attribution import cue_after, cue_before, cue_inside, cue_next
from claims.nlp.speech.quote_marks import Marked
from claims.nlp.speech.speaker_mentions import agent_after, tokens_of
from claims.nlp.speech.speakers import Speakers
from claims.nlp.speech.speech_cue import Cue
from claims.nlp.speech.speech_sources import source_after, source_before
from claims.nlp.speech.speech_tests import opens_sentence
from claims.nlp.types import Entity, Span

CUE_REACH = 400  # characters before and after a quotation that are looked at for a cue
WORD_CUE_REACH = 120  # the same for a single word, which only a cue beside it makes a quote
SUBJECT_BEHIND_REACH = 90
# "X called it “...”": a verb that announces the next quotation
_ANNOUNCES = re.compile(r"\s(?:(?:it|him|her|them|that|di|che|una?)\s){0,2}[«“\"‘]")
# "X said “...”, while Y, who ..., said": what follows is said by another
_CONTRASTS = re.compile(r"[,;]?\s+(?:while|whereas|mentre)\b", re.IGNORECASE)
_NOUN_PHRASE = re.compile(r"\s(?:il|la|lo|l['’]|i|gli|le|anche\s+\w+)\s?")


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues round a quotation, and the one that rules trust most."""

    inside: Cue | None = None
    after: Cue | None = None
    before: Cue | None = None
    source: Cue | None = None
    behind: Span | None = None
    agent: tuple[Span, bool] | None = None
    closes_clause: bool = False
    opens_sentence: bool = False
    source_touches: bool = False  # "per X «...»": nothing stands between the source and the words
    after_touches: bool = False  # "«...» ha detto X": the cue stands right behind, with its subject

    @property
    def chosen(self) -> Cue | None:
        """The cue inside, behind or before the quotation, in this order of trust."""
        if self.inside is not None:
            return self.inside
        if self.source is not None and self.source_touches:
            return self.source
        if self.after is not None and self.after.close and self.closes_clause:
            return self.after
        if self.after is not None and self.after.close and self.after_touches:
            return self.after
        before = self.before or self.source
        unsaid = before is not None and before.speaker is None and before.pronoun is None
        if before is not None and before.nobodys and self.agent is not None:
            speaker, is_name = self.agent
            return replace(before, speaker=speaker, is_name=is_name)
        if before is not None and unsaid and self.behind is not None:
            return replace(before, speaker=self.behind, is_name=True)
        if before is not None and unsaid and self.after is not None and not before.nobodys:
            return self.after if self.after.speaker is not None else before
        return before or self.after


def cues_of(
    text: str, language: str, marked: Marked, speakers: Speakers, before: Marked | None = None
) -> Cues:
    """Look for cues in the sentence of a quotation, no further than CUE_REACH.

    before: the stretch before; what stands in front of it is looked at last.
    """
    sentence = speakers.sentence_at(marked.outer_start)
    is_word = " " not in text[marked.start : marked.end]
    reach = WORD_CUE_REACH if is_word else CUE_REACH
    start = max(sentence.start if sentence else 0, marked.outer_start - reach)
    limit = min(_limit(text, marked.outer_end, speakers), marked.outer_end + reach)
    names = [n for n in speakers.names_between(start, limit) if not speakers.is_quoted(n.start)]
    within = speakers.names_between(marked.start, marked.end)
    after = cue_after(text, marked.outer_end, limit, language, names)
    announced = _cue_before(text, start, marked, language, names, before)
    if after is not None and announced is not None and announced.speaker is not None:
        announces = _ANNOUNCES.match(text, after.end) or _CONTRASTS.match(text, marked.outer_end)
        after = None if announces else after
    source = source_before(text, start, marked.outer_start, language, names)
    return Cues(
        inside=cue_inside(text, marked.start, marked.end, language, within),
        after=after
        or source_after(text, marked.outer_end, limit, language, names)
        or _cue_next(text, language, marked, speakers),
        before=announced,
        source=source,
        source_touches=_source_touches(text, marked, source),
        behind=_subject_behind(text, language, marked, limit, speakers),
        agent=_agent_behind(text, language, marked, limit, names),
        closes_clause=_closes_clause(text, marked, speakers),
        opens_sentence=opens_sentence(text, marked, speakers.sentence_at(marked.start)),
        after_touches=_touches(text, marked, after),
    )


def _source_touches(text: str, marked: Marked, source: Cue | None) -> bool:
    """ "Se per X «...», per Y «...»": each has the words right behind it."""
    if source is None or source.speaker is None or not source.is_name:
        return False
    if text[source.start : source.end].lower() not in ("per", "secondo", "for"):
        return False
    return text[source.speaker.end : marked.outer_start].strip() in ("", ",")


def _touches(text: str, marked: Marked, after: Cue | None) -> bool:
    """Nothing but an auxiliary between the marks and the cue, and its subject behind it."""
    if after is None or after.speaker is None or after.speaker.start < after.end:
        return False
    between = text[marked.outer_end : after.start].strip().lower()
    return between in ("", "ha", "hanno", "aveva", "avrebbe", "gli ha", "le ha")


def _cue_next(text: str, language: str, marked: Marked, speakers: Speakers) -> Cue | None:
    """The cue in what follows, up to the end of the paragraph's next sentence."""
    following = speakers.sentence_at(min(len(text), marked.outer_end + 4))
    if following is None:
        return None
    limit = min(following.end, marked.outer_end + CUE_REACH)
    newline = text.find("\n", marked.outer_end, limit)
    limit = newline if newline >= 0 else limit
    names = speakers.names_between(marked.outer_end, limit)
    return cue_next(text, marked.outer_end, limit, language, names)


def _cue_before(
    text: str,
    start: int,
    marked: Marked,
    language: str,
    names: Sequence[Entity],
    before: Marked | None,
) -> Cue | None:
    """The cue between the stretch before and this one, else the cue that announced that one."""
    floor = before.outer_end if before is not None else start
    if before is None or not start < floor <= marked.outer_start:
        return cue_before(text, start, marked.outer_start, language, names)
    between = cue_before(text, floor, marked.outer_start, language, names)
    if between is not None:
        return between
    earlier = cue_before(text, start, max(start, before.outer_start), language, names)
    if earlier is None:
        return None
    other = [
        n
        for n in names
        if floor <= n.start < marked.outer_start
        and is_person_like(text, n)
        and not is_governed(text, n.start, floor, language)
    ]
    if not other:
        return replace(earlier, close=False)
    return replace(earlier, speaker=Span(other[-1].start, other[-1].end), is_name=True)


def _limit(text: str, at: int, speakers: Speakers) -> int:
    """Where the sentence or the paragraph of `at` ends."""
    sentence = speakers.sentence_at(at)
    end = sentence.end if sentence and sentence.end > at else at
    newline = text.find("\n", at, end)
    return newline if newline >= 0 else end


def _closes_clause(text: str, marked: Marked, speakers: Speakers) -> bool:
    """Whole words before a comma or a full quotation: what follows the marks attributes it."""
    after = text[marked.outer_end : marked.outer_end + 2].lstrip()
    return (
        text[marked.end - 1] in ",?!"
        or after[:1] in (",", "–", "-", "—")
        or opens_sentence(text, marked, speakers.sentence_at(marked.start))
    )


def _agent_behind(
    text: str, language: str, marked: Marked, limit: int, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """ "È stata definita «...» dal sindaco X"."""
    limit = min(limit, marked.outer_end + SUBJECT_BEHIND_REACH)
    tokens = tokens_of(text, marked.outer_end, limit, language)
    return agent_after(text, tokens, limit, names, language)


def _subject_behind(
    text: str, language: str, marked: Marked, limit: int, speakers: Speakers
) -> Span | None:
    """ "Parla di «...» la capogruppo, X": the subject behind the quotation."""
    if not _NOUN_PHRASE.match(text, marked.outer_end, limit):
        return None
    people = [
        n
        for n in speakers.people_between(
            marked.outer_end, min(limit, marked.outer_end + SUBJECT_BEHIND_REACH)
        )
        if not is_governed(text, n.start, marked.outer_end, language)
    ]
    return Span(people[0].start, people[0].end) if people else None
