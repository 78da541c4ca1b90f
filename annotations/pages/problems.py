"""A page for every problem type: where the `type` of a problem document leads."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from annotations.pages.problem_texts import PROBLEMS


@require_safe
def problems(request: HttpRequest) -> HttpResponse:
    """List every problem type."""
    return render(request, "vaglio/problems.html", {"problems": PROBLEMS.values()})


@require_safe
def problem(request: HttpRequest, code: str) -> HttpResponse:
    """Explain one problem type."""
    if code not in PROBLEMS:
        raise Http404
    return render(request, "vaglio/problem.html", {"problem": PROBLEMS[code]})
