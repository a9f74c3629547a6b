"""What may be asked of a fact, and what is said when it cannot be done."""

from __future__ import annotations

from typing import TypeVar

from report45.errors import Report45Error
from report45.facts import Fact, Share
from report45.wording.notices import Notice, notice

Wanted = TypeVar("Wanted")


class SuppressedFactError(Report45Error):
    """A number that may not be shown was asked for in words."""

    def __init__(self) -> None:
        super().__init__(notice("getal-afgeschermd"))


class WrongKindError(Report45Error, TypeError):
    """A filter was given something it has no words for.

    Parameters
    ----------
    name : str
        The filter.
    given : object
        What it was given.
    wanted : Notice
        What it takes.
    """

    def __init__(self, name: str, given: object, wanted: Notice) -> None:
        self.name, self.given = name, given
        told = notice("filter-neemt", filter=name, gewild=wanted, gegeven=kind_of(given))
        super().__init__(told)


def kind_of(given: object) -> Notice:
    """Name the kind of a value, for an error message that shows no value itself.

    Parameters
    ----------
    given : object
        A fact or any other value.

    Returns
    -------
    Notice
        A fact of kind share, text, a plain number …
    """
    if isinstance(given, Fact):
        return notice("een-feit", soort=given.kind)
    if isinstance(given, str):
        return notice("tekst-zelf")
    if isinstance(given, int | float) and not isinstance(given, bool):
        return notice("los-getal")
    return notice("andere-waarde", soort=type(given).__name__)


def visible(fact: object) -> None:
    """Refuse a fact that may not be shown.

    Raises
    ------
    SuppressedFactError
        If the fact is suppressed.
    """
    if getattr(fact, "suppressed", False):
        raise SuppressedFactError


def take(name: str, given: object, wanted: type[Wanted], called: Notice) -> Wanted:
    """Narrow what a filter was given to the kind it needs.

    Parameters
    ----------
    name : str
        The filter, for the message.
    given : object
        What it was given.
    wanted : type
        The kind of fact it needs.
    called : Notice
        What tells that kind.

    Raises
    ------
    WrongKindError
        If it is something else.
    SuppressedFactError
        If it may not be shown.
    """
    if not isinstance(given, wanted):
        raise WrongKindError(name, given, called)
    visible(given)
    return given


def take_share(name: str, given: object) -> Share:
    """Narrow to a share; see :func:`take`."""
    return take(name, given, Share, notice("een-aandeel"))
