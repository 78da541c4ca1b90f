"""Verdicts, what is published of them, and readers' reports."""

# ruff: noqa: E501 - sentences stay on one line, as translators see them

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from annotations.pages.problem_texts.problem import ProblemText

VERDICTS = (
    ProblemText(
        "not-enough-reviews", 409, _("The claim needs more reviews before it can be settled."),
        _("A verdict rests on as many independent reviews as the desk asks for."),
    ),
    ProblemText(
        "differs-from-agreement", 409, _("All reviews agree on another rating."),
        _("Where all reviewers agree, the claim is settled with their rating. To change it, the reviews must change."),
    ),
    ProblemText(
        "rating-missing", 409, _("The reviews differ: say the rating that shall stand."),
        _("A disputed claim is settled with a rating and a written reason."),
    ),
    ProblemText(
        "reason-missing", 409, _("A written reason is needed."),
        _("Adjudications and acts of moderation are kept with their reason. Write it."),
    ),
    ProblemText(
        "adjudicator-reviewed", 403, _("Who reviewed a claim can't adjudicate it."),
        _("A dispute is settled by someone who took no part in it, not even with a review withdrawn since."),
    ),
    ProblemText(
        "too-many-held", 409, _("You hold as many claims as one person may: review or give back one first."),
        _("Each person may hold a number of claims from the queue, so that others find some too; the answer names it. A hold ends with the review, by giving the claim back, or when its time runs out. What an editor assigns doesn’t count."),
    ),
    ProblemText(
        "already-settled", 409, _("The claim is settled already."),
        _("Read the verdict that stands before you put another in its place."),
    ),
    ProblemText(
        "verdict-is-public", 409, _("The claim is public: correct it or withdraw it."),
        _("A verdict is taken back only while nothing public rests on it. What is published stays; a correction or a withdrawal says so to everyone."),
    ),
)  # fmt: skip

PUBLICATION = (
    ProblemText(
        "gate-not-met", 409, _("Something is still missing before this can be published."),
        _("The answer’s list “missing” names each rule that isn’t met; the methodology page explains them."),
    ),
    ProblemText(
        "nothing-to-correct", 409, _("Nothing would change: there is nothing to correct yet."),
        _("A correction is a new version that says something else than the one the public reads. Change the draft, the sources or the verdict first, then correct; to take the claim back, withdraw it."),
    ),
    ProblemText(
        "rating-changes", 409, _("The rating changes: choose a significant correction."),
        _("A minor correction leaves the rating as it is. Where the rating becomes another, send the severity “significant”: readers and newsrooms are then shown both ratings."),
    ),
    ProblemText(
        "answer-missing", 422, _("Write down the answer, or why the request is struck from the log."),
        _("The log of requests for a reply keeps what was answered in words; a request that was logged by mistake is struck with the reason. Where no answer came, or they declined, no words are needed."),
    ),
    ProblemText(
        "invalid-moment", 409, _("Nobody can answer before they were asked."),
        _("The deadline, or the moment of the answer, lies before the request itself. Mend one of the two."),
    ),
    ProblemText(
        "still-to-come", 409, _("This moment is still to come."),
        _("When a claim was made, when somebody was asked and when they answered can't lie in the future. Mend the day, or wait until it has come; moments may be five minutes ahead of our clock."),
    ),
    ProblemText(
        "claim-withdrawn", 410, _("This verified claim was withdrawn."),
        _("It was public once and the newsroom took it back. The answer carries the notice that says why. Remove your copies or mark them as withdrawn."),
    ),
)  # fmt: skip

REPORTS = (
    ProblemText(
        "form-not-implemented", 501, _("oEmbed answers come as json or xml."),
        _("Ask with format=json or format=xml, or leave format out."),
    ),
    ProblemText(
        "report-words-missing", 422, _("Say in words what is wrong, or what came of it."),
        _("An error report and every answer to one carry words: which sentence is wrong, why, and where one can see it."),
    ),
    ProblemText(
        "outcome-not-seen", 409, _("Publish the correction or withdrawal first, then close the report with it."),
        _("The public reads beside each report what came of it. A report can be closed as corrected or withdrawn only when such a version was published after the report arrived."),
    ),
)  # fmt: skip
