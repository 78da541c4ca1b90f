"""The public API against a bare WSGI function that reads the stored bytes, in one run.

    python -m tests.bench.public_api [--claims 100000] [--requests 300]

Prints CPU milliseconds a request of this process and its database backend together (1.0 = the
function), a deep page's beside the first's, and searches' beside the plain list's. Targets: list of
50 at most 1.7, detail 2, 304 at most 1, a page deep in the list within 10 % of the first; filtered
list and search p95 within 3 times the plain list; export at least 50,000 claims a second of CPU.
Run by hand; uses a database of its own.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
os.environ["THROTTLE_ANON"] = "1000000000/min"

import django
import psycopg

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402

from annotations.api.newsroom.public_pages import KEPT  # noqa: E402
from annotations.documents.claim_review import Organisation  # noqa: E402
from annotations.documents.dumps import json_lines  # noqa: E402
from annotations.queries.public_export import exported_claims  # noqa: E402
from annotations.queries.public_filters import PublicFilter  # noqa: E402
from config.embedded import ensure_running  # noqa: E402
from config.wsgi import application  # noqa: E402
from tests.bench.fill import PLACES, fill  # noqa: E402

LIST = "/api/v1/verified-claims/"
ROUNDS = 21
"""Both are asked in turns, a few requests each, so that a busy machine troubles them alike."""
QUESTIONS: dict[str, Callable[[int], str]] = {
    "plain list": lambda n: "",
    "rating and kind": lambda n: "?rating=false&kind=quantity",
    "speaker": lambda n: f"?speaker=Persona%20{chr(65 + n % 26)}{n}",
    "entity": lambda n: f"?entity={PLACES[n % 400]}",
    "source_domain": lambda n: f"?source_domain=dati{n % 50}.example.org",
    "rare word": lambda n: f"?q={PLACES[n % 400]}",
    "common word": lambda n: "?q=ospedale",
    "two words": lambda n: f"?q=scuole%20{PLACES[n % 400]}",
    "no hit": lambda n: f"?q=parola{n}sconosciuta",
    "mistyped": lambda n: "?q=bibblioteche%20rinovate",
    "by relevance": lambda n: f"?q={PLACES[n % 400]}%20treni&ordering=relevance",
    "delta of a filter": lambda n: "?rating=false&updated_since=2024-01-20",
}
"""The query of each kind of question, made from its number so that few are asked twice."""
MIXES = {
    "all filters": ["rating and kind", "speaker", "entity", "source_domain"],
    "all searches": ["rare word", "common word", "two words", "no hit", "mistyped"],
}
"""Kinds of question taken together in equal parts, as the target speaks of them."""
PAGE = """SELECT seq, body FROM annotations_publishedclaim
WHERE is_current AND act <> 'withdrawn' AND seq < %s ORDER BY seq DESC LIMIT 51"""
ONE = "SELECT body FROM annotations_publishedclaim WHERE claim_id = %s AND is_current"
App = Callable[[dict[str, Any], Callable[..., Any]], Any]


class Bare:
    """A WSGI function that answers with stored bytes and nothing else.

    What no framework can be faster than: for each question one statement on a connection of its
    own (psycopg in C, binary, prepared by the server after its fifth use), the bytes joined or
    handed on, three headers. No routing, no validation, no conditions, no allowance.
    """

    def __init__(self) -> None:
        given = {
            name: value
            for name, value in connection.get_connection_params().items()
            if name in ("dbname", "user", "password", "host", "port", "options")
        }
        self.connection = psycopg.connect(**given, autocommit=True)
        self.backend = self.connection.info.backend_pid

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        """Answer the list, a page of it, or one claim."""
        path, query = environ["PATH_INFO"], environ["QUERY_STRING"]
        if path == LIST:
            before = int(query.rpartition(".")[2] or 2**62)
            rows = self.connection.execute(PAGE, [before], binary=True).fetchall()
            body = b'{"results":[' + b",".join([row[1] for row in rows]) + b"]}"
        else:
            claim = path.removeprefix(LIST).strip("/")
            ((body,),) = self.connection.execute(ONE, [claim], binary=True).fetchall()
        length = str(len(body))
        start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", length)])
        return [body]


def ask(app: App, path: str, **headers: str) -> tuple[str, dict[str, str], bytes]:
    """Ask one question of a WSGI application, as a server would."""
    path, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SCRIPT_NAME": "",
        "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1", "REMOTE_ADDR": "127.0.0.1", "wsgi.input": BytesIO(),
        "wsgi.url_scheme": "http", "wsgi.errors": BytesIO(), **headers,
    }  # fmt: skip
    told: list[Any] = []
    got = app(environ, lambda status, found: told.extend((status, dict(found))))
    body = b"".join(got)
    if hasattr(got, "close"):
        # no signal: Django would close the connection after each question
        got._resource_closers.clear() if hasattr(got, "_resource_closers") else None
    return told[0], told[1], body


def cpu_of(pid: int) -> float:
    """Give the CPU seconds a process has used, from the scheduler's nanoseconds."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


def cost(work: Callable[[], Any], times: int, backend: int) -> float:
    """Give CPU milliseconds a call, ours and the database's."""
    began, there = time.process_time(), cpu_of(backend)
    for _ in range(times):
        work()
    return (time.process_time() - began + cpu_of(backend) - there) / times * 1000


def kept_cold(work: Callable[[], Any]) -> Callable[[], Any]:
    """Forget the kept pages before each call."""

    def cold() -> Any:
        KEPT.clear()
        return work()

    return cold


