"""kill -9 during a split: afterwards the article is split once, no claim doubled or lost."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from config.env import socket_dir
from tests.config.installation import Installation, eventually, kill, words_of

pytestmark = [
    pytest.mark.flow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
SPLIT_SECONDS = 240
LINES = 6


def text_of(place: str) -> str:
    """Write an article about one town."""
    return "\n".join(
        f"Nel {1950 + year} il comune di {place} ha aperto {3 + year} scuole 👍. "
        f"«Ne chiuderemo {2 + year % 7}», ha detto la sindaca Anna Righi, che guida la giunta."
        for year in range(LINES)
    )


ADD = """
import json
import django
django.setup()
from claims.services.articles import Given, add_text
from claims.tasks import extract_claims
added = add_text(text=json.loads(input()), given=Given(language="it"))
extract_claims.delay_on_commit(str(added.run.pk))
print(added.run.pk, flush=True)
"""
QUICK = {
    "EXTRACTION_LEASE_SECONDS": "3",
    "SWEEP_SECONDS": "1",
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "PYTHONUNBUFFERED": "1",
}


@dataclass
class Desk:
    """A running demo without content, and a look into its database."""

    home: Installation
    demo: subprocess.Popen[str]
    sockets: str

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Ask the database; nothing while it is away."""
        try:
            with psycopg.connect(host=self.sockets, user="vaglio", dbname="vaglio") as line:
                return line.execute(query).fetchall()  # type: ignore[call-overload]
        except psycopg.OperationalError:
            return []

    def state(self, run: str) -> tuple[object, ...] | None:
        """Give a run's state and its attempts; None while the database is away."""
        asked = "SELECT extraction_state, attempts FROM claims_extractionrun WHERE id = "
        rows = self.rows(f"{asked}'{run}'")
        return rows[0] if rows else None

    def meet(self, run: str, *, attempt: int) -> None:
        """Wait until a worker is at its work: a new one begins with the language's models."""
        what = f"split {attempt} has begun"
        eventually(lambda: self.state(run) == ("running", attempt), what, SPLIT_SECONDS)

    @contextmanager
    def storing_held(self) -> Iterator[None]:
        """Let nobody store a sentence meanwhile."""
        with psycopg.connect(host=self.sockets, user="vaglio", dbname="vaglio") as line:
            line.execute("LOCK TABLE claims_sentence IN SHARE MODE")
            yield

    def meet_at_storing(self) -> None:
        """Wait until a worker has split its article and wants to store what it found."""
        waiting = (
            "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'claims_sentence'::regclass"
        )
        eventually(lambda: self.rows(waiting), "a worker stores sentences", SPLIT_SECONDS)

    def attempts_until_done(self, run: str) -> int:
        """Wait until the article is split; give how many workers took it up."""
        eventually(lambda: (self.state(run) or ("",))[0] == "done", "it is split", SPLIT_SECONDS)
        found = self.state(run)
        assert found is not None
        return int(str(found[1]))

    def claims(self, run: str) -> Counter[tuple[object, ...]]:
        """Count the claims of the run's article, of whatever run, by span and words."""
        return Counter(
            self.rows(
                'SELECT start, "end", text FROM claims_claim WHERE article_id ='
                f" (SELECT article_id FROM claims_extractionrun WHERE id = '{run}')"
            )
        )

    def add_article(self, text: str) -> str:
        """Store the article and send its splitting, as the API does; give the run's id at once."""
        program = self.home.start("-c", ADD, **QUICK)
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(json.dumps(text) + "\n")
        program.stdin.flush()
        said = program.stdout.readline().strip()
        assert len(said) == 36, said + program.stdout.read()
        return said

    def part(self, words: str) -> int:
        """Give the process of the demo whose command line holds these words."""
        found = [pid for pid in self.home.processes() if words in words_of(pid)]
        assert len(found) == 1, found
        return found[0]


def open_desk(home: Installation) -> Desk:
    """Start the demo and return once it answers."""
    demo = home.start("manage.py", "demo", "--no-content", **QUICK)
    assert demo.stdout is not None
    said = ""
    for line in demo.stdout:
        said += line
        if line.startswith("Vaglio is at"):
            return Desk(home, demo, str(socket_dir(home.var_dir)))
    raise AssertionError(said)


def test_an_article_is_split_once_whatever_is_killed_meanwhile(home: Installation) -> None:
    """First the servers, then the worker as it stores, then, at the second try, all there is."""
    desk = open_desk(home)
    near, far = text_of("Borgo Vicino"), text_of("Borgo Lontano")
    first = desk.add_article(near)
    desk.meet(first, attempt=1)
    kill(home.servers("broker")[0], home.servers("postgres")[0])
    assert desk.attempts_until_done(first) <= 2

    with desk.storing_held():
        second = desk.add_article(far)
        desk.meet_at_storing()
        kill(desk.part("--queues celery"))
    assert desk.state(second) == ("running", 1)
    desk.meet(second, attempt=2)
    home.kill_everything()
    desk = open_desk(home)
    assert desk.attempts_until_done(second) == 3, "two workers died, the third did it"

    time.sleep(3)  # three sweeps: nothing may be split again
    assert desk.rows("SELECT count(*) FROM claims_extractionrun") == [(2,)]
    for run, text in ((first, near), (second, far)):
        assert desk.claims(run) == expected_claims(text)


def expected_claims(text: str) -> Counter[tuple[object, ...]]:
    """Count the claims that one undisturbed split gives."""
    document = split_text(SplitRequest(text, "it", None), lambda share: None)
    claims = Counter((claim.start, claim.end, claim.text) for claim in document.claims)
    assert len(claims) > LINES
    return claims
