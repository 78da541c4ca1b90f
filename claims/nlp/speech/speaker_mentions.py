"""The words beside a verb of saying that name who speaks: a name, a noun phrase, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.nlp.lexicon import words
from claims.nlp.naming.named_people import (
    ARTICLES,
    BREAKS,
    TOKEN,
    after_last,
    is_governed,
    is_person_like,
    small_words,
)
from claims.nlp.speech.asides import without_asides
from claims.nlp.speech.joint_speakers import free_names
from claims.nlp.speech.main_subject import main_subject
from claims.nlp.speech.noun_phrases import (
    may_speak_alone,
    opens_phrase,
    phrase_before,
    phrase_end_of,
)
from claims.nlp.speech.recipients import is_told, one_of_them
from claims.nlp.types import Entity, Span

_HAVING = frozenset(["ha", "hanno", "aveva", "avevano", "avrebbe", "ho", "has", "have", "had"])
_RELATIVES = frozenset(["che", "quale", "who", "which"])
_ATTACK = re.compile(
    r"\b(?:attacc|accus|critic|replic|rispost|appell|letter|affond|stoccat|attack|reply|letter)\w*\s"
    r"(?:di|del|della|dell['’]|of|by)\s?(?:[a-zà-ÿ]+\s){0,2}(?=[A-ZÀ-Þ])(?=[^,.;:]{3,60}?\s"
    r"(?:a|al|alla|all['’]|contro|verso|to|on|against)\s)"
)
_TITLE_BETWEEN = re.compile(r"\s(?!and\b|for\b|with\b|from\b)[a-z]{3,}(?:\s[a-z]{3,})?\s")
OF_WHOM = frozenset(["di", "del", "dello", "della", "dei", "degli", "delle", "dell'", "of"])
BY_WHOM = frozenset(["da", "dal", "dallo", "dalla", "dall'", "dai", "by"])


def tokens_of(text: str, start: int, end: int, language: str) -> list[re.Match[str]]:
    """Words and marks; the point of a title ("Dr.") is none."""
    titles = words(language, "sentences.titles")
    kept: list[re.Match[str]] = []
    for token in TOKEN.finditer(text, start, end):
        abbreviates = (
            token.group() == "."
            and kept
            and kept[-1].end() == token.start()
            and (kept[-1].group().lower() in titles or len(kept[-1].group()) == 1)
        )
        if not abbreviates:
            kept.append(token)
    return kept


def pronoun_before(tokens: Sequence[re.Match[str]], language: str) -> str | None:
    """The pronoun that stands for the speaker right before the verb."""
    lead = small_words(language, "lead")
    for token in reversed(tokens[-4:]):
        word = token.group().lower()
        if word in small_words(language, "pronouns"):
            return word
        if word not in lead and not word.endswith(("ly", "mente")):
            return None
    return None


def pronoun_at(tokens: Sequence[re.Match[str]], language: str) -> str | None:
    """The pronoun right behind the verb ("risponde lei", "said he")."""
    word = tokens[0].group().lower() if tokens else ""
    return word if word in small_words(language, "pronouns") - _RELATIVES else None


def subject_before(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """The speaker among the words before the verb: a name near it, else the phrase itself."""
    pronoun = pronoun_before(tokens, language)
    if not tokens or (pronoun is not None and pronoun not in _RELATIVES):
        return None
    if pronoun is not None:
        antecedent = _antecedent(text, tokens, language, names)
        if antecedent is not None:
            return antecedent
    tokens = without_asides(tokens, language)
    if not tokens:
        return None
    start, places = tokens[0].start(), {token.start() for token in tokens}
    inside = free_names(text, [n for n in names if n.start in places], start, language)
    apposed = _apposed_name(tokens, inside, language)
    if apposed is not None:
        return apposed, True
    people = [n for n in inside if n.label == "PER"] or [
        n for n in inside if is_person_like(text, n)
    ]
    if people:
        return Span(people[-1].start, people[-1].end), True
    phrase = phrase_before(text, tokens, language)
    if phrase is not None and any(n.start == phrase[0].start for n in names if n not in inside):
        return main_subject(text, tokens, language, names)  # "I sindaci di Lodi, Pavia e Como"
    named = [
        n
        for n in inside
        if n.label != "LOC"
        and (not phrase or n.end == phrase[0].end)
        and text[n.start - 1 : n.start] != "("
    ]
    if named and (phrase is None or named[0].start <= phrase[0].end):
        return Span(named[0].start, named[0].end), True
    return phrase


def _apposed_name(
    tokens: Sequence[re.Match[str]], names: Sequence[Entity], language: str
) -> Span | None:
    """ "La figlia di Conti, Marta, ha detto": the name alone between the verb's commas."""
    kept = list(tokens)
    while kept and kept[-1].group().lower() in small_words(language, "lead"):
        kept.pop()
    if len(kept) < 3 or kept[-1].group() != ",":
        return None
    beside = [n for n in names if n.end == kept[-2].end() and n.label != "LOC"]
    opens = beside and any(
        one.group() == "," and two.start() == beside[-1].start for one, two in pairwise(kept)
    )
    return Span(beside[-1].start, beside[-1].end) if opens else None


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
    end = next((t.start() for t in tokens if t.group() in BREAKS), limit)
    inside = [n for n in names if tokens[0].start() <= n.start < end]
    member = one_of_them(text, tokens, inside)
    if member is not None or first in small_words(language, "pronouns"):
        return member
    if first in small_words(language, "prepositions") or not opens_phrase(
        tokens[0].group(), language
    ):
        bare = _bare_name(text, tokens, inside, language)
        return bare or _later_phrase(text, tokens, limit, language, names)
    phrase_end = phrase_end_of(tokens, end, language)
    within = [n for n in inside if n.start < phrase_end]
    start = tokens[0].start()
    named = free_names(text, within, start, language)
    free = [n for n in named if n.start <= start or not _is_adjective(text, n, phrase_end)]
    apposed = [n for n in inside if 0 <= n.start - phrase_end <= 3 and n.label in ("PER", "MISC")]
    people = [n for n in within if n.label == "PER"]
    while _is_of_a_house(text, free, language):
        free = free[1:]
    chosen = free[:1] or apposed[:1] or people[:1]
    if chosen:
        return Span(chosen[0].start, chosen[0].end), True
    if phrase_end == tokens[0].end() and not may_speak_alone(tokens[0].group(), language):
        return None
    return Span(start, phrase_end), False


