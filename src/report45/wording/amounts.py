"""Percentages, points, years and amounts of money, and how two of them compare."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from report45.facts import Count, Interval, Mean, Money, Number, Share
from report45.rounding import as_written, printed_percent, round_half_up
from report45.wording.counts import in_words
from report45.wording.digits import MINUS, decimal, known, with_unit
from report45.wording.kinds import WrongKindError, take, visible
from report45.wording.notices import notice
from report45.wording.numbers import UNKNOWN, UNKNOWN_PART, say, say_percent

_HALF = Decimal("0.5")
_HALVES = {0: "een half", 1: "anderhalf", 2: "tweeënhalf", 3: "drieënhalf"}
_HALVES |= {n: f"{in_words(n)}enhalf" for n in range(4, 10)}
_HALF_A_YEAR_FROM = Decimal("0.4")
_HALF_YEARS_UNTIL = 10
_ROUND_FROM = 100
_INCOMPARABLE = "niet te vergelijken met"


def procent(fact: object, cijfers: int = 0) -> str:
    """Write a percentage in digits: ``54 procent``, ``54,2 procent``, ``minder dan 0,1 procent``.

    Parameters
    ----------
    fact : Share or Number
        The share, or a number in percents (printed with its own decimals).
    cijfers : int
        Decimals for a share.

    Raises
    ------
    WrongKindError
        If it is neither.
    SuppressedFactError
        If it may not be shown.
    """
    if isinstance(fact, Number) and fact.unit == "procent":
        return say(fact)
    share = take("procent", fact, Share, notice("aandeel-of-procenten"))
    return f"{say_percent(share, cijfers)} procent" if share.base else UNKNOWN_PART


def punten(fact: object, cijfers: int | None = None, *, teken: bool = True) -> str:
    """Write percentage points: ``2,7 procentpunt``.

    Parameters
    ----------
    fact : Number or Interval
        A difference in percentage points.
    cijfers : int, optional
        Decimals, if not the fact's own.
    teken : bool
        Whether a minus is written. Leave it out only where the sentence tells the direction.

    Raises
    ------
    WrongKindError
        If it is something else.
    """
    if not isinstance(fact, Number | Interval) or fact.unit != "procentpunt":
        raise WrongKindError("punten", fact, notice("getal-in-punten"))
    shown = fact if cijfers is None else replace(fact, digits=cijfers)
    said = say(shown)
    return said if teken or isinstance(shown, Interval) else said.removeprefix(MINUS)


def jaren(fact: object) -> str:
    """Say a duration or age in years and half years: ``vijfenhalf jaar``, ``ruim acht jaar``.

    To the nearest half year below ten, to the nearest year from there. Bare when the number
    rounds to it at one decimal (from ten years on: at the fact's own decimals, if fewer), else
    "ruim" or "bijna"; "minder dan een half jaar" below 0.4.

    Parameters
    ----------
    fact : Number or Mean
        Years.

    Returns
    -------
    str
        ``onbekend`` for what could not be computed.

    Raises
    ------
    WrongKindError
        If it is no number of years, or a negative one.
    """
    wanted = notice("aantal-jaren")
    if not isinstance(fact, Number | Mean) or fact.unit != "jaar":
        raise WrongKindError("jaren", fact, wanted)
    if not known(fact.value):
        return UNKNOWN
    value = Decimal(str(float(fact.value)))
    if value < 0:
        raise WrongKindError("jaren", fact, wanted)
    if value < _HALF_A_YEAR_FROM:
        return "minder dan een half jaar" if value else "nul jaar"
    halves = value < _HALF_YEARS_UNTIL
    nearest = round_half_up(value * 2) / 2 if halves else round_half_up(value)
    words = f"{_years_in_words(nearest)} jaar"
    if round_half_up(value, 1 if halves else min(1, fact.digits)) == nearest:
        return words
    return f"{'ruim' if value > nearest else 'bijna'} {words}"


def euro(fact: object) -> str:
    """Write an amount of money: ``30.000 euro``, ``1.428,57 euro``.

    Parameters
    ----------
    fact : Money
        The amount; its own currency is printed.

    Raises
    ------
    WrongKindError
        If it is something else.
    """
    return say(take("euro", fact, Money, notice("een-bedrag")))


def afgerond_euro(fact: object) -> str:
    """Say an amount roughly: ``ongeveer 30.000 euro``.

    To two significant digits from a hundred, to whole euros below; "ongeveer" is left out when
    nothing was rounded away.

    Parameters
    ----------
    fact : Money
        The amount.

    Raises
    ------
    WrongKindError
        If it is something else.
    """
    money = take("afgerond_euro", fact, Money, notice("een-bedrag"))
    if not known(money.value):
        return UNKNOWN
    value = Decimal(str(float(money.value)))
    places = value.adjusted() - 1 if abs(value) >= _ROUND_FROM else 0
    rounded = round_half_up(value.scaleb(-places)).scaleb(places)
    said = f"{decimal(rounded)} {money.currency}"
    return said if rounded == value else f"ongeveer {said}"


def bereik(fact: object, ander: object) -> str:
    """Write a range of two facts of one kind: ``2 tot 7 procent``.

    The lower one comes first, whichever is given first; one number when they print alike. Bounds
    are taken as printed, and need the same unit, not the same kind.

    Raises
    ------
    WrongKindError
        If either is no number, or their kinds or units differ.
    SuppressedFactError
        If either may not be shown.
    """
    one, other, unit = _alike("bereik", fact, ander)
    if one is None or other is None:
        return UNKNOWN_PART if isinstance(fact, Share) else UNKNOWN
    first, last = (bound.text for bound in sorted((one, other)))
    return with_unit(last if first == last else f"{first} tot {last}", unit)


def vergelijk(
    fact: object,
    ander: object,
    meer: str = "meer dan",
    minder: str = "minder dan",
    gelijk: str = "evenveel als",
) -> str:
    """Compare two facts as they are printed, so that "meer" never stands between equal numbers.

    Parameters
    ----------
    fact, ander : Count, Share, Number, Mean, Money, int or float
        Two facts of one kind and unit, or a fact and a plain number in the fact's unit.
    meer, minder, gelijk : str
        The words: ``vaker dan``, ``minder vaak dan``, ``even vaak als``.

    Returns
    -------
    str
        One of the words; ``niet te vergelijken met`` when either could not be computed.

    Raises
    ------
    WrongKindError
        If either is no number, or their kinds or units differ.
    SuppressedFactError
        If either may not be shown.
    """
    if isinstance(ander, int | float) and not isinstance(ander, bool):
        one, _ = _printed("vergelijk", fact)
        other = _Printed(as_written(ander), "") if known(ander) else None
    else:
        one, other, _ = _alike("vergelijk", fact, ander)
    if one is None or other is None:
        return _INCOMPARABLE
    if one.order == other.order:
        return gelijk
    return meer if one.order > other.order else minder


def _years_in_words(years: Decimal) -> str:
    whole, half = divmod(years, 1)
    if half:
        return _HALVES[int(whole)]
    return "een" if whole == 1 else in_words(int(whole))


class _Printed(NamedTuple):
    """A number as it is printed: what it is compared by, and its text without the unit."""

    order: Decimal
    text: str


def _alike(name: str, fact: object, ander: object) -> tuple[_Printed | None, _Printed | None, str]:
    (one, unit), (other, same) = _printed(name, fact), _printed(name, ander)
    if unit != same:
        raise WrongKindError(name, ander, notice("twee-gelijke", eenheid=unit))
    return one, other, unit


def _printed(name: str, fact: object) -> tuple[_Printed | None, str]:
    visible(fact)
    if isinstance(fact, Count):
        return _Printed(Decimal(fact.value), decimal(fact.value)), ""
    if isinstance(fact, Share):
        if not fact.base:
            return None, "procent"
        side, number = printed_percent(fact)
        beside = {"<": -_HALF, ">": _HALF}.get(side, Decimal(0))
        return _Printed(number + beside, say_percent(fact)), "procent"
    if isinstance(fact, Number | Mean | Money):
        unit = fact.currency if isinstance(fact, Money) else fact.unit
        if not known(fact.value):
            return None, unit
        number = round_half_up(fact.value, fact.digits)
        return _Printed(number, decimal(number, fact.digits)), unit
    raise WrongKindError(name, fact, notice("een-getal"))
