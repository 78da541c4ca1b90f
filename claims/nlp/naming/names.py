"""Names in a text: runs of capitalised words, the same all through the article.

Spans are the aim; a type is given only where title, gazetteer or form leave no doubt, and the
rest is MISC: "Aurora" alone could be a firm, a person or a place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.nlp.lexicon import words
from claims.nlp.naming.full_names import FullNames
from claims.nlp.naming.name_edges import (
    names_place_first,
    only_opens,
    opens_as_noun,
    owns_what_follows,
)
from claims.nlp.naming.unlike_names import LEGAL_FORMS
from claims.nlp.types import Entity, Sentence

# capitals of all Latin alphabets ("Şahin", "Łukasz", "Ōta")
_CAPITAL = f"[{''.join(c for c in map(chr, range(65, 592)) if c.isupper())}]"
_PLAIN_WORD = re.compile(r"(?<![\w])[a-zà-öø-ÿ]+(?:['’-]\w+)*")
_TITLE_BEFORE = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+)?)\.?\s+$")


# "64mila TIR": capitals behind a number are a unit.
_COUNTED = re.compile(r"\d[\d.,]*\s?(?:mila|k|million[ei]|billion)?\s$")
# "ministro degli Esteri X": the office's name isn't the person's.
_MINISTRY = re.compile(r"\b[Mm]inistr[oai]\s+(?:de[lgi]\w*\s|dell['’])$")
STREETS = frozenset({"Street", "Road", "Avenue", "Boulevard", "Lane", "Square"})
_CHIEF = re.compile(r"\bl['’]ad\s$")
_OCCUPATION = {
    "it": re.compile(
        r"\b[a-zà-ÿ]+(?:ista|tore|trice|olog[oa]|ier[ea]|essa|aio|aria|ante|ente|nziat[oa])\s$"
    ),
    "en": re.compile(r"\b[a-z-]+(?:ist|er|or|ian|ant|ent|man|woman|wright|ess)\s$"),
}
_APPOSITION = re.compile(
    r",\s(?:il\s|la\s|l['’]|the\s|an?\s|ex\s|former\s)?([^\W\d_]+(?:[\s-][^\W\d_]+)?)"
)


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    opens_sentence: bool


def find_names(text: str, language: str, sentences: Sequence[Sentence]) -> list[Entity]:
    """Names of `text` in order, not overlapping; labels are PER, ORG, LOC, PRODUCT or MISC."""
    runs = [run for s in sentences for run in _runs(text, s, language)]
    known = _known_words(text, runs)
    plain = set(_PLAIN_WORD.findall(text))
    kept = [run for run in (_checked(text, run, known, plain, language) for run in runs) if run]
    labels = _labels(text, kept, language)
    found = [Entity(r.start, r.end, labels[text[r.start : r.end]]) for r in kept]
    names = FullNames(text, found)
    return [replace(entity, name=names.name_of(entity)) for entity in found]


def _runs(text: str, sentence: Sentence, language: str) -> Iterator[_Run]:
    """Capitalised runs of one sentence; one in capitals throughout is a headline, no names."""
    shown = text[sentence.start : sentence.end]
    if shown.isupper() and len(shown.split()) > 3:
        return
    at = sentence.start
    first = True
    while match := _CAPITALISED.search(text, at, sentence.end):
        end = _run_end(text, match.start(), match.end(), sentence.end, language)
        opens = first and not any(c.isalnum() for c in text[sentence.start : match.start()])
        opens = opens or _AFTER_MARK.search(text, at, match.start()) is not None
        opens = opens or re.search(r"[:.!?]\s+$", text[sentence.start : match.start()]) is not None
        yield _Run(match.start(), end, opens)
        at, first = end, False


_CAPITALISED = re.compile(
    rf"(?<![\w])(?<!\w-)(?:{_CAPITAL}[\w]*(?:['’-]\w+)*|{_CAPITAL}\.(?=\s?{_CAPITAL}))"
)
_NEXT = re.compile(
    rf"(?P<link>\s(?:(?:de|van|von|der|den|bin|y)\s)?|\s?&\s?|\.\s?(?<={_CAPITAL}\.\s))"
    rf"(?P<word>{_CAPITAL}\w*(?:['’-]\w+)*\.?)|\s(?P<number>\d{{1,3}}|[IVX]+)\b(?![.,–-]\d|%|\s?%)"
)
# "Banca d'Italia", "University of Tartu": only a head noun takes its complement into the name.
_OF = re.compile(
    rf"\s(?:(?:di|del|dello|della|dei|degli|delle|of|of\sthe|for)\s|dell['’]|d['’])(?={_CAPITAL})"
)


# an apostrophe after a letter elides ("dell'Europa"), it opens no quotation
_AFTER_MARK = re.compile(r"(?:[«“\"‘(]|(?<![^\W\d_])')$")


@lru_cache(maxsize=2)
def _body(language: str) -> re.Pattern[str] | None:
    """A body whose name goes on in small letters, from its first letter; None: none is known."""
    known = sorted(words(language, "names.bodies"), key=len, reverse=True)
    forms = "|".join(f"{name[0]}(?i:{re.escape(name[1:])})" for name in known)
    curly = forms.replace("'", "['’]")
    return re.compile(rf"(?:{curly})(?!\w)") if known else None


def _body_end(text: str, start: int, end: int, limit: int, language: str) -> int:
    """Where the name of a body that begins at `start` ends, else `end`."""
    bodies = _body(language)
    body = bodies.match(text, start, limit) if bodies is not None else None
    return max(end, body.end()) if body else end


@lru_cache(maxsize=1)
def _legal_form() -> re.Pattern[str]:
    """A company's legal form behind its name; the last dot may be the sentence's end."""
    forms = "|".join(re.escape(form[:-1]) for form in words("it", "names.dotted_forms"))
    return re.compile(rf"\s(?:{forms})(?!\w)\.?")


def _run_end(text: str, start: int, end: int, limit: int, language: str) -> int:
    end = _body_end(text, start, end, limit, language)
    while not owns_what_follows(text, start, end, limit):
        if form := _legal_form().match(text, end, limit):
            return form.end()
        match = _NEXT.match(text, end, limit)
        if match is None:
            of = _OF.match(text, end, limit)
            if of is None or not _takes_complement(text[start:end], language):
                break
            word = _CAPITALISED.match(text, of.end(), limit)
            end = word.end() if word else end
            if word is None:
                break
            continue
        if match["number"] and match["number"].isdigit() and _counts_something(text, match.end()):
            break
        end = match.end()
        if match["number"]:
            break
        end = _body_end(text, match.start("word"), end, limit, language)
        if text[end - 1] == "." and len(match["word"]) > 2:
            end -= 1
            break
    return end - 2 if text[end - 2 : end] in ("'s", "’s") else end


def _takes_complement(name: str, language: str) -> bool:
    last = name.split()[-1].lower()
    return last in words(language, "names.org_heads") or last in words(
        language, "names.place_heads"
    )


def _counts_something(text: str, at: int) -> bool:
    """A number followed by a plural noun counts it; it is no part of the name before."""
    return (
        re.match(r"\s(?:[a-zà-ÿ]+[sie]\b|euro|mila|milioni|per\s)", text[at : at + 14]) is not None
    )


def _known_words(text: str, runs: Sequence[_Run]) -> Counter[str]:
    """How often each capitalised word stands where no sentence opens."""
    known: Counter[str] = Counter()
    for run in runs:
        tokens = text[run.start : run.end].split()
        known.update(tokens if not run.opens_sentence else tokens[1:])
    return known


def _checked(
    text: str, run: _Run, known: Counter[str], plain: set[str], language: str
) -> _Run | None:
    """Drop the sentence's first word from a run, or the run, when it is no name."""
    start = run.start
    tokens = text[start : run.end].split()
    first = tokens[0]
    openers = words(language, "sentences.openers")
    bare = first.split("'")[0].split("’")[0]
    common = bare in openers or first.lower() in words(language, "names.never")
    if (run.opens_sentence and not known[first] and (len(tokens) == 1 or common)) or common:
        lower_elsewhere = first.lower() in plain
        is_first_name = first in words("names", "people.first")
        if common or lower_elsewhere or not (is_first_name or _looks_like_name(first)):
            rest = re.compile(rf"{_CAPITAL}").search(text, start + len(bare) + 1, run.end)
            if rest is None:
                return None
            start = rest.start()
    elif run.opens_sentence and (
        only_opens(tokens, known, language) or opens_as_noun(tokens, known, plain, language)
    ):
        start += len(first) + 1
    start = _after_titles(text, start, run.end, language)
    word = text[start : run.end]
    if word.isupper() and _COUNTED.search(text, max(0, start - 12), start):
        return None
    if word.lower() in words(language, "names.person_titles"):
        return None
    if len(word) < 2 or (word.lower() in words(language, "names.never") and len(word.split()) == 1):
        return None
    return _Run(start, run.end, run.opens_sentence)


