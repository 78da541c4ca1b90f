"""The words beside a verb of saying that name who speaks: a name, a noun phrase, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.lexicon import words
from claims.nlp.types import Entity, Span

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’](?=\w))?|[,;:.!?()«»“”\"–—]|\d+(?:[.,]\d+)*")
BREAKS = frozenset('.;:!?()«»“”"–—')
_PLACE_WORDS = frozenset(
    {"piazza", "via", "viale", "corso", "palazzo", "villa", "monte", "new", "san", "santa"}
    | {"south", "north", "east", "west", "port", "saint", "castel", "teatro", "radio", "stati"}
)
_BY = frozenset(["da", "dal", "dallo", "dalla", "dall'", "dai", "by"])


def tokens_of(text: str, start: int, end: int, language: str) -> list[re.Match[str]]:
    """Words and marks; the point of a title ("Dr.") is none."""
    titles = words(language, "sentences.titles")
    kept: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text, start, end):
        abbreviates = (
            token.group() == "."
            and kept
            and kept[-1].end() == token.start()
            and (kept[-1].group().lower() in titles or len(kept[-1].group()) == 1)
        )
        if not abbreviates:
            kept.append(token)
    return kept


def small_words(language: str, name: str) -> frozenset[str]:
    return words(language, f"attribution.{name}")


def pronoun_before(tokens: Sequence[re.Match[str]], language: str) -> str | None:
    """The pronoun that stands for the speaker right before the verb."""
    lead = small_words(language, "lead")
    for token in reversed(tokens[-4:]):
        word = token.group().lower()
        if word in small_words(language, "pronouns"):
            return word
        if word not in lead:
            return None
    return None


def subject_before(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """The speaker among the words before the verb: a name near it, else the phrase itself."""
    if not tokens or pronoun_before(tokens, language) not in (None, "che", "who", "which", "quale"):
        return None
    start, end = tokens[0].start(), tokens[-1].end()
    inside = [
        n
        for n in names
        if start <= n.start and n.end <= end and not is_governed(text, n.start, start, language)
    ]
    people = [n for n in inside if n.label == "PER"] or [
        n for n in inside if is_person_like(text, n)
    ]
    if people:
        return Span(people[-1].start, people[-1].end), True
    phrase = _phrase_before(text, tokens, language)
    named = [n for n in inside if n.label != "LOC" and (not phrase or n.end == phrase[0].end)]
    if named and (phrase is None or named[0].start <= phrase[0].end):
        return Span(named[0].start, named[0].end), True
    return phrase


def subject_after(
    text: str,
    tokens: Sequence[re.Match[str]],
    limit: int,
    language: str,
    names: Sequence[Entity],
) -> tuple[Span, bool] | None:
    """The speaker behind the verb ("osserva la direttrice di Brunex, Carla Ferri")."""
    tokens = list(tokens)
    while tokens and tokens[0].group().lower() in small_words(language, "skipped"):
        tokens = tokens[1:]
    if not tokens or tokens[0].group() in BREAKS | {","}:
        return None
    first = tokens[0].group().lower().replace("’", "'")
    if first in small_words(language, "pronouns"):
        return None
    end = next((t.start() for t in tokens if t.group() in BREAKS), limit)
    inside = [n for n in names if tokens[0].start() <= n.start < end]
    if first in small_words(language, "prepositions") or not opens_phrase(
        tokens[0].group(), language
    ):
        return _bare_name(text, tokens, inside, language)
    phrase_end = _phrase_end(tokens, end, language)
    within = [n for n in inside if n.start < phrase_end]
    free = [n for n in within if not is_governed(text, n.start, tokens[0].start(), language)]
    apposed = [n for n in inside if 0 <= n.start - phrase_end <= 3 and n.label in ("PER", "MISC")]
    people = [n for n in within if n.label == "PER"]
    chosen = free[:1] or apposed[:1] or people[:1]
    if chosen:
        return Span(chosen[0].start, chosen[0].end), True
    if phrase_end == tokens[0].end() and not _may_speak_alone(tokens[0].group(), language):
        return None
    return Span(tokens[0].start(), phrase_end), False


def agent_after(
    text: str, tokens: Sequence[re.Match[str]], at: int, names: Sequence[Entity]
) -> Span | None:
    """The agent of a passive verb ("contestata dallo storico X")."""
    if not tokens or tokens[0].group().lower().replace("’", "'") not in _BY:
        return None
    for name in names:
        if tokens[0].end() <= name.start < at and is_person_like(text, name):
            return Span(name.start, name.end)
    return None


def text_read(
    tokens: Sequence[re.Match[str]], limit: int, language: str
) -> tuple[Span, bool] | None:
    """ "si legge nelle motivazioni": the text that is read from speaks."""
    if len(tokens) < 2 or tokens[0].group().lower() not in small_words(language, "prepositions"):
        return None
    return Span(tokens[1].start(), _phrase_end(tokens[1:], limit, language)), False


def _phrase_before(
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
    while kept and kept[0].group().lower() in small_words(language, "conjunctions"):
        kept = kept[1:]
    if not kept or len(kept) > 12 or not opens_phrase(kept[0].group(), language):
        return None
    if {kept[0].group().lower(), kept[-1].group().lower()} & small_words(language, "pronouns"):
        return None
    if len(kept) == 1 and not _may_speak_alone(kept[0].group(), language):
        return None
    return Span(kept[0].start(), kept[-1].end()), False


def _phrase_end(tokens: Sequence[re.Match[str]], end: int, language: str) -> int:
    """Where the noun phrase that starts a stretch ends: at a comma, a verb-like break, a clause."""
    last = tokens[0].end()
    for token in tokens[:12]:
        word = token.group().lower()
        if token.start() >= end or word == "," or word in small_words(language, "clause_words"):
            break
        last = token.end()
    return last


def _may_speak_alone(word: str, language: str) -> bool:
    """ "Economists", "qualcuno"; not an article without its noun, nor an adverb."""
    lower = word.lower()
    if lower in ("qualcuno", "uno", "one"):
        return True
    return lower not in small_words(language, "determiners") and not lower.endswith(("mente", "ly"))


def opens_phrase(word: str, language: str) -> bool:
    lower = word.lower().replace("’", "'")
    if lower in small_words(language, "determiners"):
        return True
    small = small_words(language, "prepositions") | small_words(language, "conjunctions")
    return word[0].isupper() and lower not in small | small_words(language, "lead")


def _bare_name(
    text: str, tokens: Sequence[re.Match[str]], inside: Sequence[Entity], language: str
) -> tuple[Span, bool] | None:
    """A person a few words on: "said manager X", "dice all'uscita X"."""
    start = tokens[0].start()
    comma = next((t.start() for t in tokens if t.group() == ","), start + 80)
    reach = min(comma, tokens[min(5, len(tokens) - 1)].end())
    for name in inside:
        governed = is_governed(text, name.start, start, language)
        if name.start < reach and is_person_like(text, name) and not governed:
            return Span(name.start, name.end), True
    return None


def is_person_like(text: str, name: Entity) -> bool:
    """A person, or an untyped name of two or three plain words."""
    words_of = text[name.start : name.end].split()
    plain = all(w.replace("-", "").replace("'", "").replace("’", "").isalpha() for w in words_of)
    place = words_of[0].lower() in _PLACE_WORDS
    untyped = name.label == "MISC" and len(words_of) in (2, 3) and plain and not place
    return name.label == "PER" or untyped


def is_governed(text: str, at: int, start: int, language: str) -> bool:
    """Whether a preposition stands right before ("di Brunex", "of the Society")."""
    before = re.search(
        r"([^\W\d_]+['’]?)\s*(?:(?:the|il|la|i|le|gli)\s+)?$", text[max(start, at - 20) : at]
    )
    return before is not None and before[1].lower().replace("’", "'") in small_words(
        language, "prepositions"
    )
