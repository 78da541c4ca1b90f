"""Who may do what."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from annotations import policies
from annotations.policies import Role
from claims.people import is_desk_member
from tests.factories import Cast, make_person

RIGHTS = {
    "ada": {"review"},
    "moderator": {"settle", "moderate"},
    "editor": {"settle", "publish"},
    "admin": {"review", "settle", "moderate", "publish"},
    "stranger": set(),
}


@pytest.mark.parametrize("name", RIGHTS)
def test_each_role_may_do_its_part_and_no_more(cast: Cast, name: str) -> None:
    user = getattr(cast, name)
    asked = {
        "review": policies.may_review(user),
        "settle": policies.may_settle(user),
        "moderate": policies.may_moderate(user),
        "publish": policies.may_publish(user),
    }
    assert {right for right, granted in asked.items() if granted} == RIGHTS[name]


def test_one_person_may_have_several_roles(db: None) -> None:
    both = make_person("both", "Due Parti", "reviewers", "editors")
    assert policies.roles_of(both) == {Role.REVIEWER, Role.EDITOR}


def test_a_role_is_lost_with_the_account(cast: Cast) -> None:
    cast.editor.is_active = False
    assert policies.roles_of(cast.editor) == frozenset()


def test_nobody_has_no_role() -> None:
    assert not is_desk_member(AnonymousUser())


@pytest.mark.parametrize(
    ("name", "has_rated", "reviews_enough", "may_see"),
    [
        ("ada", False, False, False),
        ("ada", False, True, False),
        ("ada", True, False, True),
        ("editor", False, False, False),
        ("editor", False, True, True),
        ("moderator", False, True, True),
        ("stranger", False, True, False),
    ],
)
def test_ratings_are_seen_after_ones_own_or_by_who_settles(
    cast: Cast, name: str, has_rated: bool, reviews_enough: bool, may_see: bool
) -> None:
    answer = policies.may_see_reviews(
        getattr(cast, name), has_rated=has_rated, reviews_enough=reviews_enough
    )
    assert answer is may_see


def test_who_reviewed_may_not_adjudicate(cast: Cast) -> None:
    assert policies.may_adjudicate(cast.editor, has_reviewed=False)
    assert not policies.may_adjudicate(cast.editor, has_reviewed=True)
    assert not policies.may_adjudicate(cast.ada, has_reviewed=False)
