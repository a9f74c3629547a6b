"""Decimals of means: numbers in one sentence never contradict each other by rounding alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report45.analysis.association import welch
from report45.analysis.outcomes import outcome
from report45.analysis.precision import decimals
from report45.facts import Facts
from report45.rounding import round_half_up
from report45.wording.numbers import say
from tests.analysis.studies import clients, study

SCALE = [round(3.3 + 0.15 * (n % 5 - 2), 2) for n in range(100)]
BETTER = [round(one + 0.2, 2) for one in SCALE]


def mean_outcome(first: list[float], other: list[float], **more: Any) -> Facts:
    people = clients(len(first), len(other))
    table = pd.DataFrame({"client": people["client"], "pay": [*first, *other]})
    declared = {"name": "score", "label": "Score", "column": "pay", "unit": "punten"} | more
    return outcome(
        study({"clients": people, "outcomes": table}, outcomes=[declared]), "score"
    ).facts()


def told(facts: Facts) -> list[str]:
    return [say(facts[path]) for path in ("experiment", "control", "verschil")]


@pytest.mark.parametrize(
    ("first", "other", "more", "expected"),
    [
        (BETTER, SCALE, {}, ["3,50 punten", "3,30 punten", "0,20 punten"]),
        (BETTER, SCALE, {"digits": 1}, ["3,5 punten", "3,3 punten", "0,2 punten"]),
        # 0 decimals would call 4 and 3 a difference of 0, and that significant
        (BETTER, SCALE, {"digits": 0}, ["3,5 punten", "3,3 punten", "0,2 punten"]),
        ([0.35] * 9, [0.15] * 9, {}, ["0,35 punten", "0,15 punten", "0,20 punten"]),
        ([2000.0] * 9, [0.0] * 9, {}, ["2.000 punten", "0 punten", "2.000 punten"]),
        ([7.0], [4.5], {}, ["7,0 punten", "4,5 punten", "2,5 punten"]),
        ([4000.0, 9000.0] * 9, [1000.0, 5000.0] * 9, {"unit": ""}, ["6.500", "3.000", "3.500"]),
    ],
)
def test_means_with_decimals_that_fit(
    first: list[float], other: list[float], more: dict[str, Any], expected: list[str]
) -> None:
    assert told(mean_outcome(first, other, **more)) == expected


def test_the_interval_has_the_same_decimals() -> None:
    facts = mean_outcome(BETTER, SCALE)
    assert say(facts["verschil.interval"]) == "95%-betrouwbaarheidsinterval 0,14 tot 0,26 punten"


values = st.lists(st.integers(0, 5000).map(lambda one: one / 100), min_size=2, max_size=30)


@settings(max_examples=40, deadline=None)
@given(values, values)
def test_the_interval_prints_on_the_side_the_test_says(
    first: list[float], other: list[float]
) -> None:
    facts = mean_outcome(first, other)
    if "verschil.interval" not in facts:
        assert facts["oordeel"].value == "niet_te_bepalen"
        return
    low, high = say(facts["verschil.interval"]).split("interval ")[1].split(" tot ")
    above = low[0] not in "-\N{MINUS SIGN}0" or low.strip("0,") != ""
    if facts["oordeel"].value == "hoger":
        assert above
        assert not low.startswith("\N{MINUS SIGN}")
    elif facts["oordeel"].value == "lager":
        assert high.startswith("\N{MINUS SIGN}")
    else:
        assert low.startswith(("\N{MINUS SIGN}", "0"))
        assert not high.startswith("\N{MINUS SIGN}")


@settings(max_examples=40, deadline=None)
@given(values, values)
def test_a_difference_that_is_called_one_prints_as_one(
    first: list[float], other: list[float]
) -> None:
    one, two = np.array(first), np.array(other)
    for declared in (None, 0):
        digits = decimals(one, two, declared, clear=welch(one, two).significant)
        if welch(one, two).significant:
            assert round_half_up(one.mean(), digits) != round_half_up(two.mean(), digits)
            assert round_half_up(one.mean() - two.mean(), digits) != 0
