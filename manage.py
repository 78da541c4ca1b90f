#!/usr/bin/env python
"""Run Vaglio's commands; starts the embedded servers first where no others are configured."""

import os
import sys

from django.core.management import execute_from_command_line

from config.embedded import EmbeddedServerFailed, ensure_running

WITHOUT_SERVERS = {
    "check",
    "collectstatic",
    "compilemessages",
    "demo",  # starts them itself, and says so
    "diffsettings",
    "help",
    "makemessages",
    "makemigrations",
    "match_claims",
    "score_sentences",
    "spectacular",
    "split_article",
    "version",
}
"""Commands that touch neither database nor broker; every other one gets them."""


def needs_servers(arguments: list[str]) -> bool:
    """Say whether the command line asks for a command that touches the servers."""
    command = next((word for word in arguments if not word.startswith("-")), "help")
    return command not in WITHOUT_SERVERS and not {"-h", "--help", "--version"} & set(arguments)


def main() -> None:
    """Hand the command line to Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if needs_servers(sys.argv[1:]):
        try:
            ensure_running()
        except EmbeddedServerFailed as failure:
            sys.exit(str(failure))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
