"""People's access to the desk."""

# ruff: noqa: E501 - sentences stay on one line, as translators see them

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from annotations.pages.problem_texts.problem import ProblemText

PEOPLE = (
    ProblemText(
        "group-gives-role", 409, _("This group gives its members a role."),
        _("Reviewers, moderators and editors are known by their groups: without one, or under another name, its members would lose their role. Take people out of it, or make a group of your own."),
    ),
)  # fmt: skip
