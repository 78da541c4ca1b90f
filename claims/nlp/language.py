"""Which of the served languages a text is in."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

from claims.nlp.types import SplitError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = ("it", "en")

_MODEL = "data/model.npz.xz"
_LETTERS = re.compile(r"[^\W\d_]")
_SAMPLE = 2_000
# Varieties that the identifier knows and that short Italian or English sentences resemble.
_NEAR = {
    "it": ("it", "vec", "lij", "lmo", "pms", "nap", "scn", "co", "fur", "eml", "rgn", "sc"),
    "en": ("en", "sco"),
}
_TOKEN = re.compile(r"[^\W\d_]+")
# Words that no neighbour language shares: Spanish has no "di", "il", "che", "nel", "è".
_SMALL_WORDS = {
    "it": frozenset(["il", "di", "che", "è", "della", "gli", "nel", "nella", "alla", "sono"])
    | frozenset(["delle", "dei", "anche", "dal", "degli", "dell", "più", "non", "questo", "ha"]),
    "en": frozenset(["the", "of", "and", "to", "is", "was", "that", "with", "from", "by", "has"]),
}
_PLAIN_SHARE = 0.12
_PLAIN_KINDS = 4
# Of 1,612 fragments (4-12 words) of Italian and English articles this refused none.
_MIN_LETTERS = 20
_SURELY_OTHER = 0.8


def detect_language(text: str) -> str:
    """Return "it" or "en". Raises SplitError (unsupported_language) for what is surely another.

    Short or wordless texts get the likelier of the two: nothing can be said about them for sure.
    """
    sample = _sample(text)
    if not _LETTERS.search(sample):
        return LANGUAGES[0]
    plain = _plainly(sample)
    if plain is not None:
        return plain
    scores = dict(_identifier().rank(sample))
    shares = {code: sum(scores.get(k, 0.0) for k in near) for code, near in _NEAR.items()}
    best = max(LANGUAGES, key=lambda code: shares[code])
    other = 1.0 - sum(shares.values())
    # Names tell no language: a list of them is never refused.
    words = {token for token in _TOKEN.findall(sample) if not token[0].isupper()}
    if other > _SURELY_OTHER and sum(map(len, words)) >= _MIN_LETTERS:
        top = max(scores, key=lambda code: scores[code])
        raise SplitError("unsupported_language", f"The text seems to be in {top!r}, not it or en.")
    return best


def likely_language(text: str) -> str:
    """As `detect_language`, but refuses nothing: what is surely neither is read as Italian."""
    try:
        return detect_language(text)
    except SplitError:
        return LANGUAGES[0]


def _plainly(sample: str) -> str | None:
    """The language whose own small words fill the text; None where that isn't plain.

    It spares most texts the identifier, whose model takes a second to load.
    """
    tokens = _TOKEN.findall(sample.lower())
    for language, small in _SMALL_WORDS.items():
        found = [token for token in tokens if token in small]
        if len(found) >= _PLAIN_SHARE * len(tokens) and len(set(found)) >= _PLAIN_KINDS:
            return language
    return None


def resolve_language(text: str, asked: str = "auto") -> str:
    """`asked` if it is served, the detected language for "auto"; SplitError for anything else."""
    if asked == "auto":
        return detect_language(text)
    if asked not in LANGUAGES:
        raise SplitError("unsupported_language", f"The language {asked!r} is not served.")
    return asked


def _sample(text: str) -> str:
    """Beginning and middle of a long text: its boilerplate is seldom at both places."""
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + " " + text[middle : middle + _SAMPLE]


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """All its languages, with probabilities: limited to two it could never say "neither"."""
    langid = import_module("py3langid.langid")  # it loads numpy: only where it is asked
    made = langid.LanguageIdentifier.from_model_file(_MODEL, norm_probs=True)
    return cast("LanguageIdentifier", made)
