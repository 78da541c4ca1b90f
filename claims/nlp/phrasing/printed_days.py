"""The day that a report prints above itself: "on Wednesday" -> "on Wednesday, 12 March 2025".

A weekday alone tells a reader of the claim nothing. Only the sentence behind the dateline is
dated by it, and only where the calendar agrees: later sentences may tell of another week.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.nlp.dating.calendar_words import numbered
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import Tree
from claims.nlp.types import DateExpression

DAY = re.compile(r"\d{4}-\d\d-\d\d")
PARTS = frozenset(
    {"morning", "afternoon", "evening", "night", "mattina", "pomeriggio", "sera", "notte"}
)
OTHER_WEEK = frozenset(
    {"next", "last", "every", "each", "until", "since", "from", "scorso", "scorsa", "prossimo",
     "prossima", "ogni", "fino", "dal", "dalla", "al", "alla", "entro", "by"}
)  # fmt: skip
YET_TO_COME = frozenset({"will", "shall", "would", "to"})


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A full date as the dateline shows it, and what it is."""

    shown: str
    date: dt.date


def printed_day(text: str, dates: Sequence[DateExpression]) -> PrintedDay | None:
    """The one full date of a dateline; None where it has none or two."""
    full = [date for date in dates if date.edtf is not None and DAY.fullmatch(date.edtf)]
    if len(full) != 1 or full[0].edtf is None:
        return None
    return PrintedDay(text[full[0].start : full[0].end], dt.date.fromisoformat(full[0].edtf))


def dated_weekday(statement: Statement, day: PrintedDay | None) -> dict[int, str]:
    """The claim's weekday with the dateline's date, where that is the day it tells of."""
    tree = statement.tree
    days = numbered(tree.language, "weekdays")
    named = [i for i in sorted(statement.mask) if tree.forms[i].lower() in days]
    if day is None or len(named) != 1 or not is_that_day(tree, named[0], day):
        return {}
    if tells_of_later(statement):
        return {}
    word = named[0]
    parted = word + 1 in statement.mask and tree.forms[word + 1].lower() in PARTS
    shown = italian_day(day.date) if tree.language == "it" else day.shown
    if tree.language == "it" and not parted:
        return {word: f"{tree.forms[word]} {shown}"}
    word += parted
    comma = "," * (word + 1 in statement.mask)
    return {word: f"{tree.forms[word]}, {shown}{comma}"}


def is_that_day(tree: Tree, word: int, day: PrintedDay) -> bool:
    """Whether a weekday stands bare and the date falls on it."""
    number = numbered(tree.language, "weekdays")[tree.forms[word].lower()]
    around = {form.lower() for form in tree.forms[max(word - 1, 0) : word + 2]}
    dated = any(any(mark.isdigit() for mark in form) for form in tree.forms[word + 1 : word + 4])
    return number == day.date.isoweekday() and not dated and not around & OTHER_WEEK


def tells_of_later(statement: Statement) -> bool:
    """Whether the claim's verb tells of what is still to come."""
    tree = statement.tree
    verbs = [statement.head, *tree.dependents(statement.head, "aux", "aux:pass", "cop")]
    future = any("Tense=Fut" in tree.morphs[i] for i in verbs)
    return future or any(tree.forms[i].lower() in YET_TO_COME for i in verbs)


def italian_day(date: dt.date) -> str:
    """ "12 marzo 2025"."""
    months = numbered("it", "months")
    month = max((name for name, number in months.items() if number == date.month), key=len)
    return f"{'1°' if date.day == 1 else date.day} {month} {date.year}"
