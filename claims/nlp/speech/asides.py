"""What stands between a subject and its verb: "Una donna, presente in aula, ha detto", "(…)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.naming.named_people import BREAKS, small_words
from claims.nlp.speech.noun_phrases import opens_phrase

_RELATIVES = frozenset(["che", "cui", "quale", "who", "whose", "which"])
# "La Lega, con il suo segretario Neri, dichiara": no aside, but the mouth that speaks
_THROUGH = frozenset(["con", "attraverso", "tramite", "per", "with", "through"])
# "Una donna, presente in aula,", "Neri, interpellata dai cronisti,", "Neri, uscendo,"
_OPENS_ASIDE = re.compile(
    r"già|presente|anche|pur|ex|[^\W\d_]+(?:[ai]t[oaie]|ut[oaie]|res[oaie]|ndo|mente|ing|ed)"
)


def without_asides(tokens: Sequence[re.Match[str]], language: str) -> list[re.Match[str]]:
    """The words before a verb without brackets and without the aside that ends at the verb."""
    kept = without_brackets(tokens)
    end = len(kept)
    while end and kept[end - 1].group().lower() in small_words(language, "lead"):
        end -= 1
    if not end or kept[end - 1].group() != ",":
        return kept
    for at in range(1, end - 1):
        opens = kept[at].group() == "," and _opens(kept[at + 1 : end - 1], language)
        if opens and _ends_in_subject(kept[:at], language):
            return kept[:at]
    return kept


def without_brackets(tokens: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The words that stand outside of round brackets."""
    kept: list[re.Match[str]] = []
    depth = 0
    for token in tokens:
        depth += token.group() == "("
        if not depth:
            kept.append(token)
        depth -= token.group() == ")" and depth > 0
    return kept


def _opens(segment: Sequence[re.Match[str]], language: str) -> bool:
    """Whether words begin an aside: a relative, a preposition, a participle, a gerund."""
    if not segment or any(token.group() in ".;:!?" for token in segment):
        return False
    first = segment[0].group().lower().replace("’", "'")
    if first.isdigit():
        return True  # "Cole, 61, whose son was killed, said"
    known = first in _RELATIVES or first in small_words(language, "prepositions") - _THROUGH
    after_article = len(segment) > 1 and segment[1].group().lower() == "quale"
    return known or after_article or (segment[0].group().islower() and _is_participle(first))


def _is_participle(word: str) -> bool:
    return _OPENS_ASIDE.fullmatch(word) is not None


def _ends_in_subject(tokens: Sequence[re.Match[str]], language: str) -> bool:
    """Whether the last words before a comma may be a subject: no preposition leads them."""
    start = next(
        (i + 1 for i in range(len(tokens) - 1, -1, -1) if tokens[i].group() in BREAKS | {","}), 0
    )
    segment = tokens[start:]
    return bool(segment) and opens_phrase(segment[0].group(), language)
