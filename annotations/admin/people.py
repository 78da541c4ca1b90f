"""Users with their desk profile, and the groups that give roles."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, StackedInline
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from annotations.models import Reviewer
from annotations.queries.people import display_name
from claims.people import EDITORS, MODERATORS, REVIEWERS

ROLE_NAMES = {REVIEWERS: _("reviewer"), MODERATORS: _("moderator"), EDITORS: _("editor")}

# one log-in for the whole site, with its throttling and second factor
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.unregister(User)
admin.site.unregister(Group)


class ReviewerInline(StackedInline):
    """The name colleagues see, and the interface's language."""

    model = Reviewer
    can_delete = False


@admin.register(User)
class DeskUserAdmin(UserAdmin, ModelAdmin):
    """People; their groups give roles: reviewers, moderators, editors."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    inlines = (ReviewerInline,)
    filter_horizontal = ("groups",)
    list_display = ("username", "shown_name", "roles", "is_active", "is_staff", "last_login")
    list_filter = ("groups", "is_active", "is_staff")
    search_fields = ("username", "email", "first_name", "last_name", "reviewer__display_name")
    ordering = ("username",)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Leave single permissions out: roles are groups, and hundreds of lines would hide that."""
        return [
            (title, {**shown, "fields": [f for f in shown["fields"] if f != "user_permissions"]})
            for title, shown in super().get_fieldsets(request, obj)
        ]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **given: Any) -> Any:
        """Say what becomes of somebody's work when they are shut out."""
        if db_field.name == "is_active":
            given["help_text"] = _(
                "Untick this instead of deleting a person: they can’t log in, their API keys are "
                "refused, and the claims they hold are free for others. Their reviews stay."
            )
        return super().formfield_for_dbfield(db_field, request, **given)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Read profiles and groups along."""
        people: QuerySet[User] = super().get_queryset(request)
        return people.select_related("reviewer").prefetch_related("groups")

    @admin.display(description=_("name shown"), ordering="reviewer__display_name")
    def shown_name(self, user: User) -> str:
        """Give the name colleagues know."""
        return display_name(user)

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        """List the groups, read along."""
        names = (str(ROLE_NAMES.get(group.name, group.name)) for group in user.groups.all())
        return ", ".join(sorted(names))


@admin.register(Group)
class DeskGroupAdmin(GroupAdmin, ModelAdmin):
    """Groups."""
