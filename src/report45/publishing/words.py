"""What Jinja says of a template that cannot be read, in an editor's words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable

from jinja2 import Environment

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


def plain_syntax(message: str, environment: Environment) -> tuple[str, str]:
    """Say what is wrong with a template, and what to do.

    Parameters
    ----------
    message : str
        What Jinja says.
    environment : Environment
        Whose filters may be meant.

    Returns
    -------
    str
        The problem.
    str
        The remedy.
    """
    if (found := re.search(r"unknown tag '(\w+)'", message)) and found[1] not in _TAGS:
        return f"there is no tag {{% {found[1]} %}}.", _near(found[1], list(_TAGS))
    if found := re.match(r"No (filter|test) named '(\w+)'", message):
        known = environment.filters if found[1] == "filter" else environment.tests
        return f"there is no {found[1]} {found[2]}.", _near(found[2], list(known))
    for pattern, say in _SAYINGS:
        if found := re.search(pattern, message, re.DOTALL):
            return say(found)
    return f"this cannot be read as a template: {message}.", "Look at its tags."


def _near(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=2)
    return f"Did you mean {' or '.join(near)}?" if near else f"Known: {', '.join(sorted(known))}."


def _never_closed(found: re.Match[str]) -> tuple[str, str]:
    tag = found[1]
    return f"{{% {tag} %}} is never closed.", f"Write {{% {_ENDS.get(tag, f'end{tag}')} %}}."


def _stray(found: re.Match[str]) -> tuple[str, str]:
    return f"{{% {found[1]} %}} closes or continues nothing.", "Open it before, or take it out."


def _too_much(found: re.Match[str]) -> tuple[str, str]:
    ending = "}}" if found[1] == "print statement" else "%}"
    if found[2] in {"end of template", "{", "}"} or not found[2].strip():
        return _not_closed(ending)
    if found[2] == "=":
        return "one = in a condition.", "Write == to compare."
    problem = f"there is too much in a tag: '{found[2]}' was not expected before {ending}."
    return problem, "Close the tag before it, or put | before a filter and quotes around a text."


def _token(name: str) -> str:
    names = {"end of print statement": "}}", "end of statement block": "%}", "name": "a name"}
    return names.get(name, f"'{name}'")


def _not_closed(ending: str) -> tuple[str, str]:
    return "a tag is not closed.", f"Write {ending}, with both characters."


_Saying = Callable[[re.Match[str]], tuple[str, str]]
_SAYINGS: tuple[tuple[str, _Saying], ...] = (
    (r"innermost block that needs to be closed is '(\w+)'\.?$", _never_closed),
    (r"expected name or number", lambda _: ("a name ends in a dot.", "Write the rest of it.")),
    (r"unknown tag '(\w+)'", _stray),
    (r"expected token 'end of (print statement|statement block)', got '(.*)'", _too_much),
    (
        r"unexpected char (?:'(.)'|\"(.)\")",
        lambda found: (
            f"the character {found[1] or found[2]} cannot stand in a tag.",
            "Use straight quotes in pairs, and letters, digits, dots and _ in names.",
        ),
    ),
    (r"[Uu]nexpected end of template|unexpected 'end of template'", lambda _: _not_closed("}}")),
    (
        r"Missing end of comment tag|Missing end of raw",
        lambda _: ("a comment or raw passage is never closed.", "Write #} or {% endraw %}."),
    ),
    (r"unexpected '[}%]+'", lambda _: _not_closed("}} or %}")),
    (
        r"[Ee]xpected an expression, got '(.*)'",
        lambda found: (
            f"something is missing in a tag, before {_token(found[1])}.",
            "Name a fact, or write the condition in full.",
        ),
    ),
    (
        r"expected token '(.*)', got '(.*)'",
        lambda found: (
            f"a tag cannot be read: {_token(found[1])} was expected, not {_token(found[2])}.",
            "Compare it with a tag that works.",
        ),
    ),
)
