"""kill -9 during a split: afterwards the article is split once, no claim doubled or lost."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import psycopg
import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.config.installation import Installation, eventually, kill, words_of

pytestmark = [
    pytest.mark.flow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
SPLIT_SECONDS = 240


def text_of(place: str) -> str:
    """Write an article about one town; long enough that a split can be met at its work."""
    return "\n".join(
        f"Nel {1950 + year} il comune di {place} ha aperto {3 + year} scuole 👍. "
        f"«Ne chiuderemo {2 + year % 7}», ha detto la sindaca Anna Righi, che guida la giunta."
        for year in range(60)
    )


ADD = """
import sys
import django
django.setup()
from claims.services.articles import Given, add_text
from claims.tasks import extract_claims
added = add_text(text=sys.stdin.read(), given=Given(language="it"))
extract_claims.delay_on_commit(str(added.run.pk))
print(added.run.pk)
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

    def state(self, run: str) -> object:
        """Give a run's extraction state; None while the database is away."""
        rows = self.rows(f"SELECT extraction_state FROM claims_extractionrun WHERE id = '{run}'")
        return rows[0][0] if rows else None

    def claims(self, run: str) -> Counter[tuple[object, ...]]:
        """Count the claims of the run's article, of whatever run, by span and words."""
        return Counter(
            self.rows(
                'SELECT start, "end", text FROM claims_claim WHERE article_id ='
                f" (SELECT article_id FROM claims_extractionrun WHERE id = '{run}')"
            )
        )

    def add_article(self, text: str) -> str:
        """Store the article and send its splitting, as the API does; give the run's id."""
        program = self.home.start("-c", ADD, **QUICK)
        said, _ = program.communicate(text, timeout=120)
        assert program.returncode == 0, said
        return said.strip()

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
            asked = "from config.env import socket_dir; print(socket_dir())"
            return Desk(home, demo, home.run("-c", asked))
    raise AssertionError(said)


def kill_worker(desk: Desk) -> None:
    kill(desk.part("config worker"))


def kill_broker(desk: Desk) -> None:
    kill(desk.home.servers("broker")[0])


def kill_database(desk: Desk) -> None:
    kill(desk.home.servers("postgres")[0])


def kill_all(desk: Desk) -> None:
    desk.home.kill_everything()


def is_in(desk: Desk, run: str, state: str) -> bool:
    return desk.state(run) == state


def test_an_article_is_split_once_whatever_is_killed_meanwhile(home: Installation) -> None:
    desk = open_desk(home)
    attempts: dict[Callable[[Desk], None], object] = {}
    runs: list[tuple[str, str]] = []
    for deed in (kill_worker, kill_broker, kill_database, kill_all):
        text = text_of(f"Borgo {deed.__name__.removeprefix('kill_').title()}")
        run = desk.add_article(text)
        eventually(partial(is_in, desk, run, "running"), "the split has begun", 120)
        deed(desk)
        if deed is kill_all:
            desk = open_desk(home)
        what = f"the split is done in spite of {deed.__name__}"
        eventually(partial(is_in, desk, run, "done"), what, SPLIT_SECONDS)
        found = desk.rows(f"SELECT attempts FROM claims_extractionrun WHERE id = '{run}'")
        attempts[deed] = found[0][0]
        runs.append((run, text))
    time.sleep(3)  # three sweeps: nothing may be split again
    assert attempts[kill_worker] == attempts[kill_all] == 2, "one worker died, the next did it"
    assert desk.rows("SELECT count(*) FROM claims_extractionrun") == [(len(runs),)]
    for run, text in runs:
        assert desk.claims(run) == expected_claims(text)


def expected_claims(text: str) -> Counter[tuple[object, ...]]:
    """Count the claims that one undisturbed split gives."""
    document = split_text(SplitRequest(text, "it", None), lambda share: None)
    claims = Counter((claim.start, claim.end, claim.text) for claim in document.claims)
    assert len(claims) > 60
    return claims
