"""The groups that give roles: without them, or under other names, people would lose theirs."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _

from annotations.errors.access import GroupGivesRole
from annotations.policies import ROLE_OF_GROUP


def must_be_no_role(group: Group) -> None:
    """Let a group be renamed or deleted. Raises GroupGivesRole."""
    if group.name in ROLE_OF_GROUP:
        raise GroupGivesRole(
            _("The group “%(name)s” gives its members a role: it keeps its name and stays.")
            % {"name": group.name}
        )
