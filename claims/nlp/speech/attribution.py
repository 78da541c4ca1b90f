"""Who says a quotation: the cue ("scriveva", "according to") and the speaker's mention beside it.

Looks after the quotation, before it, and inside it ("… - ha detto X - …"), by word order and word
lists, without a parse. A mention may be a name, a noun phrase ("i periti del tribunale"),
or nothing (a pronoun, a dropped subject): then `quotes` finds the person through the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.naming.named_people import BREAKS, small_words
from claims.nlp.speech.asides import without_asides
from claims.nlp.speech.joint_speakers import is_plural, with_others
from claims.nlp.speech.main_subject import is_gerund, main_subject
from claims.nlp.speech.speaker_mentions import (
    BY_WHOM,
    agent_after,
    is_active,
    opens_phrase,
    pronoun_at,
    pronoun_before,
    subject_after,
    subject_before,
    tokens_of,
)
from claims.nlp.speech.speaking_houses import is_nobodys, spokesplace, text_read, text_reads
from claims.nlp.speech.speech_cue import Cue
from claims.nlp.speech.speech_sources import noun_cue
from claims.nlp.speech.speech_verbs import CLITICS, is_passive, is_speech_verb
from claims.nlp.types import Entity, Span

_NEXT_SAYS = re.compile(
    r"[\s.:,»”\"]{0,4}(?P<cue>Lo|L['’](?=h|av)|[Cc]osì(?=\s(?:il|la|lo|i|gli|le|l['’]|[A-ZÀ-Þ]|ha|si))"
    r"|Parola\sdi|Parole\sdi|È\squanto|A\sdirlo\sè|A\sparlare\sè|A\ssostenerlo\sè"
    r"|Con\squest[aeio]\s(?:parole|parola|frase|messaggio)|With\s(?:these|those)\swords"
    r"|So\ssaid|Thus|Those\swere\sthe\swords\sof|That\swas\show)\s?"
)
# "accusa la giunta di aver «cambiato idea»": who stands behind the verb is spoken of
_OF_DOING = re.compile(r"\b(?:di|d['’])\s?(?:non\s)?(?:aver|esser)[ei]?\b")
# whom they name is the one they tell something of
_LABELLING = (
    "defin",
    "qualific",
    "boll",
    "tacci",
    "etichett",
    "apostrof",
    "accus",
    "descri",
    "giudic",
)
MOST_BETWEEN = 9  # words and marks between a cue and what it announces
_INCISO = re.compile(r"\s[–—-]\s(?P<inner>[^–—\n]{4,90}?)\s[–—-]\s")


def cue_after(text: str, at: int, limit: int, language: str, names: Sequence[Entity]) -> Cue | None:
    """A cue right behind a quotation that ends at `at`; `limit` is where its sentence ends."""
    tokens = tokens_of(text, at, min(limit, at + 160), language)
    while tokens and tokens[0].group() in ",.–—-" and tokens[0].start() - at < 3:
        if tokens[0].group() == ".":
            return None
        tokens = tokens[1:]
    verb = _first_verb(tokens, language)
    if verb is None:
        return noun_cue(text, tokens, language, names)
    if tokens[verb].group()[0].isupper():
        return None  # a new sentence whose quotation lost its point
    lead = small_words(language, "lead") | small_words(language, "phrase_first")
    lead |= {"a"} if tokens[verb].group() == "verbale" else frozenset()
    before = [t for t in tokens[:verb] if t.group().lower() not in lead]
    if before:
        mention = subject_before(text, before, language, names)
    else:
        behind = tokens[verb + 1 :]
        active = is_active(tokens[: verb + 1])
        agent = None if active else agent_after(text, behind, limit, names, language)
        mention = agent or subject_after(text, behind, limit, language, names)
    nobodys = is_nobodys(tokens[: verb + 1])
    if mention is None and (nobodys or tokens[verb].group().lower().startswith("legg")):
        mention = text_read(text, tokens[verb + 1 :], limit, language, names)
    if mention is not None and is_plural(tokens[: verb + 1], language):
        mention = (with_others(text, mention[0], names, at), mention[1])
    span, is_name = mention if mention else (None, False)
    pronoun = pronoun_before(before, language) or pronoun_at(tokens[verb + 1 :], language)
    gerund = tokens[verb].group().lower().endswith(("ndo", "ing"))
    return Cue(
        tokens[verb].start(), tokens[verb].end(), span, is_name, not gerund, pronoun, nobodys
    )


def cue_next(text: str, at: int, limit: int, language: str, names: Sequence[Entity]) -> Cue | None:
    """The cue that opens the next sentence: "«...». Lo scrivono i giudici", "«...»: così X"."""
    opening = _NEXT_SAYS.match(text, at, limit)
    if opening is None:
        return None
    tokens = tokens_of(text, opening.end(), limit, language)
    verb = next((i for i in range(min(5, len(tokens))) if is_speech_verb(tokens, i, language)), -1)
    start, end = opening.span("cue")
    if verb >= 0:
        start, end = tokens[verb].span()
    mention = subject_after(text, tokens[verb + 1 :], limit, language, names)
    if opening.group("cue").startswith(("Con", "With")):
        stop = next((i for i, t in enumerate(tokens) if t.group() in BREAKS), len(tokens))
        mention = main_subject(text, tokens[:stop], language, names)
    return Cue(start, end, *mention) if mention else None


def cue_before(
    text: str, start: int, at: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """The last cue between `start` (of the sentence) and a quotation that starts at `at`."""
    tokens = tokens_of(text, start, at, language)
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].group() == ";":
            return None
        if not is_speech_verb(tokens, i, language):
            continue
        if _is_an_aside(tokens, i):
            continue
        if is_nobodys(tokens[: i + 1]):
            return _nobodys_cue(text, tokens, i, at, language, names)
        if is_gerund(tokens[i]) and i:
            return _gerund_cue(text, tokens, i, language, names)
        return _verb_cue(text, tokens, i, at, language, names)
    return None


def _is_an_aside(tokens: Sequence[re.Match[str]], i: int) -> bool:
    """ "Reeve, defended by Quill, ...": a participle between commas tells nothing of the speech."""
    if not i or i + 1 >= len(tokens) or tokens[i - 1].group() != ",":
        return False
    by = tokens[i + 1].group().lower() in BY_WHOM
    return by and any(t.group() == "," for t in tokens[i + 2 :])


def _verb_cue(
    text: str,
    tokens: Sequence[re.Match[str]],
    i: int,
    at: int,
    language: str,
    names: Sequence[Entity],
) -> Cue:
    """The cue of a verb that may have its subject before or behind it."""
    between = tokens[i + 1 :]
    close = len(between) <= MOST_BETWEEN
    passive = (
        None if is_active(tokens[: i + 1]) else agent_after(text, between, at, names, language)
    )
    if passive is not None:
        return Cue(tokens[i].start(), tokens[i].end(), *passive, close)
    if is_passive(tokens[: i + 1]):
        return Cue(tokens[i].start(), tokens[i].end(), None, close=close, nobodys=True)
    accused = language == "it" and (
        _labels(tokens, i) or _OF_DOING.search(text, tokens[i].end(), at) is not None
    )
    after = None if accused else subject_after(text, between, at, language, names)
    before = subject_before(text, tokens[:i], language, names)
    pronoun = pronoun_before(tokens[:i], language)
    if _inverted(tokens, i, language):
        mention = _named(after) or _named(before) or after or before
    else:
        may_follow = language == "it" and pronoun is None
        mention = before or (_named(after) if may_follow else None)
    mention = mention or spokesplace(tokens[: i + 1])
    if mention is None and i and tokens[i - 1].group().lower() == "cui":
        mention = main_subject(text, tokens[:i], language, names)  # "un appello in cui chiedono"
    if mention is not None and is_plural(tokens[: i + 1], language):
        mention = (with_others(text, mention[0], names, tokens[0].start()), mention[1])
    span, is_name = mention if mention else (None, False)
    return Cue(tokens[i].start(), tokens[i].end(), span, is_name, close, pronoun)


def _nobodys_cue(
    text: str,
    tokens: Sequence[re.Match[str]],
    i: int,
    at: int,
    language: str,
    names: Sequence[Entity],
) -> Cue:
    """ "Nella nota si legge", "come si legge nelle parole di X": a text speaks, or nobody known."""
    between = tokens[i + 1 :]
    mention = text_reads(text, tokens[: i + 1], language, names)
    mention = mention or text_read(text, between, at, language, names)
    span, is_name = mention if mention else (None, False)
    close = len(between) <= MOST_BETWEEN
    return Cue(tokens[i].start(), tokens[i].end(), span, is_name, close, nobodys=True)


def _gerund_cue(
    text: str, tokens: Sequence[re.Match[str]], i: int, language: str, names: Sequence[Entity]
) -> Cue:
    """ "I delegati sono usciti gridando «...»": whoever did the rest says it too."""
    mention = main_subject(text, tokens[:i], language, names)
    span, is_name = mention if mention else (None, False)
    close = len(tokens) - i - 1 <= MOST_BETWEEN
    pronoun = pronoun_at(tokens, language) if mention is None else None
    pronoun = pronoun or pronoun_before(tokens[:i], language)
    return Cue(tokens[i].start(), tokens[i].end(), span, is_name, close, pronoun)


def _named(mention: tuple[Span, bool] | None) -> tuple[Span, bool] | None:
    return mention if mention is not None and mention[1] else None


def cue_inside(
    text: str, start: int, end: int, language: str, names: Sequence[Entity]
) -> Cue | None:
    """An aside between dashes within the quotation ("- ha detto X -")."""
    for match in _INCISO.finditer(text, start, end):
        found = cue_after(text, match.start("inner"), match.end("inner"), language, names)
        if found is not None:
            return found
    return None


def _first_verb(tokens: Sequence[re.Match[str]], language: str) -> int | None:
    """Index of the verb of saying that opens the stretch, or follows its subject (English)."""
    lead = small_words(language, "lead")
    for i, token in enumerate(tokens[: 12 if language == "en" else 7]):
        word = token.group().lower()
        if word in BREAKS or (word == "," and language == "it"):
            return None
        if is_speech_verb(tokens, i, language):
            return i
        if i + 1 < len(tokens) and is_speech_verb(tokens, i + 1, language):
            return i + 1  # "ha fatto sapere", "ha poi detto"
        if i + 2 < len(tokens) and tokens[i + 2].group().lower() == "verbale":
            return i + 2 if is_speech_verb(tokens, i + 2, language) else None
        if language == "it" and word not in lead and not opens_phrase(tokens[0].group(), language):
            return None
    return None


def _labels(tokens: Sequence[re.Match[str]], i: int) -> bool:
    """ "ha definito Rossi «un amico»": who stands behind is spoken of; not "lo definisce Rossi"."""
    if not tokens[i].group().lower().startswith(_LABELLING):
        return False
    return not any(t.group().lower() in CLITICS for t in tokens[max(0, i - 2) : i])


def _inverted(tokens: Sequence[re.Match[str]], i: int, language: str) -> bool:
    """Italian verb first: nothing but auxiliaries and adverbs before it in its clause."""
    if language != "it":
        return False
    small = small_words("it", "lead") | small_words("it", "conjunctions")
    for at in range(i - 1, -1, -1):
        word = tokens[at].group().lower()
        if word == ",":
            subject = without_asides(tokens[:i], language)
            return len(subject) == i and not _is_between_commas(tokens[:at], small)
        if word in (".", ";", ":", "-", "–", "—", "come"):
            return True
        if word not in small:
            return False
    return True


def _is_between_commas(tokens: Sequence[re.Match[str]], small: frozenset[str]) -> bool:
    """Whether nothing but small words stands between the last comma and the next ("X, poi, ha")."""
    for count, token in enumerate(reversed(tokens)):
        if token.group() == ",":
            return count > 0
        if token.group().lower() not in small:
            return False
    return False


def title_nouns(language: str) -> frozenset[str]:
    """Nouns that announce a title, not speech ("il film «...»")."""
    return small_words(language, "titled")
