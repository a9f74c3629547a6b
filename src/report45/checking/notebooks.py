"""What stands in notebooks, or beside them, and in no publication."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from report45.checking.editions import Edition
from report45.checking.findings import Finding
from report45.checking.sources import Prose
from report45.execution.chapters import read_notebook

_CELLS = ("code", "markdown", "raw")


def unpublished(prose: Prose, made: Iterable[Edition]) -> Iterator[Finding]:
    """Find what an editor has written and no reader will see.

    Parameters
    ----------
    prose : Prose
    made : iterable of Edition
        The publications.

    Yields
    ------
    Finding
        ``unpublished`` for a raw cell, a picture pasted into a cell, outputs beside prose, a
        chapter of prose that is in no publication, and a notebook that is no chapter;
        ``conflict`` for what nbdime left.
    """
    for fault in prose.strangers:
        path = prose.notebooks / fault.where
        yield Finding(path, None, 1, "warning", "unpublished", fault.problem, fault.remedy)
    for draft in prose.drafts:
        yield from _of_notebook(draft.path)
    for edition in made:
        for draft in edition.own if edition.declared is None else ():
            if not (draft.chapter.facts or draft.calls or draft.open):
                problem = "no publication holds this chapter."
                remedy = "Name it in the sections of a publication.toml."
                yield Finding(draft.path, None, 1, "warning", "unpublished", problem, remedy)


def unknown_chapters(edition: Edition, prose: Prose) -> Iterator[Finding]:
    """Find the chapters that a publication names and no notebook is.

    Parameters
    ----------
    edition : Edition
        The publication.
    prose : Prose
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
            remedy = f"Did you mean {' or '.join(near)}?" if near else "Add it, or take it out."
            what = (f"there is no chapter {name}.", remedy, name)
            line = edition.line_of(f'"{name}"')
            yield Finding(edition.path, None, line, "warning", "unknown-chapter", *what)


def _of_notebook(path: Path) -> Iterator[Finding]:
    notebook = json.loads(read_notebook(path))
    if "nbdime-conflicts" in notebook["metadata"]:
        yield _conflict(path, None)
    for number, cell in enumerate(notebook["cells"], start=1):
        for code, problem, remedy in _of_cell(cell):
            yield Finding(path, number, 1, "error", code, problem, remedy)
        if "nbdime-conflicts" in cell["metadata"]:
            yield _conflict(path, number)


def _of_cell(cell: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    kind, source = cell["cell_type"], "".join(cell["source"])
    if kind == "raw" and source.strip():
        remedy = "Make it a text cell (Markdown), or take it away."
        yield "unpublished", "a raw cell is in no publication.", remedy
    if kind not in _CELLS:
        yield "unpublished", f"a cell of the kind {kind} is in no publication.", "Take it away."
    if kind != "code" and cell.get("outputs"):
        remedy = "Make it a cell of code again, or take its outputs away."
        yield "unpublished", "a cell that is no code holds outputs.", remedy
    for name in cell.get("attachments") or ():
        if f"attachment:{name}" not in source:
            remedy = "Take it away: in JupyterLab under Property Inspector, Cell Metadata."
            yield "unpublished", f"a picture was pasted here ({name}) and is not shown.", remedy


def _conflict(path: Path, cell: int | None) -> Finding:
    problem, remedy = "a merge left a conflict in the metadata.", "Resolve it with nbdime."
    return Finding(path, cell, 1, "error", "conflict", problem, remedy)
