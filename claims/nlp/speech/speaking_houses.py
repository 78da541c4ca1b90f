"""Houses and texts that speak: "Dalla Procura fanno sapere", "Nella sentenza si legge"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.naming.named_people import ARTICLES, BREAKS, after_last, is_governed, small_words
from claims.nlp.speech.main_subject import main_subject
from claims.nlp.speech.noun_phrases import phrase_end_of
from claims.nlp.types import Entity, Span

_FROM = frozenset(["da", "dal", "dallo", "dalla", "dall'", "dai", "dagli", "dalle"])
_INTO = frozenset(["in", "nel", "nello", "nella", "nell'", "nei", "negli", "nelle"])
_GIVEN_OUT = frozenset({
    "letto", "legge", "diffuso", "diffonde", "pubblicato", "pubblica", "inviato", "invia",
    "scritto", "firmato", "emesso", "emette", "divulgato", "diramato", "dirama"
})  # fmt: skip
_ONTO = frozenset(["su", "sul", "sullo", "sulla", "sull'", "sui", "sulle"])
_OF = frozenset(["di", "del", "dello", "della", "dei", "degli", "delle", "dell'"])
_WORDS = frozenset(["parole", "dichiarazioni", "dichiarazione"])  # they are a speaker's, no text
# "si legge", "si parla di": nobody is the subject; "si lamenta" has one
_NOBODYS = (
    "legg", "parl", "afferma", "sostien", "sosten", "precis", "annunci", "spieg", "denunci",
    "rivendic", "sottoline", "comunic", "inform", "evidenzi", "ribadi",
)  # fmt: skip


def is_nobodys(tokens: Sequence[re.Match[str]]) -> bool:
    """Whether the verb, the last token, is impersonal ("si legge")."""
    if len(tokens) < 2 or tokens[-2].group().lower() != "si":
        return False
    return tokens[-1].group().lower().startswith(_NOBODYS)


def spokesplace(tokens: Sequence[re.Match[str]]) -> tuple[Span, bool] | None:
    """ "Dall'ambasciata fanno sapere": the house that speaks; the last token is the verb."""
    plural = any(t.group().lower().endswith("no") for t in tokens[-3:])
    if not plural or len(tokens) < 3 or _plain(tokens[0]) not in _FROM:
        return None
    end = next((i for i, t in enumerate(tokens) if t.group() == "," or i == len(tokens) - 1), 0)
    kept = [t for t in tokens[1:end] if t.group().lower() not in ("fanno", "hanno")]
    return (Span(kept[0].start(), kept[-1].end()), False) if 0 < len(kept) < 9 else None


def text_reads(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """ "Nella sentenza, che è breve, si legge": the text read from; the last token is the verb."""
    if not is_nobodys(tokens):
        return None
    kept = tokens[after_last([t.group() for t in tokens], BREAKS) : -2]
    comma = next((i for i, t in enumerate(kept) if t.group() == ","), len(kept))
    lead = [i for i, t in enumerate(kept[:comma]) if _plain(t) in _INTO]
    lead = lead or [i for i, t in enumerate(kept[:comma]) if _plain(t) in _ONTO][:1]
    if not lead or lead[-1] + 1 >= comma:
        return None
    if kept[comma - 1].group().lower() in ("quale", "cui"):
        return _writer(text, kept, language, names) or _text_before(kept[: lead[-1]])
    return Span(kept[lead[-1] + 1].start(), kept[comma - 1].end()), False


def _writer(
    text: str, tokens: Sequence[re.Match[str]], language: str, names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """ "Neri ha diffuso una nota nella quale si annuncia": who gave the text out."""
    if not any(t.group().lower() in _GIVEN_OUT for t in tokens):
        return None
    return main_subject(text, tokens, language, names)


def _text_before(tokens: Sequence[re.Match[str]]) -> tuple[Span, bool] | None:
    """ "un comunicato nel quale": the noun with its article that a relative takes up."""
    near = [t for t in tokens[-4:] if _plain(t) in ARTICLES]
    return (Span(near[-1].start(), tokens[-1].end()), False) if near else None


def text_read(
    text: str,
    tokens: Sequence[re.Match[str]],
    limit: int,
    language: str,
    names: Sequence[Entity],
) -> tuple[Span, bool] | None:
    """ "si legge nelle motivazioni", "si legge in una nota": the text that is read from speaks.

    Whoever wrote a note that names nobody need not be the one named before; "nelle parole del
    presidente" it is the president.
    """
    if len(tokens) < 2 or tokens[0].group().lower() not in small_words(language, "prepositions"):
        return None
    if len(tokens) > 3 and tokens[1].group().lower() in _WORDS:
        return whose(text, tokens[2:], limit, language, names)
    return Span(tokens[1].start(), phrase_end_of(tokens[1:], limit, language)), False


def whose(
    text: str,
    tokens: Sequence[re.Match[str]],
    limit: int,
    language: str,
    names: Sequence[Entity],
) -> tuple[Span, bool] | None:
    """ "del presidente Rossi", "della moglie di Rossi": whom a noun's complement means, if any."""
    if len(tokens) < 2 or _plain(tokens[0]) not in _OF:
        return None
    start, end = tokens[1].start(), phrase_end_of(tokens[1:], limit, language)
    within = [n for n in names if start <= n.start < end and n.label != "LOC"]
    free = [n for n in within if not is_governed(text, n.start, start, language)]
    if free:
        return Span(free[0].start, free[0].end), True
    return Span(start, end), False


def _plain(token: re.Match[str]) -> str:
    return token.group().lower().replace("’", "'")
