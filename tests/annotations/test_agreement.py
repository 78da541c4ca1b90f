"""Alpha and kappa: a published worked example, and what must hold for any ratings."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.agreement import NOMINAL, Unit, alpha, alpha_interval, kappa, share_alike

# 4 observers, 12 units: the figures of Krippendorff's worked example; "." is missing
OBSERVERS = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
NUMBERS = {str(number): number for number in range(1, 6)}
SCALE = {"true": 5, "half": 3, "false": 1, "unverifiable": None, "outdated": None}


def units_of(rows: list[str]) -> list[Unit]:
    """Turn rows by observer into units; a point is a rating that wasn't given."""
    return [
        {rater: row[at] for rater, row in enumerate(rows) if row[at] != "."}
        for at in range(len(rows[0]))
    ]


def test_alpha_is_that_of_the_published_example() -> None:
    units = units_of(OBSERVERS)
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)
    assert alpha(units, NUMBERS) == pytest.approx(0.815, abs=0.0005)


def test_a_unit_with_one_rating_changes_nothing() -> None:
    units = units_of(OBSERVERS)
    assert alpha([*units, {"a": "1"}, {}], NUMBERS) == alpha(units, NUMBERS)


@pytest.mark.parametrize(
    ("units", "why"),
    [
        ([], "no units"),
        ([{"a": "true"}], "no pairs"),
        ([{"a": "true", "b": "true"}] * 3, "nothing varies"),
    ],
)
def test_alpha_is_left_undefined(units: list[Unit], why: str) -> None:
    assert alpha(units, SCALE) is None, why


def test_a_near_miss_weighs_less_than_a_wide_one_and_no_number_weighs_most() -> None:
    base: list[Unit] = [{"a": key, "b": key} for key in ("true", "half", "false")] * 3
    near = alpha([*base, {"a": "true", "b": "half"}], SCALE)
    wide = alpha([*base, {"a": "true", "b": "false"}], SCALE)
    unplaced = alpha([*base, {"a": "half", "b": "unverifiable"}], SCALE)
    assert near is not None
    assert wide is not None
    assert unplaced is not None
    assert near > wide
    assert near > unplaced


def test_numbers_matter_by_their_order_alone() -> None:
    units = units_of(OBSERVERS)
    stretched = {key: number**3 for key, number in NUMBERS.items()}
    assert alpha(units, stretched) == pytest.approx(alpha(units, NUMBERS))


def test_kappa_is_as_worked_out_by_hand() -> None:
    # 20 and 15 alike of 50; chance: .5 * .6 + .5 * .4 = .5; (.7 - .5) / (1 - .5)
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("yes", "yes")] * 4) is None
    assert kappa([]) is None
    assert kappa([("yes", "no")] * 2 + [("no", "yes")] * 2) == pytest.approx(-1)


def test_the_share_alike_counts_pairs() -> None:
    assert share_alike([{"a": "1", "b": "1", "c": "2"}, {"a": "1"}]) == pytest.approx(1 / 3)
    assert share_alike([{"a": "1"}]) is None


def test_the_interval_holds_alpha_narrows_with_more_units_and_repeats() -> None:
    few = units_of(OBSERVERS)
    many = few * 20
    wide, narrow = alpha_interval(few, NUMBERS), alpha_interval(many, NUMBERS)
    assert wide is not None
    assert narrow is not None
    assert wide.low < 0.815 < wide.high
    assert narrow.high - narrow.low < (wide.high - wide.low) / 2
    assert alpha_interval(few, NUMBERS) == wide
    assert alpha_interval(few[:4], NUMBERS) is None


ratings = st.sampled_from(list(SCALE))
unit = st.dictionaries(st.sampled_from("abcd"), ratings, max_size=4)
scales = st.sampled_from([SCALE, NOMINAL])


@given(st.lists(ratings, min_size=2, max_size=20).filter(lambda keys: len(set(keys)) > 1), scales)
def test_perfect_agreement_is_one(keys: list[str], scale: dict[str, int | None]) -> None:
    units = [{"a": key, "b": key, "c": key} for key in keys]
    assert alpha(units, scale) == pytest.approx(1)
    assert kappa([(key, key) for key in keys]) == pytest.approx(1)


@given(st.lists(unit, max_size=12), scales, st.randoms(use_true_random=False))
def test_the_order_of_raters_and_units_does_not_matter(
    units: list[Unit], scale: dict[str, int | None], order: random.Random
) -> None:
    renamed = dict(zip("abcd", order.sample("abcd", 4), strict=True))
    other = [{renamed[str(rater)]: key for rater, key in given.items()} for given in units]
    order.shuffle(other)
    before, after = alpha(units, scale), alpha(other, scale)
    assert (before is None) == (after is None)
    if before is not None:
        assert after == pytest.approx(before)
        assert before <= 1 + 1e-9


@given(st.lists(unit, max_size=12))
def test_without_numbers_alpha_is_the_textbook_formula(units: list[Unit]) -> None:
    pairs = [
        (one, other, 2 / (len(given) - 1))
        for given in units
        if len(given) > 1
        for one, other in combinations(given.values(), 2)
    ]
    values = [key for given in units if len(given) > 1 for key in given.values()]
    n = len(values)
    expected = n * n - sum(values.count(key) ** 2 for key in set(values))
    if not expected:
        assert alpha(units) is None
        return
    observed = sum(weight for one, other, weight in pairs if one != other)
    assert alpha(units) == pytest.approx(1 - (n - 1) * observed / expected)
