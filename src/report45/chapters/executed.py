"""Executed chapters as publications read them: prose, displays and facts, nothing computed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from report45.errors import Fault, InputError, Place
from report45.facts import Fact, from_json
from report45.mime import INJECTED, READS
from report45.study.letters import UNFIT

CHAPTER_MIME = "application/vnd.report45.chapter+json"
FACTS_MIME = "application/vnd.report45.facts+json"
DISPLAY_MIME = "application/vnd.report45.display+json"

NUMBERED = {"table": "Tabel", "figure": "Figuur", "schema": "Schema"}
KINDS = (*NUMBERED, "markdown", "quote")


@dataclass(frozen=True)
class Stated:
    """A fact as a chapter states it.

    Parameters
    ----------
    path : str
        Full path: ``kenmerken.geslacht.vrouw.experiment``.
    text : str
        The fact printed in Dutch.
    fact : Fact
        The typed value.
    written : mapping
        The JSON object it was read from.
    """

    path: str
    text: str
    fact: Fact
    written: Mapping[str, Any] = field(compare=False)

    @property
    def suppressed(self) -> bool:
        """Whether the value may not be shown."""
        return bool(getattr(self.fact, "suppressed", False))


@dataclass(frozen=True)
class ExecutedDisplay:
    """Something a code cell shows: a table, figure, schema, quotation or piece of Markdown.

    Parameters
    ----------
    chapter, name : str
        Together they name the display.
    kind : str
        ``table``, ``figure``, ``schema``, ``markdown`` or ``quote``.
    written : mapping
        The JSON object of the display, as templates read it.
    """

    chapter: str
    name: str
    kind: str
    written: Mapping[str, Any] = field(compare=False)

    @property
    def path(self) -> str:
        """``<chapter>.<name>``."""
        return f"{self.chapter}.{self.name}"

    @property
    def numbered(self) -> bool:
        """Whether the display gets a number and can be referred to."""
        return self.kind in NUMBERED


@dataclass(frozen=True)
class Cell:
    """One cell of an executed chapter.

    Parameters
    ----------
    number : int
        Place in the notebook as its editor sees it, counted from 1, prose included.
    prose : str or None
        Markdown with Jinja; None for a code cell.
    displays : tuple of ExecutedDisplay
        What a code cell shows.
    """

    number: int
    prose: str | None = None
    displays: tuple[ExecutedDisplay, ...] = ()


@dataclass(frozen=True, eq=False)
class Chapter:
    """One executed chapter.

    Parameters
    ----------
    name, title : str
        Name in fact paths, and the heading it has when its prose gives none.
    file : str
        Name of the notebook, for messages.
    study : str
        Name of the study.
    meta : mapping
        Title data of the study.
    texts : mapping of str to str
        Prose that belongs to the study, by file name.
    cells : tuple of Cell
        The cells that a reader sees something of.
    facts : mapping of str to Stated
        The facts it states, by full path, in order.
    sentences : str
        The study's own file of sentences.
    """

    name: str
    title: str
    file: str
    study: str
    meta: Mapping[str, Any]
    texts: Mapping[str, str]
    cells: tuple[Cell, ...]
    facts: Mapping[str, Stated]
    sentences: str = ""

    def place(self, cell: Cell) -> Place:
        """Give the place of a cell; a text has no cells to count."""
        return Place(self.file, cell.number if self.file.endswith(".ipynb") else None)


def read_chapters(paths: Iterable[Path]) -> tuple[Chapter, ...]:
    """Read executed chapters.

    Parameters
    ----------
    paths : iterable of Path
        The executed notebooks.

    Returns
    -------
    tuple of Chapter
        One for each path, in the order given.

    Raises
    ------
    InputError
        If a notebook cannot be read, was not executed, holds an error or an output that a
        publication cannot show, or if two chapters disagree. All faults at once.
    """
    chapters: list[Chapter] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            node = json.loads(path.read_text(encoding="utf-8"))
            chapters.append(chapter_of(node, path.name))
        except InputError as error:
            faults += error.faults
        except (OSError, ValueError) as error:
            problem = f"this is not a notebook that can be read ({error})."
            faults.append(Fault(Place(path.name), "no-notebook", problem))
    faults += _disagreements(chapters)
    if faults:
        raise InputError(faults)
    return tuple(chapters)


def chapter_of(notebook: Mapping[str, Any], file: str) -> Chapter:
    """Read one executed notebook.

    Parameters
    ----------
    notebook : mapping
        The notebook, as JSON or as a ``NotebookNode``.
    file : str
        Name to use in messages.

    Raises
    ------
    InputError
        As :func:`read_chapters`.
    """
    cells: list[Cell] = []
    facts: dict[str, Stated] = {}
    faults: list[Fault] = []
    about: Mapping[str, Any] = {}
    number = 0
    for cell in notebook.get("cells", ()):
        # An editor does not see the cell that sets the parameters: it is not counted.
        number += INJECTED not in cell["metadata"].get("tags", ())
        if cell["cell_type"] == "markdown":
            cells.append(Cell(number, _text(cell["source"])))
            continue
        place = Place(file, cell=number)
        outputs = cell.get("outputs", ())
        shown = [_clean(data[DISPLAY_MIME]) for data in _data(outputs) if DISPLAY_MIME in data]
        cells.append(Cell(number, displays=tuple(_display(one) for one in shown)))
        faults += [fault for output in outputs if (fault := _unfit(output, place))]
        for data in _data(outputs):
            about = data.get(CHAPTER_MIME, about)
            for written in data.get(FACTS_MIME, {}).get("facts", ()):
                if written["path"] in facts:
                    problem = f"{written['path']} is stated twice."
                    faults.append(Fault(place, "fact-twice", problem))
                facts[written["path"]] = _stated(_clean(written))
    faults += _doubles(cells, file)
    if not about:
        problem = "no cell says which chapter this is."
        faults.append(Fault(Place(file), "not-executed", problem, "Execute it first."))
    if faults:
        raise InputError(faults)
    title = notebook.get("metadata", {}).get("report45", {}).get("title", "")
    return Chapter(
        name=about["chapter"],
        title=title or about["chapter"].capitalize(),
        file=file,
        study=about["study"],
        meta=_clean(about["meta"]),
        texts=about.get("texts", {}),
        cells=tuple(cells),
        facts=facts,
        sentences=about.get("sentences", ""),
    )


def _clean(value: Any) -> Any:
    """Replace characters in data that no page can show, or that would pass for our own."""
    if isinstance(value, str):
        return UNFIT.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, Mapping):
        return {name: _clean(one) for name, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list) else value


def _data(outputs: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [output.get("data", {}) for output in outputs]


def _display(shown: Mapping[str, Any]) -> ExecutedDisplay:
    return ExecutedDisplay(shown["chapter"], shown["name"], shown["kind"], shown)


def _text(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)


def _stated(written: Mapping[str, Any]) -> Stated:
    return Stated(written["path"], written.get("text", ""), from_json(written), written)


def _unfit(output: Mapping[str, Any], place: Place) -> Fault | None:
    kind = output["output_type"]
    if kind == "error":
        problem = f"the cell failed: {output.get('ename')}: {output.get('evalue')}."
        return Fault(place, "cell-failed", problem)
    if kind == "stream":
        return None
    data = output.get("data", {})
    if not {CHAPTER_MIME, FACTS_MIME, DISPLAY_MIME, READS} & set(data):
        return Fault(
            place,
            "unknown-output",
            f"a publication cannot show this output ({', '.join(data) or 'empty'}).",
            "End the cell in chapter.publish(...), or in a semicolon.",
        )
    shown = data.get(DISPLAY_MIME)
    if shown and shown["kind"] not in KINDS:
        return Fault(place, "unknown-display", f"unknown kind of display {shown['kind']}.")
    return None


def _doubles(cells: Iterable[Cell], file: str) -> list[Fault]:
    seen: dict[str, int] = {}
    faults = []
    for cell in cells:
        for display in cell.displays:
            if display.path in seen:
                problem = f"cell {seen[display.path]} shows {display.name} already."
                remedy = "Give one of them another name."
                faults.append(Fault(Place(file, cell.number), "double-name", problem, remedy))
            seen[display.path] = cell.number
    return faults


def _disagreements(chapters: list[Chapter]) -> list[Fault]:
    faults = []
    files: dict[str, str] = {}
    stated: dict[str, str] = {}
    for chapter in chapters:
        place = Place(chapter.file)
        if (other := files.setdefault(chapter.name, chapter.file)) != chapter.file:
            problem = f"{other} is chapter {chapter.name} too."
            faults.append(Fault(place, "double-chapter", problem))
        if chapter.study != chapters[0].study:
            faults.append(
                Fault(
                    place,
                    "other-study",
                    f"executed for study {chapter.study}, {chapters[0].file} for "
                    f"{chapters[0].study}.",
                )
            )
        for path in chapter.facts:
            if (other := stated.setdefault(path, chapter.file)) != chapter.file:
                faults.append(Fault(place, "fact-twice", f"{other} states {path} too."))
    return faults
