"""Lines of an interview or a transcript that open with who speaks: "Anna Neri: ...", "A.N.: ...".

Lists have such lines too ("Prezzo: ..."), so a label counts only when it names somebody, by name
or initials, or marks answers ("R:", "Risposta:"), and stands before two lines at least.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claims.nlp.speech.quote_marks import Marked
from claims.nlp.types import Entity

_LINE = re.compile(r"^[^\S\n]*(?P<who>[^\W\d_][\w.'’ -]{0,38}?)[.:]?:[^\S\n]+(?=[^\s«“\"'‘])", re.M)
_ANSWER = re.compile(r"R|A|Risposta|Answer")
INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?\s?){2,3}")
LEAST_LINES = 2
MARK = ":"


def labelled_lines(text: str, names: Sequence[Entity]) -> Iterator[Marked]:
    """What is said on each line with a label, in order."""
    found = list(_LINE.finditer(text))
    counts = Counter(match["who"] for match in found)
    known = _labels(text, names)
    for match in found:
        who = match["who"]
        if counts[who] < LEAST_LINES or not (who in known or _ANSWER.fullmatch(who)):
            continue
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        stop = match.end() + len(text[match.end() : end].rstrip())
        yield Marked(match.end(), stop, match.end(), stop, MARK)


def _labels(text: str, names: Sequence[Entity]) -> frozenset[str]:
    """Every name, its last word, and its initials with and without points."""
    labels: set[str] = set()
    for name in names:
        if name.label == "LOC":
            continue
        shown = text[name.start : name.end]
        labels |= {shown, shown.split()[-1], *initials_of(shown)}
    return frozenset(labels)


def initials_of(name: str) -> tuple[str, ...]:
    """ "Anna Neri" -> "AN", "A.N", "A.N."; nothing for a single word."""
    letters = [word[0] for word in name.split() if word[0].isupper()]
    if len(letters) < 2:
        return ()
    return "".join(letters), ".".join(letters), ".".join(letters) + "."
