"""What packages say in English only or amiss, for our catalogue to say; nothing imports this."""

from __future__ import annotations

from django.utils.translation import gettext_noop

IN_THE_API = (
    # theirs lacks a space in Italian
    gettext_noop('Unsupported media type "{media_type}" in request.'),
)
IN_THE_PANEL = (
    gettext_noop("Light"),
    gettext_noop("Dark"),
    gettext_noop("System"),
    gettext_noop("Go back"),
    gettext_noop("Select action"),
    gettext_noop("Select action to run"),
    gettext_noop("After you've created a user, you’ll be able to edit more user options."),
    gettext_noop("Password-based authentication"),
    gettext_noop("Password-based authentication was disabled."),
    gettext_noop("Enabled"),
    gettext_noop("Disabled"),
    gettext_noop(
        "Whether the user will be able to authenticate using a password or not. If disabled, they "
        "may still be able to authenticate using other backends, such as Single Sign-On or LDAP."
    ),
    gettext_noop(
        "Raw passwords are not stored, so there is no way to see this user’s password, but you can "
        'change the password using <a href="{}" class="text-primary-600 dark:text-primary-500">'
        "this form</a>."
    ),
)
