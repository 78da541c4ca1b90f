"""Acts of services on selected rows: asking for what they need, doing them, telling the outcome."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminTextareaWidget

from claims.errors import DomainError

Form = TypeVar("Form", bound=forms.Form)


class ReasonForm(forms.Form):
    """Why a moderator acts."""

    reason = forms.CharField(label=_("Reason"), widget=UnfoldAdminTextareaWidget)


def sent_form(request: HttpRequest, kind: type[Form]) -> Form:
    """Give the form as it was sent, or an empty one before that."""
    is_sent = any(name in request.POST for name in kind.base_fields)
    return kind(request.POST if is_sent else None)


def ask_first(
    panel: ModelAdmin,
    request: HttpRequest,
    rows: QuerySet[Any],
    form: forms.Form,
    *,
    named: Callable[[Any], object] = str,
) -> HttpResponse:
    """Show the rows that an action was chosen for, each by its name, and the action's form."""
    action = request.POST["action"]
    context = {
        **panel.admin_site.each_context(request),
        "opts": panel.model._meta,
        "title": getattr(panel, action).short_description,
        "rows": [(row.pk, named(row)) for row in rows],
        "form": form,
        "action": action,
        "checkbox_name": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/annotations/act.html", context)


def do_each(request: HttpRequest, rows: QuerySet[Any], act: Callable[[Any, User], object]) -> None:
    """Do `act` for each row; say how many it was done for and why not for the others."""
    assert isinstance(request.user, User)
    done = 0
    for row in rows:
        try:
            act(row, request.user)
        except DomainError as refusal:
            messages.warning(request, f"{row}: {refusal.detail}")
        else:
            done += 1
    if done:
        words = ngettext("Done for %(done)d row.", "Done for %(done)d rows.", done)
        messages.success(request, words % {"done": done})
