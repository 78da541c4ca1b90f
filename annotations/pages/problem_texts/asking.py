"""What any request may meet, and what comes of versions and of keys sent twice."""

# ruff: noqa: E501 - sentences stay on one line, as translators see them

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from annotations.pages.problem_texts.problem import ProblemText

ASKING = (
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
        _("Comparing a text with what is published takes the machine some seconds, and it does only a few at once; a process that has just started gets ready first. Wait as many seconds as the header Retry-After says and send the text again; a shorter text is done sooner."),
    ),
)  # fmt: skip

VERSIONS = (
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
