"""When a source counts as dead or changed, and whether a page still says what was cited."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from annotations.sources.link_comparison import LEAST_LIKENESS, likeness, lost_excerpts
from annotations.sources.link_state import CALM, WATCHED, LinkState, Visit, link_state, next_visit

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
LETTERS = {"s": "same", "c": "changed", "f": "failed", "r": "refused"}


def visits(outcomes: str, *days_ago: float) -> list[Visit]:
    """Make visits, newest first: one letter each, so many days ago (one a day by default)."""
    days = days_ago or range(len(outcomes))
    return [
        Visit(LETTERS[letter], NOW - timedelta(days=day))
        for letter, day in zip(outcomes, days, strict=True)
    ]


@pytest.mark.parametrize(
    ("seen", "state"),
    [
        (visits(""), "unchecked"),
        (visits("r"), "unchecked"),
        (visits("s"), "alive"),
        (visits("sfff"), "alive"),
        (visits("f"), "watched"),
        (visits("ff"), "watched"),
        (visits("fff"), "dead"),
        (visits("fff", 0, 0.1, 0.2), "watched"),  # a bad evening
        (visits("ffs"), "watched"),
        (visits("ffsf"), "watched"),
        (visits("frfrf"), "dead"),  # a refusal says nothing either way
        (visits("rfff"), "dead"),
        (visits("c"), "watched"),
        (visits("cc"), "changed"),
        (visits("csc"), "watched"),
        (visits("cfc"), "watched"),
        (visits("fffcc"), "dead"),
        (visits("scc"), "alive"),
    ],
)
def test_the_state_follows_from_the_visits(seen: list[Visit], state: str) -> None:
    assert link_state(seen) == state


def test_a_copy_fetched_since_makes_earlier_visits_moot() -> None:
    seen = visits("fff")
    assert link_state(seen, copied_at=NOW + timedelta(hours=1)) is LinkState.ALIVE
    assert link_state(seen, copied_at=NOW - timedelta(hours=36)) is LinkState.WATCHED
    assert link_state([], copied_at=NOW) is LinkState.ALIVE


def test_what_may_be_wrong_is_visited_sooner() -> None:
    assert next_visit([], known_since=NOW) == NOW + CALM
    assert next_visit([], known_since=NOW, copied_at=NOW + WATCHED) == NOW + WATCHED + CALM
    for outcomes, wait in [("s", CALM), ("f", WATCHED), ("fff", CALM), ("c", WATCHED), ("r", CALM)]:
        assert next_visit(visits(outcomes), known_since=NOW) == NOW + wait, outcomes


COPY = (
    "Nel 2024 sono nati 370 mila bambini 👶, il dato più basso di sempre. "
    "“Serve una svolta”, ha detto la ministra, perché il calo dura da sedici anni."
)


@pytest.mark.parametrize(
    ("now", "least", "most"),
    [
        (COPY, 1, 1),
        ("Menù\n" + COPY.upper() + "\nLeggi anche: altre 12 notizie", 1, 1),
        (COPY.replace("370", "380"), LEAST_LIKENESS, 0.95),
        ("La pagina che cerchi non è più disponibile su questo sito.", 0, 0.05),
        ("", 0, 0),
    ],
)
def test_only_what_is_gone_counts(now: str, least: float, most: float) -> None:
    found = likeness(COPY, now)
    assert found is not None
    assert least <= found <= most


def test_nothing_to_compare_gives_no_likeness() -> None:
    assert likeness("", COPY) is None
    assert likeness("👶 …", COPY) is None
    assert likeness("perche\u0301", "perché") == 1  # two spellings of one accent


def test_a_cited_passage_that_is_gone_is_named() -> None:
    cited = ["370 mila bambini 👶", "“Serve una svolta”", "mai scritto nella copia", ""]
    assert lost_excerpts(cited, COPY, COPY.replace("\n", " ").upper()) == []
    assert lost_excerpts(cited, COPY, COPY.replace("370", "371")) == ["370 mila bambini 👶"]
    assert lost_excerpts(["37"], COPY, "") == []  # part of a number is no passage
