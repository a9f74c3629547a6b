"""What the filters refuse, and what they promise about two facts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.errors import Report45Error
from report45.facts import (
    Count,
    Day,
    Fact,
    Flag,
    Interval,
    Mean,
    Money,
    Number,
    Share,
    Test,
    Text,
)
from report45.wording.kinds import SuppressedFactError, WrongKindError
from report45.wording.numbers import cell, say
from report45.wording.phrases import FILTERS

EVERY: tuple[Fact, ...] = (
    Count(8, "klanten"),
    Share(1, 4),
    Number(2.5, "procentpunt", 1),
    Number(5.5, "jaar", 1),
    Number(21.25, "procent", 2),
    Mean(55.1, 203, 8.2, "jaar"),
    Money(30000),
    Day(date(2017, 10, 1)),
    Test("chi2", 1.0, 1.0, 0.41),
    Interval(2, 7, "procentpunt"),
    Flag(True),
    Text("vrouw"),
)
TAKES = {
    "aantal": {"count"},
    "afgerond_euro": {"money"},
    "breuk": {"share"},
    "datum": {"day"},
    "euro": {"money"},
    "hoofdletter": {fact.kind for fact in EVERY},
    "jaren": {"number jaar", "mean"},
    "maand": {"day"},
    "meer_dan": {"share"},
    "op_de": {"share"},
    "p": {"test"},
    "procent": {"share", "number procent"},
    "punten": {"number procentpunt", "interval"},
    "significant": {"test"},
    "tientallen": {"share"},
    "werkwoord": {"count", "share", "number", "mean", "money", "interval"},
    "woorden": {"count"},
}
MORE = {"aantal": ("klant", "klanten"), "werkwoord": ("is", "zijn")}
PAIRS = ("bereik", "vergelijk")

shares = st.integers(1, 500).flatmap(
    lambda base: st.integers(0, base).map(lambda count: Share(count, base))
)


def accepted(name: str, fact: Fact) -> bool:
    with_unit = f"{fact.kind} {getattr(fact, 'unit', '')}"
    return fact.kind in TAKES[name] or with_unit in TAKES[name]


@pytest.mark.parametrize("fact", EVERY, ids=lambda fact: f"{fact.kind}-{fact.value}")
@pytest.mark.parametrize("name", TAKES)
def test_a_filter_says_what_it_takes(name: str, fact: Fact) -> None:
    arguments = MORE.get(name, ())
    if accepted(name, fact):
        assert FILTERS[name](fact, *arguments)
    else:
        with pytest.raises(WrongKindError, match=f"filter {name} takes .*, not .* {fact.kind}\\.$"):
            FILTERS[name](fact, *arguments)


def test_every_filter_is_tried() -> None:
    assert {*TAKES, *PAIRS, "lijst", "voeg_in"} == set(FILTERS)


@pytest.mark.parametrize(
    ("name", "given_", "named"),
    [
        ("breuk", 0.54, "a plain number"),
        ("breuk", "vrouw", "text"),
        ("breuk", True, "a value of type bool"),
        ("woorden", 2.5, "a plain number"),
        ("woorden", True, "a value of type bool"),
        ("hoofdletter", 8, "a plain number"),
        ("lijst", "abc", "text"),
        ("lijst", [1], "a plain number"),
        ("datum", "2017-10-01", "text"),
        ("bereik", "2", "text"),
        ("jaren", None, "a value of type NoneType"),
    ],
)
def test_plain_values_are_refused_by_kind(name: str, given_: object, named: str) -> None:
    arguments = ("2",) if name == "bereik" else ()
    with pytest.raises(WrongKindError, match=f"the filter {name} .* not {named}\\.$") as caught:
        FILTERS[name](given_, *arguments)
    assert isinstance(caught.value, Report45Error)
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("fact", [Count(3, suppressed=True), Share(3, 9, suppressed=True)])
def test_a_suppressed_number_is_never_said(fact: Fact) -> None:
    with pytest.raises(SuppressedFactError, match="suppressed"):
        say(fact)
    for name, kinds in TAKES.items():
        if fact.kind in kinds:
            with pytest.raises(SuppressedFactError):
                FILTERS[name](fact, *MORE.get(name, ()))
    for name in PAIRS:
        for pair in ((fact, fact), (Count(8), fact), (fact, Share(1, 2))):
            with pytest.raises(SuppressedFactError):
                FILTERS[name](*pair)
    with pytest.raises(SuppressedFactError):
        FILTERS["lijst"](["een", fact])
    with pytest.raises(SuppressedFactError):
        FILTERS["voeg_in"]("is vrouw", Share(1, 2, suppressed=True))
    assert cell(fact) == "x"


def test_only_a_share_or_text_goes_behind_a_verb() -> None:
    assert FILTERS["voeg_in"](Text("is vrouw"), "niemand") == "is niemand vrouw"
    with pytest.raises(WrongKindError):
        FILTERS["voeg_in"]("is vrouw", Count(8))


@pytest.mark.parametrize("name", PAIRS)
def test_unlike_units_are_not_put_side_by_side(name: str) -> None:
    with pytest.raises(
        WrongKindError, match=f"{name} takes two alike: .* one in euro, not .* mean"
    ):
        FILTERS[name](Money(30000), Mean(55, 203, unit="jaar"))
    with pytest.raises(WrongKindError):
        FILTERS[name](Money(30000), Money(30000, "dollar"))


def test_negative_years_are_refused() -> None:
    with pytest.raises(WrongKindError, match="not negative"):
        FILTERS["jaren"](Number(-1, "jaar"))


@given(shares, shares)
def test_more_is_only_said_where_more_is_printed(a: Share, b: Share) -> None:
    said, back = FILTERS["vergelijk"](a, b), FILTERS["vergelijk"](b, a)
    assert (said == "evenveel als") == (say(a) == say(b))
    assert {said, back} in ({"meer dan", "minder dan"}, {"evenveel als"})
    if said == "meer dan":
        assert a.exact > b.exact


@given(st.floats(0, 100), st.floats(0, 100))
def test_years_rise_and_never_claim_more(a: float, b: float) -> None:
    def claim(value: float) -> tuple[float, int]:
        said = FILTERS["jaren"](Number(value, "jaar", 1))
        words = said.removesuffix(" jaar")
        rank = -1 if words.startswith(("bijna ", "minder dan ")) else int(words.startswith("ruim "))
        return YEARS[words.split(" ", 1)[-1] if rank else words], rank

    low, high = sorted((a, b))
    assert claim(low) <= claim(high)
    named, rank = claim(a)
    assert (a > named) - (a < named) == rank or abs(a - named) <= 0.05 + 1e-9


YEARS = {FILTERS["woorden"](n): float(n) for n in range(101)}
YEARS |= {"een": 1.0, "een half": 0.5, "anderhalf": 1.5, "tweeënhalf": 2.5, "drieënhalf": 3.5}
YEARS |= {f"{FILTERS['woorden'](n)}enhalf": n + 0.5 for n in range(4, 10)} | {"dan een half": 0.5}
