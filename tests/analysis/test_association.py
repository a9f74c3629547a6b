from __future__ import annotations

import itertools
import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report45.analysis.association import (
    association,
    binomial,
    freeman_halton,
    mann_whitney,
    smd_categories,
    smd_means,
    welch,
)
from tests.analysis.examples import EXAMPLES


def tables(largest: int, columns: int = 4) -> st.SearchStrategy[list[list[int]]]:
    cell = st.integers(0, largest)
    return st.integers(2, columns).flatmap(
        lambda k: st.lists(st.lists(cell, min_size=k, max_size=k), min_size=2, max_size=2)
    )


@pytest.mark.parametrize("case", EXAMPLES["chi2"], ids=lambda case: case["source"])
def test_chi2_reproduces_published_values(case: dict[str, Any]) -> None:
    found = association(case["table"])
    assert (found.method, found.df) == ("chi2", case["df"])
    assert round(found.statistic or 0, case["digits"]) == case["statistic"]


@pytest.mark.parametrize("case", EXAMPLES["report_table"], ids=lambda case: case["name"])
def test_chi2_of_the_report(case: dict[str, Any]) -> None:
    found = association(case["table"])
    assert (found.statistic, found.df, found.p) == pytest.approx(case["chi2"], abs=1e-6)
    assert not found.fact().significant


def test_no_yates() -> None:
    # With Yates' correction table 2.1 gives p = 0.468; without it 0.409.
    assert association([[94, 109], [84, 115]]).p == pytest.approx(0.4086, abs=5e-5)


@pytest.mark.parametrize("case", EXAMPLES["fisher"], ids=lambda case: case["source"])
def test_fisher_reproduces_published_values(case: dict[str, Any]) -> None:
    assert round(freeman_halton(case["table"]), case["digits"]) == case["p"]


def test_fisher_below_an_expected_count_of_five() -> None:
    tea = association([[3, 1], [1, 3]])
    assert (tea.method, tea.statistic, round(tea.p, 3)) == ("fisher", None, 0.486)
    # Expected counts are exactly 5: χ² may stand.
    assert association([[6, 4], [4, 6]]).method == "chi2"
    assert association([[6, 4], [3, 7]]).method == "fisher"


def test_more_categories_below_five_are_tested_exactly() -> None:
    found = association([[3, 1, 5], [1, 3, 0]])
    assert found.method == "fisher_freeman_halton"
    assert found.p == pytest.approx(float(enumerated([[3, 1, 5], [1, 3, 0]])))


@pytest.mark.parametrize(
    ("table", "method"),
    [
        ([[3, 400_000, 400_000], [5, 390_000, 400_000]], "chi2"),
        ([[2, 40_000, 400_000], [5, 39_000, 400_000]], "fisher_freeman_halton"),
        ([[400_000, 40_000, 2], [400_000, 39_000, 5]], "fisher_freeman_halton"),
    ],
)
def test_a_rare_category_among_a_million_ends(table: list[list[int]], method: str) -> None:
    # Going through every cell of every category would take hours, and all memory.
    found = association(table)
    assert (found.method, found.sparse) == (method, method == "chi2")
    assert 0 < found.p < 0.01


def test_a_table_too_large_to_enumerate_is_marked() -> None:
    found = association([[3, 900_000, 70_000, 50_000], [2, 890_000, 71_000, 49_000]])
    assert (found.method, found.sparse) == ("chi2", True)


@pytest.mark.parametrize("table", [[[0, 0], [3, 4]], [[3, 0], [4, 0]], [[0, 0], [0, 0]]])
def test_what_cannot_be_tested_has_no_p(table: list[list[int]]) -> None:
    found = association(table)
    assert math.isnan(found.p)
    assert not found.fact().significant


def test_welch_reproduces_students_sleep_data() -> None:
    case = EXAMPLES["welch"][0]
    found = welch(np.array(case["first"]), np.array(case["other"]))
    assert found.statistic == pytest.approx(case["statistic"], abs=5e-5)
    assert found.df == pytest.approx(case["df"], abs=5e-4)
    assert found.p == pytest.approx(case["p"], abs=5e-6)


