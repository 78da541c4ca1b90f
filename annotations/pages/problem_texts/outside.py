"""Problems that outside annotation clients meet."""

# ruff: noqa: E501 - sentences stay on one line, as translators see them

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from annotations.pages.problem_texts.problem import ProblemText

OUTSIDE = (
    ProblemText(
        "malformed-annotation", 400, _("This is no annotation of the W3C's Web Annotation Data Model."),
        _("The list of errors in the answer points to each part that breaks a rule of the model. Mend them and send the annotation again."),
    ),
    ProblemText(
        "not-anchored", 409, _("The annotation's selectors don't find their words in the article."),
        _("An annotation marks words of the article: give a TextQuoteSelector with the exact words, or a TextPositionSelector that counts in the text as it is kept here."),
    ),
    ProblemText(
        "ambiguous-anchor", 409, _("The annotation's words stand in the article more than once."),
        _("Add a prefix and a suffix to the TextQuoteSelector, or a TextPositionSelector, so that one place is meant."),
    ),
    ProblemText(
        "target-moved", 409, _("A review stays with the claim that it is about."),
        _("The new words belong to another claim. Take this annotation back and write one for the other claim."),
    ),
    ProblemText(
        "origin-changed", 409, _("Where an annotation comes from doesn't change."),
        _("Its members canonical and via stay as they were set first. Send them as they are, or leave them out."),
    ),
    ProblemText(
        "server-error", 500, _("Something went wrong here."),
        _("The fault is ours and has been noted. Try again later; if it stays, tell the person who runs the site when it happened."),
    ),
    ProblemText(
        "annotation-gone", 410, _("This annotation was taken back."),
        _("Its author withdrew it. Remove your copy."),
    ),
)  # fmt: skip
