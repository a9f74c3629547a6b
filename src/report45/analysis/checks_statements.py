"""Checks that numbers stated in earlier publications agree with the facts."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from report45.analysis.findings import Discrepancy
from report45.facts import Count, Fact, Facts, Interval, Mean, Money, Number, Share, Text
from report45.rounding import as_written, round_half_up
from report45.study.programme import Statement


def statement_findings(
    statements: Sequence[Statement], facts: Callable[[], Facts]
) -> Iterator[Discrepancy]:
    """Hold every statement of the configuration against the fact it names.

    The fact is rounded half-up to the decimals of the stated number, shares in percent. A range
    is held against both ends of an interval, and "minder dan" and "meer dan" as what they say.

    Parameters
    ----------
    statements : sequence of Statement
        What the study says earlier publications state.
    facts : callable
        Gives every fact they may be about, by full path.

    Yields
    ------
    Discrepancy
        ``bewering`` error: the fact prints another number (``waar``, ``zegt``, ``gedrukt`` Text,
        ``gevonden`` the fact itself) · ``bewering_onbekend`` error: there is no such fact, it
        holds no number, or none is stated (``waar``, ``zegt``, ``feit`` Text).
    """
    if not statements:
        return
    known = facts()
    for statement in statements:
        values: dict[str, Fact] = {"waar": Text(statement.where), "zegt": Text(statement.says)}
        fact = known.get(statement.fact)
        stated, actual = numbers_stated(statement.printed), () if fact is None else numbers_of(fact)
        if fact is None or not actual or len(stated) not in {1, len(actual)}:
            values["feit"] = Text(statement.fact)
            yield Discrepancy("bewering_onbekend", "error", statement.name, values)
        elif not all(
            one.agrees(number)
            for one, number in zip(stated * (len(actual) // len(stated)), actual, strict=True)
        ):
            values |= {"gedrukt": Text(statement.printed), "gevonden": as_fine(fact, stated)}
            yield Discrepancy("bewering", "error", statement.name, values)


@dataclass(frozen=True)
class StatedNumber:
    """A number as it was printed.

    Parameters
    ----------
    value : Decimal
        The number, with the decimals it was printed with.
    side : str
        ``minder dan`` or ``<``, ``meer dan`` or ``>``; empty for the number itself.
    """

    value: Decimal
    side: str

    @property
    def digits(self) -> int:
        """Decimals it was printed with."""
        return -int(self.value.as_tuple().exponent)

    def agrees(self, actual: Decimal | Fraction) -> bool:
        """Tell whether a number is what was printed, rounded half-up."""
        if self.side:
            value, number = Fraction(self.value), Fraction(actual)
            return number < value if self.side in _LESS else number > value
        return round_half_up(actual, self.digits) == self.value


_LESS = {"minder dan", "<"}
_PRINTED = re.compile(
    r"(?:(?P<side>minder dan|meer dan|<|>)\s*+)?"
    r"(?P<sign>(?<!\d)[-\N{MINUS SIGN}\N{EN DASH}])?"
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?!\d)|\d+)(?P<rest>,\d+)?",
    re.IGNORECASE,
)


def numbers_stated(printed: str) -> tuple[StatedNumber, ...]:
    """Read numbers as Dutch prints them: 1.430, 21,25, −10,0, 2,7 tot 9,7, minder dan 1."""
    found = []
    for match in _PRINTED.finditer(printed):
        number = match["number"].replace(".", "") + (match["rest"] or "").replace(",", ".")
        value = Decimal(f"-{number}" if match["sign"] else number)
        found.append(StatedNumber(value, (match["side"] or "").lower()))
    return tuple(found)


def numbers_of(fact: Fact) -> tuple[Decimal | Fraction, ...]:
    """Give what a fact holds as it is printed from: a float as its shortest decimal."""
    if isinstance(fact, Share):
        return (100 * fact.exact,) if fact.base else ()
    if isinstance(fact, Interval):
        ends: tuple[float, ...] = (fact.low, fact.high)
    elif isinstance(fact, Count | Number | Mean | Money):
        ends = (fact.value,)
    else:
        return ()
    return tuple(as_written(one) for one in ends) if all(map(math.isfinite, ends)) else ()


def as_fine(fact: Fact, stated: tuple[StatedNumber, ...]) -> Fact:
    """Give a fact with the decimals of what was stated, so that the two never print alike."""
    digits = max(one.digits for one in stated)
    if isinstance(fact, Share):
        return Number(float(100 * fact.exact), "procent", digits) if digits else fact
    if isinstance(fact, Number | Mean | Money | Interval):
        return replace(fact, digits=max(digits, fact.digits))
    return fact
