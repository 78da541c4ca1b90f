"""A measured figure beside what it should be (issue of the splitter: first target, beyond)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    target, beyond: what is to be reached first and at last; None where nothing was asked.
    less_is_better: memory and times. note: counts, or where a figure comes from.
    """

    dataset: str
    measure: str
    value: float
    target: float | None = None
    beyond: float | None = None
    note: str = ""
    less_is_better: bool = False

    @property
    def verdict(self) -> str:
        """How far it is: "beyond", "reached", "below", or nothing where nothing was asked."""
        if self.target is None:
            return ""
        if self.beyond is not None and self._holds(self.beyond):
            return "beyond"
        return "reached" if self._holds(self.target) else "below"

    def _holds(self, bar: float) -> bool:
        value = round(self.value, 3)
        return value <= bar if self.less_is_better else value >= bar


_HEADS = ("set", "measure", "value", "target", "beyond", "", "note")


def as_table(figures: Sequence[Figure]) -> str:
    """Columns in plain text, numbers to the right."""
    rows = [_HEADS, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_HEADS))]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if i in (2, 3, 4) else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.dataset,
        figure.measure,
        _number(figure.value),
        _number(figure.target),
        _number(figure.beyond),
        figure.verdict,
        figure.note,
    )


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if value >= 100 else f"{value:.3f}"
