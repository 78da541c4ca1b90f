"""Users with their desk profile, and the groups that give roles."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import secure_admin_login
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, StackedInline
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from annotations.admin.groups import role_name
from annotations.admin.second_factors import SecondFactorInline
from annotations.models import Reviewer
from annotations.queries.people import display_name
from annotations.services.access.second_factors import drop_lone_recovery_codes
from annotations.services.assigning.assignments import free_claims_of

# one log-in for the whole site, with its throttling and second factor
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.unregister(User)


class RoleChoice(ModelMultipleChoiceField):
    """The choice of groups, by what they are in the reader's language."""

    def label_from_instance(self, group: Any) -> str:
        """Name the role."""
        return role_name(group)


class RoleFilter(admin.RelatedFieldListFilter):
    """People of one role."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        """Name the roles."""
        return [(group.pk, role_name(group)) for group in Group.objects.order_by("name")]


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
    # a handful of boxes: Django's chooser speaks half English in an Italian panel
    filter_horizontal = ()
    list_display = ("username", "shown_name", "roles", "is_active", "is_staff", "last_login")
    list_filter = (("groups", RoleFilter), "is_active", "is_staff")
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
                "refused, and the claims they hold are free for others, for good. Their reviews "
                "stay."
            )
        if db_field.name == "groups":
            given |= {"form_class": RoleChoice, "widget": UnfoldAdminCheckboxSelectMultipleWidget()}
        return super().formfield_for_dbfield(db_field, request, **given)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Keep what was changed; who is shut out by it lets go of the claims they hold."""
        super().save_model(request, obj, form, change)
        if change and "is_active" in form.changed_data and not obj.is_active:
            assert isinstance(request.user, User)
            free_claims_of(person=obj, by=request.user)

    def get_inlines(self, request: HttpRequest, obj: User | None) -> Any:
        """Show a table of second factors to who has one."""
        has_factor = obj is not None and Authenticator.objects.filter(user=obj).exists()
        return (ReviewerInline, SecondFactorInline) if has_factor else (ReviewerInline,)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Keep roles, profile and factors; codes of the last factor go with it."""
        super().save_related(request, form, formsets, change)
        drop_lone_recovery_codes(person=form.instance)

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
        return ", ".join(sorted(role_name(group) for group in user.groups.all()))
