"""Problems that newsrooms' programs meet."""

# ruff: noqa: E501 - sentences stay on one line, as translators see them

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from annotations.pages.problem_texts.problem import ProblemText

NEWSROOMS = (
    ProblemText(
        "api-key-unknown", 401, _("This API key isn’t known."),
        _("The header Authorization must be “Bearer” and a whole key, as it was shown when it was made: vg_, eight characters, an underscore and 43 more. A lost key can’t be shown again; make a new one on the newsroom’s page."),
    ),
    ProblemText(
        "api-key-expired", 401, _("This API key has expired."),
        _("Make a new key on the newsroom’s page and put it in the place of the old one."),
    ),
    ProblemText(
        "api-key-revoked", 401, _("This API key was revoked."),
        _("Your newsroom or a moderator shut it, or the account it acts for was closed. Make a new key if the newsroom should still have access."),
    ),
    ProblemText(
        "newsroom-not-approved", 403, _("This newsroom isn’t approved yet."),
        _("Keys and webhooks work once a moderator has approved the newsroom. Without a key the public addresses answer all the same."),
    ),
    ProblemText(
        "insufficient-scope", 403, _("This API key doesn’t cover this."),
        _("The answer’s “scope” names what the key lacks. Scopes can’t be added to a key: make a new one that has them."),
    ),
    ProblemText(
        "no-newsroom", 403, _("Your account doesn’t look after a newsroom."),
        _("Register your newsroom on the page for newsrooms, or ask the person who runs the site to add you to its editors."),
    ),
    ProblemText(
        "newsroom-taken", 409, _("The newsroom can’t be registered."),
        _("An account looks after one newsroom, and each newsroom’s name is there once. Ask a colleague or the person who runs the site to add you."),
    ),
    ProblemText(
        "api-key-refused", 422, _("The API key can’t be made like this."),
        _("The detail in the answer says what to change: its scopes, its last day, or the number of keys."),
    ),
    ProblemText(
        "webhook-refused", 422, _("The webhook can’t be made like this."),
        _("The detail in the answer says what to change. Webhooks go to public addresses over HTTPS."),
    ),
    ProblemText(
        "too-many-webhooks", 409, _("The newsroom has as many webhooks as one may have."),
        _("Remove a webhook that is no longer used, then make the new one."),
    ),
    ProblemText(
        "secret-unreadable", 500, _("The webhook’s secrets can’t be read, so nothing can be signed."),
        _("They were sealed by a key that the site no longer has. Whoever runs the site can name that key again in SEALING_KEYS; otherwise give the webhook a new secret."),
    ),
    ProblemText(
        "insecure-url", 422, _("The address must start with https://."),
        _("Messages to newsrooms travel encrypted only."),
    ),
)  # fmt: skip
