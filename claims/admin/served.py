"""What every table of this app has in common in the admin panel.

Nothing is typed into these rows: every change goes through the services that the API calls, and
each service's own checks and audit trail with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import ngettext
from unfold.admin import TabularInline

from claims.errors import DomainError
from claims.panel import LookOnly, LookOnlyPage
from claims.people import is_desk_member


class ServedAdmin(LookOnlyPage):
    """A table whose rows only services write; members of the desk who are staff may look."""

    def may_look(self, person: User | AnonymousUser) -> bool:
        """Let the desk look."""
        return is_desk_member(person)

    def do_each(
        self, request: HttpRequest, rows: QuerySet[Any], act: Callable[[Any, User], None]
    ) -> None:
        """Do `act` for each row, tell how many it was done for and why not for the others."""
        assert isinstance(request.user, User)
        done, refusals = 0, []
        for row in rows:
            try:
                act(row, request.user)
                done += 1
            except DomainError as refusal:
                refusals.append(f"{row}: {refusal.detail}")
        if done:
            message = ngettext("Done for %(done)d row.", "Done for %(done)d rows.", done)
            messages.success(request, message % {"done": done})
        for reason in refusals:
            messages.warning(request, reason)


class RowsInline(LookOnly, TabularInline):
    """Rows below another, to look at."""

    per_page = 20
    show_change_link = True
