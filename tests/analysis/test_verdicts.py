from __future__ import annotations

from decimal import Decimal
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.analysis.verdicts import (
    Better,
    Treatment,
    against_expected,
    beside_others,
    completeness,
    effect_verdict,
    favourable,
    large_enough,
    means_testable,
    part,
    treated,
)
from report45.facts import Verdict
from report45.verdicts import SCALES

Reading = tuple[float, int]
OPPOSITE = {"hoger": "lager", "lager": "hoger"}


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ([], "niet_te_bepalen"),
        ([None], "niet_te_bepalen"),
        ([(3.0, 1), None], "niet_te_bepalen"),
        ([(3.0, 1)], "hoger"),
        ([(3.0, 1), (0.1, 1)], "hoger"),
        ([(-3.0, -1)], "lager"),
        ([(3.0, 1), (-3.0, -1)], "tegengesteld"),
        ([(3.0, 1), (0.0, 0), (-3.0, -1)], "tegengesteld"),
        ([(3.0, 1), (0.1, 0)], "keert"),
        ([(-3.0, -1), (0.1, 0)], "keert"),
        ([(0.1, 0), (-0.1, 0)], "onbeslist"),
        ([(0.1, 0), (0.0, 0)], "geen_verschil"),
        ([(0.0, 0), (-0.1, 0)], "geen_verschil"),
        ([(0.0, 0)], "geen_verschil"),
    ],
)
def test_the_borders_of_an_effect(readings: list[Reading | None], expected: str) -> None:
    assert effect_verdict(readings) == Verdict(expected, "effect")


@pytest.mark.parametrize(
    ("value", "better", "expected"),
    [
        ("hoger", "higher", "ja"),
        ("hoger", "lower", "nee"),
        ("lager", "higher", "nee"),
        ("lager", "lower", "ja"),
        ("hoger", None, "nvt"),
        *((value, "higher", "nvt") for value in SCALES["effect"] if value not in OPPOSITE),
    ],
)
def test_only_a_clear_effect_with_a_direction_is_good_or_bad(
    value: str, better: Better | None, expected: str
) -> None:
    assert favourable(Verdict(value, "effect"), better).value == expected


@pytest.mark.parametrize(
    ("missing", "allocated", "expected"),
    [(0, 5, "volledig"), (1, 5, "deels"), (4, 5, "deels"), (5, 5, "niets"), (0, 0, "niets")],
)
def test_how_much_is_registered(missing: int, allocated: int, expected: str) -> None:
    assert completeness(missing, allocated).value == expected


@pytest.mark.parametrize(
    ("missing", "how", "expected"),
    [
        (0, "no", "geen"),
        (1, None, "weggelaten"),
        (1, "exclude", "weggelaten"),
        (1, "no", "als_nee"),
        (1, "possible", "mogelijk"),
    ],
)
def test_what_was_done_with_the_missing(missing: int, how: Treatment | None, expected: str) -> None:
    assert treated(missing, how).value == expected


@pytest.mark.parametrize(
    ("sizes", "spreads", "difference", "expected"),
    [
        ((0, 9), (0.0, 1.0), 3.0, "niemand"),
        ((1, 9), (0.0, 1.0), 3.0, "te_weinig"),
        ((2, 9), (0.0, 0.0), 3.0, "een_waarde"),
        ((2, 9), (0.0, 0.0), 0.0, "gelijk"),
        ((2, 9), (0.0, 1.0), 3.0, "ja"),
        ((2, 2), (1.0, 1.0), 0.0, "ja"),
    ],
)
def test_whether_means_can_be_tested(
    sizes: tuple[int, int], spreads: tuple[float, float], difference: float, expected: str
) -> None:
    assert means_testable(sizes, spreads, difference).value == expected


@pytest.mark.parametrize(
    ("needed", "expected"),
    [
        ([179.2, 180.0], "genoeg"),
        ([180.0, 180.1], "wisselt"),
        ([180.1, 190.0], "te_klein"),
        ([inf, inf], "niet_te_berekenen"),
    ],
)
def test_whether_the_plan_is_large_enough(needed: list[float], expected: str) -> None:
    assert large_enough(180, needed).value == expected


@pytest.mark.parametrize(
    ("certain", "at_most", "base", "expected"),
    [
        (0, 0, 0, "onbekend"),
        (0, 0, 5, "niemand"),
        (0, 1, 5, "sommigen"),
        (4, 5, 5, "sommigen"),
        (5, 5, 5, "iedereen"),
    ],
)
def test_nobody_some_and_everyone(certain: int, at_most: int, base: int, expected: str) -> None:
    assert part(certain, at_most, base).value == expected


def judged(effect: str, good: str) -> tuple[Verdict, Verdict]:
    return Verdict(effect, "effect"), Verdict(good, "gunstig")


@pytest.mark.parametrize(
    ("main", "others", "expected"),
    [
        (judged("hoger", "ja"), [], "geen"),
        (judged("hoger", "ja"), [judged("hoger", "ja")], "eens"),
        (judged("hoger", "ja"), [judged("lager", "ja")], "eens"),  # less debt beside more work
        (judged("hoger", "ja"), [judged("hoger", "nee")], "anders"),
        (judged("hoger", "nvt"), [judged("lager", "nvt")], "anders"),
        (judged("hoger", "ja"), [judged("hoger", "nvt")], "anders"),
        (judged("keert", "nvt"), [judged("keert", "nvt")] * 2, "eens"),
        (judged("keert", "nvt"), [judged("keert", "nvt"), judged("hoger", "ja")], "anders"),
    ],
)
def test_whether_other_outcomes_say_the_same(
    main: tuple[Verdict, Verdict], others: list[tuple[Verdict, Verdict]], expected: str
) -> None:
    assert beside_others(main, others).value == expected


def end(exact: str, printed: str) -> tuple[Decimal, Decimal]:
    return Decimal(exact), Decimal(printed)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (end("26", "26"), end("28", "28"), "boven"),
        (end("25.3", "25"), end("28", "28"), "binnen"),  # 25 is not more than 25
        (end("24.9", "25"), end("24.9", "25"), "binnen"),
        (end("24.4", "24"), end("24.4", "24"), "onder"),
        (end("20", "20"), end("25", "25"), "binnen"),
        (end("20", "20"), end("30", "30"), "binnen"),
        (None, None, "niet_te_bepalen"),
    ],
)
def test_what_came_of_an_expectation(
    low: tuple[Decimal, Decimal] | None, high: tuple[Decimal, Decimal] | None, expected: str
) -> None:
    assert against_expected(Decimal(25), low, high).value == expected


reading = st.floats(-100, 100).flatmap(
    lambda points: st.tuples(
        st.just(points), st.sampled_from([0] if points == 0 else [0, 1 if points > 0 else -1])
    )
)


@given(st.lists(reading, min_size=1, max_size=6))
def test_swapping_the_groups_swaps_higher_and_lower(readings: list[Reading]) -> None:
    there = effect_verdict(readings).value
    back = effect_verdict([(-points, -clear) for points, clear in readings]).value
    assert back == OPPOSITE.get(there, there)


@given(st.lists(reading, min_size=1, max_size=5), reading)
def test_a_further_reading_never_makes_a_verdict_clearer(
    readings: list[Reading], more: Reading
) -> None:
    before, after = effect_verdict(readings).value, effect_verdict([*readings, more]).value
    assert after == before or after not in {"hoger", "lager", "geen_verschil"}
