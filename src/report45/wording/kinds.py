"""What may be asked of a fact, and what is said when it cannot be done."""

from __future__ import annotations

from typing import TypeVar

from report45.errors import Report45Error
from report45.facts import Fact, Share

Wanted = TypeVar("Wanted")


class SuppressedFactError(Report45Error):
    """A number that may not be shown was asked for in words."""

    def __init__(self) -> None:
        super().__init__(
            "this number is suppressed, because it could lead to a person; leave it out, "
            "or quote a total that may be shown"
        )


class WrongKindError(Report45Error, TypeError):
    """A filter was given something it has no words for.

    Parameters
    ----------
    name : str
        The filter.
    given : object
        What it was given.
    wanted : str
        What it takes, in words.
    """

    def __init__(self, name: str, given: object, wanted: str) -> None:
        self.name, self.given, self.wanted = name, given, wanted
        super().__init__(f"the filter {name} takes {wanted}, not {kind_of(given)}")


def kind_of(given: object) -> str:
    """Name the kind of a value, for an error message that shows no value itself.

    Parameters
    ----------
    given : object
        A fact or any other value.

    Returns
    -------
    str
        ``a fact of kind share``, ``text``, ``a plain number`` …
    """
    if isinstance(given, Fact):
        return f"a fact of kind {given.kind}"
    if isinstance(given, str):
        return "text"
    if isinstance(given, int | float) and not isinstance(given, bool):
        return "a plain number"
    return f"a value of type {type(given).__name__}"


def visible(fact: object) -> None:
    """Refuse a fact that may not be shown.

    Raises
    ------
    SuppressedFactError
        If the fact is suppressed.
    """
    if getattr(fact, "suppressed", False):
        raise SuppressedFactError


def take(name: str, given: object, wanted: type[Wanted], called: str) -> Wanted:
    """Narrow what a filter was given to the kind it needs.

    Parameters
    ----------
    name : str
        The filter, for the message.
    given : object
        What it was given.
    wanted : type
        The kind of fact it needs.
    called : str
        That kind in words.

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
    return take(name, given, Share, "a share")
