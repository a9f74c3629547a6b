"""Rules about numbers: how they are written, and values that cannot be or stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from report45.inspection.remarks import Remark
from report45.inspection.seen import Mask, Seen
from report45.study.config import StudyConfig

if TYPE_CHECKING:
    import pandas as pd

Values = npt.NDArray[np.float64]

_LIMITS = {"jaar": (0.0, 120.0), "jaren": (0.0, 120.0), "procent": (0.0, 100.0), "%": (0.0, 100.0)}
"""What a unit allows; nobody on record lived longer than 122 years."""

_FEW = 0.05
"""Part of a column above which values are no exceptions any more."""

_FAR = 5.0
"""Times as large as the next: incomes of a skewed population leave no such gap, a slipped decimal
sign (ten times) does."""

_SENTINELS = {-1.0, -2.0, -7.0, -8.0, -9.0, -77.0, -88.0, -99.0, -999.0, -9999.0, -99999.0}
_SENTINELS |= {99.0, 999.0, 9999.0, 99999.0, 999999.0, 9999999.0, 99999999.0, 999999999.0}
_SENTINELS |= {88.0, 888.0, 8888.0, 77.0, 777.0, 7777.0, 9998.0, 9997.0, 998.0, 997.0, 98.0, 97.0}
_OF_SCALES = {7.0, 8.0, 9.0}
"""What SPSS files and registers write for "unknown", "refused" and "does not apply"."""


def number_rules(seen: Seen, config: StudyConfig) -> Iterator[Remark]:
    """Look at every column of numbers.

    Yields
    ------
    Remark
        ``impossible-number``: outside what the declared unit allows (years below 0 or above 120,
        percentages outside 0 to 100) · ``sentinel-number``: 99, 999, -1, -9 and the like that
        stand apart from all other values, or occur far more often than any other; 7, 8 and 9 only
        apart, and three times ·
        ``below-zero``: the few negative numbers of a column · ``far-number``: few values, at least
        five times as large or as small as the next · ``two-magnitudes``: the column falls into two
        parts, ten times as large · ``number-style``: thousands marks in some and not in others,
        or another number of decimals than nearly all.
    """
    units = {one.column: one.unit for one in config.characteristics if one.kind == "number"}
    if seen.name == "outcomes":
        units = {one.column: one.unit for one in config.outcomes if one.column is not None}
    for name in seen.columns("number", "integer"):
        if name == "last_digit":
            continue
        values = seen.frame[name].to_numpy(dtype="float64", na_value=np.nan)
        told = np.zeros(len(values), dtype=bool)
        low, high = _LIMITS.get(units.get(name, ""), (-np.inf, np.inf))
        for code, where in (
            ("impossible-number", (values < low) | (values > high)),
            ("sentinel-number", _sentinels(values)),
            ("below-zero", _below_zero(values)),
            ("far-number", _far(values)),
        ):
            # one value, one remark: the first rule that explains it
            yield from seen.remark(code, name, where & ~told)
            told |= where
        if not told.any() and _two_magnitudes(values):
            yield seen.whole("two-magnitudes", name)
        if name in seen.delivered.numbers:
            yield from seen.remark("number-style", name, _style(seen, name))


def _sentinels(values: Values) -> Mask:
    marked = np.zeros(len(values), dtype=bool)
    known = values[~np.isnan(values)]
    found, counts = np.unique(known, return_counts=True)
    if len(found) < 3:
        return marked
    for value, count in zip(found, counts, strict=True):
        if value not in _SENTINELS:
            continue
        others = known[~np.isin(known, list(_SENTINELS))]
        apart = len(others) and value < min(others.min(), 0)
        rest = np.sort(counts[found != value])
        often = count >= 5 and len(rest) >= 10 and count >= 5 * rest[-1]
        if apart or often:
            marked |= values == value
    return marked | (values >= _lowest_apart(known, found))


def _lowest_apart(known: Values, found: Values) -> float:
    """Give the value from which all are sentinels that stand above the rest; infinity if none do.

    What stands for unknown comes in families, 97 beside 98 and 99, so the gap is below the lowest.
    """
    for value, below in zip(found[:0:-1], found[-2::-1], strict=True):
        if value not in _SENTINELS | _OF_SCALES:
            break
        middle = np.median(known[known < value])
        often = value > 9 or (known >= value).sum() >= 3
        if often and value >= below + 2 and value > below + (below - middle) / 2:
            return float(value)
    return np.inf


def _below_zero(values: Values) -> Mask:
    below: Mask = values < 0
    return below if below.sum() <= _FEW * np.sum(~np.isnan(values)) else below & False


def _far(values: Values) -> Mask:
    """Mark the values beyond the widest gap near either end, seen on a scale of ratios."""
    positive = values > 0
    order = np.sort(values[positive])
    n = len(order)
    marked = np.zeros(len(values), dtype=bool)
    few = int(_FEW * n)
    if n < 10:
        return marked
    few = max(few, 1)
    steps = order[1:] / order[:-1]
    top = np.flatnonzero(steps[-few:] >= _FAR)
    if len(top):
        marked |= values >= order[n - few + top[0]]
    # near zero ratios say nothing: five against one is a year of school
    bottom = np.flatnonzero((steps[:few] >= _FAR) & (order[1 : few + 1] >= 10))
    if len(bottom) and not (values == 0).any():
        marked |= positive & (values <= order[bottom[-1]])
    return marked


def _two_magnitudes(values: Values) -> bool:
    order = np.sort(values[values > 0])
    return len(order) >= 20 and bool(np.max(order[1:] / order[:-1]) >= 2 * _FAR)


def _style(seen: Seen, name: str) -> Mask:
    texts: pd.Series = seen.delivered.numbers[name]
    decimal = seen.declared.decimal
    thousands = "." if decimal == "," else ","
    kinds = texts.cat.categories.to_series()
    whole = kinds.str.partition(decimal)[0]
    marked = whole.str.contains(thousands, regex=False)
    bare = ~marked & (whole.str.lstrip("-").str.len() > 3)
    after = kinds.str.partition(decimal)[2].str.len()
    codes = texts.cat.codes.to_numpy()
    held = (codes >= 0) & seen.filled(name)

    def of(kind: pd.Series) -> Mask:
        found: Mask = held & kind.to_numpy()[codes] if len(kind) else held & False
        return found

    with_mark, without = of(marked), of(bare)
    mixed = with_mark if with_mark.sum() <= without.sum() else without
    if with_mark.any() and without.any():
        return mixed
    digits = np.where(held, after.to_numpy()[codes], -1) if len(after) else np.full(len(codes), -1)
    counts = np.bincount(digits[held].astype(int)) if held.any() else np.zeros(1, dtype=int)
    usual = int(np.argmax(counts))
    other: Mask = held & (digits != usual)
    # a trailing zero is dropped by many programs: only more decimals than usual are odd then
    if usual == 0 or held.sum() < 10 or other.sum() > _FEW * held.sum():
        return held & False
    return other
