"""Every problem type of the API in words: what happened, and what to do about it.

A test holds this list against the error classes and the codes that services raise.
"""

# ruff: noqa: E501 - sentences stay on one line, as translators see them

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from annotations.pages.newsroom_problems import NEWSROOMS
from annotations.pages.outside_problems import OUTSIDE

Words = str | Promise


@dataclass(frozen=True, slots=True)
class ProblemText:
    """One problem type: its HTTP status, a title and an explanation."""

    code: str
    http: int
    title: Words
    words: Words


_ASKING = (
    ProblemText(
        "invalid-input", 400, _("The input isn't valid."),
        _("A field is missing, has the wrong form, or doesn’t exist. The list of errors in the answer points to each one. Mend them and send the request again."),
    ),
    ProblemText(
        "not-authenticated", 401, _("You aren’t logged in."),
        _("This address is open to members of the desk only. Log in, then send the request again."),
    ),
    ProblemText(
        "not-allowed", 403, _("You may not do this."),
        _("Your role doesn’t include this act. If it should, ask the person who runs the site; if the request came from a form, reload the page and try again."),
    ),
    ProblemText(
        "not-found", 404, _("There is nothing at this address."),
        _("The address may be mistyped, or what was there may never have been public."),
    ),
    ProblemText(
        "method-not-allowed", 405, _("This address doesn’t take this method."),
        _("The header Allow of the answer says which methods it takes."),
    ),
    ProblemText(
        "not-acceptable", 406, _("This form of answer isn’t on offer."),
        _("The header Accept, or the parameter format, asks for a form that this address doesn’t have. The API’s documentation lists the forms."),
    ),
    ProblemText(
        "unsupported-media-type", 415, _("The body’s type isn’t understood."),
        _("Send JSON with the header Content-Type: application/json, or a form with a file where a file is asked for."),
    ),
    ProblemText(
        "too-many-requests", 429, _("Too many requests."),
        _("Wait as many seconds as the header Retry-After says. To follow changes, ask for the delta with updated_since and send the ETag you have."),
    ),
    ProblemText(
        "matching-busy", 503, _("Too many texts are being compared just now."),
        _("Comparing a text with what is published takes the machine some seconds, and it does only a few at once. Wait as many seconds as the header Retry-After says and send the text again; a shorter text is done sooner."),
    ),
)  # fmt: skip

_VERSIONS = (
    ProblemText(
        "version-missing", 428, _("Say with If-Match which version you saw."),
        _("Changes need the header If-Match with the ETag of the version they build on, so that nobody’s work is overwritten unseen."),
    ),
    ProblemText(
        "stale-version", 412, _("Someone changed this in the meantime."),
        _("Read it again, look at what changed, and repeat your change on the new version if it still makes sense."),
    ),
    ProblemText(
        "idempotency-key-unreadable", 400, _("The idempotency key must have 1 to 255 characters."),
        _("Send the header Idempotency-Key with a fresh random value for each act, and the same value when you repeat the request."),
    ),
    ProblemText(
        "idempotency-key-reused", 422, _("This idempotency key was used with another content."),
        _("A key belongs to one request with one content. Take a new key for a new request."),
    ),
    ProblemText(
        "idempotency-key-in-use", 409, _("The first request with this key is still being answered."),
        _("Wait a moment and repeat the request with the same key: you will get the answer of the first."),
    ),
    ProblemText(
        "wrong-state", 409, _("This can't be done in the present state."),
        _("The thing exists, but the act doesn’t fit where it stands: a dismissed claim can’t be reviewed, a withdrawn one can’t be corrected. Reload to see the present state."),
    ),
    ProblemText(
        "domain-error", 409, _("The request can't be carried out."),
        _("A rule of the desk forbids it; the detail in the answer says which."),
    ),
)  # fmt: skip

