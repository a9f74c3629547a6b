"""What a chapter's code cells publish, read from their source and not executed.

A cell names what the outline declares, or publishes something of its own; of that only execution
would tell more than its name, and it is never held against prose.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report45.chapters.planned import Outline
from report45.facts import Facts

UNKNOWN = "?"
"""Kind of a display that only execution would give."""


@dataclass(frozen=True)
class Published:
    """One output of a code cell.

    Parameters
    ----------
    cell, line : int
        The cell and the line in it, counted from 1; 0 for a line that was not looked for.
    name : str
        Name of the display.
    kind : str
        Its kind; empty when none is shown, :data:`UNKNOWN` when the outline does not tell.
    facts : mapping of str to Fact
        What is stated, by full path.
    place : str or None
        How the paths begin of facts that only execution would give; None when there are none.
    whole : bool
        Whether name and place are known in full, or only how they begin.
    """

    cell: int
    line: int
    name: str
    kind: str
    facts: Facts
    place: str | None = None
    whole: bool = True


def published(
    chapter: str, sources: Iterable[tuple[int, str]], outline: Outline
) -> tuple[Published, ...]:
    """Read the code cells of one chapter.

    Parameters
    ----------
    chapter : str
        Its name.
    sources : iterable of (int, str)
        Number and source of every code cell, in order.
    outline : Outline
        What is declared.

    Returns
    -------
    tuple of Published
        Every output there would be, or may be. A cell that is not plain Python may publish
        anything: it gives an entry with an empty name and place.
    """
    return tuple(
        one for cell, source in sources for one in _of_cell(chapter, cell, source, outline)
    )


def _of_cell(chapter: str, cell: int, source: str, outline: Outline) -> Iterator[Published]:
    try:
        calls = _calls(source)
    except SyntaxError:
        yield Published(cell, 1, "", UNKNOWN, {}, chapter, whole=False)
        return
    for call, method in calls:
        name, whole = _text(call.args[0])
        if method == "publish" and whole and len(call.args) == 1 and not call.keywords:
            for one in outline.of(chapter, name):
                yield Published(cell, call.lineno, one.name, one.kind, one.facts)
            if outline.declares(chapter, name):
                continue
        if method == "show":
            yield Published(cell, call.lineno, name, UNKNOWN, {}, None, whole)
            continue
        under = [one.value for one in call.keywords if one.arg == "under"]
        place, sure = _text(under[0]) if under else (name, whole)
        place = ".".join(part for part in (chapter, place) if part)
        stated = {
            path: fact
            for path, fact in outline.facts.items()
            if path.startswith(f"{place}.") and sure
        }
        shows = len(call.args) > 2 or any(one.arg == "show" for one in call.keywords)
        kind = UNKNOWN if shows else ""
        known = None if stated else place
        yield Published(cell, call.lineno, name, kind, stated, known, whole and sure)


def line_of(source: str, name: str) -> int:
    """Give the line of the call in a cell that shows a display.

    Parameters
    ----------
    source : str
        Of the cell.
    name : str
        Of the display.

    Returns
    -------
    int
        Of the call that has the name as it is, else of the first that shows anything; else 1.
    """
    try:
        calls = [(_text(call.args[0]), call.lineno) for call, _ in _calls(source)]
    except SyntaxError:
        return 1
    named = [line for text, line in calls if text == (name, True)]
    return min(named or [line for _, line in calls], default=1)


def _calls(source: str) -> list[tuple[ast.Call, str]]:
    """Give every call that publishes, in order, with the name of the method."""
    calls = [
        (node, node.func.attr)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"publish", "show"}
        and node.args
    ]
    return sorted(calls, key=lambda one: (one[0].lineno, one[0].col_offset))


def _text(node: ast.expr) -> tuple[str, bool]:
    """A text, or its beginning, and whether it is whole."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value, True
    if isinstance(node, ast.JoinedStr) and node.values:
        first = node.values[0]
        return (str(first.value) if isinstance(first, ast.Constant) else ""), False
    return "", False
