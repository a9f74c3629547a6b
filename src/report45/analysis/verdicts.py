"""The rules by which numbers about outcomes become judgements.

Every function takes what was computed and gives one value of a scale of
:data:`report45.verdicts.SCALES`. Nothing else in the project decides these claims.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from report45.facts import Share, Verdict
from report45.rounding import printed_percent, round_half_up

Better = Literal["higher", "lower"]
Judged = tuple[Verdict, Verdict]
Treatment = Literal["exclude", "no", "possible"]

_TREATMENTS = {"exclude": "weggelaten", "no": "als_nee", "possible": "mogelijk"}


def effect_verdict(readings: Iterable[tuple[float, int] | None]) -> Verdict:
    """Judge whether an outcome differs between the groups, over every reading of the uncertain.

    Parameters
    ----------
    readings : iterable of (float, int) or None
        Per reading the difference, experiment minus control, and its direction where the interval
        excludes zero: 1 above, -1 below, 0 when zero is in it. None for a reading whose difference
        or interval cannot be computed.

    Returns
    -------
    Verdict
        On the scale ``effect``. ``niet_te_bepalen``: there is no reading, or one cannot be
        computed · ``hoger``, ``lager``: the interval of every reading lies above, below zero ·
        ``tegengesteld``: of one reading it lies above and of another below zero · ``keert``: it
        excludes zero in some readings and not in others · ``onbeslist``: in no reading, and the
        sign of the difference is not the same in all · ``geen_verschil``: in no reading, and no
        two readings differ in sign.
    """
    found = list(readings)
    known = [one for one in found if one is not None]
    if not known or len(known) < len(found):
        return Verdict("niet_te_bepalen", "effect")
    clear = {direction for _, direction in known}
    if clear == {1}:
        value = "hoger"
    elif clear == {-1}:
        value = "lager"
    elif {1, -1} <= clear:
        value = "tegengesteld"
    elif clear != {0}:
        value = "keert"
    elif any(points > 0 for points, _ in known) and any(points < 0 for points, _ in known):
        value = "onbeslist"
    else:
        value = "geen_verschil"
    return Verdict(value, "effect")


def favourable(effect: Verdict, better: Better | None) -> Verdict:
    """Judge whether a clear effect is one to be glad of.

    Parameters
    ----------
    effect : Verdict
        As :func:`effect_verdict` gives it.
    better : {"higher", "lower"} or None
        The outcome's declared direction.

    Returns
    -------
    Verdict
        On the scale ``gunstig``: ``ja``, ``nee``, or ``nvt`` when the outcome has no direction or
        the effect is not clear (anything but ``hoger`` and ``lager``).
    """
    wanted = {"higher": "hoger", "lower": "lager"}.get(better or "")
    if wanted is None or effect.value not in {"hoger", "lager"}:
        return Verdict("nvt", "gunstig")
    return Verdict("ja" if effect.value == wanted else "nee", "gunstig")


def part(certain: int, at_most: int, base: int) -> Verdict:
    """Judge whether nobody, everyone or some of a group have an outcome.

    Parameters
    ----------
    certain, at_most, base : int
        Members who have it for certain, with those who may have it, and all of whom it is known.

    Returns
    -------
    Verdict
        On the scale ``deel``: ``onbekend`` without a base · ``niemand`` when also nobody may have
        it · ``iedereen`` when all have it for certain · ``sommigen``.
    """
    if not base:
        return Verdict("onbekend", "deel")
    if not at_most:
        return Verdict("niemand", "deel")
    return Verdict("iedereen" if certain == base else "sommigen", "deel")


def completeness(missing: int, allocated: int) -> Verdict:
    """Judge for how many of a group an outcome is registered.

    Parameters
    ----------
    missing, allocated : int
        Members of whom it is not known, and all members of the group.

    Returns
    -------
    Verdict
        On the scale ``volledigheid``: ``niets`` when it is known of nobody (an empty group
        included), ``volledig`` when of everyone, else ``deels``.
    """
    if missing >= allocated:
        return Verdict("niets", "volledigheid")
    return Verdict("deels" if missing else "volledig", "volledigheid")


def treated(missing: int, how: Treatment | None) -> Verdict:
    """Name what was done with those of whom an outcome is not known.

    Parameters
    ----------
    missing : int
        How many there are, over both groups.
    how : {"exclude", "no", "possible"} or None
        As the outcome declares; None counts as ``exclude``.

    Returns
    -------
    Verdict
        On the scale ``ontbrekend``: ``geen`` when nobody is missing, ``weggelaten`` from the base,
        ``als_nee`` counted as not having it, ``mogelijk`` counted among those who may have it.
    """
    return Verdict(_TREATMENTS[how or "exclude"] if missing else "geen", "ontbrekend")


def shares_testable(bases: tuple[int, int]) -> Verdict:
    """Judge whether the difference of two shares can be judged, and if not why.

    Parameters
    ----------
    bases : tuple of int
        Members of each group of whom the outcome is known.

    Returns
    -------
    Verdict
        On the scale ``toetsbaar``: ``niemand`` without a base in a group · ``te_weinig`` with one
        member, who says nothing of how much a group may vary · ``ja``.
    """
    smallest = min(bases)
    return Verdict({0: "niemand", 1: "te_weinig"}.get(smallest, "ja"), "toetsbaar")


def means_testable(
    sizes: tuple[int, int], spreads: tuple[float, float], difference: float
) -> Verdict:
    """Judge whether the difference of two means can be tested, and if not why.

    Parameters
    ----------
    sizes : tuple of int
        Observations per group.
    spreads : tuple of float
        Largest minus smallest observation per group; not read for an empty group.
    difference : float
        Mean of the first group minus that of the other; not read when a group is empty.

    Returns
    -------
    Verdict
        On the scale ``toetsbaar``: ``niemand``, a group has no observation · ``een_waarde``, each
        group holds one value only and these differ · ``gelijk``, everyone in both groups has the
        same value · ``te_weinig``, a group has a single observation · ``ja``.
    """
    if not min(sizes):
        return Verdict("niemand", "toetsbaar")
    if min(sizes) < 2:
        return Verdict("te_weinig", "toetsbaar")
    if not any(spreads):
        return Verdict("een_waarde" if difference else "gelijk", "toetsbaar")
    return Verdict("ja", "toetsbaar")


def against_expected(
    assumed: Decimal, low: tuple[Decimal, Decimal] | None, high: tuple[Decimal, Decimal] | None
) -> Verdict:
    """Judge what came of an expectation.

    Parameters
    ----------
    assumed : Decimal
        What was assumed.
    low, high : tuple of Decimal, or None
        Both ends of what came of it: the number itself and the number as it is printed. None when
        it cannot be computed.

    Returns
    -------
    Verdict
        On the scale ``verwachting``: ``boven``, the whole range lies above what was assumed ·
        ``onder``, it lies below · ``binnen``, what was assumed lies in it · ``niet_te_bepalen``.
        An end lies above or below only if both the number and its printed form do, so that no
        sentence calls 25 more than 25.
    """
    if low is None or high is None:
        return Verdict("niet_te_bepalen", "verwachting")
    if min(low) > assumed:
        return Verdict("boven", "verwachting")
    return Verdict("onder" if max(high) < assumed else "binnen", "verwachting")


def large_enough(planned: int, required: Iterable[float]) -> Verdict:
    """Judge whether groups of the planned size can show the expected difference.

    Parameters
    ----------
    planned : int
        Members of each group.
    required : iterable of float
        Members each group needs, by every method; infinite when no difference is expected.

    Returns
    -------
    Verdict
        On the scale ``omvang``: ``niet_te_berekenen``, no size can show what is not expected ·
        ``genoeg``, by every method · ``te_klein``, by every method · ``wisselt``, by some.
    """
    needed = list(required)
    if not all(map(math.isfinite, needed)):
        return Verdict("niet_te_berekenen", "omvang")
    enough = [planned >= one for one in needed]
    if all(enough):
        return Verdict("genoeg", "omvang")
    return Verdict("wisselt" if any(enough) else "te_klein", "omvang")


def beside_others(main: Judged, others: Iterable[Judged]) -> Verdict:
    """Judge whether what the main outcome says is also what the others say.

    Parameters
    ----------
    main : tuple of Verdict
        Of the main outcome: its effect, as :func:`effect_verdict` gives it, and whether that is
        favourable, as :func:`favourable` does.
    others : iterable of tuple of Verdict
        The same of every other outcome.

    Returns
    -------
    Verdict
        On the scale ``overige``: ``geen``, there are no others · ``eens``, they all say the same
        · ``anders``, at least one says something else. A clear effect of an outcome with a
        direction says that it is good, or bad; any other says what its effect is.
    """

    def says(one: Judged) -> str:
        effect, good = one
        return effect.value if good.value == "nvt" else good.value

    values = {says(one) for one in others}
    if not values:
        return Verdict("geen", "overige")
    return Verdict("eens" if values == {says(main)} else "anders", "overige")


def compared(first: float, other: float, digits: int) -> Verdict:
    """Judge which of two numbers is the larger, as they are printed.

    Parameters
    ----------
    first, other : float
        Numbers of one unit; NaN for one that could not be computed.
    digits : int
        Decimals they are printed with.

    Returns
    -------
    Verdict
        On the scale ``vergelijking``: ``minder``, ``gelijk`` or ``meer`` of the first, or ``nvt``
        when one of them is not known.
    """
    if math.isnan(first) or math.isnan(other):
        return Verdict("nvt", "vergelijking")
    difference = round_half_up(first, digits) - round_half_up(other, digits)
    value = "gelijk" if not difference else "meer" if difference > 0 else "minder"
    return Verdict(value, "vergelijking")


def certainty_of(low: Share, high: Share) -> Verdict:
    """Judge whether it is certain which share of a group has an outcome.

    Parameters
    ----------
    low, high : Share
        Without and with those who only may have it.

    Returns
    -------
    Verdict
        On the scale ``zekerheid``: ``onbekend`` when nobody is in the base · ``zeker`` when both
        are the same · ``zonder_gevolg`` when they print as the same percentage · ``onzeker``.
    """
    if not low.base:
        return Verdict("onbekend", "zekerheid")
    if low == high:
        return Verdict("zeker", "zekerheid")
    same = printed_percent(low) == printed_percent(high)
    return Verdict("zonder_gevolg" if same else "onzeker", "zekerheid")
