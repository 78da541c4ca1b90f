"""The fullest name that an article gives for each of its names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.nlp.types import Entity

MOST_NAMESAKES = 200


def full_names(text: str, names: Sequence[Entity]) -> dict[str, str]:
    """Every name of the article -> the longest of its names that it is part of."""
    shown = {text[n.start : n.end] for n in names if n.label in ("PER", "MISC")}
    holders: dict[str, set[str]] = {}
    for name in shown:
        for word in name.split():
            holders.setdefault(word, set()).add(name)
    return {name: max(_holding(name, holders), key=len, default=name) for name in shown}


def _holding(name: str, holders: Mapping[str, set[str]]) -> list[str]:
    """Longer names that a name may stand for: a surname's full name, one with a middle name."""
    parts = name.split()
    others = holders[parts[0]]
    if len(others) > MOST_NAMESAKES:
        return []
    if len(parts) == 1:
        return [other for other in others if name in other.split()]
    return [
        other
        for other in others
        if other.startswith(f"{parts[0]} ")
        and (other.endswith(f" {parts[-1]}") or other.startswith(f"{name} "))
    ] + [name]
