"""The Dutch number language, case by case. ``cases.csv`` is the table to read and to review.

Its facts are written as ``kind value …``, its expressions as an editor writes them in prose, with
``x`` and ``y`` for the facts and the printers ``say`` and ``cell`` as filters.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment

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
from report45.wording.numbers import cell, say
from report45.wording.phrases import FILTERS

TABLE = Path(__file__).parent / "cases.csv"


def rows() -> list[tuple[str, str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    cases = [line.split(";") for line in lines if not line.startswith("#")]
    return [(fact, prose, expected) for fact, prose, expected in cases]


def unit(parts: list[str], at: int) -> str:
    return "" if len(parts) <= at or parts[at] == "-" else parts[at]


def number(parts: list[str], at: int) -> int:
    return int(parts[at]) if len(parts) > at else 0


def share(parts: list[str]) -> Share:
    count, base = parts[0].split("/")
    return Share(int(count), int(base), suppressed="hidden" in parts)


def mean(parts: list[str]) -> Mean:
    sd = float(parts[3]) if len(parts) > 3 else None
    return Mean(float(parts[0]), 10, sd, unit(parts, 1), number(parts, 2))


def interval(parts: list[str]) -> Interval:
    level = float(parts[3]) if unit(parts, 3) else None
    low, high = float(parts[0]), float(parts[1])
    return Interval(low, high, unit(parts, 2), level, number(parts, 4))


READERS: dict[str, Callable[[list[str]], Fact | int]] = {
    "share": share,
    "count": lambda parts: Count(int(parts[0]), "klanten", suppressed="hidden" in parts),
    "int": lambda parts: int(parts[0]),
    "number": lambda parts: Number(float(parts[0]), unit(parts, 1), number(parts, 2)),
    "mean": mean,
    "money": lambda parts: Money(float(parts[0]), unit(parts, 1) or "euro", number(parts, 2)),
    "day": lambda parts: Day(date.fromisoformat(parts[0])),
    "test": lambda parts: Test("chi2", 1.0, 1.0, float(parts[0])),
    "interval": interval,
    "flag": lambda parts: Flag(parts[0] == "true"),
    "text": lambda parts: Text(" ".join(parts)),
}


def read(written: str) -> Fact | int:
    kind, *parts = written.split()
    return READERS[kind](parts)


@pytest.fixture(scope="module")
def environment() -> Environment:
    environment = Environment(autoescape=False)  # noqa: S701  (no page is written here)
    environment.filters.update({**FILTERS, "say": say, "cell": cell})
    return environment


@pytest.mark.parametrize(("fact", "prose", "expected"), rows())
def test_case(environment: Environment, fact: str, prose: str, expected: str) -> None:
    facts = dict(zip("xy", map(read, fact.split(", ")), strict=False))
    assert environment.from_string("{{ " + prose + " }}").render(facts) == expected


def test_the_table_is_large_and_names_every_filter() -> None:
    cases = rows()
    assert len(set(cases)) == len(cases) >= 150
    written = " ".join(prose for _, prose, _ in cases)
    assert [name for name in FILTERS if f"| {name}" not in written] == []
