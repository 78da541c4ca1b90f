"""A real HTTP server on this machine, whose pages a test lays out."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Web:
    """Answers by path; `seen` holds the request lines and headers that came in."""

    url: str
    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def page(
        self,
        path: str,
        body: bytes | str,
        content_type: str = "text/html; charset=utf-8",
        status: int = 200,
        **headers: str,
    ) -> str:
        """Lay out a page; give its address."""
        content = body.encode() if isinstance(body, str) else body

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            if content_type:
                handler.send_header("Content-Type", content_type)
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(content)

        self.answers[path] = answer
        return self.url + path

    def redirect(self, path: str, target: str, status: int = 302) -> str:
        """Lay out a redirect; give its address."""
        return self.page(path, b"", status=status, Location=target, Set_Cookie="a=b")

    def drip(self, path: str, pieces: Iterator[bytes], pause: float) -> str:
        """Lay out raw bytes that come one piece at a time; give the address."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            for piece in pieces:
                handler.wfile.write(piece)
                time.sleep(pause)

        self.answers[path] = answer
        return self.url + path


@contextlib.contextmanager
def serving() -> Iterator[Web]:
    """Run the server for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.seen.append((self.path, dict(self.headers)))
            answer = web.answers.get(self.path.partition("?")[0])
            with contextlib.suppress(OSError):
                answer(self) if answer else self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    web = Web(f"http://127.0.0.1:{server.server_port}", server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
