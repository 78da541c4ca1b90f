"""The pages on which a newsroom's editors look after their webhooks and read what came of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from annotations.errors.newsroom import WebhookRefused
from annotations.models import WebhookDelivery, WebhookEndpoint
from annotations.pages.newsroom import UNPROCESSABLE, by_form, own_newsroom, person, shown
from annotations.pages.newsroom_forms import ReplayForm, WebhookForm
from annotations.queries.webhooks import deliveries_of, endpoints_of
from annotations.services.delivering import webhooks
from annotations.webhook_tasks import wake_webhooks
from annotations.webhooks.schedule import MAX_TRIES
from claims.errors import DomainError, NotReadable

PER_PAGE = 25
LONGEST_ID = 18

Act = Callable[[HttpRequest, WebhookEndpoint], str]


@by_form
def make_webhook(request: HttpRequest) -> HttpResponse:
    """Make a webhook and show its secret, this once."""
    newsroom = own_newsroom(request)
    form = WebhookForm(request.POST)
    if form.is_valid():
        try:
            endpoint, secret = webhooks.create_endpoint(
                newsroom=newsroom, by=person(request), **form.cleaned_data
            )
        except DomainError as error:
            form.add_error("url" if isinstance(error, NotReadable) else None, str(error.detail))
        else:
            return one(request, endpoint.pk, fresh_secret=secret)
    return shown(request, newsroom, status=UNPROCESSABLE, webhook_form=form)


@require_safe
@never_cache
@login_required
def webhook(request: HttpRequest, endpoint_id: UUID) -> HttpResponse:
    """Show one webhook and its log."""
    return one(request, endpoint_id)


@by_form
def rotate(request: HttpRequest, endpoint_id: UUID) -> HttpResponse:
    """Make a new secret and show it, this once."""
    endpoint = _endpoint(request, endpoint_id)
    secret = webhooks.rotate_secret(endpoint=endpoint, by=person(request), now=timezone.now())
    return one(request, endpoint_id, fresh_secret=secret, is_rotated=True)


@by_form
def act(request: HttpRequest, endpoint_id: UUID, name: str) -> HttpResponse:
    """Do one of ACTS and say what came of it."""
    if name not in ACTS:
        raise Http404
    endpoint = _endpoint(request, endpoint_id)
    try:
        messages.success(request, ACTS[name](request, endpoint))
    except DomainError as error:
        messages.error(request, str(error.detail))
    wake_webhooks()
    if name == "remove":
        return redirect("public:newsroom")
    return redirect("public:newsroom-webhook", endpoint_id)


@by_form
def replay_one(request: HttpRequest, endpoint_id: UUID, delivery_id: int) -> HttpResponse:
    """Send one message of the log again."""
    endpoint = _endpoint(request, endpoint_id)
    rows = WebhookDelivery.objects.select_related("endpoint__newsroom")
    delivery = get_object_or_404(rows, endpoint=endpoint, pk=delivery_id)
    webhooks.replay_delivery(delivery=delivery, by=person(request), now=timezone.now())
    wake_webhooks()
    messages.success(request, _("The message is sent again."))
    return redirect("public:newsroom-webhook", endpoint_id)


def one(
    request: HttpRequest,
    endpoint_id: UUID,
    *,
    fresh_secret: str = "",
    is_rotated: bool = False,
) -> HttpResponse:
    """Show one webhook with a page of its log; fresh_secret: to be shown this once."""
    endpoint = _endpoint(request, endpoint_id)
    rows = deliveries_of(endpoint)
    before = request.GET.get("before", "")
    if before.isascii() and before.isdecimal() and len(before) <= LONGEST_ID:
        rows = rows.filter(pk__lt=int(before))
    page = list(rows[: PER_PAGE + 1])
    context = {
        "endpoint": endpoint,
        "deliveries": page[:PER_PAGE],
        "older": f"?before={page[PER_PAGE - 1].pk}" if len(page) > PER_PAGE else "",
        "fresh_secret": fresh_secret,
        "is_rotated": is_rotated,
        "replay_form": ReplayForm(),
        "most_tries": MAX_TRIES,
    }
    return render(request, "vaglio/newsroom_webhook.html", context)


def _endpoint(request: HttpRequest, endpoint_id: UUID) -> WebhookEndpoint:
    rows = endpoints_of(own_newsroom(request)).select_related("newsroom")
    return get_object_or_404(rows, pk=endpoint_id)


def _pause(request: HttpRequest, endpoint: WebhookEndpoint) -> str:
    webhooks.pause_endpoint(endpoint=endpoint, by=person(request), now=timezone.now())
    return _("The webhook is paused; messages wait until you resume it.")


def _resume(request: HttpRequest, endpoint: WebhookEndpoint) -> str:
    webhooks.resume_endpoint(endpoint=endpoint, by=person(request), now=timezone.now())
    return _("The webhook is active again; what waited or was missed is being sent.")


def _test(request: HttpRequest, endpoint: WebhookEndpoint) -> str:
    webhooks.send_test(endpoint=endpoint, by=person(request), now=timezone.now())
    return _("A test is on its way; reload this page to see what came of it.")


def _remove(request: HttpRequest, endpoint: WebhookEndpoint) -> str:
    webhooks.remove_endpoint(endpoint=endpoint, by=person(request), now=timezone.now())
    return _("The webhook is removed.")


def _replay(request: HttpRequest, endpoint: WebhookEndpoint) -> str:
    form = ReplayForm(request.POST)
    if not form.is_valid():
        raise WebhookRefused(_("Say since when, as a day and time."))
    queued = webhooks.replay_since(
        endpoint=endpoint,
        since=form.cleaned_data["since"],
        by=person(request),
        now=timezone.now(),
    )
    words = ngettext(
        "%(count)d message is sent again.", "%(count)d messages are sent again.", queued
    )
    return words % {"count": queued}


ACTS: Mapping[str, Act] = {
    "pause": _pause,
    "resume": _resume,
    "test": _test,
    "remove": _remove,
    "replay": _replay,
}
