"""Subjects of second verbs that a parser joins to the noun before: "it shrank and salt ruined it".

In "it shrank by half and salt has ruined crops" one "and" can't join both two nouns and two
verbs: where the second verb has none of its own, the noun before it is its subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
JOINED = frozenset({"conj", "parataxis"})
HELPING = frozenset({"aux", "aux:pass", "cop"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"})
SEVERAL = frozenset({"are", "were", "have", "do"})
TIMES = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "morning", "evening", "night", "afternoon",
     "anno", "anni", "mese", "mesi", "settimana", "settimane", "giorno", "giorni", "ora", "ore",
     "minuto", "minuti", "mattina", "sera", "notte", "estate", "inverno", "autunno", "primavera",
     "volta", "years", "months", "weeks", "days", "hours", "minutes", "summer", "winter", "spring",
     "today", "yesterday", "oggi", "ieri"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is read of a parsed sentence, and mended in place."""

    forms: Sequence[str]
    pos: list[str]
    morphs: list[str]
    heads: list[int]
    labels: list[str]

    def children(self, word: int, labels: frozenset[str]) -> list[int]:
        """Dependents with one of these labels."""
        return [i for i, h in enumerate(self.heads) if h == word != i and self.labels[i] in labels]

    def is_below(self, word: int, top: int) -> bool:
        """Whether a word is another one or hangs on it."""
        for _ in self.heads:
            if word == top:
                return True
            word = self.heads[word]
        return False


def give_second_subjects(sentence: Sentence, *, articled: bool) -> None:
    """Hang each such noun, with its "and", on its verb.

    articled: whether a noun in the singular has an article, as in Italian.
    """
    for verb, noun, joining in list(second_subjects(sentence, articled)):
        passive = bool(sentence.children(verb, frozenset({"aux:pass"})))
        for word in range(noun + 1, verb):  # "salt [from its dry bed]"
            inside = sentence.is_below(word, noun) or sentence.is_below(word, verb)
            if not inside and not noun < sentence.heads[word] < verb:
                sentence.heads[word], sentence.labels[word] = noun, "nmod"
        sentence.heads[noun] = sentence.heads[joining] = verb
        sentence.labels[noun] = "nsubj:pass" if passive else "nsubj"
        sentence.labels[verb] = "conj"


def second_subjects(sentence: Sentence, articled: bool) -> Iterator[tuple[int, int, int]]:
    """(verb, noun, "and") of each verb whose subject is joined to another noun."""
    for verb, label in enumerate(sentence.labels):
        first = sentence.heads[verb]
        if (
            label not in JOINED
            or sentence.pos[first] not in VERBS
            or sentence.children(verb, SUBJECTS)
        ):
            continue
        helping = sentence.children(verb, HELPING)
        finite = [i for i in (verb, *helping) if "VerbForm=Fin" in sentence.morphs[i]]
        opening = min([verb, *helping])
        joining = [i for i in range(first, opening) if sentence.labels[i] == "cc"]
        if not finite or not joining:
            continue
        noun = sentence.heads[joining[-1]]
        if joining[-1] < noun < opening and is_joined_noun(sentence, noun, first, articled):
            gap = range(joining[-1] + 1, opening)
            if agree(sentence, noun, finite[0]) and not any(is_mark(sentence, i) for i in gap):
                yield verb, noun, joining[-1]


def is_joined_noun(sentence: Sentence, noun: int, first: int, articled: bool) -> bool:
    """Whether a noun is joined to a noun behind the first verb, and may be a subject itself."""
    other = sentence.heads[noun]
    acted_on = sentence.labels[other] not in SUBJECTS  # "chiudono Spagna e Kenya"
    joined = sentence.labels[noun] == "conj" and first < other < noun and acted_on
    nouns = sentence.pos[noun] in NOUNS and sentence.pos[other] in NOUNS
    led = sentence.children(noun, frozenset({"case", "mark"}))
    single = "Number=Sing" in sentence.morphs[noun] and sentence.pos[noun] == "NOUN"
    bare = articled and single and not sentence.children(noun, frozenset({"det", "det:poss"}))
    when = sentence.forms[noun].lower() in TIMES
    return joined and nouns and not led and not bare and not when


def agree(sentence: Sentence, noun: int, verb: int) -> bool:
    """Whether number allows the noun to be the verb's subject."""
    several = "Number=Plur" in sentence.morphs[noun]
    several = several or bool(sentence.children(noun, frozenset({"conj"})))
    if "Number=Sing" in sentence.morphs[verb]:
        return not several
    plural = "Number=Plur" in sentence.morphs[verb] or sentence.forms[verb].lower() in SEVERAL
    return several or not plural


def is_mark(sentence: Sentence, word: int) -> bool:
    """A comma or the like."""
    return not any(letter.isalnum() for letter in sentence.forms[word])
