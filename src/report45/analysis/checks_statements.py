"""Checks that numbers stated in earlier publications agree with the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from report45.analysis.catalogue import catalogue
from report45.analysis.findings import Finding
from report45.facts import Count, Fact, Mean, Money, Number, Share, Text
from report45.study.config import Statement
from report45.study.load import Study


def statement_findings(study: Study) -> Iterator[Finding]:
    """Hold every statement of the configuration against the fact it names.

    The fact is rounded half-up to the decimals of the stated number, shares in percent.

    Parameters
    ----------
    study : Study
        The study.

    Yields
    ------
    Finding
        ``bewering`` error: the fact prints another number (``waar``, ``zegt``, ``gedrukt`` Text,
        ``gevonden`` the fact itself) · ``bewering_onbekend`` error: there is no such fact, it
        holds no number, or none is stated (``waar``, ``zegt``, ``feit`` Text).
    """
    if not study.config.statements:
        return
    known = catalogue(study)
    for statement in study.config.statements:
        values: dict[str, Fact] = {"waar": Text(statement.where), "zegt": Text(statement.says)}
        fact, stated = known.get(statement.fact), _stated(statement)
        actual = None if fact is None else _exact(fact)
        if fact is None or actual is None or stated is None:
            values["feit"] = Text(statement.fact)
            yield Finding("bewering_onbekend", "error", statement.name, values)
        elif _rounded(actual, stated) != stated:
            values |= {"gedrukt": Text(statement.printed), "gevonden": fact}
            yield Finding("bewering", "error", statement.name, values)


def _stated(statement: Statement) -> Decimal | None:
    """Read a number as Dutch prints it: 1.430 or 21,25."""
    match = re.search(r"-?\d[\d.]*(,\d+)?", statement.printed)
    return Decimal(match[0].replace(".", "").replace(",", ".")) if match else None


def _exact(fact: Fact) -> Fraction | None:
    if isinstance(fact, Share):
        return 100 * fact.exact
    if isinstance(fact, Count | Number | Mean | Money):
        return Fraction(fact.value)
    return None


def _rounded(value: Fraction, like: Decimal) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(int(like.as_tuple().exponent)), ROUND_HALF_UP)