def test_welch_without_variation_has_no_p() -> None:
    assert math.isnan(welch(np.array([2.0, 2.0]), np.array([2.0, 2.0])).p)
    assert math.isnan(welch(np.array([2.0]), np.array([2.0, 3.0])).p)


def test_mann_whitney_reproduces_hollander_and_wolfe() -> None:
    case = EXAMPLES["mann_whitney"][0]
    found = mann_whitney(np.array(case["first"]), np.array(case["other"]))
    assert found.statistic == case["statistic"]
    assert found.p == pytest.approx(case["p"], abs=1e-3)
    assert math.isnan(mann_whitney(np.array([]), np.array([1.0])).p)


def test_binomial_reproduces_conover() -> None:
    case = EXAMPLES["binomial"][0]
    assert round(binomial(case["count"], case["base"], case["share"]).p, 4) == case["p"]
    assert math.isnan(binomial(0, 0).p)


def test_smd_of_two_categories_is_the_usual_one() -> None:
    # Austin (2009) Stat Med 28:3083, formula 2, written out.
    p, q = 94 / 203, 84 / 199
    expected = abs(p - q) / math.sqrt((p * (1 - p) + q * (1 - q)) / 2)
    assert smd_categories([[94, 109], [84, 115]]) == pytest.approx(expected)


def test_smd_of_categories_is_yang_and_daltons() -> None:
    # Their formula with the first category left out, the matrix inverted in full.
    counts = np.array([[10, 52, 48, 67, 26], [6, 54, 52, 59, 28]])
    shares = (counts / counts.sum(axis=1, keepdims=True))[:, 1:]
    matrix = sum(np.diag(p) - np.outer(p, p) for p in shares) / 2
    gap = shares[0] - shares[1]
    expected = math.sqrt(gap @ np.linalg.inv(matrix) @ gap)
    assert smd_categories(counts) == pytest.approx(expected)


def test_smd_of_groups_without_overlap_is_infinite() -> None:
    assert smd_categories([[5, 0, 0], [0, 3, 2]]) == math.inf
    assert smd_means(np.array([1.0, 1.0]), np.array([2.0, 2.0])) == math.inf
    assert math.isnan(smd_categories([[0, 0], [1, 2]]))


def test_smd_of_means() -> None:
    # Means 2 and 4, both variances 1: two deviations apart.
    assert smd_means(np.array([1.0, 2, 3]), np.array([3.0, 4, 5])) == pytest.approx(2)
    assert smd_means(np.array([1.0, 1]), np.array([1.0, 1])) == 0


@settings(deadline=None)
@given(tables(25), st.randoms())
def test_order_of_groups_and_categories_does_not_matter(table: list[list[int]], rnd: Any) -> None:
    order = list(range(len(table[0])))
    rnd.shuffle(order)
    moved = [[row[place] for place in order] for row in reversed(table)]
    there, back = association(table), association(moved)
    assert (there.method, there.df) == (back.method, back.df)
    assert there.p == pytest.approx(back.p, nan_ok=True)
    assert smd_categories(moved) == pytest.approx(smd_categories(table), nan_ok=True, abs=1e-6)


@given(tables(3))
def test_freeman_halton_is_the_enumeration(table: list[list[int]]) -> None:
    assert freeman_halton(table) == pytest.approx(float(enumerated(table)), abs=1e-9)


def enumerated(table: list[list[int]]) -> Fraction:
    """Fisher's p by brute force in exact arithmetic, independent of the code under test."""
    columns = [a + b for a, b in zip(*table, strict=True)]
    row = sum(table[0])
    whole = math.comb(sum(columns), row)

    def weight(cells: Any) -> int:
        return math.prod(math.comb(n, k) for n, k in zip(columns, cells, strict=True))

    every = itertools.product(*(range(n + 1) for n in columns))
    weights = [weight(cells) for cells in every if sum(cells) == row]
    return Fraction(sum(one for one in weights if one <= weight(table[0])), whole)
