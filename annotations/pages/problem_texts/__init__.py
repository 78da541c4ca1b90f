"""Every problem type of the API in words: what happened, and what to do about it.

A test holds this list against the error classes and the codes that services raise.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotations.pages.problem_texts.asking import ASKING, VERSIONS
from annotations.pages.problem_texts.newsrooms import NEWSROOMS
from annotations.pages.problem_texts.outside import OUTSIDE
from annotations.pages.problem_texts.people import PEOPLE
from annotations.pages.problem_texts.problem import ProblemText
from annotations.pages.problem_texts.publishing import PUBLICATION, REPORTS, VERDICTS
from annotations.pages.problem_texts.reading import READING
from annotations.pages.problem_texts.reviewing import ASSIGNMENTS, CLAIMS, REVIEWS

PROBLEMS: Mapping[str, ProblemText] = {
    text.code: text
    for family in (
        ASKING,
        VERSIONS,
        READING,
        CLAIMS,
        REVIEWS,
        ASSIGNMENTS,
        VERDICTS,
        PUBLICATION,
        NEWSROOMS,
        PEOPLE,
        REPORTS,
        OUTSIDE,
    )
    for text in family
}


def problem_in_words(code: str) -> str:
    """Say what a problem's code means, where there is a page about it."""
    known = PROBLEMS.get(code)
    return str(known.title) if known else code
