"""What is to be told to an editor, before it is told in a language.

Whoever finds something wrong in prose names a message and what it is about; the words stand in
``report_templates/messages``, and :mod:`report45.wording.telling` tells them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Union

from report45.errors import Fault

Given = Union[str, int, tuple[str, ...], "Notice"]
"""What a message is about: words, how many, names of which one is meant, or another notice."""

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


def notice(name: str, /, **given: str | int | Iterable[str] | Notice) -> Notice:
    """Name what is to be told.

    Parameters
    ----------
    name : str
        Of the message.
    **given
        Its variables; what is empty is left out, and chooses ``[geen]``.
    """
    kept = {
        key: one if isinstance(one, str | int | Notice) else tuple(one)
        for key, one in given.items()
    }
    return Notice(name, tuple((key, one) for key, one in kept.items() if one not in ("", ())))


@dataclass(frozen=True)
class NoticedFault(Fault):
    """A fault that can be told in another language than English.

    Parameters
    ----------
    notice : Notice
        What its problem and remedy tell.
    code : str
        What kind of complaint it is; stands behind it.
    """

    notice: Notice = Notice(AS_IT_IS)
    code: str = ""

    def __str__(self) -> str:
        return super().__str__() + (f" [{self.code}]" if self.code else "")


def fault(where: str, told: Notice, code: str = "") -> NoticedFault:
    """Say of a notice where it is about."""
    return NoticedFault(where, told.problem, told.remedy, told, code)


def notice_of(wrong: Fault | BaseException) -> Notice:
    """Give what a fault or an error tells; the text of one that knows no message as it is."""
    if isinstance(wrong, NoticedFault):
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
            key: written(one) if isinstance(one, Notice) else one for key, one in told.params
        },
    }


def read(told: Mapping[str, Any]) -> Notice:
    """Read a notice back."""
    params = told["params"].items()
    return notice(
        told["name"], **{key: read(one) if isinstance(one, Mapping) else one for key, one in params}
    )


def _english(told: Notice) -> tuple[str, str]:
    from report45.wording.telling import telling

    return telling("en").say(told)
