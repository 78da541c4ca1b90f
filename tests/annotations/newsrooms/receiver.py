"""A real web server on this machine that takes webhooks, well or badly, as a test says."""

from __future__ import annotations

import contextlib
import json
import threading
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HANG, CUT = "hang", "cut"


@dataclass(frozen=True)
class Heard:
    """One message as it came in, when by the test's clock, and how it was answered."""

    path: str
    headers: dict[str, str]
    body: bytes
    at: datetime
    answer: Any

    @property
    def said(self) -> dict[str, Any]:
        return dict(json.loads(self.body))

    @property
    def is_taken(self) -> bool:
        return isinstance(self.answer, int) and 200 <= self.answer < 300


@dataclass
class Clock:
    """The time that a test sets."""

    now: datetime

    def forward(self, **by: float) -> datetime:
        self.now += timedelta(**by)
        return self.now


@dataclass
class Receiver:
    """Answers with what `answers` holds next: a status, (status, headers), HANG, CUT; then 204."""

    url: str
    clock: Clock
    answers: deque[Any] = field(default_factory=deque)
    heard: list[Heard] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def will(self, *answers: Any) -> None:
        self.answers.extend(answers)


@contextlib.contextmanager
def receiving(clock: Clock) -> Iterator[Receiver]:
    """Run the server for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            given = receiver.answers.popleft() if receiver.answers else 204
            status, headers = given if isinstance(given, tuple) else (given, {})
            receiver.heard.append(
                Heard(self.path, dict(self.headers), body, receiver.clock.now, status)
            )
            if status == HANG:
                receiver.released.wait(10)
            if status in (HANG, CUT):
                self.close_connection = True
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if status not in (204, 304):
                self.wfile.write("Però 👍 ".encode() * 200)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    receiver = Receiver(f"http://127.0.0.1:{server.server_port}/hook", clock)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.released.set()
        server.shutdown()
        server.server_close()
