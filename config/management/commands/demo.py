"""One command that starts everything on this machine, and stops it together on Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command, get_commands

from config.demo.cast import logins
from config.embedded import EmbeddedServerFailed, ensure_running, release
from config.embedded_process import follow_parent
from config.env import VAR_DIR
from config.schedule import Schedule
from config.supervisor import Part, Supervisor

HOST = "127.0.0.1"
FIRST_PORT, PORTS = 8000, 100
READY_SECONDS = 60.0
SERVER_CHECK_SECONDS = 2.0
KILL = signal.SIGKILL


class Command(BaseCommand):
    """`manage.py demo`: servers, tables, sample content, then web and workers."""

    requires_system_checks = ()  # they load every module; the children do that anyway
    help = "Starts Vaglio with sample content on this machine; Ctrl-C stops it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the port, and whether sample content is wanted."""
        parser.add_argument("--port", type=int, help="default: the first free one from 8000")
        parser.add_argument("--no-content", action="store_true", help="no people, no articles")
        parser.add_argument("--stop-with-parent", action="store_true", help="for the Makefile")

    def handle(
        self, *, port: int | None, no_content: bool, stop_with_parent: bool, **options: Any
    ) -> None:
        """Bring everything up, say where it is, and wait for the end."""
        if stop_with_parent:
            follow_parent(signal.SIGTERM)
        port = free_port(FIRST_PORT, PORTS) if port is None else free_port(port, 1)
        settings.SITE_URL = f"http://{HOST}:{port}"
        try:
            self._prepare(with_content=not no_content)
            self._serve(port, with_content=not no_content)
        except KeyboardInterrupt:  # while the tables or the content were made
            self._say("Stopped.")
        finally:
            release()

    def _serve(self, port: int, *, with_content: bool) -> None:
        schedule = Schedule(VAR_DIR / "beat")
        watch = self._watch(schedule)
        supervisor = Supervisor(environment(port), tell=self._say, every_look=watch)
        web, worker, courier = parts(port)
        supervisor.stop_on(signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        try:
            with self._step("Web server and workers"):
                supervisor.start(web, worker)
                ready = supervisor.run(until=_ready_within(port, READY_SECONDS))
            if ready:
                supervisor.start(courier)  # not before: each takes a core's seconds to load
                schedule.start()
                self._welcome(with_content=with_content)
                supervisor.run()
        finally:
            self._say("Stopping ...")
            schedule.stop()
            supervisor.stop()
        self._say("Stopped. The data is kept for the next start.")

    def _prepare(self, *, with_content: bool) -> None:
        with self._step("Database and broker"):
            try:
                ensure_running()
            except EmbeddedServerFailed as failure:
                raise CommandError(str(failure)) from failure
        with self._step("Tables"):
            call_command("migrate", verbosity=0, interactive=False)
        with self._step("Style sheets and scripts"):
            call_command("collectstatic", verbosity=0, interactive=False)
        if with_content and "seed_demo" in get_commands():
            with self._step("People, sample articles, claims and verdicts"):
                call_command("seed_demo")

    def _welcome(self, *, with_content: bool) -> None:
        self._say(f"\nVaglio is at {settings.SITE_URL}/  (the desk: {settings.SITE_URL}/desk/)")
        if with_content:
            for login in logins():
                self._say(f"  {login.username:<10} {login.password}   {login.name}, {login.role}")
        self._say(f"Logs are in {VAR_DIR / 'log'}. Ctrl-C stops everything.\n")

    def _watch(self, schedule: Schedule) -> Callable[[], None]:
        """Make a call that now and then brings back schedule and servers' keepers that ended."""
        last = time.monotonic()

        def watch() -> None:
            nonlocal last
            if time.monotonic() - last > SERVER_CHECK_SECONDS:
                last = time.monotonic()
                schedule.look()
                try:
                    ensure_running()
                except EmbeddedServerFailed as failure:
                    self._say(str(failure))

        return watch

    @contextmanager
    def _step(self, what: str) -> Iterator[None]:
        started = time.monotonic()
        self._say(f"{what} ...")
        yield
        self._say(f"{what}: done in {time.monotonic() - started:.1f} s")

    def _say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


def parts(port: int) -> tuple[Part, Part, Part]:
    """Give web, worker, and the worker that no long split holds up: it sends webhooks."""
    log = VAR_DIR / "log"
    python = [sys.executable, "-m"]
    web = ["granian", "--interface", "wsgi", "--host", HOST, "--port", str(port), "--workers", "1"]
    web += ["--blocking-threads", "4", "--no-ws", "--workers-kill-timeout", "5"]
    worker = ["celery", "-A", "config", "worker", "--pool", "threads"]
    worker += ["--without-gossip", "--without-mingle", "--loglevel", "INFO"]
    splitter = [*worker, "--queues", "celery", "--concurrency", "2"]
    # a receiver that hangs holds a thread for as long as it may take, and the others wait for none
    courier = [*worker, "--queues", "webhooks", "--concurrency", "16", "--hostname", "courier@%h"]
    return (
        Part("web", [*python, *web, "config.wsgi:application"], log / "web.log"),
        Part("worker", [*python, *splitter], log / "worker.log", KILL),
        Part("courier", [*python, *courier], log / "courier.log", KILL),
    )


def environment(port: int) -> dict[str, str]:
    """Give the children's environment: ours, the address that people see, files as collected."""
    ours = {"SITE_URL": f"http://{HOST}:{port}", "STATIC_FROM_SOURCES": "false"}
    return {**os.environ, **ours, "PYTHONUNBUFFERED": "1"}


def free_port(first: int, count: int) -> int:
    """Find the first of `count` ports that nobody listens on. Raises CommandError."""
    for port in range(first, first + count):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    raise CommandError(f"No free port among {count} from {first}; choose one with --port.")


def _ready_within(port: int, seconds: float) -> Callable[[], bool]:
    """Make a question: does the site answer? Raises CommandError once the time is over."""
    limit = time.monotonic() + seconds

    def ready() -> bool:
        if time.monotonic() > limit:
            raise CommandError(f"The site doesn't answer; see {VAR_DIR / 'log' / 'web.log'}.")
        try:
            with urllib.request.urlopen(f"http://{HOST}:{port}/healthz/", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    return ready
