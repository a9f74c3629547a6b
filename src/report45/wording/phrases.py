"""The filters an editor has in prose: ``{{ kenmerken.geslacht.vrouw.totaal | breuk }}``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from report45.facts import Day, Fact, Test, Text
from report45.wording import digits as dutch
from report45.wording.amounts import afgerond_euro, bereik, euro, jaren, procent, punten, vergelijk
from report45.wording.counts import aantal, werkwoord, woorden
from report45.wording.digits import known
from report45.wording.kinds import WrongKindError, take, take_share
from report45.wording.notices import notice
from report45.wording.numbers import say
from report45.wording.shares import breuk, meer_dan, op_de, tientallen

# Markdown that may stand before the first letter of a sentence: emphasis, a link, quotes.
_OPENING = re.compile(r"^[\s\[*_(\"'“‘„]*")


def datum(fact: object) -> str:
    """Write a date: ``1 oktober 2017``.

    Raises
    ------
    WrongKindError
        If it is not a date.
    """
    return dutch.date(_day("datum", fact))


def maand(fact: object) -> str:
    """Write the month of a date: ``oktober 2017``.

    Raises
    ------
    WrongKindError
        If it is not a date.
    """
    return dutch.month(_day("maand", fact))


def significant(fact: object, *, meervoud: bool = False) -> str:
    """Say whether a difference is significant: ``verschilt niet significant``.

    Parameters
    ----------
    fact : Test
        The test.
    meervoud : bool
        Whether the subject is plural: ``verschillen``.

    Returns
    -------
    str
        ``is niet te toetsen`` for a test that could not be done.

    Raises
    ------
    WrongKindError
        If it is not a test.
    """
    test = take("significant", fact, Test, notice("een-toets"))
    if not known(test.p):
        return f"{'zijn' if meervoud else 'is'} niet te toetsen"
    verb = "verschillen" if meervoud else "verschilt"
    return f"{verb} {'significant' if test.significant else 'niet significant'}"


def p(fact: object) -> str:
    """Write a p-value: ``p = 0,41``, ``p < 0,001``, ``niet getoetst``.

    Raises
    ------
    WrongKindError
        If it is not a test.
    """
    return dutch.p_words(take("p", fact, Test, notice("een-toets")))


def lijst(items: object, woord: str = "en") -> str:
    """Join names or facts as a Dutch enumeration: ``a, b en c``.

    Parameters
    ----------
    items : iterable of Fact or str
        What to join.
    woord : str
        The word before the last: ``en``, ``of``.

    Raises
    ------
    WrongKindError
        If it is not such a row.
    """
    if isinstance(items, str) or not isinstance(items, Iterable):
        raise WrongKindError("lijst", items, notice("een-rij"))
    said = [_text("lijst", item) for item in items]
    head, tail = said[:-1], said[-1:]
    return f" {woord} ".join([part for part in (", ".join(head), *tail) if part])


def hoofdletter(given: object) -> str:
    """Capitalise what begins a sentence, also inside Markdown emphasis or a link.

    "ij" is one letter, and an accent for emphasis goes: "IJsland", "Eén op de tien". A number in
    digits stays as it is.

    Parameters
    ----------
    given : Fact or str
        A fact, or what another filter made of it.

    Returns
    -------
    str
        The same with a capital.

    Raises
    ------
    WrongKindError
        If it is neither.
    SuppressedFactError
        If it may not be shown.
    """
    text = _text("hoofdletter", given)
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    head, rest = text[:start], text[start:]
    if rest.startswith("één"):
        return f"{head}Eén{rest[3:]}"
    letters = 2 if rest.startswith("ij") else 1
    return head + rest[:letters].upper() + rest[letters:]


def small(text: str) -> str:
    """Begin with a small letter, as after a colon; abbreviations keep their capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _text(name: str, given: object) -> str:
    if isinstance(given, Fact):
        return say(given)
    if isinstance(given, str):
        return given
    raise WrongKindError(name, given, notice("feit-of-tekst"))


def _day(name: str, given: object) -> dt.date:
    if isinstance(given, dt.date):
        return given
    return take(name, given, Day, notice("een-datum")).value


def voeg_in(zin: object, waarde: object) -> str:
    """Put a number behind the verb of a predicate, as a sentence that opens otherwise needs it.

    Parameters
    ----------
    zin : Text or str
        A predicate that begins with its finite verb: ``heeft een diploma``.
    waarde : Share or str
        What comes behind the verb: 54 percent.

    Returns
    -------
    str
        ``heeft 54 procent een diploma``.
    """
    words = zin.value if isinstance(zin, Text) else str(zin)
    verb, _, rest = words.partition(" ")
    number = waarde if isinstance(waarde, str) else say(take_share("voeg_in", waarde))
    return f"{verb} {number} {rest}".rstrip()


FILTERS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {
        function.__name__: function
        for function in (
            aantal,
            afgerond_euro,
            bereik,
            breuk,
            datum,
            euro,
            hoofdletter,
            jaren,
            lijst,
            maand,
            meer_dan,
            op_de,
            p,
            procent,
            punten,
            significant,
            tientallen,
            vergelijk,
            voeg_in,
            werkwoord,
            woorden,
        )
    }
)
"""Name in the template → function. The first argument is what stands before the bar."""