_READING = (
    ProblemText(
        "empty-text", 422, _("The text is empty."),
        _("There was nothing in the text or file. Send the words of the article."),
    ),
    ProblemText(
        "whitespace-only", 422, _("The text holds nothing but white space."),
        _("Spaces and line ends alone make no article. Send the words of the article."),
    ),
    ProblemText(
        "binary-text", 422, _("This isn't text."),
        _("The file holds bytes that no text has: a picture, a program, or a document in a format of its own. Send plain text or HTML."),
    ),
    ProblemText(
        "too-long", 422, _("The text is too long."),
        _("One article may hold a megabyte of text. Send longer works in parts."),
    ),
    ProblemText(
        "wrong-encoding", 422, _("The characters can’t be decoded."),
        _("The bytes don’t fit the encoding that was named or found. Save the text as UTF-8 and send it again."),
    ),
    ProblemText(
        "unsupported-language", 422, _("This language isn’t served."),
        _("Articles are read in Italian and English. If the text is in one of the two and was taken for another, name the language when you add it."),
    ),
    ProblemText(
        "invalid-url", 422, _("This is not a web address."),
        _("An address starts with http:// or https:// and names a public host, without user name or password."),
    ),
    ProblemText(
        "private-address", 422, _("The address leads into a private network."),
        _("The reader visits public addresses only, also after redirects. The person who runs the site can allow a newsroom’s own network."),
    ),
    ProblemText(
        "too-many-redirects", 422, _("The address redirects in circles or too often."),
        _("Open the page in a browser and send the address at which it ends up."),
    ),
    ProblemText(
        "too-slow", 422, _("The server took too long to answer."),
        _("Try again later, or send the article’s text or file instead of its address."),
    ),
    ProblemText(
        "too-large", 422, _("The page or file is too large."),
        _("Only pages and files up to a limit are read. Send the article’s text instead."),
    ),
    ProblemText(
        "not-html", 422, _("The address leads to something that isn’t a web page."),
        _("Pictures, films, PDF files and data aren’t read from an address. Send the article’s text or file."),
    ),
    ProblemText(
        "http-error", 422, _("The server refused to give the page."),
        _("The other site answered with an error; http_status in the answer says which. The page may be gone or need a subscription. Send the article’s text or file instead."),
    ),
    ProblemText(
        "unreachable", 422, _("The server can't be reached."),
        _("The host doesn’t exist, refuses connections or sends damaged answers. Check the address and try again later."),
    ),
    ProblemText(
        "nothing-to-read", 422, _("No article was found on the page."),
        _("The page holds menus, pictures or a script, but no running text. Send the article’s text instead."),
    ),
    ProblemText(
        "reading-failed", 422, _("The article couldn’t be read."),
        _("Something went wrong on our side while reading the page. Try again; if it fails once more, tell the person who runs the site."),
    ),
    ProblemText(
        "worker-lost", 422, _("The worker stopped each time it was tried."),
        _("The program that reads or splits the article was stopped several times in the middle of it. Start it again; if it fails once more, tell the person who runs the site."),
    ),
    ProblemText(
        "interrupted", 422, _("The copy’s fetching was interrupted each time."),
        _("The program that fetches copies was stopped several times in the middle of it. Fetch the copy again, or attach one you saved yourself."),
    ),
    ProblemText(
        "splitting-failed", 422, _("The article couldn’t be split into claims."),
        _("Something went wrong on our side; the article is kept. Start the splitting again; if it fails once more, tell the person who runs the site."),
    ),
)  # fmt: skip

_CLAIMS = (
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

_REVIEWS = (
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

_ASSIGNMENTS = (
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

_VERDICTS = (
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

_PUBLICATION = (
    ProblemText(
        "gate-not-met", 409, _("Something is still missing before this can be published."),
        _("The answer’s list “missing” names each rule that isn’t met; the methodology page explains them."),
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
        "claim-withdrawn", 410, _("This verified claim was withdrawn."),
        _("It was public once and the newsroom took it back. The answer carries the notice that says why. Remove your copies or mark them as withdrawn."),
    ),
)  # fmt: skip

_NEWSROOMS = tuple(ProblemText(*row) for row in NEWSROOMS)
_REPORTS = (
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
_OUTSIDE = tuple(ProblemText(*row) for row in OUTSIDE)

PROBLEMS: Mapping[str, ProblemText] = {
    text.code: text
    for group in (
        _ASKING,
        _VERSIONS,
        _READING,
        _CLAIMS,
        _REVIEWS,
        _ASSIGNMENTS,
        _VERDICTS,
        _PUBLICATION,
        _NEWSROOMS,
        _REPORTS,
        _OUTSIDE,
    )
    for text in group
}