def _is_of_a_house(text: str, names: Sequence[Entity], language: str) -> bool:
    """ "Harriers boss X": the first name only tells whose boss the second is."""
    if language != "en" or len(names) < 2:
        return False
    return _TITLE_BETWEEN.fullmatch(text, names[0].end, names[1].start) is not None


def _is_adjective(text: str, name: Entity, phrase_end: int) -> bool:
    """ "il Primo cittadino": a capital within a role, no name."""
    one_word = " " not in text[name.start : name.end] and name.label == "MISC"
    behind = text[name.end : name.end + 2]
    return one_word and name.end < phrase_end and behind[:1] == " " and behind[1:].islower()


def is_active(tokens: Sequence[re.Match[str]]) -> bool:
    """Whether the verb, the last token, can have no agent: "ha detto dalla sua casa"."""
    if tokens[-1].group().lower().endswith(("ndo", "ing")):
        return True
    return any(t.group().lower() in _HAVING for t in tokens[-3:-1])


def agent_after(
    text: str, tokens: Sequence[re.Match[str]], at: int, names: Sequence[Entity], language: str
) -> tuple[Span, bool] | None:
    """The agent of a passive verb ("contestata dallo storico X"), or "dicono dalla Croce Verde"."""
    if not tokens or tokens[0].group().lower().replace("’", "'") not in BY_WHOM:
        return None
    for name in names:
        if tokens[0].end() <= name.start < at and is_person_like(text, name):
            return Span(name.start, name.end), True
    end = next((t.start() for t in tokens if t.group() in BREAKS | {","}), at)
    if len(tokens) < 2 or tokens[1].start() >= end:
        return None
    return Span(tokens[1].start(), phrase_end_of(tokens[1:], end, language)), False


