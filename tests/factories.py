"""The fixed cast and the plainest rows; what a test is about it sets itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models.reviewer import Reviewer
from claims.models.article import Article
from claims.models.claim import Claim
from claims.models.extraction import ExtractionRun
from claims.people import EDITORS, MODERATORS, REVIEWERS

TEXT = (
    "Il comune ha aperto 12 nuove scuole nel 2024. "
    "«Ne apriremo altre 3», ha detto la sindaca Anna Righi. La scuola di Q\u0303ue resta così 👍."
)
"""An article's text with curly quotes, a combining accent and an emoji in it."""


CAST = (
    ("ada", "Ada Neri", REVIEWERS),
    ("bruno", "Bruno Costa", REVIEWERS),
    ("marta", "Marta Riva", MODERATORS),
    ("enea", "Enea Sala", EDITORS),
    ("admin", "Amministrazione", ""),
    ("stranger", "", ""),
)
"""Log-in, name shown and role, in the order of `Cast`."""
CAN_ALL = {"admin": {"is_staff": True, "is_superuser": True}}


@dataclass(frozen=True)
class Cast:
    """Who works at the desk in the tests, and a stranger with an account but no role."""

    ada: User
    bruno: User
    moderator: User
    editor: User
    admin: User
    stranger: User


def make_cast() -> Cast:
    """Make reviewers Ada and Bruno, Marta (moderator), Enea (editor), the admin, a stranger.

    In few statements: most tests begin with it.
    """
    password = make_password("password")
    users = User.objects.bulk_create(
        User(username=name, email=f"{name}@example.org", password=password, **CAN_ALL.get(name, {}))
        for name, _, _ in CAST
    )
    named = [(user, name) for user, (_, name, _) in zip(users, CAST, strict=True) if name]
    Reviewer.objects.bulk_create(Reviewer(user=user, display_name=name) for user, name in named)
    roles = {role: Group.objects.get_or_create(name=role)[0] for _, _, role in CAST if role}
    User.groups.through.objects.bulk_create(
        User.groups.through(user=user, group=roles[role])
        for user, (_, _, role) in zip(users, CAST, strict=True)
        if role
    )
    return Cast(*users)


def make_person(username: str, display_name: str, *groups: str, **fields: Any) -> User:
    """Make a user with the password `password`; with a name also the reviewer's profile."""
    user = User.objects.create_user(username, f"{username}@example.org", "password", **fields)
    user.groups.set(Group.objects.get_or_create(name=name)[0] for name in groups)
    if display_name:
        Reviewer.objects.create(user=user, display_name=display_name)
    return user


def make_client(user: User | None = None) -> APIClient:
    """Make an API client, logged in by session where a user is given; CSRF is not asked of it."""
    client = APIClient()
    if user is not None:
        client.force_login(user)
    return client


def make_article(text: str = TEXT, **fields: Any) -> Article:
    """Make an article as if it had been read."""
    given = {
        "title": "Dodici scuole nuove",
        "publisher": "Il Foglio di prova",
        "language": "it",
        "reading_state": Article.ReadingState.READ,
        "read_at": timezone.now(),
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    return Article.objects.create(text=text, **given | fields)


def make_split_article(text: str = TEXT, **fields: Any) -> Article:
    """Make an article whose splitting is done; one that waits has a bar that moves, and is dear."""
    article = make_article(text, **fields)
    ExtractionRun.objects.create(
        article=article, extraction_state=ExtractionRun.ExtractionState.DONE, progress=1.0
    )
    return article


def make_claim(article: Article, exact: str = "", **fields: Any) -> Claim:
    """Make a proposed claim over the first place where `exact` (default: the start) stands."""
    exact = exact or article.text.split(".")[0]
    start = article.text.index(exact)
    end = start + len(exact)
    given = {"text": exact, "start": start, "end": end, "segments": [[start, end]]}
    return Claim.objects.create(article=article, **given | fields)
