"""What is to be told to an editor, before it is told in a language.

Whoever finds something wrong in prose names a message and what it is about; the words stand in
``report_templates/messages``, and :mod:`report45.wording.telling` tells them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, Union

from report45.errors import Fault, Place

Given = Union[str, int, tuple[str, ...], Place, "Notice"]
"""What a message is about: words, how many, names of which one is meant, a place, a notice."""

AS_IT_IS = "letterlijk"
"""The message that tells what came from elsewhere in words: ``$tekst``, and ``$raad`` to do."""


@dataclass(frozen=True)
class Notice:
    """Something to be told.

    Parameters
    ----------
    name : str
        Of the message; what to do has ``-doe`` behind it.
    params : tuple of (str, Given)
        Its variables.
    """

    name: str
    params: tuple[tuple[str, Given], ...] = ()

    def __str__(self) -> str:
        """Tell it in English, as all errors of a program are."""
        return " ".join(one for one in (self.problem, self.remedy) if one)

    @property
    def problem(self) -> str:
        """What is wrong, in English."""
        return _english(self)[0]

    @property
    def remedy(self) -> str:
        """What to do, in English; empty where there is nothing to say of that."""
        return _english(self)[1]


def notice(name: str, /, **given: str | int | Iterable[str] | Place | Notice) -> Notice:
    """Name what is to be told.

    Parameters
    ----------
    name : str
        Of the message.
    **given
        Its variables; what is empty is left out, and chooses ``[geen]``.
    """
    kept = {
        key: one if isinstance(one, str | int | Place | Notice) else tuple(one)
        for key, one in given.items()
    }
    return Notice(name, tuple((key, one) for key, one in kept.items() if one not in ("", ())))


Severity = Literal["error", "warning", "accepted"]
"""What was accepted with a reason is only counted."""


@dataclass(frozen=True)
class Finding(Fault):
    """A fault that can be told in other languages than English, and may be no more than a warning.

    Parameters
    ----------
    notice : Notice
        What its problem and remedy tell.
    severity : str
        ``error``, ``warning`` or ``accepted``.
    about : str
        The words it is about, as they stand in the prose; empty where it is not about words.
    named : str
        What a study accepts it by besides its code: the table and the column.
    """

    notice: Notice = Notice(AS_IT_IS)
    severity: Severity = "error"
    about: str = ""
    named: str = ""

    def worded(self, place: str, problem: str, remedy: str) -> str:
        """Put it in a line that ends in what it is accepted by."""
        return f"{super().worded(place, problem, remedy)} [{f'{self.code} {self.named}'.rstrip()}]"

    def written(self) -> dict[str, Any]:
        """Write it as JSON can hold it, to be read back."""
        kept = {name: one for name, one in vars(self).items() if name not in _TOLD}
        return {**kept, "place": self.place.written(), "notice": written(self.notice)}


_TOLD = ("problem", "remedy")


def fault(
    place: Place,
    code: str,
    told: Notice,
    severity: Severity = "error",
    about: str = "",
    named: str = "",
) -> Finding:
    """Say of a notice where it is about, what kind of fault it is and how much it weighs."""
    return Finding(place, code, told.problem, told.remedy, told, severity, about, named)


def read_fault(noted: Mapping[str, Any]) -> Finding:
    """Read back what :meth:`Finding.written` wrote."""
    rest = {name: one for name, one in noted.items() if name not in ("place", "code", "notice")}
    return fault(Place.read(noted["place"]), noted["code"], read(noted["notice"]), **rest)


def notice_of(wrong: Fault | BaseException) -> Notice:
    """Give what a fault or an error tells; the text of one that knows no message as it is."""
    if isinstance(wrong, Finding):
        return wrong.notice
    if isinstance(wrong, Fault):
        return notice(AS_IT_IS, tekst=wrong.problem, raad=wrong.remedy)
    if wrong.args and isinstance(wrong.args[0], Notice):
        return wrong.args[0]
    return notice(AS_IT_IS, tekst=str(wrong) or type(wrong).__name__)


def written(told: Notice) -> dict[str, Any]:
    """Write a notice as JSON can hold it."""
    return {
        "name": told.name,
        "params": {
            key: one if isinstance(one, str | int | tuple) else _written(one)
            for key, one in told.params
        },
    }


def read(told: Mapping[str, Any]) -> Notice:
    """Read a notice back."""
    params = told["params"].items()
    return notice(
        told["name"],
        **{key: _read(one) if isinstance(one, Mapping) else one for key, one in params},
    )


def _written(one: Notice | Place) -> dict[str, Any]:
    return written(one) if isinstance(one, Notice) else {"place": one.written()}


def _read(one: Mapping[str, Any]) -> Notice | Place:
    return Place.read(one["place"]) if "place" in one else read(one)


@lru_cache(maxsize=1024)
def _english(told: Notice) -> tuple[str, str]:
    from report45.wording.telling import telling

    return telling("en").say(told)
