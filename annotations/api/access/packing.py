"""Public answers compressed for who takes gzip.

Only what is public is packed here: no secret stands beside what a stranger may choose, which is
what the BREACH attack needs. Strong ETags name exact bytes (RFC 9110, 8.8.3), so to clients that
take gzip every ETag is weak, whether or not the answer was large enough to be packed.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

LEVEL = 3
"""Of a page of fifty claims a tenth is left after 0.4 ms; level 6 takes twice as long for a sixth
less."""
STREAM_LEVEL = 1
"""For exports, where the client's line is seldom what is slow."""
SMALLEST = 860
"""Bytes below which one packet of the network carries the answer anyway."""
_GZIP = 31
"""zlib's number for gzip's frame and the largest window."""


@lru_cache(maxsize=256)
def takes_gzip(accepted: str) -> bool:
    """Read an Accept-Encoding header (RFC 9110, 12.5.3); q=0 refuses."""
    wanted: dict[str, bool] = {}
    for part in accepted.lower().split(","):
        name, *options = (piece.strip() for piece in part.split(";"))
        wanted[name] = not any(_is_zero(option) for option in options)
    return wanted.get("gzip", wanted.get("x-gzip", wanted.get("*", False)))


def _is_zero(option: str) -> bool:
    name, _, number = option.partition("=")
    return name.strip() == "q" and number.strip().rstrip("0") in ("", ".", "0.")


def packed(body: bytes) -> bytes:
    """Compress a whole answer; the same bytes each time."""
    packer = zlib.compressobj(LEVEL, wbits=_GZIP)
    return packer.compress(body) + packer.flush()


def weakened(etag: str) -> str:
    """Make an ETag weak."""
    return etag if etag.startswith("W/") else f"W/{etag}"


def pack(response: HttpResponseBase, accepted: str) -> None:
    """Compress a finished answer in place, where the client takes that and it is worth it.

    A file goes as it lies there: those that are sent are compressed already.
    """
    if isinstance(response, FileResponse):
        return
    patch_vary_headers(response, ("Accept-Encoding",))
    if response.has_header("Content-Encoding") or not takes_gzip(accepted):
        return
    if "ETag" in response:
        response["ETag"] = weakened(response["ETag"])
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = _packed_pieces(response.streaming_content)  # type: ignore[arg-type]
    elif isinstance(response, HttpResponse) and len(response.content) >= SMALLEST:
        response.content = packed(response.content)
    else:
        return
    response["Content-Encoding"] = "gzip"
    del response["Content-Length"]


def _packed_pieces(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Compress as it comes, in constant memory."""
    packer = zlib.compressobj(STREAM_LEVEL, wbits=_GZIP)
    for piece in pieces:
        if small := packer.compress(piece):
            yield small
    yield packer.flush()
