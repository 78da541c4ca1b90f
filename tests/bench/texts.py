"""Texts that are no articles, of any length: what people paste by mistake or out of malice."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

PROSE = (
    "Il comune di Valdoria ha aperto 12 nuove scuole nel 2024 e ne ha chiuse tre, ha detto la"
    " sindaca Anna Righi, che guida la giunta dal 2019. «Ne apriremo altre», ha aggiunto. La spesa"
    " è salita del 4,5 per cento, a 12,3 milioni di euro, mentre gli alunni restano 3.400. "
)
ENGLISH = (
    "The council of Harwick opened 12 new schools in 2024 and closed three, said the mayor, Anna"
    " Reed, who has led it since 2019. “We will open more,” she added. Spending rose 4.5%, to"
    " $12.3m. "
)


def one_line(size: int) -> str:
    """Good prose without a line break."""
    return _filled(lambda i: PROSE, size)


def pasted_table(size: int) -> str:
    """Rows of figures and tabs."""
    return _filled(lambda i: f"Comune {i}\t{i * 37 % 1000}\t{i * 13 % 100},{i % 10}\t2024\n", size)


def poem(size: int) -> str:
    """Short lines without full stops."""
    return _filled(lambda i: ("e la sera", "torna piano", "sul mare")[i % 3] + "\n", size)


def mixed_languages(size: int) -> str:
    """Italian and English by turns."""
    return _filled(lambda i: (PROSE, ENGLISH)[i % 2] + "\n", size)


def capitals(size: int) -> str:
    """Everything shouted."""
    return _filled(lambda i: PROSE.upper(), size)


def no_punctuation(size: int) -> str:
    """One endless sentence."""
    plain = "".join(char for char in PROSE if char.isalnum() or char == " ").lower()
    return _filled(lambda i: plain, size)


def only_quotes(size: int) -> str:
    """Direct speech and nothing else, half of it never closed."""
    return _filled(lambda i: ("«Non lo so», ", "“Forse domani ", "«Vedremo. ")[i % 3], size)


def only_marks(size: int) -> str:
    """Opening marks, brackets and dashes."""
    return _filled(lambda i: "«“\"(—…'"[i % 7], size)


def only_figures(size: int) -> str:
    """Numbers, dates and money side by side."""
    return _filled(lambda i: f"{i} {i % 28 + 1}/{i % 12 + 1}/2024 € {i}, un terzo, ", size)


def names_in_a_row(size: int) -> str:
    """A list of people without a verb."""
    return _filled(lambda i: f"Anna Righi{'abcdefgh'[i % 8]} e Ugo Levi, ", size)


def one_word(size: int) -> str:
    """A string without a space."""
    return _filled(lambda i: "abcdefghij", size)


KINDS: dict[str, Callable[[int], str]] = {
    made.__name__: made
    for made in (
        one_line, pasted_table, poem, mixed_languages, capitals, no_punctuation, only_quotes,
        only_marks, only_figures, names_in_a_row, one_word,
    )
}  # fmt: skip


def _filled(piece: Callable[[int], str], size: int) -> str:
    """Pieces one after the other, cut at `size` code points."""
    pieces: list[str] = []
    length = 0
    for i in count():
        if length >= size:
            break
        pieces.append(piece(i))
        length += len(pieces[-1])
    return "".join(pieces)[:size]
