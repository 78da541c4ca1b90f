"""The demonstration's people: made once, with one password that belongs to this installation."""

from __future__ import annotations

import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import Group, User
from django.db import transaction

from annotations.models import Reviewer
from claims.people import EDITORS, MODERATORS
from config.demo.content import HERE
from config.env import VAR_DIR

PASSWORD_FILE = VAR_DIR / "demo_password"
MAIL_DOMAIN = "@demo.example.org"
PANEL_ROLES = {MODERATORS, EDITORS}
"""Who finds work in the admin panel: newsrooms to approve, reports, affiliations."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the cast; `roles` are names of groups.

    newsroom: looks after the newsroom that reads us (config.demo.newsroom).
    """

    username: str
    name: str
    language: str
    roles: tuple[str, ...]
    superuser: bool = False
    newsroom: bool = False

    @property
    def part(self) -> str:
        """Say in words what the person does."""
        if self.newsroom:
            return "a newsroom's editor, at /newsroom/"
        return ", ".join(self.roles) or "admin, every role"


@dataclass(frozen=True, slots=True)
class Login:
    """What `manage.py demo` prints for one person."""

    username: str
    password: str
    name: str
    role: str


def members() -> tuple[Member, ...]:
    """Read the cast as written down in cast.toml."""
    entries = tomllib.loads((HERE / "cast.toml").read_text("utf-8"))
    return tuple(
        Member(username, **{**entry, "roles": tuple(entry["roles"])})
        for username, entry in entries.items()
    )


def logins() -> tuple[Login, ...]:
    """Give everyone's log-in, for printing. Raises FileNotFoundError before the first seeding."""
    password = PASSWORD_FILE.read_text().strip()
    return tuple(Login(member.username, password, member.name, member.part) for member in members())


@transaction.atomic
def make_cast() -> dict[str, User]:
    """Make who is missing and return everybody by user name; others' accounts stay as they are."""
    fresh, password = _password_of_installation(PASSWORD_FILE)
    return {member.username: _user(member, password, reset=fresh) for member in members()}


def _password_of_installation(file: Path) -> tuple[bool, str]:
    """Read the demo password, or make one only its owner may read; say whether it is new."""
    if file.exists():
        return False, file.read_text().strip()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_text(secrets.token_urlsafe(9) + "\n")
    return True, file.read_text().strip()


def _user(member: Member, password: str, *, reset: bool) -> User:
    """Find or make one account; reset gives it the password after the file was lost."""
    user, made = User.objects.get_or_create(
        username=member.username,
        defaults={
            "email": f"{member.username}{MAIL_DOMAIN}",
            "first_name": member.name.partition(" ")[0],
            "last_name": member.name.partition(" ")[2],
            "is_staff": member.superuser or bool(PANEL_ROLES & set(member.roles)),
            "is_superuser": member.superuser,
        },
    )
    is_ours = user.email == f"{member.username}{MAIL_DOMAIN}"  # never a stranger of that name
    if made or (reset and is_ours):
        user.set_password(password)
        user.save()
    if made:
        user.groups.set(Group.objects.filter(name__in=member.roles))
        Reviewer.objects.create(
            user=user, display_name=member.name, interface_language=member.language
        )
    return user