def _after_titles(text: str, start: int, end: int, language: str) -> int:
    """ "Transport Minister Jane Doe": the name starts behind the last title."""
    titles = words(language, "names.person_titles")
    tokens = list(re.finditer(r"[^\s]+", text[start:end]))
    for token in reversed(tokens[:-1]):
        if token.group().lower().rstrip(".") in titles:
            return start + text[start + token.end() : end].find(" ") + token.end() + 1
    if len(tokens) > 1 and _MINISTRY.search(text, max(0, start - 24), start):
        return start + tokens[1].start()
    given = [t.group() in words("names", "people.first") for t in tokens[:-1]]
    if True in given[1:] and not given[0]:
        return start + tokens[given.index(True)].start()
    if language == "it" and len(tokens) == 3 and names_place_first(text, start, end):
        return start + tokens[1].start()
    return start


def _looks_like_name(word: str) -> bool:
    """ "NASA", "McCoy", "Zeta-9": the form alone tells."""
    return any(c.isupper() or c.isdigit() for c in word[1:])


def _labels(text: str, runs: Sequence[_Run], language: str) -> dict[str, str]:
    """One label a name for the whole article: the surest that any of its places shows."""
    votes: dict[str, Counter[str]] = {}
    for run in runs:
        name = text[run.start : run.end]
        label = _label_here(text, run, name, language)
        votes.setdefault(name, Counter())[label] += 1
    labels = {
        name: max(counts, key=lambda label: (label != "MISC", counts[label]))
        for name, counts in votes.items()
    }
    people = {name for name, label in labels.items() if label == "PER"}
    surnames = {name.split()[-1] for name in people} | {
        name.split()[0] for name in people if len(name.split()) > 1
    }
    return {n: "PER" if label == "MISC" and n in surnames else label for n, label in labels.items()}


