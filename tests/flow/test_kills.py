"""kill -9 during a split: afterwards the article is split once, no claim doubled or lost."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.config.installation import Installation, eventually, kill

pytestmark = [
    pytest.mark.flow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
TEXT = "\n".join(
    f"Nel {1950 + year} il comune di Borgo Alto ha aperto {3 + year} scuole 👍. "
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

    def runs(self) -> list[tuple[object, ...]]:
        """List (extraction state, attempts) of every run there is."""
        return self.rows("SELECT extraction_state, attempts FROM claims_extractionrun")

    def add_article(self) -> None:
        """Store the article and send its splitting, as the API does."""
        program = self.home.start("-c", ADD, **QUICK)
        said, _ = program.communicate(TEXT, timeout=60)
        assert program.returncode == 0, said

    def part(self, words: str) -> int:
        """Give the process of the demo whose command line holds these words."""
        found = [
            pid
            for pid in self.home.processes()
            if words in Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
        ]
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
    kill(*desk.home.processes())


@pytest.mark.parametrize("deed", [kill_worker, kill_broker, kill_database, kill_all])
def test_an_article_is_split_once_whatever_is_killed_meanwhile(
    home: Installation, deed: Callable[[Desk], None]
) -> None:
    desk = open_desk(home)
    desk.add_article()
    eventually(lambda: [run[0] for run in desk.runs()] == ["running"], "the split has begun", 120)
    deed(desk)
    if deed is kill_all:
        eventually(lambda: not home.processes(), "everything has ended")
        desk = open_desk(home)
    eventually(lambda: [run[0] for run in desk.runs()] == ["done"], "the split is done", 240)
    time.sleep(3)  # three sweeps: nothing may be split again
    runs, claims = desk.runs(), stored_claims(desk)
    assert [run[0] for run in runs] == ["done"]
    if deed in (kill_worker, kill_all):
        assert runs[0][1] == 2, "the first worker died at it, the second did it"
    assert claims == expected_claims()


def stored_claims(desk: Desk) -> Counter[tuple[object, ...]]:
    """Count the claims in the database by span and words."""
    return Counter(desk.rows('SELECT start, "end", text FROM claims_claim'))


def expected_claims() -> Counter[tuple[object, ...]]:
    """Count the claims that one undisturbed split gives."""
    document = split_text(SplitRequest(TEXT, "it", None), lambda share: None)
    claims = Counter((claim.start, claim.end, claim.text) for claim in document.claims)
    assert len(claims) > 60
    return claims
