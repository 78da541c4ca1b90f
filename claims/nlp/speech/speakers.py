"""The person behind a mention, a pronoun or a dropped subject, found through the article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence

from claims.nlp.headings import is_heading
from claims.nlp.lexicon import words
from claims.nlp.naming.named_people import is_person_like
from claims.nlp.naming.roles import Roles
from claims.nlp.speech.attribution import cue_before
from claims.nlp.speech.joint_speakers import free_names, is_a_work
from claims.nlp.speech.namesakes import full_names
from claims.nlp.speech.pronoun_speakers import SINGULAR, is_meant
from claims.nlp.speech.quote_marks import Marked
from claims.nlp.speech.role_openers import role_at, role_opener
from claims.nlp.speech.speech_cue import Cue
from claims.nlp.speech.speech_sources import source_before
from claims.nlp.speech.transcripts import initials_of
from claims.nlp.types import Entity, Sentence, Span, Speaker

SENTENCES_BACK = 8
NEXT_NAME = 150  # characters behind an opening quotation in which its speaker is named
OPENING_SENTENCES = 3  # headlines and the first words of an article
SUBJECT_REACH = 40  # a name so near a sentence's start is mostly its subject
_TITLE_WORDS = re.compile(
    r"^(?:(?:the|il|la|lo|un|una|an?)\s+)?"
    r"(?:dott\w*\.?|prof\w*\.?|avv\w*\.?|on\.|sen\.|mr\.?|mrs\.?|ms\.?|dr\.?)\s+",
    re.IGNORECASE,
)
_ALL = re.compile(r"\s(?:e|ed|and)\s")
# "Cordoglio anche dal sindaco di Lodi."
_FROM = re.compile(r"\bda(?:l|llo|lla|ll['’])\s?(?=[a-z])")
# "il segretario(, Neri)", "the leader( of the council, Neri)"
_APPOSED = re.compile(
    r"(?:\s(?:d(?:i|el|ell[ao]|ei|egli|elle)\s|dell['’]|of\s)[^,;.:«»“”\"]{2,40})?,\s"
)
_LISTED = re.compile(r"(?:,\s[A-ZÀ-Þ][^,.;:]{1,30})?\s(?:e|ed|and)\s[A-ZÀ-Þ]")
_NamesBetween = Callable[[int, int], Sequence[Entity]]


class Speakers:
    """Who is named where in an article, and who spoke last as its quotations go by."""

    def __init__(
        self,
        text: str,
        language: str,
        sentences: Sequence[Sentence],
        names: Sequence[Entity],
        stretches: Sequence[Marked] = (),
    ) -> None:
        self.text, self.language, self.sentences = text, language, sentences
        self.names = names
        self.name_starts = [n.start for n in names]
        self.starts = [s.start for s in sentences]
        self.stretch_starts = [m.outer_start for m in stretches]
        self.stretch_ends = [m.outer_end for m in stretches]
        self.headings = [s.start for s in sentences if _is_headline(text, s, sentences)]
        unquoted = [n for n in names if not self.is_quoted(n.start)]
        self.full_names = full_names(text, names) | full_names(text, unquoted)
        # A surname alone is a person's where its full name is.
        persons = {self._full(n) for n in names if is_person_like(text, n)}
        named = [n for n in unquoted if n.label != "LOC" and self._full(n) in persons]
        self.people = [n for n in named if not self.in_heading(n.start)]
        self.people_starts = [n.start for n in self.people]
        self.roles = Roles(text, language, names)
        self.places = self._places()
        self.initials = {
            initials: self._full(person)
            for person in self.people
            for initials in initials_of(self._full(person))
        }
        self.last: Speaker | None = None
        # Counted as the quotations go by: `passed` people stand before the one at hand.
        self.passed = 0
        self.counts = Counter(self._full(n) for n in named)
        self.nearest = {self._full(n): n for n in reversed(named)}
        self.last_end = 0

    def _places(self) -> dict[str, list[int]]:
        """Where each person's or body's names start."""
        places: dict[str, list[int]] = {}
        for name in self.names:
            places.setdefault(self._full(name), []).append(name.start)
        return places

    def is_quoted(self, at: int) -> bool:
        """Whether a place lies between quotation marks."""
        i = bisect_right(self.stretch_starts, at) - 1
        return i >= 0 and at < self.stretch_ends[i]

    def in_heading(self, at: int) -> bool:
        """Whether a place lies in a headline."""
        i = bisect_right(self.starts, at) - 1
        j = bisect_right(self.headings, at) - 1
        return i >= 0 and j >= 0 and self.headings[j] == self.starts[i]

    def names_between(self, start: int, end: int) -> Sequence[Entity]:
        """Names that start in [start, end)."""
        return self.names[bisect_left(self.name_starts, start) : bisect_left(self.name_starts, end)]

    def people_between(self, start: int, end: int) -> Sequence[Entity]:
        """Names that may be a person's and start in [start, end)."""
        first = bisect_left(self.people_starts, start)
        return self.people[first : bisect_left(self.people_starts, end)]

    def sentence_at(self, at: int) -> Sentence | None:
        """The sentence that `at` lies in or behind; None before the first."""
        i = bisect_right(self.starts, at) - 1
        return self.sentences[i] if i >= 0 else None

    def leave(self, marked: Marked, speaker: Speaker | None = None) -> None:
        """A quotation has gone by, said by `speaker` where that is known."""
        self.last_end = marked.outer_end
        self.last = speaker or self.last

    def speaker_of(self, marked: Marked, cue: Cue | None) -> Speaker | None:
        """Who says the quotation: by its cue, else who goes on speaking, else who was named."""
        if cue is not None and cue.speaker is not None:
            return self.named(cue.speaker)
        if cue is not None and cue.nobodys:
            reads_on = self.text[cue.start : cue.end].lower().startswith("legg")
            is_text = self.last is not None and self.last.name not in self.places
            return self.last if reads_on and is_text else None
        if cue is not None and cue.pronoun == "it":
            return self._subject_nearby(marked, self.names_between) or self.main_person(marked)
        at = min(cue.start, marked.start) if cue else marked.start
        between = self.text[self.last_end : at]
        attributed = self.sentence_at(self.last_end)
        fresh = attributed.end if attributed else 0
        new_person = bool(self.people_between(fresh, at)) or self._opens_with_role(fresh, at, cue)
        is_near = "\n" not in between.strip() and len(between) < 400
        one = cue is not None and cue.pronoun in SINGULAR
        last = self.last if self.last and is_meant(self.last.name, cue) else None
        nameless = last is not None and last.name not in self.places
        if last is not None and is_near and not new_person and not (one and nameless):
            return last

        def meant_between(start: int, end: int) -> list[Entity]:
            """Names that may be a person's whom the pronoun means."""
            return [n for n in self.people_between(start, end) if is_meant(self._full(n), cue)]

        nearby = self._subject_nearby(marked, meant_between, cue)
        if nearby is not None or cue is None:
            return nearby or last or self.main_person(marked)
        main = self.main_person(marked)
        return main if main is not None and is_meant(main.name, cue) else last

    def named(self, mention: Span) -> Speaker:
        """The person whom a name or a role beside a cue stands for, else the words themselves."""
        mention = self._bearer(mention)
        joint = self._joint(mention)
        if joint is not None:
            return Speaker(joint, mention.start, mention.end)
        shown = self.text[mention.start : mention.end]
        if shown in self.full_names and not self.roles.is_role(shown):
            return Speaker(self.full_names[shown], mention.start, mention.end)
        bearer = self.initials.get(shown) or self.roles.resolve(mention)
        name = self.full_names.get(bearer, bearer) if bearer else None
        bare = _TITLE_WORDS.sub("", shown).strip()
        return Speaker(name or bare, mention.start, mention.end)

    def _joint(self, mention: Span) -> str | None:
        """ "Anna Neri e Ugo Banti" for a mention that names several; None for one of them."""
        names = self.names_between(mention.start, mention.end)
        shown = self.text[mention.start : mention.end]
        both = " and " if self.language == "en" else " e "
        starts_so = bool(names) and names[0].start == mention.start
        if len(names) < 2 or not starts_so or not _ALL.search(shown):
            return None
        *first, last = [self._full(name) for name in names]
        return f"{', '.join(first)}{both}{last}"

    def _bearer(self, mention: Span) -> Span:
        """Who bears a role: "il segretario di Nuova Cura, Aldo Ferrante"; else the mention."""
        apposed = _APPOSED.match(self.text, mention.end)
        if apposed is None or self.people_between(mention.start, mention.end):
            return mention
        named = self.names_between(apposed.end(), apposed.end() + 1)
        bearer = next((n for n in named if n.label in ("PER", "MISC")), None)
        if bearer is not None and _LISTED.match(self.text, bearer.end):
            return mention  # "I sindaci di Lodi, Pavia e Como"
        return Span(bearer.start, bearer.end) if bearer else mention

    def _opens_with_role(self, start: int, end: int, cue: Cue | None) -> bool:
        """Whether a sentence that begins in [start, end) speaks of a person by a role alone."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return any(self._role(s.start, s.end, cue) for s in self.sentences[first:last])

    def _role(self, start: int, end: int, cue: Cue | None) -> Span | None:
        """The one person whom a sentence opens with by a role, as far as cue and role agree."""
        shown = self.text[cue.start : cue.end] if cue is not None else ""
        if shown.endswith("no") or self.is_quoted(start):
            return None
        opener = role_opener(self.text, start, end, self.language)
        if opener is not None or self.people_between(start, end):
            return opener
        agent = _FROM.search(self.text, start, end)
        return role_at(self.text, agent.end(), end, self.language) if agent else None

    def _subject_nearby(
        self, marked: Marked, between: _NamesBetween, cue: Cue | None = None
    ) -> Speaker | None:
        """Who the sentences before, in the same paragraph, speak of: the nearest counts.

        In a sentence that quotes somebody it is that person, else the one it opens with, else
        the last named.
        """
        i = bisect_right(self.starts, marked.start) - 1
        last = max(i - SENTENCES_BACK, -1)
        earliest = self.starts[last + 1] if self.starts else 0
        paragraph = self.text.rfind("\n", earliest, marked.start) + 1
        while i > last and self.starts[i] >= paragraph:
            start = self.starts[i]
            end = min(self.sentences[i].end, marked.outer_start)
            found = [n for n in between(start, end) if n.end <= end]
            named = [n for n in found if not is_a_work(self.text, n)]
            role = self._role(start, end, cue)
            if role is not None and role.end < marked.outer_start:
                return self.named(role)
            certain = [n for n in named if n.label == "PER"] or named
            spoken = self._spoken(start, end, certain, len(named) == 1) if named else None
            if spoken is not None:
                return self._shown(spoken)
            i -= 1
        return None

    def _spoken(self, start: int, end: int, named: Sequence[Entity], alone: bool) -> Entity | None:
        names = self.names_between(start, end)
        cue = source_before(self.text, start, end, self.language, names) or cue_before(
            self.text, start, end, self.language, names
        )
        if cue is not None and cue.speaker is not None and cue.is_name:
            quoted = [n for n in named if n.start == cue.speaker.start]
            if quoted:
                return quoted[0]
        chosen = free_names(self.text, named, start, self.language)
        if not chosen and not alone:
            return None  # "meglio di Neri e di Banti": neither is the subject
        chosen = chosen or list(named)
        return chosen[0] if chosen[0].start - start < SUBJECT_REACH else chosen[-1]

    def _shown(self, name: Entity) -> Speaker:
        shown = self.text[name.start : name.end]
        return Speaker(self.full_names.get(shown, shown), name.start, name.end)

    def main_person(self, marked: Marked) -> Speaker | None:
        """The person named most often, before the quotation twice as much as after.

        Who is named behind it only speaks where an article begins with a quotation.
        """
        while self.passed < len(self.people) and self.people[self.passed].start < marked.start:
            full = self._full(self.people[self.passed])
            self.counts[full] += 1
            self.nearest[full] = self.people[self.passed]
            self.passed += 1
        opens = bisect_right(self.starts, marked.start) <= OPENING_SENTENCES
        soon = marked.outer_end + NEXT_NAME
        if opens and not self.passed:
            behind = self.names_between(marked.outer_end, soon)
            named = next((n for n in behind if self._is_person(n)), None)
            if named is not None:
                return self._shown(named)
        if not self.counts or not (self.passed or opens):
            return None
        (best, most), *others = self.counts.most_common(2)
        if others and others[0][1] == most:
            return None
        name = self.nearest[best]
        return Speaker(best, name.start, name.end)

    def _is_person(self, name: Entity) -> bool:
        """A person by full name or label, or a first name alone ("Clara, insegnante, aspetta")."""
        known = self.text[name.start : name.end] in words("names", "people.first")
        return is_person_like(self.text, name) or (known and name.label != "LOC")

    def _full(self, name: Entity) -> str:
        shown = self.text[name.start : name.end]
        return self.full_names.get(shown, shown)


def _is_headline(text: str, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """A heading on a line of its own; one glued to a sentence may be a slip."""
    return text[sentence.end : sentence.end + 1] in ("\n", "") and is_heading(
        text, sentence, sentences
    )
