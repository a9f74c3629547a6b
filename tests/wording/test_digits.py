"""Rounding is half-up, and what is printed reads back as what was rounded."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from report45.facts import Count, Interval, Mean, Number, Share, Test
from report45.rounding import round_half_up, whole_percent
from report45.wording.digits import date, decimal, month, p_value, p_words
from report45.wording.numbers import cell, say

floats = st.floats(-1e15, 1e15, allow_nan=False)
digits = st.integers(0, 6)


def half_up(value: Fraction, places: int) -> Fraction:
    """The definition: the nearest multiple, the one further from zero halfway."""
    scaled = abs(value) * 10**places
    return Fraction(floor(scaled + Fraction(1, 2)), 10**places) * (1 if value >= 0 else -1)


def read(written: str) -> Fraction:
    return Fraction(written.replace(".", "").replace(",", ".").replace("−", "-"))


@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_whole_percent_is_half_up_on_the_exact_fraction(counts: tuple[int, int]) -> None:
    share = Share(*counts)
    assert whole_percent(share) == half_up(100 * Fraction(*counts), 0)
    rounded = whole_percent(share)
    some = 0 < share.exact < 1
    if some and rounded in {0, 100}:
        assert say(share) == {0: "minder dan 1 procent", 100: "meer dan 99 procent"}[rounded]
        assert cell(share) == {0: "<1%", 100: ">99%"}[rounded]
    else:
        assert (say(share), cell(share)) == (f"{rounded} procent", f"{rounded}%")


@given(floats, digits)
def test_separators_are_those_of_unicode(value: float, places: int) -> None:
    pattern = "#,##0" + ("." + "0" * places if places else "")
    rounded = round_half_up(value, places)
    written = format_decimal(abs(rounded), pattern, "nl")
    assert decimal(value, places) == (f"−{written}" if rounded < 0 else written)


@given(st.dates())
def test_dates_are_those_of_unicode(day: dt.date) -> None:
    assert (date(day), month(day)) == (
        format_date(day, "d MMMM y", "nl"),
        format_date(day, "MMMM y", "nl"),
    )


@given(floats, digits)
def test_a_printed_float_reads_back_as_it_was_rounded(value: float, places: int) -> None:
    written = decimal(value, places)
    assert read(written) == half_up(Fraction(repr(value)), places)
    assert len(written.partition(",")[2]) == places
    assert written.replace("−", "").replace("0", "").strip(",.") or "−" not in written


@given(st.fractions(-(10**9), 10**9), digits)
def test_a_fraction_is_rounded_without_passing_through_a_float(
    value: Fraction, places: int
) -> None:
    assert Fraction(round_half_up(value, places)) == half_up(value, places)


@given(floats, digits)
def test_rounding_is_the_same_on_both_sides_of_zero(value: float, places: int) -> None:
    assert round_half_up(-value, places) == -round_half_up(value, places)


@given(st.integers(-(10**12), 10**12))
def test_thousands_are_grouped_in_threes(value: int) -> None:
    groups = decimal(value).removeprefix("−").split(".")
    assert all(len(group) == 3 for group in groups[1:])
    assert 1 <= len(groups[0]) <= 3
    assert read(say(Count(value))) == value


@given(st.floats(0, 1) | st.floats(0.0495, 0.0505), st.sampled_from([0.001, 0.01, 0.05, 0.1]))
def test_a_printed_p_lies_on_its_own_side_of_the_level(p: float, alpha: float) -> None:
    test = Test("chi2", 1.0, 1.0, p, alpha)
    written = p_value(test)
    if written.startswith("<"):
        assert p < 0.001
    else:
        assert (read(written) < Fraction(repr(alpha))) == test.significant


@pytest.mark.parametrize("value", [float("nan"), float("inf"), None])
def test_what_was_not_computed_is_unknown(value: float | None) -> None:
    mean = Mean(value, 0, None, "jaar")  # type: ignore[arg-type]  # JSON gives None for NaN
    assert (say(mean), cell(mean)) == ("onbekend", "–")
    bounds = Interval(0, value, "procent")  # type: ignore[arg-type]
    assert (say(bounds), cell(bounds)) == ("onbekend", "–")
    assert p_words(Test("chi2", None, None, value)) == "niet getoetst"  # type: ignore[arg-type]


def test_numbers_of_other_libraries_print_like_python_s_own() -> None:
    numpy = pytest.importorskip("numpy")
    assert say(Number(numpy.float64(0.285), digits=2)) == "0,29"
    assert say(Count(numpy.int64(1430))) == "1.430"
    assert say(Share(numpy.int64(1), numpy.int64(8))) == "13 procent"
    assert decimal(Decimal("2.5")) == "3"
