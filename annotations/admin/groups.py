"""Groups: those that give roles stay as they are, others may be made for rights in the panel."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from annotations.errors.access import GroupGivesRole
from annotations.models import Rating
from annotations.services.access.role_groups import must_be_no_role
from claims.people import EDITORS, MODERATORS, REVIEWERS

ROLE_NAMES = {REVIEWERS: _("reviewer"), MODERATORS: _("moderator"), EDITORS: _("editor")}
RULED = (User, Group, Rating)
"""Tables that ask for Django's rights; the others ask for a role."""
ACTS = {
    "view": _("to look"),
    "add": _("to add"),
    "change": _("to change"),
    "delete": _("to delete"),
}

admin.site.unregister(Group)


def role_name(group: Group) -> str:
    """Say a group's role in the reader's language; a group of one's own is called as it is."""
    return str(ROLE_NAMES.get(group.name, group.name))


def why_it_stays(group: Group) -> str:
    """Say why a group can be neither renamed nor deleted; nothing where it can."""
    try:
        must_be_no_role(group)
    except GroupGivesRole as refusal:
        return refusal.detail
    return ""


class RightChoice(ModelMultipleChoiceField):
    """The choice of rights, by table and act in the reader's language."""

    def label_from_instance(self, right: Any) -> str:
        """Name the table and what may be done there."""
        model = right.content_type.model_class()
        table = capfirst(str(model._meta.verbose_name_plural))
        act = right.codename.partition("_")[0]
        return f"{table}: {ACTS.get(act, act)}"


def panel_rights() -> QuerySet[Permission]:
    """List the rights that open something."""
    ruled = ContentType.objects.get_for_models(*RULED).values()
    rights = Permission.objects.filter(content_type__in=ruled).select_related("content_type")
    return rights.order_by("content_type__model", "codename")


@admin.register(Group)
class DeskGroupAdmin(GroupAdmin, ModelAdmin):
    """Groups; the desk's own are known to the code by their names, and keep them."""

    fields = ("name", "permissions")
    list_display = ("name", "role")
    actions = ("delete_selected",)
    # a few boxes: Django's chooser speaks half English in an Italian panel
    filter_horizontal = ()

    @admin.display(description=_("role"))
    def role(self, group: Group) -> str:
        """Say in the reader's language whose group it is."""
        return role_name(group)

    def get_readonly_fields(self, request: HttpRequest, obj: Group | None = None) -> list[str]:
        """Keep the name of a group that gives a role."""
        return ["name"] if obj and why_it_stays(obj) else []

    def get_fieldsets(self, request: HttpRequest, obj: Group | None = None) -> Any:
        """Say of a group that gives a role why its name stays."""
        sets = super().get_fieldsets(request, obj)
        why = why_it_stays(obj) if obj else ""
        return [(title, {**shown, "description": why}) for title, shown in sets]

    def formfield_for_manytomany(
        self, db_field: Any, request: HttpRequest | None = None, **given: Any
    ) -> Any:
        """Offer the rights that open something, as boxes."""
        if db_field.name == "permissions":
            given |= {"form_class": RightChoice, "queryset": panel_rights()}
            given["widget"] = UnfoldAdminCheckboxSelectMultipleWidget()
        return super().formfield_for_manytomany(db_field, request, **given)

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """Offer no button where it would be refused."""
        return super().has_delete_permission(request, obj) and not (obj and why_it_stays(obj))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Delete a group of one's own; say why one that gives a role stays."""
        group = self.get_object(request, object_id)
        why = why_it_stays(group) if group else ""
        if not why:
            return super().delete_view(request, object_id, extra_context)
        messages.error(request, why)
        return HttpResponseRedirect(reverse("admin:auth_group_change", args=[object_id]))

    @admin.action(permissions=["delete"], description=delete_selected.short_description)  # type: ignore[attr-defined]
    def delete_selected(self, request: HttpRequest, groups: QuerySet[Group]) -> HttpResponse | None:
        """Delete groups of one's own; say which of the chosen ones stay, and delete none then."""
        kept = [why for group in groups if (why := why_it_stays(group))]
        for why in kept:
            messages.error(request, why)
        return None if kept else delete_selected(self, request, groups)
