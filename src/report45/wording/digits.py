"""Dutch digits: rounding, separators, dates and p-values.

Rounding is that of :mod:`report45.rounding`. Separators and months are written here: Babel writes
the same, which a test holds, and takes longer to begin than all of a report's numbers to write.

A minus is U+2212. Spaces are ordinary ones: a non-breaking space would hide numbers from whoever
searches a page, copies from it or reads it back, and line breaking is the typesetter's work.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from report45.facts import Test
from report45.rounding import as_written, round_half_up

MINUS = "\N{MINUS SIGN}"

_SINGULAR = {"maanden": "maand", "weken": "week", "dagen": "dag", "keren": "keer"}
_SEPARATORS = str.maketrans(",.", ".,")
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_P_FLOOR = Decimal("0.001")


def known(value: float | None) -> bool:
    """Tell whether a computed number is there: not None, not NaN, not infinite."""
    return value is not None and abs(float(value)) < float("inf")


def decimal(value: float | Decimal | Fraction, digits: int = 0) -> str:
    """Write a number with a decimal comma and grouped thousands.

    Parameters
    ----------
    value : float, Decimal or Fraction
        The number.
    digits : int
        Decimals to print.

    Returns
    -------
    str
        ``1.430``, ``21,25``, ``−0,4``.
    """
    rounded = round_half_up(value, digits)
    written = f"{abs(rounded):,.{digits}f}".translate(_SEPARATORS)
    return MINUS + written if rounded < 0 else written


def with_unit(number: str, unit: str) -> str:
    """Put a unit after a written number, in the singular after exactly 1."""
    if not unit:
        return number
    return f"{number} {_SINGULAR.get(unit, unit) if number == '1' else unit}"


def date(day: dt.date) -> str:
    """Write a date: ``1 oktober 2017``."""
    return f"{day.day} {month(day)}"


def month(day: dt.date) -> str:
    """Write the month of a date: ``oktober 2017``."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def p_value(test: Test) -> str:
    """Write a p-value: ``0,41``, ``0,003``, ``< 0,001``.

    Two decimals, three below 0.01, and as many more as it takes for the printed number to lie on
    the same side of the level as the test does: 0.0496 prints as 0,0496 and not as 0,05.

    Parameters
    ----------
    test : Test
        A test that could be done.

    Returns
    -------
    str
        The number, with ``<`` before it when it is smaller than prose can tell.
    """
    p = as_written(test.p)
    if p < _P_FLOOR:
        return f"< {decimal(_P_FLOOR, 3)}"
    alpha = as_written(test.alpha)
    digits = 3 if p < Decimal("0.01") else 2
    while (round_half_up(p, digits) < alpha) != (p < alpha):
        digits += 1
    return decimal(p, digits)


def p_words(test: Test) -> str:
    """Write a p-value for prose: ``p = 0,41``, ``p < 0,001``, ``niet getoetst``."""
    if not known(test.p):
        return "niet getoetst"
    written = p_value(test)
    return f"p {written}" if written.startswith("<") else f"p = {written}"
