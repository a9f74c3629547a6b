"""Facts as Dutch numbers, for running prose and for table cells."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

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
    Verdict,
)
from report45.rounding import printed_percent, round_half_up
from report45.wording.digits import date, decimal, known, p_value, p_words, with_unit
from report45.wording.kinds import visible

NOTHING = "\N{EN DASH}"
"""Stands in a table cell that has no value."""
HIDDEN = "x"
"""Stands in a table cell whose value may not be shown, as Statistics Netherlands writes it."""
UNKNOWN_PART = "een onbekend deel"
"""Stands in prose for a share of nobody."""
SIDES = {"": "", "<": "minder dan ", ">": "meer dan "}
"""Sign of a percentage in a table → its words in prose."""
_MOST = 9
"""Decimals of the end of an interval, at the most: nearer to zero is an error of floats."""
UNKNOWN = "onbekend"
"""Stands in prose for a number that could not be computed."""


def say_percent(share: Share, digits: int = 0) -> str:
    """Write a share as a percentage without its unit: ``54``, ``minder dan 1``, ``meer dan 99``."""
    side, number = printed_percent(share, digits)
    return SIDES[side] + decimal(number, digits)


def say(fact: Fact) -> str:
    """Print a fact as running prose quotes it.

    A share is a whole percentage; one of an empty group is ``een onbekend deel``, and one that
    would round to nobody or to everyone is ``minder dan 1 procent``, ``meer dan 99 procent``; a
    count is its number
    alone, for its noun depends on it (the filter ``aantal`` writes both). A mean is said without
    its deviation. What could not be computed is ``onbekend``.

    Parameters
    ----------
    fact : Fact
        Any fact.

    Returns
    -------
    str
        Dutch text.

    Raises
    ------
    SuppressedFactError
        If the fact may not be shown.
    """
    visible(fact)
    return _PROSE[type(fact)](fact)


def cell(fact: Fact) -> str:
    """Print a fact for a table cell.

    The unit belongs in the table's header: only percentages carry theirs. A number that may not
    be shown is ``x``, one that is not there an en dash; so is a share of an empty group.

    Parameters
    ----------
    fact : Fact
        Any fact.

    Returns
    -------
    str
        ``46%``, ``<1%``, ``203``, ``12,7 (8,2)``, ``0,41``, ``1,3 tot 6,4``, ``1-10-2017`` …
    """
    if getattr(fact, "suppressed", False):
        return HIDDEN
    return _CELL[type(fact)](fact)


def _say_number(fact: Number | Mean) -> str:
    if not known(fact.value):
        return UNKNOWN
    return with_unit(decimal(fact.value, fact.digits), fact.unit)


def _say_money(fact: Money) -> str:
    if not known(fact.value):
        return UNKNOWN
    return f"{decimal(fact.value, fact.digits)} {fact.currency}"


def _say_test(fact: Test) -> str:
    if not known(fact.p):
        return p_words(fact)
    return f"{'significant' if fact.significant else 'niet significant'} ({p_words(fact)})"


def _bounds(fact: Interval) -> tuple[str, str]:
    """Print both ends with as many more decimals as it takes to see on which side of 0 they lie."""
    digits = fact.digits
    while digits < _MOST and any(
        end and not round_half_up(end, digits) for end in (fact.low, fact.high)
    ):
        digits += 1
    return decimal(fact.low, digits), decimal(fact.high, digits)


def _say_interval(fact: Interval) -> str:
    if not (known(fact.low) and known(fact.high)):
        return UNKNOWN
    low, high = _bounds(fact)
    if fact.level is None:
        return with_unit(low if low == high else f"{low} tot {high}", fact.unit)
    level = format((Decimal(str(fact.level)) * 100).normalize(), "f").replace(".", ",")
    return with_unit(f"{level}%-betrouwbaarheidsinterval {low} tot {high}", fact.unit)


def _sign(unit: str) -> str:
    return "%" if unit == "procent" else ""


def _cell_number(fact: Number) -> str:
    return decimal(fact.value, fact.digits) + _sign(fact.unit) if known(fact.value) else NOTHING


def _cell_mean(fact: Mean) -> str:
    if not known(fact.value):
        return NOTHING
    written = decimal(fact.value, fact.digits)
    if fact.sd is None or not known(fact.sd):
        return written
    return f"{written} ({decimal(fact.sd, fact.digits)})"


def _cell_interval(fact: Interval) -> str:
    if not (known(fact.low) and known(fact.high)):
        return NOTHING
    low, high = _bounds(fact)
    # A range of one number is that number; an estimate keeps both its ends.
    written = low if low == high and fact.level is None else f"{low} tot {high}"
    return written + _sign(fact.unit)


def _cell_day(fact: Day) -> str:
    return f"{fact.value.day}-{fact.value.month}-{fact.value.year}"


def _flag(fact: Flag) -> str:
    return "ja" if fact.value else "nee"


_PROSE: dict[type[Fact], Callable[[Any], str]] = {
    Count: lambda fact: decimal(fact.value),
    Share: lambda fact: f"{say_percent(fact)} procent" if fact.base else UNKNOWN_PART,
    Number: _say_number,
    Mean: _say_number,
    Money: _say_money,
    Day: lambda fact: date(fact.value),
    Test: _say_test,
    Interval: _say_interval,
    Flag: _flag,
    Text: lambda fact: fact.value,
    Verdict: lambda fact: fact.value.replace("_", " "),
}

_CELL: dict[type[Fact], Callable[[Any], str]] = {
    Count: lambda fact: decimal(fact.value),
    Share: lambda fact: "{}{}%".format(*printed_percent(fact)) if fact.base else NOTHING,
    Number: _cell_number,
    Mean: _cell_mean,
    Money: lambda fact: decimal(fact.value, fact.digits) if known(fact.value) else NOTHING,
    Day: _cell_day,
    Test: lambda fact: p_value(fact).replace(" ", "") if known(fact.p) else NOTHING,
    Interval: _cell_interval,
    Flag: _flag,
    Text: lambda fact: fact.value,
    Verdict: lambda fact: fact.value.replace("_", " "),
}
