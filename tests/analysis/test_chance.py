from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from report45.analysis.association import Tested as Outcome
from report45.analysis.association import association, smd_categories, smd_means
from report45.analysis.chance import expected_above, omnibus
from report45.analysis.characteristics import balance, together
from report45.analysis.comparison import balance_verdict, chance_verdict
from tests.analysis.examples import EXAMPLES
from tests.analysis.studies import SEX, clients, coded, study

NUMBER = {"name": "n", "label": "N", "title": "N", "column": "x", "kind": "number"}


@pytest.mark.parametrize("example", EXAMPLES["hansen_bowers"], ids=lambda one: one["source"])
def test_the_published_worked_example(example: dict[str, Any]) -> None:
    rows = np.array(example["rows"], dtype="float64")
    found = omnibus(rows[:, 1:], rows[:, 0] == 1)
    assert found.statistic is not None
    assert round(found.statistic, example["digits"]) == example["statistic"]
    assert (found.df, round(found.p, 3)) == (example["df"], example["p"])


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=25, deadline=None)
def test_it_is_the_explained_part_of_a_regression_of_the_group(seed: int) -> None:
    rng = np.random.default_rng(seed)
    measured = rng.normal(size=(40, 3)) * [1, 1000, 1e-3] + [0, 5e4, 1]
    first = rng.permutation(40) < 15
    line = sm.OLS(first.astype(float), sm.add_constant(measured, has_constant="add")).fit()
    assert omnibus(measured, first).statistic == pytest.approx(39 * line.rsquared, rel=1e-6)


@given(st.lists(st.integers(0, 3), min_size=20, max_size=60), st.integers(2, 18))
def test_for_one_characteristic_it_is_pearsons(codes: list[int], size: int) -> None:
    values = np.array(codes)
    first = np.arange(len(values)) < size
    columns = np.column_stack([values == code for code in range(4)]).astype("float64")
    table = [[int((values[who] == code).sum()) for code in range(4)] for who in (first, ~first)]
    pearson, found = association(table), omnibus(columns, first)
    if len(set(codes)) == 1:
        assert math.isnan(found.p)
    elif pearson.method == "chi2":
        assert pearson.statistic is not None
        expected = pearson.statistic * (len(values) - 1) / len(values)
        assert found.statistic == pytest.approx(expected)
        assert found.df == pearson.df


def test_its_mean_over_all_allocations_is_its_degrees_of_freedom() -> None:
    rng = np.random.default_rng(1)
    measured = np.column_stack([rng.exponential(size=200), rng.random((200, 2)) < 0.3])
    drawn = [omnibus(measured, rng.permutation(200) < 80) for _ in range(2000)]
    assert {one.df for one in drawn} == {3}
    assert np.mean([one.statistic for one in drawn]) == pytest.approx(3, abs=0.15)
    assert np.mean([one.p < 0.05 for one in drawn]) == pytest.approx(0.05, abs=0.02)


@pytest.mark.parametrize(
    ("measured", "first"),
    [
        (np.zeros((8, 2)), np.arange(8) < 4),
        (np.full((8, 1), 1e9), np.arange(8) < 4),
        (np.arange(8.0)[:, None], np.arange(8) < 0),
        (np.arange(8.0)[:, None], np.arange(8) < 8),
        (np.eye(8), np.arange(8) < 4),
        (np.zeros((8, 0)), np.arange(8) < 4),
        (np.zeros((0, 1)), np.zeros(0, dtype=bool)),
    ],
    ids=["nothing varies", "one large number", "no one", "everyone", "too many", "none", "empty"],
)
def test_what_cannot_be_tested(measured: Any, first: Any) -> None:
    assert math.isnan(omnibus(measured, first).p)


def test_chance_makes_as_many_characteristics_differ_as_computed() -> None:
    rng = np.random.default_rng(45)
    people, drawn = 400, 400
    sex, family = rng.random(people) < 0.4, rng.integers(0, 4, people)
    age, income = rng.normal(50, 6, people), rng.lognormal(7, 1, people)
    above = 0
    for _ in range(drawn):
        first = rng.permutation(people) < 200
        tables = [
            [np.bincount(codes[who], minlength=4) for who in (first, ~first)]
            for codes in (sex.astype(int), family)
        ]
        sizes = [smd_categories(np.array(table)) for table in tables]
        sizes += [smd_means(one[first], one[~first]) for one in (age, income)]
        above += sum(size >= 0.105 for size in sizes)
    expected = expected_above(0.105, [(2, (200, 200)), (4, (200, 200)), *[(2, (200, 200))] * 2])
    assert above / drawn == pytest.approx(expected, abs=0.15)


def test_nothing_is_expected_of_what_does_not_vary_or_is_not_known() -> None:
    assert expected_above(0.1, [(1, (50, 50)), (2, (0, 50)), (3, (50, 0))]) == 0


@pytest.mark.parametrize(
    ("smd", "value"),
    [
        (0.0, "gelijk"),
        (0.0049, "gelijk"),
        (0.005, "klein_verschil"),
        (0.1, "klein_verschil"),
        (0.1049, "klein_verschil"),  # printed as 0,10
        (0.105, "verschilt"),
        (math.inf, "verschilt"),
        (math.nan, "niet_te_bepalen"),
    ],
)
def test_how_far_groups_differ_is_judged_as_it_is_printed(smd: float, value: str) -> None:
    assert balance_verdict(smd).value == value


@pytest.mark.parametrize(
    ("p", "value"),
    [
        (0.0499, "meer_dan_toeval"),
        (0.05, "toeval"),
        (1.0, "toeval"),
        (math.nan, "niet_te_bepalen"),
    ],
)
def test_whether_chance_alone_makes_such_groups(p: float, value: str) -> None:
    assert chance_verdict(Outcome("hansen_bowers", 1.0, 1, p)).value == value


def test_that_something_is_missing_counts_as_a_characteristic() -> None:
    numbers = pd.Series([None] * 10 + [1.0] * 10)
    one = study({"clients": clients(10, 10, x=numbers)}, characteristics=[NUMBER])
    found = together(one)
    assert (found.df, found.p) == (1, pytest.approx(1.3e-5, rel=0.01))


def test_what_all_characteristics_say_together() -> None:
    sex = coded(["m"] * 20 + ["v"] * 20)
    declared = [SEX, NUMBER | {"column": "y", "name": "y"}]
    one = study(
        {"clients": clients(20, 20, sex=sex, y=pd.Series([1.0] * 40))}, characteristics=declared
    )
    facts = balance(one).facts()
    assert facts["oordeel"].value == "meer_dan_toeval"
    assert facts["getoetst"].value == "deels"
    assert facts["aantal_getoetst"].value == 1
    assert facts["gebruikt.chi2"].value == 1
    assert facts["gebruikt.exact"].value == facts["gebruikt.welch"].value == 0
    assert facts["y.onevenwichtig"].value is False
