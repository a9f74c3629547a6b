"""Shares in words: which phrase says which share.

Two rules hold for every phrase. It never claims more than the number: "ruim" stands only above
what it names, "bijna" only below it, and a bare "de helft" only for exactly a half. And it never
contradicts the percentage printed elsewhere: the step is chosen by the whole percentage, rounded
half-up, so that 49,7 % (printed as 50 procent) is neither "ruim" nor "bijna" but "ongeveer de
helft".

The thresholds are the tables of :mod:`report45.wording.ladders`. Every phrase fits before "van de
klanten" and takes a verb in the singular. Of an empty group every phrase is "een onbekend deel".

``op_de`` takes the nearest of a list of ratios, halfway up to the higher one. It is bare only when
the share is that ratio, "ongeveer" when they print as the same percentage and are within a tenth
of each other, else "ruim" or "bijna".
"""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from itertools import pairwise

from report45.facts import Share
from report45.rounding import whole_percent
from report45.wording.kinds import take_share
from report45.wording.ladders import LADDERS
from report45.wording.numbers import UNKNOWN_PART

_RATIOS = {
    **{
        Fraction(1, n): f"één op de {word}"
        for n, word in {
            100: "honderd",
            50: "vijftig",
            25: "vijfentwintig",
            20: "twintig",
            15: "vijftien",
            12: "twaalf",
            10: "tien",
            8: "acht",
            7: "zeven",
            6: "zes",
            5: "vijf",
            4: "vier",
            3: "drie",
            2: "twee",
        }.items()
    },
    Fraction(2, 5): "twee op de vijf",
    Fraction(3, 5): "drie op de vijf",
    Fraction(2, 3): "twee op de drie",
    Fraction(3, 4): "drie op de vier",
    Fraction(4, 5): "vier op de vijf",
    Fraction(9, 10): "negen op de tien",
    Fraction(19, 20): "negentien op de twintig",
    Fraction(1): "alle",
}
_ORDERED = sorted(_RATIOS)
_HALFWAY = [(low + high) / 2 for low, high in pairwise(_ORDERED)]
_NEARLY_ALL = 98
_NEAR = 10


def breuk(fact: object, groep: str = "", enkelvoud: str = "", meervoud: str = "") -> str:
    """Say a share as a fraction people use: ``ruim twee derde``, ``bijna de helft``.

    Parameters
    ----------
    fact : Share
        The share.
    groep : str
        Whose share, in the plural: ``klanten`` gives ``ruim de helft van de klanten``, ``vrijwel
        alle klanten``, ``ongeveer één op de tien klanten``. Empty: the phrase alone, to be
        followed by "van de …" and a verb in the singular.
    enkelvoud, meervoud : str
        The verb to add after the group: ``is`` and ``zijn``.

    Returns
    -------
    str
        The phrase; see ``BREUK`` for its thresholds.

    Raises
    ------
    WrongKindError
        If it is not a share.
    SuppressedFactError
        If it may not be shown.
    """
    share = take_share("breuk", fact)
    phrase = _step("breuk", share)
    if not groep:
        return _joined(phrase, enkelvoud)
    if share.base and whole_percent(share) >= _NEARLY_ALL:
        every = "alle" if share.exact >= 1 else "vrijwel alle"
        return _joined(every, groep, meervoud)
    if phrase.endswith("een tiende"):
        phrase = phrase.replace("een tiende", "één op de tien")
        return _joined(phrase, groep, enkelvoud)
    return _joined(phrase, f"van de {groep}", enkelvoud)


def tientallen(fact: object) -> str:
    """Say a share in tens of percents: ``bijna dertig procent``, ``ruim negentig procent``.

    Parameters
    ----------
    fact : Share
        The share.

    Returns
    -------
    str
        The phrase; see ``TIENTALLEN`` for its thresholds.

    Raises
    ------
    WrongKindError, SuppressedFactError
        As for :func:`breuk`.
    """
    return _step("tientallen", take_share("tientallen", fact))


def meer_dan(fact: object) -> str:
    """Say on which side of a half a share lies: ``meer dan de helft``, ``minder dan de helft``.

    Parameters
    ----------
    fact : Share
        The share.

    Returns
    -------
    str
        The phrase; see ``MEER_DAN`` for its thresholds.

    Raises
    ------
    WrongKindError, SuppressedFactError
        As for :func:`breuk`.
    """
    return _step("meer_dan", take_share("meer_dan", fact))


def op_de(fact: object, groep: str = "", enkelvoud: str = "", meervoud: str = "") -> str:
    """Say a share as a ratio: ``één op de tien``, ``ruim twee op de drie``.

    Parameters
    ----------
    fact : Share
        The share.
    groep : str
        Whose share, in the plural: ``klanten`` gives ``één op de tien klanten``. Empty: the ratio
        alone, to be followed by such a plural.
    enkelvoud, meervoud : str
        The verb to add: singular after "één op de", plural after the rest.

    Returns
    -------
    str
        The phrase; ``geen`` and ``alle`` at the ends.

    Raises
    ------
    WrongKindError, SuppressedFactError
        As for :func:`breuk`.
    """
    share = take_share("op_de", fact)
    if not share.base:
        return _joined(UNKNOWN_PART, groep and f"van de {groep}", enkelvoud)
    phrase = _ratio(share)
    return _joined(phrase, groep, enkelvoud if "één op de" in phrase else meervoud)


def _step(name: str, share: Share) -> str:
    if not share.base:
        return UNKNOWN_PART
    steps = LADDERS[name]
    at = bisect_right(steps, whole_percent(share), key=lambda step: step.start) - 1
    return steps[at].bare if share.exact == steps[at].exactly else steps[at].phrase


def _ratio(share: Share) -> str:
    if not share.exact:
        return "geen"
    if share.exact < _ORDERED[0]:
        return "minder dan één op de honderd"
    nearest = _ORDERED[bisect_right(_HALFWAY, share.exact)]
    printed = whole_percent(Share(nearest.numerator, nearest.denominator))
    words = _RATIOS[nearest]
    if nearest == 1 and share.exact < 1:
        return f"vrijwel {words}"
    if share.exact == nearest:
        return words
    if whole_percent(share) == printed and abs(share.exact - nearest) < nearest / _NEAR:
        return f"ongeveer {words}"
    return f"{'ruim' if share.exact > nearest else 'bijna'} {words}"


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
