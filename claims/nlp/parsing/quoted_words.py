"""Which words of a sentence stand between quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

OPENING, CLOSING, EITHER = frozenset("«“„"), frozenset("»”"), frozenset({'"', "''", "``"})


def quoted_words(forms: Sequence[str], spaced: Sequence[bool]) -> list[bool]:
    """For each token whether it is quoted, as far as the sentence alone shows.

    spaced: whether white space follows each.
    """
    single = single_marks(forms, spaced)
    inside, flags = opens_inside(forms, spaced), []
    for i, form in enumerate(forms):
        if form in OPENING:  # one that hangs on the word before it closes ("“Sì“, disse")
            inside = not (inside and i and not spaced[i - 1])
        elif form in CLOSING:
            inside = False
        elif form in EITHER or i in single:
            inside = not inside
        flags.append(inside)
    closes = next((i for i, form in enumerate(forms) if form in CLOSING), 0)
    if closes and not OPENING.intersection(forms):
        flags[:closes] = [True] * closes
    return flags


def single_marks(forms: Sequence[str], spaced: Sequence[bool]) -> set[int]:
    """Apostrophes that are quotation marks: as many open as close, and no others do."""
    if (OPENING | CLOSING | EITHER).intersection(forms):
        return set()
    marks = {i for i, form in enumerate(forms) if form == "'"}
    opening = [i for i in marks if (not i or spaced[i - 1]) and not spaced[i]]
    return marks if 2 * len(opening) == len(marks) else set()


def opens_inside(forms: Sequence[str], spaced: Sequence[bool]) -> bool:
    """Whether the first mark, a straight one, closes: it hangs on the word before it.

    The quotation was opened in an earlier sentence ('We kept it dry," said X').
    """
    marks = OPENING | CLOSING | EITHER
    first = next((i for i, form in enumerate(forms) if form in marks), 0)
    if not first or forms[first] not in EITHER or forms[first - 1][-1:].isdigit():
        return False
    last = first + 1 == len(forms)
    return not spaced[first - 1] and (last or spaced[first])
