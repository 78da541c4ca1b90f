"""Pages that this process keeps: whole answers, the longest unused going first."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

MEGABYTE = 1_000_000


class KeptPages:
    """Bytes under names, at most so many in all; safe for many threads.

    A cache of Django's would write each page into a pickle and read it out again.
    """

    def __init__(self, most: int = 32 * MEGABYTE) -> None:
        self._most = most
        self._bytes = 0
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, name: str) -> bytes | None:
        """Give what is kept under a name."""
        with self._lock:
            page = self._pages.get(name)
            if page is not None:
                self._pages.move_to_end(name)
            return page

    def keep(self, name: str, page: bytes) -> None:
        """Keep a page, and let go of others until there is room; one too large isn't kept."""
        if len(page) > self._most:
            return
        with self._lock:
            self._bytes += len(page) - len(self._pages.pop(name, b""))
            self._pages[name] = page
            while self._bytes > self._most:
                _, oldest = self._pages.popitem(last=False)
                self._bytes -= len(oldest)

    def clear(self) -> None:
        """Let go of all."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0
