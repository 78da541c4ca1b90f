"""A page for every problem type: where the `type` of a problem document leads."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from annotations.pages.problem_texts import PROBLEMS


@require_safe
def problems(request: HttpRequest) -> HttpResponse:
    """List every problem type."""
    return render(request, "vaglio/problems.html", {"problems": PROBLEMS.values()})


@require_safe
def problem(request: HttpRequest, code: str) -> HttpResponse:
    """Explain one problem type, in every language at the address that is its name in all."""
    if code not in PROBLEMS:
        raise Http404
    is_name = get_language() == settings.LANGUAGE_CODE
    others = [language for language, _ in settings.LANGUAGES if language != settings.LANGUAGE_CODE]
    context = {"problem": PROBLEMS[code], "others": others if is_name else []}
    return render(request, "vaglio/problem.html", context)
