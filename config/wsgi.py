"""The door for WSGI servers (granian --interface wsgi config.wsgi:application)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from threading import Timer
from typing import Any

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup(set_prefix=False)

from annotations.api.newsroom.short_road import in_front  # noqa: E402 - needs the apps to be there
from annotations.services.matching import warm_up  # noqa: E402

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def whole_answers(inner: Application) -> Application:
    """Hand what isn't streamed to the server as one list.

    granian sends a list at once, but iterates over anything else from a thread of its own, piece by
    piece: for a short answer that costs more than making it.
    """

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        response = inner(environ, start_response)
        if not isinstance(response, HttpResponse):
            return response
        body = [response.content]
        response.close()
        return body

    return application


def warm_up_soon() -> None:
    """Load the language models in a thread of its own, once the process has begun to answer."""
    if settings.WARM_UP_SECONDS > 0:
        timer = Timer(settings.WARM_UP_SECONDS, warm_up)
        timer.daemon = True  # a process that ends doesn't wait for it
        timer.start()


warm_up_soon()
application = in_front(whole_answers(get_wsgi_application()))
