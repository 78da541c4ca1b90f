"""What can go wrong with people's access: each failure with its code and kind of refusal."""

from __future__ import annotations

from claims.errors import DomainError


class GroupGivesRole(DomainError):
    """A group that the code knows by its name is to be renamed or deleted."""

    code = "group-gives-role"
    title = "This group gives its members a role."
