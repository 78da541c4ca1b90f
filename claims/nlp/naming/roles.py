"""Who a role stands for: "la portavoce" is the person whom the article calls "la portavoce X".

A role is read off titles ("il ministro degli Esteri X"), appositions ("X, portavoce di Y", "la
portavoce, X") and, for firms and bodies, the names that carry the noun ("la società Brunex").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.nlp.lexicon import words
from claims.nlp.naming.full_names import FullNames
from claims.nlp.naming.named_people import is_governed, is_person_like
from claims.nlp.types import Entity, Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PHRASE = re.compile(
    r"(?:(?:il|lo|la|i|gli|le|the|questo|questa|this|that)\s+|l['’]\s?|(?=[a-z]))(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_STOP = re.compile(r"[,;.:()«»“”\"\n]")
_INDEFINITE = frozenset(("un", "uno", "una", "a", "an", "one", "another", "some"))
_ARTICLES = frozenset(("il", "lo", "la", "l", "the", "ex"))
TITLE_REACH = 8  # words between a title and the name it belongs to
_APPOSED = re.compile(
    r"(?:,\s+(?:\d{1,3}(?:\s+anni)?,\s+|aged\s+\d+,\s+)?|\s+\()"
    r"(?:(?:il|lo|la|the|un|una|an?|ex|former|its|his|her|their)\s+|l['’])?(?P<role>[^,;.:()«»“”\"]{3,60})",
    re.IGNORECASE,
)
_APPOSED_BEFORE = re.compile(
    r"(?:\b(?:il|lo|la|the)\s+|l['’])"
    r"(?P<role>(?:(?!\b(?:il|lo|la|the)\s)[^,;.:()«»“”\"]){3,60}),\s+$",
    re.IGNORECASE,
)
# "Neri è il nuovo allenatore del Varese"
_BEING = re.compile(
    r"\s+(?:è|era|is|was)\s+(?:(?:il|lo|la|un|una|the|an?)\s+|l['’])"
    r"(?:(?:nuov[oa]|attuale|new|current)\s+)?(?P<role>[^,;.:()«»“”\"]{3,60})"
)
_ANOTHER = re.compile(r"\s(?:e|ed|and)\s(?:(?:il|lo|la|the)\s|l['’])")  # of two people
_OF = frozenset(("di", "del", "dello", "della", "dei", "degli", "delle", "dell", "d", "of"))
_AND = frozenset(("e", "ed", "and"))
_POSSESSED = re.compile(r"[A-Z][\w-]+['’]s?\s")
REACH = 80
MOST_BEARERS = 40
PERSON_REACH = 300  # characters between a name and the noun that takes it up
MOST_BODIES = 12  # names of bodies before a mention that are looked at


@dataclass(frozen=True, slots=True)
class Bearer:
    """A name and the words of a role that it bears somewhere in the article."""

    start: int
    name: str
    qualifiers: frozenset[str]


class Roles:
    """The roles that an article gives its names."""

    def __init__(self, text: str, language: str, names: Sequence[Entity]) -> None:
        self.text, self.language = text, language
        self.bearers: dict[str, list[Bearer]] = {}
        pairs = [pair.split() for pair in words(language, "attribution.synonyms")]
        self.synonyms = {first: rest for first, *rest in pairs}
        self.titles = words(language, "names.person_titles")
        self.body_nouns = words(language, "attribution.body_nouns")
        bodies = [name for name in names if name.label == "ORG"]
        self.person_nouns = words(language, "attribution.person_nouns")
        self.female_nouns = words(language, "attribution.female_nouns")
        self.people = [
            (name.start, text[name.start : name.end])
            for name in names
            if is_person_like(text, name) or name.label == "PER"
        ]
        self.bodies = [text[name.start : name.end] for name in bodies]
        self.body_starts = [name.start for name in bodies]
        for name in names:
            if is_person_like(text, name):
                governed = is_governed(text, name.start, 0, language)
                for role in self._own_title(name) if governed else self._roles_of(name):
                    self._add(role, name)

    def resolve(self, phrase: Span) -> str | None:
        """The name that a definite phrase ("il ministro", "the union") stands for, None if unsure.

        Two bearers are told apart by what qualifies the role, else the nearest one before counts.
        """
        shown = self.text[phrase.start : phrase.end]
        definite = _PHRASE.fullmatch(shown)
        if definite is None or _POSSESSED.match(shown):
            return None  # "Denmark's coach" is not the coach of Chile, named before
        found = [w.lower() for w in _WORD.findall(definite["rest"])]
        if found and found[0] in _INDEFINITE:
            return None
        for i, shown_word in enumerate(found[:3]):
            word = self._without_new(shown_word)
            if word in self.bearers:
                return self._best(self.bearers[word], frozenset(found[i + 1 :]), phrase.start)
            for other in self.synonyms.get(word, ()):
                role, _, qualifier = other.partition("+")
                if role in self.bearers:
                    wanted = frozenset([qualifier] if qualifier else [])
                    return self._best(self.bearers[role], wanted, phrase.start)
        return self._body(found, phrase.start) or self._person(found, phrase.start)

    def is_role(self, shown: str) -> bool:
        """Whether a word with a capital is a role and no name ("il Gip")."""
        return shown.lower() in self.synonyms

    def only_person(self, phrase: Span, sentence: int, names: FullNames) -> str | None:
        """The full name that a phrase of a person surely stands for: nobody else is named near.

        sentence: where the phrase's sentence begins; who is named in it before may be another.
        """
        name = self.resolve(phrase)
        words_here = {w.lower() for w in _WORD.findall(self.text[phrase.start : phrase.end])}
        if name is None or words_here & self.body_nouns:
            return None
        first = bisect_left(self.people, (phrase.start - PERSON_REACH, ""))
        last = bisect_left(self.people, (phrase.start, ""))
        if any(start >= sentence for start, _ in self.people[first:last]):
            return None
        near = {names.fuller(shown) for _, shown in self.people[first:last]}
        return names.fuller(name) if near == {names.fuller(name)} else None

    def _person(self, found: Sequence[str], at: int) -> str | None:
        """The person whom "l'uomo" or "the woman" takes up: the last one named, close before."""
        if len(found) != 1 or found[0] not in self.person_nouns:
            return None
        i = bisect_left(self.people, (at, "")) - 1
        if i < 0 or at - self.people[i][0] > PERSON_REACH:
            return None
        name = self.people[i][1]
        female = found[0] in self.female_nouns
        seems_female = name.split()[0].endswith("a")
        return name if self.language == "en" or female == seems_female else None

    def _body(self, found: Sequence[str], at: int) -> str | None:
        """The body that "la società" or "the company" takes up: the one named most often before."""
        if len(found) != 1 or found[0] not in self.body_nouns:
            return None
        i = bisect_left(self.body_starts, at)
        counts = Counter(self.bodies[max(0, i - MOST_BODIES) : i])
        return counts.most_common(1)[0][0] if counts else None

    def _without_new(self, word: str) -> str:
        """ "neotecnico" and "neo-sindaca" are a "tecnico" and a "sindaca"."""
        rest = word.removeprefix("neo").removeprefix("-")
        known = rest in self.bearers or rest in self.synonyms or rest in self.titles
        return rest if known else word

    def _best(self, bearers: Sequence[Bearer], qualifiers: frozenset[str], at: int) -> str | None:
        small = words(self.language, "sentences.never_last")
        wanted = qualifiers - small
        known = [b for b in bearers if wanted <= b.qualifiers] if wanted else list(bearers)
        if not known:
            return None
        before = [b for b in known if b.start < at]
        return (before[-1] if before else known[0]).name

    def _add(self, role: str, name: Entity) -> None:
        found = [w.lower() for w in _WORD.findall(role)]
        if not found:
            return
        shown = self.text[name.start : name.end]
        for word in _heads(found):
            if len(found) == 1 or word in self.titles:
                bearers = self.bearers.setdefault(word, [])
                if len(bearers) < MOST_BEARERS:
                    bearers.append(Bearer(name.start, shown, frozenset(found)))

    def _own_title(self, name: Entity) -> list[str]:
        """ "dell'avvocato Neri": the title that a name under a preposition bears itself."""
        lead = self.text[max(0, name.start - REACH) : name.start].rsplit("\n", 1)[-1]
        found: list[str] = _WORD.findall(_STOP.split(lead)[-1])[-TITLE_REACH:]
        titles = [i for i, word in enumerate(found) if word.lower() in self.titles]
        if not titles or found[-1].lower() in _OF:
            return []
        return [" ".join(found[titles[-1] :])]

    def _roles_of(self, name: Entity) -> list[str]:
        """The words of each role that stands beside a name."""
        found: list[str] = []
        start = max(0, name.start - REACH)
        lead = self.text[start : name.start].rsplit("\n", 1)[-1]
        title = self._title(_STOP.split(lead)[-1])
        if title:
            found.append(title)
        apposed = _APPOSED_BEFORE.search(lead)
        if apposed and self._is_role(apposed["role"]):
            found.append(apposed["role"])
        for pattern in (_APPOSED, _BEING):
            behind = pattern.match(self.text, name.end, name.end + REACH)
            if behind and self._is_role(behind["role"]):
                found.append(behind["role"])
        return found

    def _title(self, lead: str) -> str | None:
        """The title that runs up to a name, or the plain noun beside it ("il ds Rossi")."""
        found: list[str] = _WORD.findall(_ANOTHER.split(lead)[-1])[-TITLE_REACH:]
        for i, word in enumerate(found):
            if word.lower() in self.titles:
                return " ".join(found[i:])
        if len(found) > 1 and found[-2].lower() in _ARTICLES and found[-1].islower():
            return found[-1]
        return None

    def _is_role(self, role: str) -> bool:
        return any(word.lower() in self.titles for word in _WORD.findall(role)[:2])


def _heads(found: Sequence[str]) -> Iterator[str]:
    """The words of a role but its complements: a "figlia del ministro" is no minister."""
    inside = False
    for word in found:
        inside = (inside or word in _OF) and word not in _AND
        if not inside:
            yield word
