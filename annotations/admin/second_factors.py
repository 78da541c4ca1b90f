"""Second factors stand on the page of their person; what they rest on is shown to nobody."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline

# the package's own table speaks English and shows the secrets
admin.site.unregister(Authenticator)


class SecondFactorInline(TabularInline):
    """What a person logs in with besides the password: taken away where they have lost it."""

    model = Authenticator
    verbose_name = _("second factor")
    verbose_name_plural = _(
        "Second factors; who has lost one logs in without it once it is deleted"
    )
    fields = readonly_fields = ("kind", "added", "used")
    extra = 0

    @admin.display(description=_("kind"))
    def kind(self, factor: Authenticator) -> str:
        """Name it in the reader's language."""
        return str(Authenticator.Type(factor.type).label)

    @admin.display(description=_("added"))
    def added(self, factor: Authenticator) -> str:
        """Give the day and hour."""
        return date_format(localtime(factor.created_at), "SHORT_DATETIME_FORMAT")

    @admin.display(description=_("last used"))
    def used(self, factor: Authenticator) -> str | None:
        """Give the last moment, if there was one."""
        if factor.last_used_at is None:
            return None
        return date_format(localtime(factor.last_used_at), "SHORT_DATETIME_FORMAT")

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let in who may look at the person."""
        return may_manage_people(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Only the person can add one."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """It is as the person made it."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let who manages people take it away."""
        return may_manage_people(request)


def may_manage_people(request: HttpRequest) -> bool:
    """Ask for the right to change people, which the panel's page of a person asks for too."""
    return isinstance(request.user, User) and request.user.has_perm("auth.change_user")