def _label_here(text: str, run: _Run, name: str, language: str) -> str:
    tokens = name.split()
    if name in words("names", "places.names"):
        return "LOC"
    if name in words("names", "organisations.names"):
        return "ORG"
    if any(t.lower().strip(".") in words(language, "names.org_heads") for t in tokens):
        return "ORG"
    if len(tokens) > 1 and tokens[-1].lower() in LEGAL_FORMS:
        return "ORG"
    if len(tokens) > 1 and language == "en" and tokens[-1] in STREETS:
        return "LOC"
    before = _TITLE_BEFORE.search(text, max(0, run.start - 30), run.start)
    title = before[1].lower() if before else ""
    last_title = title.split(" ")[-1]
    titles = words(language, "names.person_titles")
    if title in titles or last_title in titles or tokens[0].lower().strip(".") in titles:
        return "PER"
    if last_title in words(language, "names.org_heads"):
        return "ORG"
    if last_title in words(language, "names.place_heads"):
        return "LOC"
    return _label_by_form(text, run, name, language)


def _label_by_form(text: str, run: _Run, name: str, language: str) -> str:
    """What the name's own form and what follows it tell."""
    tokens = name.split()
    titles = words(language, "names.person_titles")
    if tokens[-1].isdigit() or re.fullmatch(r"[A-Z]+-?\d[\w.]*", name):
        return "PRODUCT"
    if len(tokens) in (2, 3) and tokens[0] in words("names", "people.first"):
        return "PER"
    if re.match(r",\s(?:\d{2}(?=[,.;)])|di\s\d{2}\sanni|aged\s\d)", text[run.end : run.end + 14]):
        return "PER"
    apposition = _APPOSITION.match(text, run.end)
    if apposition and {apposition[1].lower(), apposition[1].split()[0].lower()} & titles:
        return "PER"
    if _CHIEF.search(text, max(0, run.start - 6), run.start):
        return "PER"
    occupation = _OCCUPATION[language].search(text, max(0, run.start - 30), run.start)
    if occupation and len(tokens) in (2, 3) and all(t[0].isupper() and t.isalpha() for t in tokens):
        return "PER"
    if name.isupper() and 2 <= len(name) <= 5 and name.isalpha():
        return "ORG"
    return "MISC"
