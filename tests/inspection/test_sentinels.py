"""Numbers that stand for "unknown" are told whatever the scale, and numbers of a scale are not."""

from __future__ import annotations

import numpy as np
import pytest

from report45.inspection.numbers import _sentinels

MARKS = list(range(1, 11))
CASES: dict[str, tuple[list[float], set[float]]] = {
    "nine on a scale of five": ([1, 2, 2, 3, 4, 5] * 9 + [9] * 3, {9}),
    "nine on a scale of seven": ([*range(1, 8)] * 9 + [9] * 3, {9}),
    "eight and nine on a scale of five": ([1, 2, 3, 4, 5] * 9 + [8, 8, 9, 9], {8, 9}),
    "nine once among small counts": ([0, 0, 1, 2, 5] * 9 + [9], set()),
    "a scale of nine": ([*range(1, 10)] * 9, set()),
    "marks": (MARKS * 9, set()),
    "98 and 99 years of school": ([8, 9, 10, 11, 12] * 9 + [98, 99], {98, 99}),
    "97, 98 and 99 years of age": ([45, 51, 60, 63] * 9 + [97, 98, 99], {97, 98, 99}),
    "people of every age": ([*range(20, 100)], set()),
    "999 and 998": ([100, 250, 400] * 9 + [998, 999], {998, 999}),
    "below zero": ([0, 3000, 9000] * 9 + [-9], {-9}),
    "debts that may be negative": ([-500, 3000, 9000] * 9 + [-9], set()),
}


@pytest.mark.parametrize("name", CASES)
def test_what_stands_for_unknown_is_marked(name: str) -> None:
    values, told = CASES[name]
    found = np.array(values, dtype="float64")
    assert set(found[_sentinels(found)]) == told