def _antecedent(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """Whom a relative pronoun before the verb takes up: the name or role right before it."""
    at = max(i for i, t in enumerate(tokens) if t.group().lower() in _RELATIVES)
    kept = list(tokens[:at])
    while kept and (kept[-1].group() == "," or kept[-1].group().lower() in ARTICLES):
        kept.pop()
    if not kept:
        return None
    end = kept[-1].end()
    beside = [n for n in names if n.end == end and n.label != "LOC"]
    cut = after_last([t.group() for t in kept], BREAKS | {","})
    segment = kept[cut:]
    apposed = cut > 1 and segment and segment[0].group().lower().replace("’", "'") in ARTICLES
    if apposed:  # "X, il cantante della band, che ha detto"
        named = [n for n in names if n.end == kept[cut - 2].end() and is_person_like(text, n)]
        if named:
            return Span(named[-1].start, named[-1].end), True
    if beside:
        attacker = _attacker(text, kept, beside[-1], names)
        return attacker or (Span(beside[-1].start, beside[-1].end), True)
    titles = words(language, "names.person_titles")
    for i in range(len(segment) - 1, max(-1, len(segment) - 6), -1):
        if segment[i].group().lower() in titles:
            first = segment[i - 1] if i and segment[i - 1].group().lower() == "ex" else segment[i]
            return Span(first.start(), end), False
    for noun, of in pairwise(range(len(segment))):  # "la risposta dei deputati, che definiscono"
        is_noun = segment[noun].group().lower() in small_words(language, "nouns")
        if is_noun and of + 1 < len(segment) and segment[of].group().lower() in OF_WHOM:
            return Span(segment[of + 1].start(), end), False
    by = after_last([t.group().lower().replace("’", "'") for t in segment], BY_WHOM)
    return (Span(segment[by].start(), end), False) if 0 < by < len(segment) else None


def _attacker(
    text: str, tokens: Sequence[re.Match[str]], target: Entity, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """ "l'attacco di X a Y, che definisce «...»": X speaks of Y."""
    attack = _ATTACK.search(text, tokens[0].start(), target.start)
    if attack is None:
        return None
    return next(
        ((Span(n.start, n.end), True) for n in names if n.start == attack.end() and n != target),
        None,
    )


def _bare_name(
    text: str, tokens: Sequence[re.Match[str]], inside: Sequence[Entity], language: str
) -> tuple[Span, bool] | None:
    """A person a few words on: "said manager X", "dice all'uscita X"."""
    start = tokens[0].start()
    comma = next((t.start() for t in tokens if t.group() == ","), start + 80)
    reach = min(comma, tokens[min(5, len(tokens) - 1)].end())
    for name in inside:
        governed = is_governed(text, name.start, start, language) or is_told(tokens, name, language)
        if name.start < reach and is_person_like(text, name) and not governed:
            return Span(name.start, name.end), True
    return None


def _later_phrase(
    text: str,
    tokens: Sequence[re.Match[str]],
    limit: int,
    language: str,
    names: Sequence[Entity],
) -> tuple[Span, bool] | None:
    """The subject behind an adverbial: "ha detto a Radio Uno il ministro X"."""
    small = small_words(language, "prepositions")
    for i in range(1, min(9, len(tokens))):
        word, before = tokens[i].group().lower(), tokens[i - 1].group().lower()
        if before.endswith(("ando", "endo")):
            return None  # "ha detto ricevendo il premio"
        if word in BREAKS | {","} or word in small_words(language, "clause_words") - small:
            return None
        if word.replace("’", "'") in ARTICLES and before.replace("’", "'") not in small:
            return subject_after(text, tokens[i:], limit, language, names)
    return None
