"""What every table of the desk has in common in the admin panel.

Staff who moderate or publish may look, by the same policies as in the API; nobody changes rows
here that services write, so that no road leads round the rules.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import Model, Q
from django.http import HttpRequest
from unfold.admin import ModelAdmin, StackedInline, TabularInline

from annotations import policies
from annotations.queries.reviews import reviews_open_to


class Labelled(tuple[str, object]):
    """A state: in a list its key chooses the label's colour, on a page it reads as its words."""

    __slots__ = ()

    def __new__(cls, key: str, words: object) -> Labelled:
        """Hold key and words as the panel's labels want them."""
        return super().__new__(cls, (key, words))

    def __str__(self) -> str:
        return str(self[1])


class LookOnlyAdmin(ModelAdmin):
    """A table to look at: moderators and editors who are staff, and superusers."""

    list_per_page = 50
    show_full_result_count = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the table to whom may look."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let moderators and editors look."""
        return bool(request.user.is_staff) and policies.may_settle(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows come from services."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows are changed by services."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What people did stays."""
        return False


class LookOnly:
    """Rows to look at beneath another: who may look at that one may look at these."""

    extra = 0
    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let in whoever was let in above."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows come from services."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What was written stays."""
        return False


class LookOnlyTable(LookOnly, TabularInline):
    """Such rows as a table."""


class LookOnlyStack(LookOnly, StackedInline):
    """Such rows one below the other."""


def not_blind(request: HttpRequest, claim: str = "claim") -> Q:
    """Give the condition on rows of a claim whose reviews this person may read.

    The panel keeps reviewers blind as the API does. Who runs the site sees everything, and so do
    moderators and editors who don't rate claims themselves.
    """
    user = request.user
    if not isinstance(user, User) or user.is_superuser or not policies.may_review(user):
        return Q()
    return reviews_open_to(user, claim)
