"""One problem type in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True, slots=True)
class ProblemText:
    """One problem type: its HTTP status, a title and an explanation."""

    code: str
    http: int
    title: Words
    words: Words
