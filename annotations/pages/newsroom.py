"""The page on which a newsroom's editors look after their API keys and colleagues.

Plain forms, no script. A key is shown in the answer to the request that made it and never again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_safe
from rest_framework.settings import api_settings

from annotations.models import ApiKey, Newsroom
from annotations.pages.newsroom_forms import (
    ColleagueForm,
    KeyForm,
    RegistrationForm,
    WebhookForm,
)
from annotations.queries.newsrooms import keys_with_use, newsroom_of
from annotations.queries.webhooks import endpoints_of
from annotations.services.access.api_keys import create_key, revoke_key
from annotations.services.access.newsrooms import add_editor, register_newsroom
from claims.errors import DomainError

UNPROCESSABLE = 422
View = Callable[..., HttpResponse]


def by_form(view: View) -> View:
    """Let a view take a form of somebody logged in; who only opens its address is led back.

    A reload or a change of language after the form asks for the address again.
    """

    @wraps(view)
    def taken(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return redirect("public:newsroom")
        return view(request, *args, **kwargs)

    return csrf_protect(never_cache(login_required(taken)))


@require_safe
@never_cache
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Show keys and webhooks, or the form that registers a newsroom."""
    newsroom = newsroom_of(request.user)
    if newsroom is None:
        return render(request, "vaglio/newsroom_register.html", {"form": RegistrationForm()})
    return shown(request, newsroom)


@by_form
def register(request: HttpRequest) -> HttpResponse:
    """Register a newsroom."""
    form = RegistrationForm(request.POST)
    if form.is_valid():
        try:
            register_newsroom(**form.cleaned_data, by=person(request))
        except DomainError as error:
            form.add_error(None, str(error.detail))
        else:
            return redirect("public:newsroom")
    context = {"form": form}
    return render(request, "vaglio/newsroom_register.html", context, status=UNPROCESSABLE)


@by_form
def make_key(request: HttpRequest) -> HttpResponse:
    """Make a key and show it, this once."""
    newsroom = own_newsroom(request)
    form = KeyForm(request.POST, person=person(request))
    if form.is_valid():
        try:
            key, text = create_key(
                newsroom=newsroom,
                name=form.cleaned_data["name"],
                scopes=form.cleaned_data["scopes"],
                expires_at=form.expires_at(timezone.now()),
                by=person(request),
            )
        except DomainError as error:
            form.add_error(None, str(error.detail))
        else:
            return shown(request, newsroom, fresh_key=text, fresh_key_name=key.name)
    return shown(request, newsroom, status=UNPROCESSABLE, key_form=form)


@by_form
def shut_key(request: HttpRequest, key_id: UUID) -> HttpResponse:
    """Revoke a key."""
    newsroom = own_newsroom(request)
    key = get_object_or_404(ApiKey, pk=key_id, newsroom=newsroom)
    try:
        revoke_key(key=key, by=person(request), now=timezone.now())
    except DomainError as error:
        messages.error(request, str(error.detail))
    else:
        messages.success(request, _("The key “%(name)s” is revoked.") % {"name": key.name})
    return redirect("public:newsroom")


@by_form
def add_colleague(request: HttpRequest) -> HttpResponse:
    """Let a colleague look after the newsroom too."""
    newsroom = own_newsroom(request)
    form = ColleagueForm(request.POST)
    if form.is_valid():
        try:
            add_editor(newsroom=newsroom, by=person(request), **form.cleaned_data)
        except DomainError as error:
            form.add_error("username", str(error.detail))
        else:
            return redirect("public:newsroom")
    return shown(request, newsroom, status=UNPROCESSABLE, colleague_form=form)


def shown(
    request: HttpRequest, newsroom: Newsroom, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """Show the newsroom; extra: a form with its errors, or a secret just made."""
    context = {
        "newsroom": newsroom,
        "keys": keys_with_use(newsroom.keys.select_related("owner")),
        "now": timezone.now(),
        "usual_limit": str(api_settings.DEFAULT_THROTTLE_RATES["key"]).partition("/")[0],
        "site_url": settings.SITE_URL,
        "webhooks": endpoints_of(newsroom),
        "editors": User.objects.filter(newsroom_editor__newsroom=newsroom).order_by("username"),
        "key_form": KeyForm(person=person(request)),
        "webhook_form": WebhookForm(),
        "colleague_form": ColleagueForm(),
        **extra,
    }
    return render(request, "vaglio/newsroom.html", context, status=status)


def own_newsroom(request: HttpRequest) -> Newsroom:
    """Give the newsroom of who asks. Raises PermissionDenied."""
    newsroom = newsroom_of(request.user)
    if newsroom is None:
        raise PermissionDenied
    return newsroom


def person(request: HttpRequest) -> User:
    """Give who is logged in; nobody else comes this far."""
    return cast(User, request.user)
