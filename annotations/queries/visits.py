"""The newest visits to the addresses of sources, and what they say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from annotations.models import ArchivedCopy, LinkCheck, Source
from annotations.sources.link_state import LOOKED_AT, LinkState, Visit, link_state

KEPT = ArchivedCopy.CopyState.KEPT


@dataclass(frozen=True, slots=True)
class Link:
    """The state of one address; checked_at: of the newest visit, problem: why that failed."""

    state: LinkState
    checked_at: datetime | None
    problem: str


def newest_visits() -> Prefetch[str]:
    """Read `newest_checks` along with sources: their newest visits, newest first."""
    newest = LinkCheck.objects.order_by("-checked_at", "id")[:LOOKED_AT]
    return Prefetch("link_checks", queryset=newest, to_attr="newest_checks")


def link_of(source: Source) -> Link:
    """Tell the state of a source read with `with_shown_copy`."""
    checks: list[LinkCheck] = getattr(source, "newest_checks")  # noqa: B009 - read along
    copies: list[ArchivedCopy] = getattr(source, "shown_copies")  # noqa: B009 - read along
    newest = checks[0] if checks else None
    return Link(
        state=link_state(visits_of(checks), copied_at=_copied_at(copies)),
        checked_at=newest.checked_at if newest else None,
        problem=newest.problem if newest else "",
    )


def link_state_of(source: Source) -> LinkState:
    """Ask for the state of one source."""
    checks = source.link_checks.order_by("-checked_at", "id")[:LOOKED_AT]
    return link_state(visits_of(list(checks)), copied_at=last_fetched_at(source))


def last_fetched_at(source: Source) -> datetime | None:
    """Say when a copy was last fetched from the address; a copy attached by hand is none."""
    fetched = source.copies.filter(copy_state=KEPT, attached_by=None).order_by("-kept_at")
    return fetched.values_list("kept_at", flat=True).first()


def visits_of(checks: Sequence[LinkCheck]) -> list[Visit]:
    """Give rows as the pure rules take them."""
    return [Visit(check.outcome, check.checked_at) for check in checks]


def _copied_at(copies: Sequence[ArchivedCopy]) -> datetime | None:
    shown = copies[0] if copies else None
    is_fetched = shown is not None and shown.copy_state == KEPT and shown.attached_by_id is None
    return shown.kept_at if shown is not None and is_fetched else None
