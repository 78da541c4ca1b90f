"""Who says a quotation: the cue ("scriveva", "according to") and the speaker's mention beside it.

Looks after the quotation, before it, and inside it ("… - ha detto X - …"), by word order and word
lists, without a parse. A mention may be a name, a noun phrase ("i giudici della terza sezione"),
or nothing (a pronoun, a dropped subject): then `quotes` finds the person through the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.nlp.lexicon import words
from claims.nlp.speech_verbs import speech_verbs
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


_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’](?=\w))?|[,;:.!?()«»“”\"–—]|\d+(?:[.,]\d+)*")
_BREAKS = frozenset('.;:!?()«»“”"–—')
_ACCORDING = re.compile(
    r"(?<!\w)(?P<cue>secondo(?:\s+quanto\s+\w+\s+da(?:l|lla|i|gli|lle|ll['’])?)?"
    r"|stando\s+a(?:l|lla|i|lle|ll['’])?|a\s+detta\s+d(?:i|el|ella|ei|egli|elle|ell['’])"
    r"|a\s+giudizio\s+d(?:i|el|ella)|per(?=\s+(?:(?:il|la|lo|i|gli|le)\s+|l['’])?(?-i:[A-ZÀ-Þ]))"
    r"|per\s+la\s+guida|according\s+to|in\s+the\s+words\s+of)\s*",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(r"(?<!\w)per\s+(?:il|la)\s+quale|secondo\s+(?:il|la)\s+quale", re.IGNORECASE)
_INCISO = re.compile(r"\s[–—-]\s(?P<inner>[^–—\n]{4,90}?)\s[–—-]\s")


def cue_after(text: str, at: int, limit: int, language: str, names: Sequence[Entity]) -> Cue | None:
    """A cue right behind a quotation that ends at `at`; `limit` is where its sentence ends."""
    tokens = _tokens(text, at, min(limit, at + 160), language)
    while tokens and tokens[0].group() in ",.–—" and tokens[0].start() - at < 3:
        if tokens[0].group() == ".":
            return None
        tokens = tokens[1:]
    verb = _first_verb(tokens, language)
    if verb is None:
        return _noun_cue(text, tokens, language, names)
    before = [t for t in tokens[:verb] if t.group().lower() not in _list(language, "lead")]
    if before:
        mention = _subject_before(text, before, language, names)
    else:
        mention = _subject_after(text, tokens[verb + 1 :], limit, language, names)
    if mention is None and tokens[verb].group().lower().startswith("legg"):
        mention = _where_read(tokens[verb + 1 :], limit, language)
    span, is_name = mention if mention else (None, False)
    pronoun = _pronoun(before, language)
    gerund = tokens[verb].group().lower().endswith(("ndo", "ing"))
    return Cue(tokens[verb].start(), tokens[verb].end(), span, is_name, not gerund, pronoun)


def cue_before(
    text: str, start: int, at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """The last cue between `start` (of the sentence) and a quotation that starts at `at`."""
    tokens = _tokens(text, start, at, language)
    for i in range(len(tokens) - 1, -1, -1):
        if not _is_verb(tokens, i, language):
            continue
        between = tokens[i + 1 :]
        close = len(between) <= 9
        passive = _agent(text, between, at, names)
        if passive is not None:
            return Cue(tokens[i].start(), tokens[i].end(), passive, True, close)
        inverted = _inverted(tokens, i, language)
        after = _subject_after(text, between, at, language, names) if inverted else None
        before = _subject_before(text, tokens[:i], language, names)
        mention = after if after and after[1] else before or after
        span, is_name = mention if mention else (None, False)
        pronoun = _pronoun(tokens[:i], language)
        return Cue(tokens[i].start(), tokens[i].end(), span, is_name, close, pronoun)
    return None


def source_before(
    text: str, start: int, at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """ "Secondo X, «...»", "per il quale ... «...»", "la replica di X: «", a bare colon."""
    tokens = _tokens(text, start, at, language)
    return _according(text, start, at, names) or _noun_before(text, tokens, at, language, names)


def cue_inside(
    text: str, start: int, end: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """An aside between dashes within the quotation ("- ha detto X -")."""
    for match in _INCISO.finditer(text, start, end):
        found = cue_after(text, match.start("inner"), match.end("inner"), language, names)
        if found is not None:
            return found
    return None


def _tokens(text: str, start: int, end: int, language: str) -> list[re.Match[str]]:
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


def _agent(
    text: str, tokens: Sequence[re.Match[str]], at: int, names: Sequence[Entity]
) -> Span | None:
    """The agent of a passive verb ("contestata dallo storico X")."""
    if not tokens or tokens[0].group().lower().replace("’", "'") not in _BY:
        return None
    for name in names:
        if tokens[0].end() <= name.start < at and is_person_like(text, name):
            return Span(name.start, name.end)
    return None


_BY = frozenset(["da", "dal", "dallo", "dalla", "dall'", "dai", "by"])


def _pronoun(tokens: Sequence[re.Match[str]], language: str) -> str | None:
    """The pronoun that stands for the speaker right before the verb."""
    lead = _list(language, "lead")
    for token in reversed(tokens[-4:]):
        word = token.group().lower()
        if word in _list(language, "pronouns"):
            return word
        if word not in lead:
            return None
    return None


def _list(language: str, name: str) -> frozenset[str]:
    return words(language, f"attribution.{name}")


def _first_verb(tokens: Sequence[re.Match[str]], language: str) -> int | None:
    """Index of the verb of saying that opens the stretch, or follows its subject (English)."""
    lead = _list(language, "lead")
    for i, token in enumerate(tokens[: 12 if language == "en" else 7]):
        word = token.group().lower()
        if word in _BREAKS or (word == "," and language == "it"):
            return None
        if _is_verb(tokens, i, language):
            return i
        if language == "it" and word not in lead and not _opens_phrase(tokens[0].group(), language):
            return None
    return None


def _is_verb(tokens: Sequence[re.Match[str]], i: int, language: str) -> bool:
    word = tokens[i].group().lower()
    if word not in speech_verbs(language):
        return False
    # "la replica", "a note": nouns that look like verbs stand behind an article.
    before = tokens[i - 1].group().lower().replace("’", "'") if i else ""
    return before not in _list(language, "noun_before") or (
        word.endswith("ndo") and before in ("la", "lo", "le", "l'")
    )


def _subject_before(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """The speaker among the words before the verb: a name near it, else the phrase itself."""
    if not tokens or _pronoun(tokens, language) not in (None, "che", "who", "which", "quale"):
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


def _phrase_before(
    text: str, tokens: Sequence[re.Match[str]], language: str
) -> tuple[Span, bool] | None:
    """The noun phrase that ends right before the verb."""
    kept = list(tokens)
    while kept and (kept[-1].group().lower() in _list(language, "lead") or kept[-1].group() == ","):
        kept.pop()
    for i in range(len(kept) - 1, -1, -1):
        if kept[i].group() in _BREAKS or kept[i].group() == ",":
            kept = kept[i + 1 :]
            break
    if kept and not _opens_phrase(kept[0].group(), language) and kept[0] is not tokens[0]:
        comma = next((i for i, t in enumerate(tokens) if t.group() == ","), 0)
        kept = list(tokens[:comma])
    while kept and kept[0].group().lower() in _list(language, "conjunctions"):
        kept = kept[1:]
    if not kept or len(kept) > 12 or not _opens_phrase(kept[0].group(), language):
        return None
    if {kept[0].group().lower(), kept[-1].group().lower()} & _list(language, "pronouns"):
        return None
    if len(kept) == 1 and not _may_speak_alone(kept[0].group(), language):
        return None
    return Span(kept[0].start(), kept[-1].end()), False


def _may_speak_alone(word: str, language: str) -> bool:
    """ "Economists", "qualcuno"; not an article without its noun, nor an adverb."""
    lower = word.lower()
    if lower in ("qualcuno", "uno", "one"):
        return True
    return lower not in _list(language, "determiners") and not lower.endswith(("mente", "ly"))


def _opens_phrase(word: str, language: str) -> bool:
    lower = word.lower().replace("’", "'")
    if lower in _list(language, "determiners"):
        return True
    small = _list(language, "prepositions") | _list(language, "conjunctions")
    return word[0].isupper() and lower not in small | _list(language, "lead")


def _subject_after(
    text: str,
    tokens: Sequence[re.Match[str]],
    limit: int,
    language: str,
    names: Sequence[Entity],
) -> tuple[Span, bool] | None:
    """The speaker behind the verb ("osserva la direttrice di Dorsale, Noemi Castaldini")."""
    tokens = list(tokens)
    while tokens and tokens[0].group().lower() in _list(language, "skipped"):
        tokens = tokens[1:]
    if not tokens or tokens[0].group() in _BREAKS | {","}:
        return None
    first = tokens[0].group().lower().replace("’", "'")
    if first in _list(language, "pronouns"):
        return None
    end = next((t.start() for t in tokens if t.group() in _BREAKS), limit)
    inside = [n for n in names if tokens[0].start() <= n.start < end]
    if first in _list(language, "prepositions") or not _opens_phrase(tokens[0].group(), language):
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


def _where_read(
    tokens: Sequence[re.Match[str]], limit: int, language: str
) -> tuple[Span, bool] | None:
    """ "si legge nelle motivazioni": the text that is read from speaks."""
    if len(tokens) < 2 or tokens[0].group().lower() not in _list(language, "prepositions"):
        return None
    return Span(tokens[1].start(), _phrase_end(tokens[1:], limit, language)), False


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


_PLACE_WORDS = frozenset(
    {"piazza", "via", "viale", "corso", "palazzo", "villa", "monte", "new", "san", "santa"}
    | {"south", "north", "east", "west", "port", "saint", "castel", "teatro", "radio", "stati"}
)


def _phrase_end(tokens: Sequence[re.Match[str]], end: int, language: str) -> int:
    """Where the noun phrase that starts a stretch ends: at a comma, a verb-like break, a clause."""
    last = tokens[0].end()
    for token in tokens[:12]:
        word = token.group().lower()
        if token.start() >= end or word == "," or word in _list(language, "clause_words"):
            break
        last = token.end()
    return last


def is_governed(text: str, at: int, start: int, language: str) -> bool:
    """Whether a preposition stands right before ("di Dorsale", "of the Society")."""
    before = re.search(
        r"([^\W\d_]+['’]?)\s*(?:(?:the|il|la|i|le|gli)\s+)?$", text[max(start, at - 20) : at]
    )
    return before is not None and before[1].lower().replace("’", "'") in _list(
        language, "prepositions"
    )


def _inverted(tokens: Sequence[re.Match[str]], i: int, language: str) -> bool:
    """Italian verb first: nothing but auxiliaries and adverbs before it in its clause."""
    if language != "it":
        return False
    for token in reversed(tokens[:i]):
        word = token.group().lower()
        if word in (",", ".", ";", ":"):
            return True
        if word not in _list("it", "lead") and word not in _list("it", "conjunctions"):
            return False
    return True


def _noun_cue(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> Cue | None:
    """ "sono le parole del presidente X", "è il commento di X"."""
    nouns = words(language, "attribution.nouns")
    for i, token in enumerate(tokens[:6]):
        if token.group() in _BREAKS:
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
        span = Span(inside[-1].start, inside[-1].end) if inside else None
        last = tokens[-2] if len(tokens) > 1 else tokens[-1]
        return Cue(last.start(), last.end(), span, span is not None)
    return None


def _colon(text: str, at: int) -> bool:
    return text[max(0, at - 3) : at].rstrip().rstrip("«“\"'‘").rstrip().endswith(":")


def _according(text: str, start: int, at: int, names: Sequence[Entity]) -> Cue | None:
    by_whom = _BY_WHOM.search(text, start, at)
    if by_whom:
        people = [n for n in names if start <= n.start < by_whom.start() and n.label == "PER"]
        span = Span(people[-1].start, people[-1].end) if people else None
        return Cue(by_whom.start(), by_whom.end(), span, True)
    found = list(_ACCORDING.finditer(text, start, at))
    if not found:
        return None
    match = found[-1]
    end = text.find(",", match.end(), at)
    end = end if end >= 0 else at
    inside = [n for n in names if match.end() <= n.start < end and n.label != "LOC"]
    people = [n for n in inside if n.label == "PER"] or inside
    if people:
        span = Span(people[0].start, people[0].end)
        return Cue(match.start("cue"), match.end("cue"), span, True)
    phrase = Span(match.end(), end)
    if phrase.end - phrase.start > 60 or phrase.end <= phrase.start:
        return None
    return Cue(match.start("cue"), match.end("cue"), phrase, False)


def title_nouns(language: str) -> frozenset[str]:
    """Nouns that announce a title, not speech ("il film «...»")."""
    return _list(language, "titled")
