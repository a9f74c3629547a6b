"""Counts in words, with the noun and the verb that agree with them.

A count of one takes a verb in the singular, any other count the plural, zero included ("geen
klanten zijn"). A percentage, a fraction, a mean and an amount take the singular, however large:
"54 procent van de klanten is", "geen van de klanten is", "30.000 euro is".
"""

from __future__ import annotations

from numbers import Integral

from report45.facts import Count, Interval, Mean, Money, Number, Share
from report45.wording.digits import decimal
from report45.wording.kinds import WrongKindError, visible
from report45.wording.notices import notice

_WORDS = dict(
    enumerate(
        [
            "nul",
            "één",
            "twee",
            "drie",
            "vier",
            "vijf",
            "zes",
            "zeven",
            "acht",
            "negen",
            "tien",
            "elf",
            "twaalf",
            "dertien",
            "veertien",
            "vijftien",
            "zestien",
            "zeventien",
            "achttien",
            "negentien",
            "twintig",
        ]
    )
)
_TENS = ["dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig", "honderd"]
_WORDS |= {10 * tens: word for tens, word in enumerate(_TENS, start=3)}


def in_words(count: int) -> str:
    """Write a number in words up to twenty and in tens up to a hundred, else in digits."""
    return _WORDS.get(count) or decimal(count)


def woorden(fact: object) -> str:
    """Write a count in words up to twenty and in tens up to a hundred, else in digits.

    Parameters
    ----------
    fact : Count or int
        The count.

    Returns
    -------
    str
        ``acht``, ``dertig``, ``21``.

    Raises
    ------
    WrongKindError
        If it is not a count.
    SuppressedFactError
        If it may not be shown.
    """
    return in_words(_count("woorden", fact))


def aantal(fact: object, enkelvoud: str, meervoud: str) -> str:
    """Write a count with its noun: ``één klant``, ``acht klanten``, ``geen klanten``.

    Parameters
    ----------
    fact : Count or int
        The count.
    enkelvoud, meervoud : str
        The noun.

    Raises
    ------
    WrongKindError, SuppressedFactError
        As for :func:`woorden`.
    """
    count = _count("aantal", fact)
    number = in_words(count) if count else "geen"
    return f"{number} {enkelvoud if count == 1 else meervoud}"


def werkwoord(fact: object, enkelvoud: str, meervoud: str) -> str:
    """Choose the form of a verb that agrees with the number said before it.

    Parameters
    ----------
    fact : Count, Share, Number, Mean, Money, Interval or int
        What the subject of the sentence counts.
    enkelvoud, meervoud : str
        The two forms: ``is`` and ``zijn``.

    Raises
    ------
    WrongKindError, SuppressedFactError
        As for :func:`woorden`.
    """
    if isinstance(fact, Share | Number | Mean | Money | Interval):
        visible(fact)
        return enkelvoud
    return enkelvoud if _count("werkwoord", fact) == 1 else meervoud


def _count(name: str, fact: object) -> int:
    if isinstance(fact, Count):
        visible(fact)
        return fact.value
    if isinstance(fact, Integral) and not isinstance(fact, bool):
        return int(fact)
    raise WrongKindError(name, fact, notice("een-hoeveelheid"))
