"""How far reviewers agree beyond chance: Krippendorff's alpha, Cohen's kappa.

Pure: no database, no web. A *unit* is what was rated (a claim) with its ratings by rater; a rater
who didn't rate it is simply absent, which is how missing data enters.

The scale mixes two kinds of rating. Those with a number stand in an order, so the distance between
two of them is Krippendorff's ordinal one, scaled so that the two ends in use are 1 apart. A rating
without a number ("unverifiable") has no place in that order: it differs from every other rating as
much as the ends differ from each other. With numbers alone this is the ordinal alpha, without any
the nominal one. Treating such ratings as missing would hide the disagreement that matters most:
whether the claim can be rated at all.

Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); J. Cohen, A Coefficient
of Agreement for Nominal Scales (1960).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from claims.lazy import LazyModule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
else:
    np = LazyModule("numpy")

Unit = Mapping[Any, str]
"""The ratings of one claim, by rater (whatever names one)."""
Scale = Mapping[str, int | None]
"""Each rating's number; None, or no entry, for one that stands in no order."""
NOMINAL: Scale = {}
"""No rating has a number: all differ alike."""

_RESAMPLES = 1000
_SEED = 20111
_FEWEST_UNITS = 5
_LEAST_VARIANCE = 1e-12


@dataclass(frozen=True, slots=True)
class Interval:
    """Where alpha lies in 95 of 100 samples of as many units."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class _Table:
    """Units counted by pattern: `coincidences` is (patterns, v, v), `counts` (patterns,).

    order: for each of the v values its place among the numbers in use, -1 for none.
    """

    coincidences: Numbers
    counts: Numbers
    order: tuple[int, ...]


def alpha(units: Iterable[Unit], scale: Scale = NOMINAL) -> float | None:
    """Give Krippendorff's alpha: 1 is full agreement, 0 what chance would give.

    None where it isn't defined: no unit with two ratings, or one and the same rating everywhere,
    which tells nothing about agreement beyond chance.
    """
    table = _table(units, scale)
    if table is None:
        return None
    value = float(_alphas(table, table.counts[None, :])[0])
    return None if np.isnan(value) else value


def alpha_interval(units: Iterable[Unit], scale: Scale = NOMINAL) -> Interval | None:
    """Give the 95% bootstrap interval of alpha, drawing units with replacement.

    The same units always give the same interval. None below five units that can be paired.
    """
    table = _table(units, scale)
    if table is None or table.counts.sum() < _FEWEST_UNITS:
        return None
    total = int(table.counts.sum())
    drawn = np.random.default_rng(_SEED).multinomial(total, table.counts / total, size=_RESAMPLES)
    found = _alphas(table, drawn.astype(float))
    found = found[~np.isnan(found)]
    if not len(found):
        return None
    low, high = np.percentile(found, [2.5, 97.5])
    return Interval(float(low), float(high))


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Give Cohen's kappa of two raters from the units that both rated.

    pairs: (the first's rating, the second's) of each. None where it isn't defined: no unit, or
    both gave one and the same rating throughout.
    """
    if not pairs:
        return None
    n = len(pairs)
    seen = sum(one == other for one, other in pairs) / n
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(first[rating] * second[rating] for rating in first) / (n * n)
    if 1 - by_chance < _LEAST_VARIANCE:
        return None
    return (seen - by_chance) / (1 - by_chance)


def share_alike(units: Iterable[Unit]) -> float | None:
    """Give the share of pairs of ratings of one unit that are alike; None without any pair."""
    pairs = [pair for unit in units for pair in combinations(unit.values(), 2)]
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def _table(units: Iterable[Unit], scale: Scale) -> _Table | None:
    """Count the units that can be paired; None when there are none."""
    patterns = Counter(tuple(sorted(unit.values())) for unit in units if len(unit) > 1)
    if not patterns:
        return None
    values = sorted({value for pattern in patterns for value in pattern})
    places = {value: place for place, value in enumerate(values)}
    coincidences = np.zeros((len(patterns), len(values), len(values)))
    for row, pattern in enumerate(patterns):
        for one, other in _ordered_pairs(pattern):
            coincidences[row, places[one], places[other]] += 1 / (len(pattern) - 1)
    return _Table(coincidences, np.array(list(patterns.values()), float), _order_of(values, scale))


def _ordered_pairs(pattern: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Pair every rating of a unit with every other rating of it, both ways round."""
    for (here, one), (there, other) in product(enumerate(pattern), repeat=2):
        if here != there:
            yield one, other


def _order_of(values: Sequence[str], scale: Scale) -> tuple[int, ...]:
    numbers = [scale.get(value) for value in values]
    in_use = sorted({number for number in numbers if number is not None})
    return tuple(-1 if number is None else in_use.index(number) for number in numbers)


def _alphas(table: _Table, counts: Numbers) -> Numbers:
    """Give alpha for each row of `counts` (samples, patterns); nan where nothing varies."""
    observed = np.tensordot(counts, table.coincidences, axes=1)
    totals = observed.sum(axis=2)
    distances = _distances(totals, table.order)
    disagreement = (observed * distances).sum(axis=(1, 2))
    expected = (totals[:, :, None] * totals[:, None, :] * distances).sum(axis=(1, 2))
    defined = expected > _LEAST_VARIANCE
    ratio = disagreement * (totals.sum(axis=1) - 1) / np.where(defined, expected, 1.0)
    alphas: Numbers = np.where(defined, 1 - ratio, np.nan)
    return alphas


def _distances(totals: Numbers, order: tuple[int, ...]) -> Numbers:
    """Give the squared distance of every two values, (samples, v, v), in [0, 1].

    Between numbered values: as many ratings as lie between their middles in the whole table,
    squared, over the same of the ends; between others: 1.
    """
    distances = np.ones((len(totals), len(order), len(order)))
    distances[:, range(len(order)), range(len(order))] = 0
    numbered = [place for place, rank in enumerate(order) if rank >= 0]
    if not numbered:
        return distances
    of_rank = np.zeros((len(totals), max(order) + 1))
    for place in numbered:
        of_rank[:, order[place]] += totals[:, place]
    middles = (of_rank.cumsum(axis=1) - of_rank / 2)[:, [order[place] for place in numbered]]
    between = (middles[:, :, None] - middles[:, None, :]) ** 2
    widest = between.max(axis=(1, 2), keepdims=True)
    scaled = between / np.where(widest > 0, widest, 1.0)
    distances[np.ix_(range(len(totals)), numbered, numbered)] = scaled
    return distances
