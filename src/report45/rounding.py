"""Rounding as it is printed: half-up, away from zero, on the number as it is written.

An exact fraction is rounded as it is, a float on the shortest decimal that stands for it (0.285
gives 0.29). Judgements that must agree with what is printed compare what these functions give.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from report45.facts import Share

_EVERYONE = 100
# Wide enough for any float: quantize fails when the digits do not fit the context.
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)


def as_written(value: float) -> Decimal:
    """Give the shortest decimal that stands for a float."""
    return Decimal(str(float(value)))


def round_half_up(value: float | Decimal | Fraction, digits: int = 0) -> Decimal:
    """Round to a number of decimals, halves away from zero.

    Parameters
    ----------
    value : float, Decimal or Fraction
        The number; a float counts as the shortest decimal that stands for it.
    digits : int
        Decimals to keep.

    Returns
    -------
    Decimal
        With exactly ``digits`` decimals.
    """
    if isinstance(value, Fraction):
        units = int((2 * abs(value) * 10**digits + 1) // 2)
        return Decimal(units if value >= 0 else -units).scaleb(-digits, _EXACT)
    number = value if isinstance(value, Decimal) else as_written(value)
    return number.quantize(Decimal(1).scaleb(-digits), context=_EXACT)


def whole_percent(share: Share) -> int:
    """Round a share to a whole percentage, half-up, on its exact fraction.

    Parameters
    ----------
    share : Share
        A part of a group.

    Returns
    -------
    int
        0 to 100; 0 for an empty base.
    """
    return int((200 * share.exact + 1) // 2)


def printed_percent(share: Share, digits: int = 0) -> tuple[str, Decimal]:
    """Round a share to the percentage that is printed, never to nobody or to everyone.

    Parameters
    ----------
    share : Share
        A part of a group that is not empty.
    digits : int
        Decimals to keep.

    Returns
    -------
    tuple of str and Decimal
        ``<`` or ``>`` where the share would round to nobody or to everyone and is neither, else
        an empty text; and the percentage.
    """
    rounded, step = round_half_up(100 * share.exact, digits), Decimal(1).scaleb(-digits)
    if share.exact and not rounded:
        return "<", step
    if share.exact != 1 and rounded == _EVERYONE:
        return ">", rounded - step
    return "", rounded
