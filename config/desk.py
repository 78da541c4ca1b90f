"""The page that carries the workbench, a React program; every address below /desk/ is its own."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from claims.people import is_desk_member


@require_safe
@never_cache
@login_required
@ensure_csrf_cookie
def desk(request: HttpRequest) -> HttpResponse:
    """Serve the shell, or say how to build the front end where that hasn't happened.

    Who plays no part at the desk is led to the page of newsrooms' editors: a log-in ends here.
    """
    if not is_desk_member(request.user):
        return redirect("public:newsroom")
    built = (settings.FRONTEND_DIST / ".vite" / "manifest.json").exists()
    return render(request, "desk.html", {"built": built}, status=200 if built else 503)
