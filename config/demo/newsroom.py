"""The demonstration's newsroom: approved, with a key in a file that only its owner may read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from annotations.models import ApiKey, Newsroom, PublishedClaim
from annotations.queries.newsrooms import newsroom_of
from annotations.services.access.api_keys import create_key
from annotations.services.access.newsrooms import approve_newsroom, register_newsroom
from annotations.services.delivering.webhooks import create_endpoint, pause_endpoint, replay_since
from config.env import VAR_DIR

KEY_FILE = VAR_DIR / "demo_api_key"
EDITOR, MODERATOR = "elena", "chiara"
NAME, WEBSITE = "La Gazzetta di Valdarsa", "https://gazzetta.example.org"
HOOK = "https://gazzetta.example.org/vaglio"
SCOPES = (
    ApiKey.Scope.READ_VERIFIED,
    ApiKey.Scope.MATCH,
    ApiKey.Scope.EXPORT,
    ApiKey.Scope.WEBHOOKS,
)


@transaction.atomic
def seed_newsroom(people: Mapping[str, User], key_file: Path = KEY_FILE) -> Newsroom:
    """Make the newsroom with a key and a paused webhook; what is there already stays.

    Paused, since its address is nobody's: nothing leaves this machine.
    """
    editor, now = people[EDITOR], timezone.now()
    if there := newsroom_of(editor):
        return there
    newsroom = register_newsroom(name=NAME, website=WEBSITE, by=editor)
    approve_newsroom(newsroom=newsroom, by=people[MODERATOR], now=now)
    _, text = create_key(newsroom=newsroom, name="Sito", scopes=SCOPES, by=editor)
    _write(key_file, text)
    endpoint, _ = create_endpoint(
        newsroom=newsroom, url=HOOK, description="Archivio del sito", by=editor
    )
    pause_endpoint(endpoint=endpoint, by=editor, now=now)
    if first := PublishedClaim.objects.order_by("seq").first():
        replay_since(endpoint=endpoint, since=first.created_at, by=editor, now=now)
    return newsroom


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.chmod(0o600)
    file.write_text(text + "\n")
