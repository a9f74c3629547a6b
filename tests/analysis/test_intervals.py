from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.analysis.intervals import (
    difference_interval,
    newcombe,
    share_interval,
    welch_interval,
    wilson,
)
from report45.facts import Share
from tests.analysis.examples import EXAMPLES

proportions = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize("case", EXAMPLES["wilson"][0]["cases"], ids=str)
def test_wilson_reproduces_newcombes_table(case: dict[str, float]) -> None:
    low, high = wilson(int(case["count"]), int(case["base"]))
    assert (round(low, 4), round(high, 4)) == (case["low"], case["high"])


@pytest.mark.parametrize("case", EXAMPLES["newcombe"][0]["cases"], ids=str)
def test_newcombe_reproduces_his_table(case: dict[str, float]) -> None:
    counts = (int(case[key]) for key in ("count", "base", "other_count", "other_base"))
    low, high = newcombe(*counts)
    assert (round(low, 4), round(high, 4)) == (case["low"], case["high"])


def test_nobody_has_no_interval() -> None:
    ends = [*wilson(0, 0), *newcombe(0, 0, 5, 10), *newcombe(5, 10, 0, 0)]
    assert np.isnan(ends).all()


def test_intervals_agree_with_statsmodels() -> None:
    from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

    assert wilson(31, 203) == pytest.approx(proportion_confint(31, 203, method="wilson"))
    theirs = confint_proportions_2indep(31, 203, 15, 199, compare="diff", method="newcomb")
    assert newcombe(31, 203, 15, 199) == pytest.approx(theirs)


def test_welch_interval_reproduces_students_sleep_data() -> None:
    case = EXAMPLES["welch"][0]
    found = welch_interval(np.array(case["first"]), np.array(case["other"]))
    assert found == pytest.approx((case["low"], case["high"]), abs=5e-8)


def test_without_spread_or_with_one_alone_means_have_no_interval() -> None:
    assert all(np.isnan(welch_interval(np.array([1.0]), np.array([1.0, 2.0]))))
    assert all(np.isnan(welch_interval(np.array([3.0, 3.0]), np.array([1.0, 1.0]))))


def test_intervals_are_facts_in_percent() -> None:
    assert share_interval(Share(0, 20)).high == pytest.approx(16.11, abs=0.005)
    found = difference_interval(Share(56, 70), Share(48, 80))
    assert (round(found.low, 2), round(found.high, 2)) == (5.24, 33.39)
    assert (found.unit, found.level) == ("procentpunt", 0.95)


@given(proportions)
def test_wilson_contains_the_share(one: tuple[int, int]) -> None:
    count, base = one
    low, high = wilson(count, base)
    assert 0 <= low <= count / base <= high <= 1


@given(proportions)
def test_wilson_mirrors(one: tuple[int, int]) -> None:
    count, base = one
    low, high = wilson(count, base)
    assert wilson(base - count, base) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@given(proportions, proportions)
def test_newcombe_contains_the_difference_and_turns_with_the_groups(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    low, high = newcombe(*one, *other)
    assert low <= one[0] / one[1] - other[0] / other[1] <= high
    assert newcombe(*other, *one) == pytest.approx((-high, -low), abs=1e-12)
