from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.analysis.power import METHODS, Method, effect, power, required
from tests.analysis.examples import EXAMPLES

rates = st.floats(0.02, 0.98)


@pytest.mark.parametrize("case", EXAMPLES["sample_size"], ids=lambda case: case["source"])
def test_required_reproduces_published_sizes(case: dict[str, Any]) -> None:
    found = required(
        case["first"],
        case["other"],
        alpha=case["alpha"],
        power=case["power"],
        sides=case["sides"],
        method=case["method"],
    )
    assert round(found, case["digits"]) == case["n"]


@pytest.mark.parametrize("case", EXAMPLES["power"], ids=lambda case: case["source"])
def test_power_reproduces_published_power(case: dict[str, Any]) -> None:
    found = power(
        case["first"],
        case["other"],
        tuple(case["sizes"]),
        sides=case["sides"],
        method=case["method"],
    )
    assert round(found, case["digits"]) == case["value"]


def test_pooled_is_fleiss_before_his_continuity_correction() -> None:
    # Fleiss, Levin & Paik (2003), chapter 4 and table A.4: 0.60 against 0.70, two-sided 1%,
    # power 95% takes 827 in each group, corrected for continuity by formula 4.19 as here.
    n = required(0.60, 0.70, alpha=0.01, power=0.95, sides=2, method="pooled")
    corrected = n / 4 * (1 + math.sqrt(1 + 4 / (n * 0.10))) ** 2
    assert math.ceil(corrected) == 827


def test_agrees_with_statsmodels_arcsine() -> None:
    from statsmodels.stats.power import NormalIndPower

    theirs = NormalIndPower().solve_power(
        effect(0.2125, 0.1167), power=0.8, alpha=0.05, alternative="larger"
    )
    assert required(0.2125, 0.1167) == pytest.approx(theirs, rel=1e-6)
    theirs = NormalIndPower().power(effect(0.2125, 0.1167), 180, 0.05, alternative="larger")
    assert power(0.2125, 0.1167, (180, 180)) == pytest.approx(theirs, rel=1e-6)


def test_equal_rates_need_endless_groups() -> None:
    assert required(0.2, 0.2) == math.inf


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("sides", [1, 2])
def test_power_at_the_required_size_is_the_power_asked(method: Method, sides: Any) -> None:
    n = required(0.25, 0.10, power=0.9, sides=sides, method=method)
    above = power(0.25, 0.10, (math.ceil(n), math.ceil(n)), sides=sides, method=method)
    below = power(0.25, 0.10, (math.floor(n), math.floor(n)), sides=sides, method=method)
    assert below <= 0.9 <= above


@given(rates, rates, st.sampled_from(METHODS), st.integers(2, 500), st.integers(2, 500))
def test_swapping_the_groups_changes_nothing(
    first: float, other: float, method: Method, n: int, m: int
) -> None:
    there = power(first, other, (n, m), method=method)
    assert power(other, first, (m, n), method=method) == pytest.approx(there)
    assert 0 <= there <= 1


@given(rates, rates, st.sampled_from(METHODS), st.integers(2, 500))
def test_larger_groups_have_more_power(first: float, other: float, method: Method, n: int) -> None:
    small, large = (power(first, other, (k, k), method=method) for k in (n, 2 * n))
    assert small <= large + 1e-12
