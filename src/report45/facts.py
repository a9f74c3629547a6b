"""Typed values that prose may quote.

A fact knows its kind, its unit, what it was computed from and whether it may be shown.
It holds no wording: :mod:`report45.wording` prints it in Dutch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar

from report45.verdicts import SCALES


@dataclass(frozen=True)
class Count:
    """A number of things.

    Parameters
    ----------
    value : int
        How many.
    unit : str
        What is counted, in the plural (``klanten``); empty where the prose says it.
    suppressed : bool
        True when the number may not be shown.
    """

    kind: ClassVar[str] = "count"
    value: int
    unit: str = ""
    suppressed: bool = False


@dataclass(frozen=True)
class Share:
    """A part of a group, kept as the two counts it comes from.

    Parameters
    ----------
    count, base : int
        Members with the property, and the members it is a share of (the denominator).
    suppressed : bool
        True when the number may not be shown.
    """

    kind: ClassVar[str] = "share"
    count: int
    base: int
    suppressed: bool = False

    @property
    def exact(self) -> Fraction:
        """The share as an exact fraction; 0 for an empty base."""
        return Fraction(self.count, self.base) if self.base else Fraction(0)

    @property
    def value(self) -> float:
        """The share as a number between 0 and 1."""
        return float(self.exact)


@dataclass(frozen=True)
class Number:
    """A computed or assumed number with a unit.

    Parameters
    ----------
    value : float
        The number. Percentages and percentage points are stated as such (21.25, not 0.2125).
    unit : str
        ``procent``, ``procentpunt``, ``jaar`` …; empty for a bare number.
    digits : int
        Decimals to print.
    """

    kind: ClassVar[str] = "number"
    value: float
    unit: str = ""
    digits: int = 0


@dataclass(frozen=True)
class Mean:
    """An arithmetic mean.

    Parameters
    ----------
    value : float
        The mean.
    n : int
        Observations it was computed from.
    sd : float or None
        Sample standard deviation (``ddof=1``).
    unit : str
        Unit of the observations.
    digits : int
        Decimals to print.
    """

    kind: ClassVar[str] = "mean"
    value: float
    n: int
    sd: float | None = None
    unit: str = ""
    digits: int = 0


@dataclass(frozen=True)
class Money:
    """An amount of money.

    Parameters
    ----------
    value : float
        The amount.
    currency : str
        The unit as a Dutch reader says it: ``euro``, ``dollar``.
    digits : int
        Decimals to print.
    """

    kind: ClassVar[str] = "money"
    value: float
    currency: str = "euro"
    digits: int = 0


@dataclass(frozen=True)
class Day:
    """A calendar date."""

    kind: ClassVar[str] = "day"
    value: date


@dataclass(frozen=True)
class Test:
    """Outcome of a statistical test.

    Parameters
    ----------
    method : str
        ``chi2``, ``fisher``, ``welch`` …
    statistic : float or None
        Test statistic; None for an exact test.
    df : float or None
        Degrees of freedom.
    p : float
        Two-sided probability under the null hypothesis; NaN when the test could not be done.
    alpha : float
        Level it is judged at.
    """

    __test__: ClassVar[bool] = False  # pytest would collect the class otherwise
    kind: ClassVar[str] = "test"
    method: str
    statistic: float | None
    df: float | None
    p: float
    alpha: float = 0.05

    @property
    def value(self) -> float:
        """The p-value."""
        return self.p

    @property
    def significant(self) -> bool:
        """True when p lies below alpha. False for a test that could not be done."""
        return self.p < self.alpha


@dataclass(frozen=True)
class Interval:
    """A range between two bounds, such as a confidence interval.

    Parameters
    ----------
    low, high : float
        The bounds, in ``unit``.
    unit : str
        ``procent``, ``procentpunt``, ``jaar`` …
    level : float or None
        Confidence level; None for bounds that are not an estimate.
    digits : int
        Decimals to print.
    """

    kind: ClassVar[str] = "interval"
    low: float
    high: float
    unit: str = ""
    level: float | None = None
    digits: int = 0

    @property
    def value(self) -> tuple[float, float]:
        """Both bounds."""
        return (self.low, self.high)


@dataclass(frozen=True)
class Flag:
    """Something that is so, or is not; for conditions in prose."""

    kind: ClassVar[str] = "flag"
    value: bool


@dataclass(frozen=True)
class Text:
    """A label or name taken from the study's configuration."""

    kind: ClassVar[str] = "text"
    value: str


@dataclass(frozen=True)
class Verdict:
    """A judgement about other facts, out of a closed set.

    Parameters
    ----------
    value : str
        One of the values of the scale.
    scale : str
        Name of the set in :data:`report45.verdicts.SCALES`.

    Raises
    ------
    ValueError
        If the scale does not exist or does not hold the value.
    """

    kind: ClassVar[str] = "verdict"
    value: str
    scale: str

    def __post_init__(self) -> None:
        if self.value not in SCALES.get(self.scale, ()):
            raise ValueError(f"{self.value!r} is no value of the scale {self.scale!r}")


Fact = Count | Share | Number | Mean | Money | Day | Test | Interval | Flag | Text | Verdict
Facts = Mapping[str, Fact]

KINDS: Mapping[str, type[Fact]] = {
    kind.kind: kind
    for kind in (Count, Share, Number, Mean, Money, Day, Test, Interval, Flag, Text, Verdict)
}


def to_json(path: str, fact: Fact) -> dict[str, Any]:
    """Write a fact as a JSON object.

    Parameters
    ----------
    path : str
        Where the fact lives: ``kenmerken.geslacht.vrouw.experiment``.
    fact : Fact
        The value.

    Returns
    -------
    dict
        ``path``, ``kind``, ``value`` and the fact's own fields.
    """
    own = asdict(fact)
    value = own.pop("value", fact.value)
    written = {"path": path, "kind": fact.kind, "value": value, **own}
    if isinstance(fact, Test):
        written["significant"] = fact.significant
    return {key: _plain(item) for key, item in written.items()}


def from_json(written: Mapping[str, Any]) -> Fact:
    """Read a fact back from what :func:`to_json` wrote.

    Raises
    ------
    KeyError
        If the kind is unknown or a field is missing.
    """
    kind = KINDS[written["kind"]]
    values = {field.name: written[field.name] for field in fields(kind)}
    if kind is Day:
        values["value"] = date.fromisoformat(values["value"])
    for field in fields(kind):
        if field.type == "float" and values[field.name] is None:
            values[field.name] = float("nan")  # what _plain wrote: this field is never absent
    return kind(**values)


def _plain(value: Any) -> Any:
    if isinstance(value, float) and value != value:
        return None  # JSON has no NaN
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
