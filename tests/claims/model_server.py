"""A language model's server on this machine, which answers as a test says."""

from __future__ import annotations

import contextlib
import json
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HANG = "hang"

Said = Callable[[dict[str, Any]], list[dict[str, Any]]]
"""What the model says to the material that it is sent."""


def nothing(material: dict[str, Any]) -> list[dict[str, Any]]:
    """No claims."""
    return []


@dataclass
class ModelServer:
    """Answers with what `answers` holds next, then with what `says` makes of the question.

    An answer is a status, (status, headers), the bytes of a body, or HANG.
    """

    url: str
    says: Said = nothing
    answers: deque[Any] = field(default_factory=deque)
    heard: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def will(self, *answers: Any) -> None:
        self.answers.extend(answers)


def completion(content: str) -> bytes:
    """The body of a chat completion."""
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def claim(sentence: int, words: str, text: str = "") -> dict[str, Any]:
    """A claim of one piece."""
    return {"sentence": sentence, "pieces": [words], "text": text or words}


def _sent(server: ModelServer, material: dict[str, Any]) -> tuple[Any, dict[str, str], bytes]:
    given = server.answers.popleft() if server.answers else None
    if isinstance(given, bytes):
        return 200, {}, given
    if given is None:
        return 200, {}, completion(json.dumps({"claims": server.says(material)}))
    status, headers = given if isinstance(given, tuple) else (given, {})
    return status, headers, b""


@contextlib.contextmanager
def model_serving() -> Iterator[ModelServer]:
    """Run the server for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.heard.append((self.path, dict(self.headers), request))
            status, headers, body = _sent(server, json.loads(request["messages"][1]["content"]))
            if status == HANG:
                server.released.wait(20)
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(body)

        def do_GET(self) -> None:
            server.heard.append((self.path, dict(self.headers), {}))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener.daemon_threads = True
    server = ModelServer(f"http://127.0.0.1:{listener.server_port}/v1")
    thread = threading.Thread(target=listener.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        listener.shutdown()
        listener.server_close()
