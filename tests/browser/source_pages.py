"""A small web server whose pages the tests' reviewers cite; what it lacks is answered with 404."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler

BULLETIN = "/bollettino"
REGISTER = "/registro"
"""Not among the pages: it can only be attached by hand."""
PAGES = {
    BULLETIN: (
        "<!doctype html><html lang=it><head><meta charset=utf-8>"
        "<title>Bollettino del porto: le navi in arrivo</title></head><body><article>"
        "<h1>Bollettino del porto: le navi in arrivo</h1>"
        "<p>Nel mese di marzo sono entrate in porto 412 navi, trentuno in più dell’anno prima. "
        "Le merci scaricate pesano in tutto 96mila tonnellate.</p>"
        "<p>Il bollettino esce ogni mese e riporta i dati della capitaneria.</p>"
        "</article></body></html>"
    ),
}


@dataclass(frozen=True, slots=True)
class SourcePages:
    """Where the pages are: `root` without a slash at its end."""

    root: str

    def address(self, path: str) -> str:
        """Give the full address of one page."""
        return self.root + path

    @staticmethod
    def handler() -> type[BaseHTTPRequestHandler]:
        """Give the class that answers requests for PAGES."""
        return _Handler


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        page = PAGES.get(self.path)
        self.send_response(HTTPStatus.OK if page else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((page or "not here").encode())

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the test's own output is what matters."""