def measure(claims: int, requests: int) -> None:
    """Fill, ask, print."""
    began = time.perf_counter()
    fill(claims)
    print(f"{claims} claims filled in {time.perf_counter() - began:.0f} s")
    app: App = application
    connection.settings_dict["CONN_MAX_AGE"] = None  # one backend, so that its CPU can be told
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    bare = Bare()
    one = f"{LIST}{'00000000-0000-0007-0000-' + format(claims // 2, '012x')}/"
    deep = f"{LIST}?cursor=before.{claims // 20}"
    etag = ask(app, LIST)[1]["ETag"]
    assert ask(app, LIST, HTTP_IF_NONE_MATCH=etag)[0].startswith("304")
    for path in (LIST, one, deep):
        assert ask(app, path)[0].startswith("200"), path
        ask(bare, path)
    pairs: list[tuple[str, Callable[[], Any], str]] = [
        ("list of 50, kept", lambda: ask(app, LIST), LIST),
        ("list of 50, not kept", kept_cold(lambda: ask(app, LIST)), LIST),
        ("deep page, kept", lambda: ask(app, deep), deep),
        ("deep page, not kept", kept_cold(lambda: ask(app, deep)), deep),
        ("detail", lambda: ask(app, one), one),
        ("304 of the list", lambda: ask(app, LIST, HTTP_IF_NONE_MATCH=etag), LIST),
    ]
    for name, work, path in pairs:
        turns(name, work, backend, partial(ask, bare, path), bare.backend, requests)
    for name, forget in (("kept", lambda work: work), ("not kept", kept_cold)):
        both = (forget(partial(ask, app, deep)), forget(partial(ask, app, LIST)))
        turns(f"deep : first, {name}", both[0], backend, both[1], backend, requests)
    bare.connection.close()
    searches(app, min(requests, 200), backend)
    export(backend)


def turns(
    name: str,
    work: Callable[[], Any],
    backend: int,
    other: Callable[[], Any],
    other_backend: int,
    requests: int,
) -> None:
    """Print what `work` costs beside `other`, asked in turns."""
    each = max(requests // ROUNDS, 1)
    rounds = [(cost(work, each, backend), cost(other, each, other_backend)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(side) for side in zip(*rounds, strict=True))
    ratio = statistics.median(one / two for one, two in rounds)
    print(f"{name:24} {ours:7.2f} ms, other {theirs:6.2f} ms: {ratio:5.2f}")


def searches(app: App, times: int, backend: int) -> None:
    """Print median and p95 of filtered lists and searches beside the plain list, no page kept.

    All are asked in turns. CPU (ours and the database's) says the same on a busy machine, nearly:
    who shares its caches makes rows that lie apart dearer. Wall time doesn't.
    """
    for number in range(10):  # the connection comes to keep its plans
        for question in QUESTIONS.values():
            search_cost(app, question(number), backend)
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in QUESTIONS}
    for number in range(times):
        for name, question in QUESTIONS.items():
            took[name].append(search_cost(app, question(number), backend))
    plain = spread(took["plain list"])
    together = {
        kind: [figure for name in names for figure in took[name]] for kind, names in MIXES.items()
    }
    for name, figures in (took | together).items():
        print_beside(name, spread(figures), plain)


def search_cost(app: App, query: str, backend: int) -> tuple[float, float]:
    """Ask the list once, no page kept; give CPU (ours and the database's) and wall milliseconds."""
    KEPT.clear()
    there, began, at = cpu_of(backend), time.process_time(), time.perf_counter()
    status, _, body = ask(app, LIST + query)
    wall = (time.perf_counter() - at) * 1000
    assert status.startswith("200"), body
    return (time.process_time() - began + cpu_of(backend) - there) * 1000, wall


def print_beside(
    name: str, figures: list[tuple[float, float]], plain: list[tuple[float, float]]
) -> None:
    """Print one kind of question’s figures, and the ratio of each to the plain list’s."""
    (cpu, cpu95), (wall, wall95) = figures
    (cpu_, cpu95_), (wall_, wall95_) = plain
    print(
        f"{name:18} CPU {cpu:6.2f} ms: {cpu / cpu_:5.2f}, p95 {cpu95:6.2f}:"
        f" {cpu95 / cpu95_:5.2f}; wall {wall:6.1f} ms: {wall / wall_:5.2f},"
        f" p95 {wall95:6.1f}: {wall95 / wall95_:5.2f}"
    )


def spread(figures: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Give median and 95th percentile of CPU, then of wall time."""
    return [
        (statistics.median(part), statistics.quantiles(part, n=20)[-1])
        for part in zip(*figures, strict=True)
    ]


def export(backend: int) -> None:
    """Print claims a CPU second of the JSON lines, the database's share included."""
    began, there = time.process_time(), cpu_of(backend)
    claims = exported_claims(PublicFilter(), after=0, tombstones_after=2**62)
    count = sum(1 for _ in json_lines(claims, Organisation("x", "y")))
    ours, theirs = time.process_time() - began, cpu_of(backend) - there
    print(
        f"export: {count / (ours + theirs):.0f} claims a CPU second in all;"
        f" here {count / ours:.0f}, database {count / max(theirs, 0.01):.0f}"
    )


def main() -> None:
    """Make a database of its own, measure, drop it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=[100_000])
    parser.add_argument("--requests", type=int, default=300)
    given = parser.parse_args()
    ensure_running(broker=False)
    made = setup_databases(verbosity=0, interactive=False)
    try:
        for claims in given.claims:
            measure(claims, given.requests)
    finally:
        teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    main()
