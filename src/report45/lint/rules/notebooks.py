"""What stands in notebooks, or beside them, and in no publication."""

from __future__ import annotations

import ast
import difflib
import json
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from report45.chapters.find import read_notebook
from report45.errors import Place
from report45.lint.editions import Edition
from report45.lint.rules.rule import Rule
from report45.lint.rules.written import CONFLICT
from report45.lint.sources import StudyProse
from report45.wording.notices import Finding, Notice, notice, notice_of

UNPUBLISHED = Rule("unpublished")
UNKNOWN_CHAPTER = Rule("unknown-chapter", "warning")

_CELLS = ("code", "markdown", "raw")
_PARSED = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
_MAGIC = re.compile(r"^[%!?](?!\}).*|^.*\?$", re.MULTILINE)


def unpublished(prose: StudyProse, made: Iterable[Edition]) -> Iterator[Finding]:
    """Find what an editor has written and no reader will see.

    Parameters
    ----------
    prose : StudyProse
    made : iterable of Edition
        The publications.

    Yields
    ------
    Finding
        ``unpublished`` for a raw cell, a cell of code that is none, a picture pasted into a cell,
        outputs beside prose, a chapter of prose that is in no publication, and a notebook that
        is no chapter;
        ``conflict`` for what nbdime left.
    """
    for fault in prose.strangers:
        path = prose.notebooks / fault.place.file
        yield UNPUBLISHED.at(Place(str(path)), notice_of(fault), severity="warning")
    for draft in prose.drafts:
        yield from _of_notebook(draft.path)
    for edition in made:
        for draft in edition.own if edition.declared is None else ():
            if not (draft.chapter.facts or draft.calls or draft.open):
                told = notice("hoofdstuk-nergens")
                yield UNPUBLISHED.at(Place(str(draft.path)), told, severity="warning")


def unknown_chapters(edition: Edition, prose: StudyProse) -> Iterator[Finding]:
    """Find the chapters that a publication names and no notebook is.

    Parameters
    ----------
    edition : Edition
        The publication.
    prose : StudyProse
        With the chapters there are.

    Yields
    ------
    Finding
        ``unknown-chapter``, a warning: one may well work with some of the chapters alone.
    """
    known = [one.chapter.name for one in prose.drafts] + [one.name for one in prose.left_out]
    for name in edition.sections:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=2)
            told = notice("hoofdstuk-onbekend", naam=name, bedoeld=near)
            place = Place(str(edition.path), line=edition.line_of(f'"{name}"'))
            yield UNKNOWN_CHAPTER.at(place, told, name)


def _of_notebook(path: Path) -> Iterator[Finding]:
    notebook = json.loads(read_notebook(path))
    if "nbdime-conflicts" in notebook["metadata"]:
        yield _conflict(path, None)
    for number, cell in enumerate(notebook["cells"], start=1):
        for told in _of_cell(cell):
            yield UNPUBLISHED.at(Place(str(path), number), told)
        if "nbdime-conflicts" in cell["metadata"]:
            yield _conflict(path, number)


def _of_cell(cell: Mapping[str, Any]) -> Iterator[Notice]:
    kind, source = cell["cell_type"], "".join(cell["source"])
    if kind == "raw" and source.strip():
        yield notice("ruwe-cel")
    if kind == "code" and not _python(source):
        yield notice("code-onleesbaar")
    if kind not in _CELLS:
        yield notice("vreemde-cel", soort=kind)
    if kind != "code" and cell.get("outputs"):
        yield notice("uitvoer-bij-tekst")
    for name in cell.get("attachments") or ():
        if f"attachment:{name}" not in source:
            yield notice("geplakte-afbeelding", naam=name)


def _python(source: str) -> bool:
    """Whether a cell is Python; lines of IPython's own are taken for it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of escapes, which are no matter of prose
            compile(_MAGIC.sub("pass", source), "", "exec", _PARSED)
    except (SyntaxError, ValueError):
        return False
    return True


def _conflict(path: Path, cell: int | None) -> Finding:
    return CONFLICT.at(Place(str(path), cell), notice("samenvoeging-in-notebook"))
