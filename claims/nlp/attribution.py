"""Who says a quotation: the cue ("scriveva", "according to") and the speaker's mention beside it.

Looks after the quotation, before it, and inside it ("… - ha detto X - …"), by word order and word
lists, without a parse. A mention may be a name, a noun phrase ("i giudici della terza sezione"),
or nothing (a pronoun, a dropped subject): then `quotes` finds the person through the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

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


_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’](?=\w))?|[,;:.!?()«»“”\"–—]|\d+")
_BREAKS = frozenset('.;:!?()«»“”"–—')
_LEAD = {
    "it": frozenset(
        "ha hanno aveva avevano avrebbe avrebbero è sono era erano ho si gli le lo la mi ci ne vi l' poi ancora così anche"
        " infine inoltre quindi però invece subito oggi ieri come".split()  # noqa: SIM905
    ),
    "en": frozenset("has had have also then later was were".split()),  # noqa: SIM905
}
_SPEAKER_SKIP = {
    "it": frozenset(
        "poi ancora anche infine inoltre quindi però invece subito oggi ieri così ai al agli alle alla a in durante sempre"
        " ironicamente incredula senza detto".split()  # noqa: SIM905
    ),
    "en": frozenset("also then later again".split()),  # noqa: SIM905
}
_PREPOSITIONS = frozenset(
    "di del dello della dei degli delle dell' a al allo alla ai agli alle all' da dal dalla in nel nella nell' con su sul"
    " sulla per tra fra of in on at to for from with by after before during outside as when into near".split()  # noqa: SIM905
)
_PRONOUNS = frozenset(
    "he she they it we i who which that egli ella lui lei loro essi che il quale".split()
)  # noqa: SIM905
_ACCORDING = re.compile(
    r"(?:^|[\s(,«“])(?P<cue>secondo(?:\s+quanto\s+\w+\s+da(?:l|lla|i|gli|lle|ll['’])?)?|stando\s+a(?:l|lla|i|lle|ll['’])?|a\s+detta\s+d(?:i|el|ella|ei|egli|elle|ell['’])"
    r"|a\s+giudizio\s+d(?:i|el|ella)|per(?=\s+(?:il|la|lo|i|gli|le|l['’])?\s*[A-ZÀ-Þ])|according\s+to|in\s+the\s+words\s+of)\s*",
    re.IGNORECASE,
)
_INCISO = re.compile(r"\s[–—-]\s(?P<inner>[^–—\n]{4,90}?)\s[–—-]\s")


def cue_after(text: str, at: int, limit: int, language: str, names: Sequence[Entity]) -> Cue | None:
    """A cue right behind a quotation that ends at `at`; `limit` is where its sentence ends."""
    tokens = _tokens(text, at, min(limit, at + 160))
    while tokens and tokens[0].group() in ",.–—" and tokens[0].start() - at < 3:
        if tokens[0].group() == ".":
            return None
        tokens = tokens[1:]
    verb = _first_verb(tokens, language)
    if verb is None:
        return _noun_cue(text, tokens, language, names)
    before = tokens[:verb]
    mention = _subject_before(text, before, language, names) if before else None
    if mention is None:
        mention = _subject_after(text, tokens[verb + 1 :], limit, language, names)
    span, is_name = mention if mention else (None, False)
    return Cue(tokens[verb].start(), tokens[verb].end(), span, is_name)


def cue_before(
    text: str, start: int, at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """The last cue between `start` (of the sentence) and a quotation that starts at `at`."""
    tokens = _tokens(text, start, at)
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i].group().lower()
        if not _is_verb(tokens, i, language):
            continue
        between = tokens[i + 1 :]
        close = len(between) <= 9
        after = _object_or_subject(text, between, at, language, names)
        mention = _subject_before(text, tokens[:i], language, names)
        if mention is None or (after is not None and word and _inverted(tokens, i, language)):
            mention = after or mention
        span, is_name = mention if mention else (None, False)
        return Cue(tokens[i].start(), tokens[i].end(), span, is_name, close)
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


def _tokens(text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(text, start, end))


def _first_verb(tokens: Sequence[re.Match[str]], language: str) -> int | None:
    """Index of the verb of saying that opens the stretch, or follows its subject (English)."""
    lead = _LEAD[language]
    reach = 12 if language == "en" else 7
    for i, token in enumerate(tokens[:reach]):
        word = token.group().lower()
        if word in _BREAKS:
            return None
        if word == "," and language == "it":
            return None
        if _is_verb(tokens, i, language):
            subject = any(t.group().lower() not in lead for t in tokens[:i])
            if subject and language == "it" and not _subject_then_verb(tokens[:i]):
                return None
            return i
    return None


def _subject_then_verb(before: Sequence[re.Match[str]]) -> bool:
    return before[0].group()[0].isupper() or before[0].group().lower() in (
        "il",
        "la",
        "l'",
        "i",
        "le",
        "lo",
        "gli",
    )


def _is_verb(tokens: Sequence[re.Match[str]], i: int, language: str) -> bool:
    word = tokens[i].group().lower()
    if word not in speech_verbs(language):
        return False
    before = tokens[i - 1].group().lower() if i else ""
    if language == "it":
        # "il commento", "la replica", "una nota": nouns that look like verbs
        return before not in _ARTICLES_IT or (
            before in ("la", "lo", "le", "l'") and word.endswith("ndo")
        )
    return before not in _ARTICLES_EN


_ARTICLES_IT = frozenset(
    "il lo un uno una del della dal dalla nel nella al alla sul sulla questa questo sua suo nella di dei delle i gli la l'".split()
)  # noqa: SIM905
_ARTICLES_EN = frozenset("the a an his her their its to this that of in no".split())  # noqa: SIM905


def _subject_before(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """The speaker among the words before the verb: a name near it, else the phrase itself."""
    if not tokens:
        return None
    start, end = tokens[0].start(), tokens[-1].end()
    inside = [n for n in names if start <= n.start and n.end <= end]
    people = [n for n in inside if n.label == "PER"] or [
        n for n in inside if n.label != "LOC" and not _is_governed(text, n.start, start)
    ]
    if people:
        chosen = people[-1]
        return Span(chosen.start, chosen.end), True
    return _phrase_before(text, tokens, language)


def _phrase_before(
    text: str, tokens: Sequence[re.Match[str]], language: str
) -> tuple[Span, bool] | None:
    kept = list(tokens)
    lead = _LEAD[language]
    while kept and (kept[-1].group().lower() in lead or kept[-1].group() == ","):
        kept.pop()
    for i in range(len(kept) - 1, -1, -1):
        if kept[i].group() in _BREAKS or kept[i].group() == ",":
            kept = kept[i + 1 :]
            break
    if not kept or len(kept) > 12 or kept[-1].group().lower() in _PRONOUNS:
        return None
    while kept and kept[0].group().lower() in _CONJUNCTIONS:
        kept = kept[1:]
    if not kept or kept[0].group().lower() in _PRONOUNS or not _opens_phrase(kept[0].group()):
        return None
    return Span(kept[0].start(), kept[-1].end()), False


_CONJUNCTIONS = frozenset(
    "e ed ma and but poi when while mentre quando because perché as se if".split()
)  # noqa: SIM905


def _opens_phrase(word: str) -> bool:
    return word[0].isupper() or word.lower() in _DETERMINERS


_DETERMINERS = frozenset(
    "il lo la i gli le l' un uno una un' the a an one alcuni alcune molti uno questi fonti another its their our".split()
)  # noqa: SIM905


def _subject_after(
    text: str,
    tokens: Sequence[re.Match[str]],
    limit: int,
    language: str,
    names: Sequence[Entity],
) -> tuple[Span, bool] | None:
    """The speaker behind the verb ("osserva la direttrice di Dorsale, Noemi Castaldini")."""
    skip = _SPEAKER_SKIP[language]
    tokens = list(tokens)
    while tokens and tokens[0].group().lower() in skip - {
        "ai",
        "al",
        "agli",
        "alle",
        "alla",
        "a",
        "in",
    }:
        tokens = tokens[1:]
    if not tokens or tokens[0].group() in _BREAKS or tokens[0].group() == ",":
        return None
    if tokens[0].group().lower() in _PREPOSITIONS | _PRONOUNS:
        return None
    end = next((t.start() for t in tokens if t.group() in _BREAKS), limit)
    inside = [n for n in names if tokens[0].start() <= n.start < end]
    phrase_end = _phrase_end(text, tokens, end)
    first = [
        n
        for n in inside
        if n.start < phrase_end and not _is_governed(text, n.start, tokens[0].start())
    ]
    apposed = [
        n
        for n in inside
        if text[max(0, n.start - 2) : n.start] == ", " and n.label in ("PER", "MISC")
    ]
    chosen = first[:1] or [n for n in apposed if n.start - phrase_end < 60][:1]
    if not chosen:
        chosen = [n for n in inside if n.label == "PER" and n.start < phrase_end + 40][:1]
    if chosen:
        return Span(chosen[0].start, chosen[0].end), True
    if not _opens_phrase(tokens[0].group()):
        return None
    return Span(tokens[0].start(), phrase_end), False


def _phrase_end(text: str, tokens: Sequence[re.Match[str]], end: int) -> int:
    """Where the noun phrase that starts a stretch ends: at a comma, a verb-like break, a clause."""
    last = tokens[0].end()
    for token in tokens[:12]:
        word = token.group().lower()
        if token.start() >= end or word == "," or word in _CLAUSE_WORDS:
            break
        last = token.end()
    return last


_CLAUSE_WORDS = frozenset(
    "che who which when after during outside dopo durante nel nella al alla as in on at dove and e to while mentre per from with con during".split()
)  # noqa: SIM905


def _is_governed(text: str, at: int, start: int) -> bool:
    """Whether a preposition stands right before ("di Dorsale", "of the Society")."""
    before = re.search(
        r"([^\W\d_]+['’]?)\s*(?:(?:the|il|la|i|le|gli)\s+)?$", text[max(start, at - 20) : at]
    )
    return before is not None and before[1].lower().replace("’", "'") in _PREPOSITIONS


def _object_or_subject(
    text: str, tokens: Sequence[re.Match[str]], at: int, language: str, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    if not tokens:
        return None
    return _subject_after(text, tokens, at, language, names)


def _inverted(tokens: Sequence[re.Match[str]], i: int, language: str) -> bool:
    """Italian verb first: nothing but auxiliaries and adverbs before it in its clause."""
    if language != "it":
        return False
    for token in reversed(tokens[:i]):
        word = token.group().lower()
        if word in (",", ".", ";", ":"):
            return True
        if word not in _LEAD["it"] and word not in _CONJUNCTIONS:
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


@lru_cache(maxsize=2)
def title_nouns(language: str) -> frozenset[str]:
    """Nouns that announce a title, not speech ("il film «...»")."""
    return words(language, "attribution.titled")
