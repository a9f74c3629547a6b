"""The Markdown that editors write and that rendering gives: marks, headings, boxes, notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from report45.wording.notices import Notice, notice

REFERENCE = re.compile(r"\[([Rr])ef\]\(ref:([^()\[\]\s]*)\)")
"""A reference before the book is numbered; with a capital where its text begins a sentence."""
SHOWN = re.compile(r"\[toon\]\(toon:([^()\[\]\s]*)\)")
"""A display that prose puts in its place, before the display stands there."""
SHOWN_LINE = re.compile(rf"^[ \t]*{SHOWN.pattern}[ \t]*$", re.MULTILINE)

COMMENT = re.compile(r"<!--[^<-]*+(?:(?:-(?!->)|<(?!!--))[^<-]*+)*+-->")
"""A comment of an editor; no reader sees it. Another that begins within is none of it."""

FREE = re.compile(r"<!--[ \t]*(/?)vrij[ \t]*-->")
"""Marks a passage in which editors answer for the numbers themselves; no reader sees the marks."""

_SPECIAL = re.compile(r"[\\`*_{}\[\]#!|<>~^$@&]|-(?=-)|^[-+=:%(>]|(?<=^)\d+(?=[.)])")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_OPENED = re.compile(r"^[ \t]*(`{3,}|~{3,})([^`]*)")
_BOX = re.compile(r"^[ \t]*:::[ \t]*(kader|kerncijfers)(?:[ \t]+(.*))?$")
_BOX_END = re.compile(r"^[ \t]*:::[ \t]*$")
_NOTE = re.compile(r"(?<!\\)\[\^([^\[\]\s]+)\](:?)")


def line_numbers(text: str) -> Callable[[int], int]:
    """Give what says which line a place in a text is on; counting anew each time takes long."""
    ends = [found.start() for found in re.finditer("\n", text)]
    return lambda place: bisect_left(ends, place) + 1


def reference(target: str) -> str:
    """Write a reference; upper-casing its first letter capitalises what will stand there."""
    return f"[ref](ref:{target})"


def shown(path: str) -> str:
    """Write a display that prose puts in its place."""
    return f"[toon](toon:{path})"


def escape(text: str) -> str:
    """Write text as Markdown that prints it as it is, on one line.

    Parameters
    ----------
    text : str
        Any text, from a fact or from the study's configuration.
    """
    line = " ".join(text.split())
    return _SPECIAL.sub(lambda found: _guarded(found[0]), line)


def _guarded(special: str) -> str:
    # "1." at the start of a paragraph would begin a list; the dot is what must be guarded.
    return f"{special}\\" if special.isdigit() else f"\\{special}"


@dataclass(frozen=True)
class Line:
    """One line of Markdown and what it is.

    Parameters
    ----------
    kind : str
        ``text``, ``code``, ``heading``, ``box`` or ``end``.
    text : str
        The whole line; of a heading its text, of a box its title.
    level : int
        Level of a heading.
    style : str
        Style of a box: ``kader`` or ``kerncijfers``.
    """

    kind: str
    text: str
    level: int = 0
    style: str = ""


@lru_cache(maxsize=4096)  # the same piece is gone through for its numbers, its labels and its book
def lines(markdown: str) -> tuple[Line, ...]:
    """Go through Markdown line by line, knowing code from prose.

    Parameters
    ----------
    markdown : str
        Rendered prose.

    Returns
    -------
    tuple of Line
        Every line.
    """
    found, fence = [], ""
    for line in markdown.splitlines():
        mark = _FENCE.match(line)
        if fence or mark:
            found.append(Line("code", line))
            if mark and not fence:
                fence = mark[1]
            elif mark and mark[1].startswith(fence) and line.strip() == mark[1]:
                fence = ""
        elif heading := _HEADING.match(line):
            text = heading[2].rstrip(" \t").rstrip("#").rstrip(" \t")
            found.append(Line("heading", text, len(heading[1])))
        elif box := _BOX.match(line):
            found.append(Line("box", (box[2] or "").rstrip(" \t"), style=box[1]))
        elif _BOX_END.match(line):
            found.append(Line("end", ""))
        else:
            found.append(Line("text", line))
    return tuple(found)


def fenced(markdown: str) -> str:
    """Give code between fences without a language the class ``bare``.

    Markdown takes an indented paragraph for code as well; the class tells that it is none.
    """
    found = markdown.split("\n")
    fence, opened = "", 0
    for place, line in enumerate(found):
        bare = line.strip(" \t")
        if not fence and (mark := _OPENED.fullmatch(line)):
            fence, opened = mark[1], place
        elif fence and bare.startswith(fence) and not bare.strip("`~"):
            mark = _OPENED.fullmatch(found[opened])
            if mark and not mark[2].strip():
                found[opened] = f"{found[opened][: mark.end(1)]} bare"
            fence = ""
    return "\n".join(found)  # what is never closed is refused: see unclosed


def unclosed(markdown: str) -> Notice | None:
    """Say which box or code block is left open, or closed without being opened.

    Parameters
    ----------
    markdown : str
        Rendered prose of one cell.

    Returns
    -------
    Notice or None
        What is wrong; None when nothing is.
    """
    open_ = False
    for line in lines(markdown):
        if line.kind == "box" and open_:
            return notice("kader-in-kader", soort=line.style)
        if line.kind == "end" and not open_:
            return notice("kader-niet-geopend")
        open_ = line.kind == "box" or (open_ and line.kind != "end")
    # A line of prose behind an open code block would be taken for code.
    in_code = lines(f"{markdown}\n\n.")[-1].kind == "code"
    return notice("kader-niet-gesloten") if open_ or in_code else None


def own_notes(markdown: str, chapter: str) -> tuple[str, set[str], set[str]]:
    """Make the labels of footnotes a chapter's own, for labels of two chapters may be alike.

    Parameters
    ----------
    markdown : str
        Rendered prose of one cell.
    chapter : str
        Name of the chapter.

    Returns
    -------
    str
        The Markdown with ``[^1]`` as ``[^kenmerken-1]``.
    set of str
        Labels referred to.
    set of str
        Labels defined.
    """
    used: set[str] = set()
    defined: set[str] = set()

    def renamed(label: re.Match[str]) -> str:
        defines = bool(label[2]) and (label.start() == 0 or label.string[label.start() - 1] == "\n")
        (defined if defines else used).add(label[1])
        return f"[^{chapter}-{label[1]}]{label[2]}"

    return _NOTE.sub(renamed, markdown), used, defined
