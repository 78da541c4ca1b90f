"""Who may do what on the desk: the one place that reads groups, for API and admin alike.

Rules that also hang on a claim's reviews take the facts as arguments; `annotations.queries`
finds them.
"""

from __future__ import annotations

from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User

from claims.people import EDITORS, MODERATORS, REVIEWERS, is_desk_member

Person = User | AbstractBaseUser | AnonymousUser


class Role(StrEnum):
    """A part someone plays at the desk; a person may have several."""

    REVIEWER = "reviewer"
    MODERATOR = "moderator"
    EDITOR = "editor"


ROLE_OF_GROUP = {REVIEWERS: Role.REVIEWER, MODERATORS: Role.MODERATOR, EDITORS: Role.EDITOR}


def roles_of(user: Person) -> frozenset[Role]:
    """Read a person's roles from their groups; a superuser has all, a stranger none."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    if user.is_superuser:
        return frozenset(Role)
    names = user.groups.values_list("name", flat=True)
    return frozenset(ROLE_OF_GROUP[name] for name in names if name in ROLE_OF_GROUP)


def may_review(user: Person) -> bool:
    """Say whether this person rates claims."""
    return Role.REVIEWER in roles_of(user)


def may_settle(user: Person) -> bool:
    """Say whether this person may settle what all reviews agree on."""
    return bool(roles_of(user) & {Role.MODERATOR, Role.EDITOR})


def may_adjudicate(user: Person, *, has_reviewed: bool) -> bool:
    """Say whether this person may decide a dispute; has_reviewed: of this claim, at any time."""
    return not has_reviewed and may_settle(user)


def may_assign(user: Person) -> bool:
    """Say whether this person may give claims to others and take them back."""
    return bool(roles_of(user) & {Role.MODERATOR, Role.EDITOR})


def may_end_hold(user: Person, *, is_own: bool) -> bool:
    """Say whether this person may end a hold without a review: their own, or as who assigns."""
    return is_own or may_assign(user)


def may_moderate(user: Person) -> bool:
    """Say whether this person may hide and restore reviews."""
    return Role.MODERATOR in roles_of(user)


def may_decide_outside(user: Person) -> bool:
    """Say whether this person may accept or reject what outside clients wrote.

    Such an annotation may rate a claim: who rates claims blind doesn't read it.
    """
    is_blind = may_review(user) and not (isinstance(user, User) and user.is_superuser)
    return may_settle(user) and not is_blind


def may_answer_reports(user: Person) -> bool:
    """Say whether this person may take up, answer and close readers' error reports."""
    return may_settle(user)


def may_publish(user: Person) -> bool:
    """Say whether this person may publish, correct and withdraw."""
    return Role.EDITOR in roles_of(user)


def may_see_reviews(user: Person, *, has_rated: bool, reviews_enough: bool) -> bool:
    """Say whether this person may read others' ratings of one claim.

    Reviewers work blind: one sees others' ratings after giving one's own (has_rated: a standing
    review). Who settles or publishes sees them once there are as many as the claim needs.
    """
    return has_rated or (reviews_enough and may_settle(user))


def may_see_agreement(user: Person) -> bool:
    """Say whether this person may read how far reviewers agree.

    The whole desk may, each over the claims whose reviews they may read (`may_see_reviews`): with
    few claims a figure would tell a blind reviewer how a colleague rated.
    """
    return is_desk_member(user)
