"""What every table of the desk has in common in the admin panel.

Staff who moderate or publish may look, by the same policies as in the API; nobody changes rows
here that services write, so that no road leads round the rules.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline, TabularInline

from annotations import policies
from annotations.pages.problem_texts import problem_in_words
from annotations.queries.reviews import reviews_open_to
from claims.panel import LookOnly, LookOnlyPage


class Labelled(tuple[str, object]):
    """A state: in a list its key chooses the label's colour, on a page it reads as its words."""

    __slots__ = ()

    def __new__(cls, key: str, words: object) -> Labelled:
        """Hold key and words as the panel's labels want them."""
        return super().__new__(cls, (key, words))

    def __str__(self) -> str:
        return str(self[1])


class LookOnlyAdmin(LookOnlyPage):
    """A table to look at: moderators and editors who are staff, and superusers."""

    def may_look(self, person: User | AnonymousUser) -> bool:
        """Let moderators and editors look."""
        return policies.may_settle(person)


class LookOnlyTable(LookOnly, TabularInline):
    """Such rows as a table."""


class LookOnlyStack(LookOnly, StackedInline):
    """Such rows one below the other."""


@admin.display(description=_("problem"), ordering="problem")
def told_problem(row: Any) -> str:
    """Say what went wrong: rows keep the code, which is for programs."""
    return problem_in_words(row.problem)


def not_blind(request: HttpRequest, claim: str = "claim") -> Q:
    """Give the condition on rows of a claim whose reviews this person may read.

    The panel keeps reviewers blind as the API does. Who runs the site sees everything, and so do
    moderators and editors who don't rate claims themselves.
    """
    user = request.user
    if not isinstance(user, User) or user.is_superuser or not policies.may_review(user):
        return Q()
    return reviews_open_to(user, claim)
