"""Claims, reviews with their sources, and who does which."""

# ruff: noqa: E501 - sentences stay on one line, as translators see them

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from annotations.pages.problem_texts.problem import ProblemText

CLAIMS = (
    ProblemText(
        "invalid-span", 409, _("The span doesn't lie within the article's text."),
        _("Start and end are counted in Unicode code points from 0, the end excluded, and the words between them must be part of the article."),
    ),
    ProblemText(
        "invalid-text", 422, _("A claim needs words."),
        _("The claim’s text is empty or holds characters that no text has."),
    ),
    ProblemText(
        "duplicate-claim", 409, _("The article has this claim already."),
        _("The same words at the same place are a claim already: use that one."),
    ),
)  # fmt: skip

REVIEWS = (
    ProblemText(
        "already-reviewed", 409, _("You have already reviewed this claim; revise your review instead."),
        _("Each person has one standing review of a claim. Change yours, or withdraw it and write another."),
    ),
    ProblemText(
        "review-hidden", 409, _("A moderator has hidden your review of this claim; revise that one."),
        _("A hidden review can’t be got round by writing another. Revise it and ask the moderator to restore it."),
    ),
    ProblemText(
        "no-longer-blind", 409,
        _("You have been able to see the others' ratings, so you can't rate this claim."),
        _("Reviews are given blind: whoever could read the others’ ratings can’t add one of their own."),
    ),
    ProblemText(
        "not-the-author", 403, _("Only its author may change or withdraw a review."),
        _("Moderators can hide a review, but nobody changes another person’s words."),
    ),
    ProblemText(
        "unknown-rating", 409, _("The rating scale has no such rating."),
        _("The methodology page and the API’s list of ratings give the keys in use."),
    ),
    ProblemText(
        "rationale-missing", 422, _("A review needs its reasons in words."),
        _("Say why you rate the claim as you do."),
    ),
    ProblemText(
        "unknown-source", 409, _("There is no such source."),
        _("The evidence points to a source that doesn’t exist. Give its address instead."),
    ),
    ProblemText(
        "repeated-source", 409, _("A review cites each source once."),
        _("Put what you take from one source into one evidence."),
    ),
    ProblemText(
        "empty-file", 422, _("The file is empty."),
        _("The copy you attached has no content. Save the page again and attach it."),
    ),
    ProblemText(
        "address-taken", 409, _("Another source has this address."),
        _("The address that you gave to a document without one is that of another source, which the answer names. Cite that source in its place."),
    ),
    ProblemText(
        "unsupported-type", 422, _("This type of file can’t be kept as a copy."),
        _("A copy is a web page, plain text, a PDF file or a picture."),
    ),
)  # fmt: skip

ASSIGNMENTS = (
    ProblemText(
        "nothing-to-take", 409, _("No claim with these filters is free for you."),
        _("Every claim that fits is held by others, was reviewed or lately given back by you, or has its reviews. Choose other filters, or try again when a lease has run out."),
    ),
    ProblemText(
        "claim-held", 409, _("Others hold this claim: as many as reviews are missing."),
        _("The answer’s list “held_by” says who, and until when. The claim is free again when they give it back or their lease runs out."),
    ),
    ProblemText(
        "no-review-missing", 409, _("This claim has all the reviews it needs."),
        _("It waits for its verdict. Take another claim."),
    ),
    ProblemText(
        "reviewed-by-them", 409, _("This person has reviewed the claim before."),
        _("Reviews of one claim are independent, so each comes from somebody else. Choose another reviewer."),
    ),
    ProblemText(
        "not-a-reviewer", 409, _("This person doesn't review claims."),
        _("Claims are assigned to members of the group of reviewers. The person who runs the site decides who belongs to it."),
    ),
    ProblemText(
        "invalid-due", 409, _("An assignment needs a due time that is still to come."),
        _("Send due_at with a date and time in the future. A claim that somebody took from the queue has none yet, so moving it needs one too."),
    ),
    ProblemText(
        "assignment-ended", 409, _("This assignment has ended."),
        _("The claim was reviewed, given back or given to somebody else. Read the list of assignments anew."),
    ),
    ProblemText(
        "nothing-to-assign", 409, _("No claim of the article waits for a review by this person."),
        _("Its claims are dismissed, reviewed by this person or held by others, or have their reviews."),
    ),
    ProblemText(
        "bulk-refused", 409, _("Nothing was done: some of it can't be."),
        _("Acts on many claims are done whole or not at all. The answer’s list “errors” points to each claim that is to blame and says why; leave those out and send the rest again."),
    ),
)  # fmt: skip
