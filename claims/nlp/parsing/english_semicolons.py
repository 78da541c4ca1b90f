"""English clauses that a semicolon parts are read one by one.

"The siren, installed in 2009, failed; its batteries were stolen": read as one, a subject of the
first clause becomes one of the second, or the second a content of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.nlp.parsing.quoted_words import quoted_words

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TIED = frozenset({"that", "which", "who", "whose", "whom"})  # the clause before governs them


def clause_starts(forms: Sequence[str], tags: Sequence[str], spaced: Sequence[bool]) -> list[int]:
    """Where clauses begin behind a semicolon, both sides with a verb of their own.

    spaced: whether white space follows each word. Said in one breath ("“We won; they lost”"), or
    told by one verb ("she said that X fell; that Y rose"), clauses stay together.
    """
    marks = [i for i in range(1, len(forms) - 1) if forms[i] == ";"]
    quoted = quoted_words(forms, spaced) if marks else []
    starts = [0]
    for mark, end in pairwise([*marks, len(forms)]):
        acts = [
            any(tag in FINITE for tag in tags[first:last])
            for first, last in ((starts[-1], mark), (mark + 1, end))
        ]
        if all(acts) and not quoted[mark] and forms[mark + 1].lower() not in TIED:
            starts.append(mark + 1)
    return starts[1:]
