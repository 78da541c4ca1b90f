"""The guarded wire: connections go to addresses that were checked, and end at one deadline.

A name is resolved by us, its numbers are checked by the caller, and the connection goes to exactly
those numbers, so that a name that changes its mind in between (DNS rebinding) leads nowhere.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import httpcore2
import httpx2
from django.utils.translation import gettext as _

from claims.addresses import Address, port_of
from claims.errors import NotReadable

Resolver = Callable[[str, int], list[Address]]


class Deadline:
    """When the whole fetch must be over."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left. Raises NotReadable (too-slow) when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise NotReadable("too-slow", _("The server took too long to answer."))
        return left


def resolve_host(host: str, port: int) -> list[Address]:
    """Look a name up. Raises OSError when it has no address."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found)
    return [ipaddress.ip_address(number) for number in numbers]


def addresses_of(place: httpx2.URL, resolve: Resolver, deadline: Deadline) -> list[Address]:
    """Ask for the addresses once; the asking itself has no time limit, so it waits in a thread.

    Raises NotReadable: too-slow, unreachable.
    """
    answers: queue.Queue[list[Address] | Exception] = queue.Queue()
    host, port = place.raw_host.decode("ascii").strip("[]"), port_of(place)

    def ask() -> None:
        try:
            answers.put(resolve(host, port))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=deadline.left())
    except queue.Empty as error:
        raise NotReadable("too-slow", _("The server's name took too long to look up.")) from error
    if isinstance(answer, Exception) or not answer:
        raise NotReadable("unreachable", _("No server has this name."))
    return answer


@cache
def tls_context() -> ssl.SSLContext:
    """Give the settings of TLS, the machine's proxies and keys left aside."""
    return httpx2.create_ssl_context(trust_env=False)


class CheckedBackend(httpcore2.NetworkBackend):
    """Connects to the addresses that were checked, whatever name is asked for."""

    def __init__(self, addresses: list[Address], deadline: Deadline) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._wire = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Try the addresses in order; the last one's failure is the failure."""
        for address in self._addresses[:-1]:
            try:
                return self._connect(address, port)
            except httpcore2.ConnectError:
                continue
        return self._connect(self._addresses[-1], port)

    def _connect(self, address: Address, port: int) -> httpcore2.NetworkStream:
        left = self._deadline.left()
        stream = self._wire.connect_tcp(str(address), port, timeout=left)
        return _TimedStream(stream, self._deadline)


class _TimedStream(httpcore2.NetworkStream):
    """A connection on which every wait ends at the one deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        left = self._deadline.left()
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, left)
        except httpcore2.ConnectError as error:
            if isinstance(error.__context__, ssl.SSLCertVerificationError):
                raise NotReadable(
                    "untrusted-certificate", _("The server's certificate can't be trusted.")
                ) from error
            raise
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
