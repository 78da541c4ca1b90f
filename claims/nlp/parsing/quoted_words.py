"""Which words of a sentence stand between quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

OPENING, CLOSING, EITHER = frozenset("«“„"), frozenset("»”"), frozenset({'"', "''", "``"})


def quoted_words(forms: Sequence[str], spaced: Sequence[bool]) -> list[bool]:
    """For each token whether it is quoted, as far as the sentence alone shows.

    spaced: whether white space follows each.
    """
    inside, flags = False, []
    for i, form in enumerate(forms):
        if form in OPENING:  # one that hangs on the word before it closes ("“Sì“, disse")
            inside = not (inside and i and not spaced[i - 1])
        elif form in CLOSING:
            inside = False
        elif form in EITHER:
            inside = not inside
        flags.append(inside)
    closes = next((i for i, form in enumerate(forms) if form in CLOSING), 0)
    if closes and not OPENING.intersection(forms):
        flags[:closes] = [True] * closes
    return flags
