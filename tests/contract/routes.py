"""Every address of the API, read from the URL configuration: a new one can't be forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.views import APIView

from annotations.api.access.public_access import PublicView
from tests.contract.world import World

ROOTS = ("api/", "v1alpha1/")
FIXED = {"form": "json", "delivery_id": "1", "name": "verified-claims.jsonl.gz"}
VERBS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True)
class Route:
    """An address as the URL configuration writes it, with the view that answers there."""

    pattern: str
    view: type[APIView]

    @property
    def is_public(self) -> bool:
        """Whether anybody may ask."""
        return issubclass(self.view, PublicView)

    @property
    def methods(self) -> frozenset[str]:
        """What the view takes, HEAD beside GET."""
        taken = {name.upper() for name in VERBS if callable(getattr(self.view, name, None))}
        return frozenset({"OPTIONS", *taken, *({"HEAD"} if "GET" in taken else ())})

    def address(self, world: World) -> str:
        """Fill in ids of things that exist."""

        def filled(found: re.Match[str]) -> str:
            name, choices = found["name"], found["choices"]
            if choices:
                return choices.split("|")[0]
            return world.ids[name][0] if name in world.ids else FIXED.get(name, NOBODY)

        return "/" + _HOLE.sub(filled, self.pattern)


NOBODY = "00000000-0000-4000-8000-000000000000"
_HOLE = re.compile(r"<(?:\w+:)?(?P<name>\w+)>(?:\((?P<choices>[\w|]+)\))?")


def routes() -> list[Route]:
    """Give every route of the API in its order."""
    return list(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: Any, before: str) -> Iterator[Route]:
    for part in patterns:
        written = before + _plain(str(part.pattern))
        if isinstance(part, URLResolver):
            yield from _walk(part.url_patterns, written)
        elif isinstance(part, URLPattern) and written.startswith(ROOTS):
            view = getattr(part.callback, "view_class", None)
            if view is not None:
                yield Route(written, view)


def _plain(written: str) -> str:
    """Write a regular expression of ours like a path: `(?P<form>a|b)` as `<form>(a|b)`."""
    written = re.sub(r"\(\?P<(\w+)>([\w|]+)\)", r"<\1>(\2)", written)
    written = re.sub(r"\(\?:/\(\?P<(\w+)>\.\*\)\)\?", r"/<\1>", written)
    return written.lstrip("^").removesuffix("$").replace("\\.", ".")
