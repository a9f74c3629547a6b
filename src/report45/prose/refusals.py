"""What Jinja says of a template that cannot be read, in an editor's words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable

from jinja2 import Environment, TemplateSyntaxError

from report45.wording.notices import Notice, notice

_ENDS = {
    "if": "endif",
    "for": "endfor",
    "macro": "endmacro",
    "set": "endset",
    "filter": "endfilter",
}
_TAGS = (
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "set",
    "endset",
    "include",
    "raw",
    "endraw",
)


class RefusedSyntaxError(TemplateSyntaxError):
    """A template holds what prose has no use for.

    Parameters
    ----------
    told : Notice
        What it holds.
    line : int
        Where, counted from 1.
    """

    def __init__(self, told: Notice, line: int) -> None:
        super().__init__(told.problem, line)
        self.told = told


def plain_syntax(error: TemplateSyntaxError, environment: Environment) -> Notice:
    """Say what is wrong with a template, and what to do.

    Parameters
    ----------
    error : TemplateSyntaxError
        What Jinja says.
    environment : Environment
        Whose filters may be meant.

    Returns
    -------
    Notice
    """
    if isinstance(error, RefusedSyntaxError):
        return error.told
    message = error.message or ""
    if (found := re.search(r"unknown tag '(\w+)'", message)) and found[1] not in _TAGS:
        return unknown("opdracht-onbekend", found[1], _TAGS)
    if found := re.match(r"No (filter|test) named '(\w+)'", message):
        known = environment.filters if found[1] == "filter" else environment.tests
        return unknown(f"{found[1]}-onbekend", found[2], known)
    for pattern, say in _SAYINGS:
        if found := re.search(pattern, message, re.DOTALL):
            return say(found)
    return notice("sjabloon-onleesbaar", reden=message)


def unknown(told: str, name: str, known: Iterable[str]) -> Notice:
    """Say of a tag, filter or test that there is none, and which may be meant.

    Parameters
    ----------
    told : str
        The message that says so.
    name : str
        What there is not.
    known : iterable of str
        What there is.
    """
    every = sorted(known)
    near = difflib.get_close_matches(name, every, n=2)
    return notice(told, naam=name, bedoeld=near, bekend=", ".join(every))


def _never_closed(found: re.Match[str]) -> Notice:
    tag = found[1]
    return notice("opdracht-niet-gesloten", tag=_tag(tag), einde=_tag(_ENDS.get(tag, f"end{tag}")))


def _tag(name: str) -> str:
    return f"{{% {name} %}}"


def _too_much(found: re.Match[str]) -> Notice:
    ending = "}}" if found[1] == "print statement" else "%}"
    if found[2] in {"end of template", "{", "}"} or not found[2].strip():
        return _not_closed(ending)
    if found[2] == "=":
        return notice("enkele-is")
    return notice("tag-te-vol", woord=found[2], einde=ending)


def _token(name: str) -> str | Notice:
    if name == "name":
        return notice("een-naam")
    names = {"end of print statement": "}}", "end of statement block": "%}"}
    return names.get(name, f"'{name}'")


def _not_closed(*endings: str) -> Notice:
    return notice("tag-niet-gesloten", einde=endings)


_Saying = Callable[[re.Match[str]], Notice]
_SAYINGS: tuple[tuple[str, _Saying], ...] = (
    (r"innermost block that needs to be closed is '(\w+)'\.?$", _never_closed),
    (r"expected name or number", lambda _: notice("naam-na-punt")),
    (r"unknown tag '(\w+)'", lambda found: notice("opdracht-los", tag=_tag(found[1]))),
    (r"expected token 'end of (print statement|statement block)', got '(.*)'", _too_much),
    (
        r"unexpected char (?:'(.)'|\"(.)\")",
        lambda found: notice("teken-in-tag", teken=found[1] or found[2]),
    ),
    (r"[Uu]nexpected end of template|unexpected 'end of template'", lambda _: _not_closed("}}")),
    (r"Missing end of comment tag|Missing end of raw", lambda _: notice("opmerking-niet-gesloten")),
    (r"unexpected '[}%]+'", lambda _: _not_closed("}}", "%}")),
    (
        r"[Ee]xpected an expression, got '(.*)'",
        lambda found: notice("tag-onvolledig", woord=_token(found[1])),
    ),
    (
        r"expected token '(.*)', got '(.*)'",
        lambda found: notice("tag-onleesbaar", verwacht=_token(found[1]), woord=_token(found[2])),
    ),
)
